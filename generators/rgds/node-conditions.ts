import { celString } from '../kro/cel-text.ts';
import { type ControllerFamily, isLibraryKind, objectOf, type Rgd, type RgdResource } from '../model/rgd.ts';

const conditionsOf = (node: string) => `${node}.?status.?conditions.orValue([])`;
const about = (expression: string, node: string) => expression.replace(/\bit\b/g, node);

/** When readers of a node may go on. Fields are read with `?`, because a child without a status is an error and not false. */
export function readinessOf(resource: RgdResource, family: ControllerFamily): string[] {
  const node = resource.forEach === undefined ? resource.id : 'each';
  const conditions = conditionsOf(node);
  const rules: string[] = [];
  if (family.owns(objectOf(resource))) rules.push(family.ready(resource, node));
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

function messagesOf(resource: RgdResource, kind: 'terminal' | 'recoverable', family: ControllerFamily): string {
  const said = (node: string) => {
    const conditions = `${conditionsOf(node)}.filter(c, ${family.fault(resource, kind)}).map(c, ${node}.metadata.name + ": " + c.?message.orValue(""))`;
    if (resource.faults === undefined || kind === 'terminal') return conditions;
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
    if (rgd.family.owns(objectOf(resource))) return true;
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
    const own = rgd.family.owns(objectOf(resource));
    terminal[resource.id] = own
      ? `\${${messagesOf(resource, 'terminal', rgd.family)}}`
      : passedOn(resource, 'terminal', library);
    recoverable[resource.id] = own
      ? `\${${messagesOf(resource, 'recoverable', rgd.family)}}`
      : passedOn(resource, 'recoverable', library);
  }
  return { terminal, recoverable };
}
