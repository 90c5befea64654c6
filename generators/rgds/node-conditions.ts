import { isAck } from '../clouds/aws/ack.ts';
import { plannedRequeues, throttled } from '../clouds/aws/planned-requeues.ts';
import { celList, celString } from '../kro/cel-text.ts';
import { isLibraryKind, objectOf, type Rgd, type RgdResource } from '../model/rgd.ts';

const conditionsOf = (node: string) => `${node}.?status.?conditions.orValue([])`;
const about = (expression: string, node: string) => expression.replace(/\bit\b/g, node);

/** When the present version was asked for. ACK's conditions name no generation, so their time is compared with it. */
export const ASKED_AT = 'wheelwright.dev/asked-at';

/**
 * ACK's own summary, new at each look: false after a refused update, while `ACK.ResourceSynced` is true as soon as the
 * cloud calls the object active.
 */
const READY = 'c.type == "Ready" && c.status == "True"';
/** Read without a fault, but the cloud left a field out that ACK would like to copy. */
const INITIALISED = 'c.type == "ACK.LateInitialized" && c.?reason.orValue("") == "Delayed Late Initialization"';

/** When readers of a node may go on. Fields are read with `?`, because a child without a status is an error and not false. */
export function readinessOf(resource: RgdResource): string[] {
  const node = resource.forEach === undefined ? resource.id : 'each';
  const conditions = conditionsOf(node);
  const rules: string[] = [];
  if (isAck(resource)) {
    const done = resource.lateInitialisation === undefined ? READY : `((${READY}) || (${INITIALISED}))`;
    // `dyn`: kro types this field as a timestamp, but evaluates readiness on what the API server sent, a string.
    const fresh = `has(c.lastTransitionTime) && timestamp(dyn(c.lastTransitionTime)) >= timestamp(${node}.metadata.annotations[${celString(ASKED_AT)}])`;
    rules.push(`${conditions}.exists(c, ${resource.since === undefined ? done : `${done} && ${fresh}`})`);
  }
  if (resource.externalRef !== undefined && isLibraryKind(resource.externalRef)) {
    rules.push(`${node}.?status.?state.orValue("") == "ACTIVE"`);
    rules.push(
      `${conditions}.exists(c, c.type == "Ready" && c.status == "True" && c.observedGeneration == ${node}.metadata.generation)`,
    );
  }
  for (const [field, value] of Object.entries(resource.state ?? {})) {
    rules.push(`${node}.?status.?${field}.orValue("") == ${celString(value)}`);
  }
  for (const rule of resource.readyWhen ?? []) rules.push(about(rule, node));
  return rules.map((rule) => `\${${rule}}`);
}

/** CEL over `c`, a condition: it says that ACK comes back later, as planned. */
function isPlanned(resource: RgdResource): string {
  const message = 'c.?message.orValue("")';
  const planned = plannedRequeues[objectOf(resource).kind]?.messages ?? [];
  const tooMany = `${celList(throttled.map(celString))}.exists(t, ${message}.startsWith(t))`;
  return planned.length === 0 ? tooMany : `${message} in ${celList(planned.map(celString))} || ${tooMany}`;
}

function messagesOf(resource: RgdResource, condition: 'ACK.Terminal' | 'ACK.Recoverable'): string {
  const isFault = `c.type == "${condition}" && c.status == "True"`;
  const counts = condition === 'ACK.Terminal' ? isFault : `${isFault} && !(${isPlanned(resource)})`;
  const said = (node: string) => {
    const conditions = `${conditionsOf(node)}.filter(c, ${counts}).map(c, ${node}.metadata.name + ": " + c.?message.orValue(""))`;
    if (resource.faults === undefined || condition === 'ACK.Terminal') return conditions;
    return `${conditions} + ${about(resource.faults, node)}.map(m, ${node}.metadata.name + ": " + m)`;
  };
  return resource.forEach === undefined ? said(resource.id) : `${resource.id}.map(r, ${said('r')}).flatten()`;
}

function passedOn(resource: RgdResource, list: string, library: readonly Rgd[]): string {
  const inner = library.find(({ kind }) => kind === objectOf(resource).kind);
  if (inner === undefined) throw new Error(`${objectOf(resource).kind} is not in the library`);
  const lists = (node: string) =>
    `[${reporting(inner)
      .map(({ id }) => `${node}.?status.?${list}.?${id}.orValue([])`)
      .join(', ')}].flatten()`;
  return `\${${resource.forEach === undefined ? lists(resource.id) : `${resource.id}.map(r, ${lists('r')}).flatten()`}}`;
}

/** Nodes with something to say. What a graph both makes and reads says it once, where it is read. */
export function reporting(rgd: Rgd): RgdResource[] {
  const read = new Set(rgd.resources.flatMap(({ externalRef }) => (externalRef ? [externalRef.kind] : [])));
  return rgd.resources.filter((resource) => {
    if (isAck(resource)) return true;
    return (
      isLibraryKind(objectOf(resource)) && (resource.externalRef !== undefined || !read.has(objectOf(resource).kind))
    );
  });
}

/** What a person must act on, node by node, for the health check: kro itself only names the node that it waits for. */
export function faultStatus(
  rgd: Rgd,
  library: readonly Rgd[],
): { terminal: Record<string, string>; recoverable: Record<string, string> } {
  const terminal: Record<string, string> = {};
  const recoverable: Record<string, string> = {};
  for (const resource of reporting(rgd)) {
    const own = isAck(resource);
    terminal[resource.id] = own
      ? `\${${messagesOf(resource, 'ACK.Terminal')}}`
      : passedOn(resource, 'terminal', library);
    recoverable[resource.id] = own
      ? `\${${messagesOf(resource, 'ACK.Recoverable')}}`
      : passedOn(resource, 'recoverable', library);
  }
  return { terminal, recoverable };
}
