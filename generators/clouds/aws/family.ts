import { celList, celString } from '../../kro/cel-text.ts';
import { ASKED_AT, type ControllerFamily, objectOf, type RgdResource } from '../../model/rgd.ts';
import { ackService, tagsOf } from './ack.ts';
import { plannedRequeues, throttled } from './planned-requeues.ts';

/**
 * ACK's own summary, new at each look: false after a refused update, while `ACK.ResourceSynced` is true as soon as the
 * cloud calls the object active.
 */
const READY = 'c.type == "Ready" && c.status == "True"';
/** Read without a fault, but the cloud left a field out that ACK would like to copy. */
const INITIALISED = 'c.type == "ACK.LateInitialized" && c.?reason.orValue("") == "Delayed Late Initialization"';

/** AWS Controllers for Kubernetes. */
export const ack: ControllerFamily = {
  owns: ({ apiVersion }) => ackService(apiVersion) !== undefined,
  ready: ({ lateInitialisation, since }, node) => {
    const done = lateInitialisation === undefined ? READY : `((${READY}) || (${INITIALISED}))`;
    // `dyn`: kro types this field as a timestamp, but evaluates readiness on what the API server sent, a string.
    const fresh = `has(c.lastTransitionTime) && timestamp(dyn(c.lastTransitionTime)) >= timestamp(${node}.metadata.annotations[${celString(ASKED_AT)}])`;
    return `${node}.?status.?conditions.orValue([]).exists(c, ${since === undefined ? done : `${done} && ${fresh}`})`;
  },
  fault: (resource, kind) => {
    if (kind === 'terminal') return 'c.type == "ACK.Terminal" && c.status == "True"';
    return `c.type == "ACK.Recoverable" && c.status == "True" && !(${isPlanned(resource)})`;
  },
  deletion: (policy) => ({ 'services.k8s.aws/deletion-policy': policy }),
  tags: tagsOf,
};

/** CEL over `c`, a condition: it says that ACK comes back later, as planned. */
function isPlanned(resource: RgdResource): string {
  const message = 'c.?message.orValue("")';
  const planned = plannedRequeues[objectOf(resource).kind]?.messages ?? [];
  const tooMany = `${celList(throttled.map(celString))}.exists(t, ${message}.startsWith(t))`;
  return planned.length === 0 ? tooMany : `${message} in ${celList(planned.map(celString))} || ${tooMany}`;
}
