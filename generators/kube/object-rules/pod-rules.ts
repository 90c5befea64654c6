import { listNames, nameChoice } from '../../schema/structural/violation.ts';
import type { Path } from '../../source/path.ts';
import type { PlainMap } from '../../util/plain-map.ts';
import { isAbsent, isLiteral, listAt, mapAt, type ObjectRule, type Say, textAt } from './rule.ts';

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const probeHandlers = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const hooks = ['postStart', 'preStop'] as const;
const hookHandlers = ['exec', 'httpGet', 'tcpSocket', 'sleep'];

/** The pod of an object whose specification stands at a path. `more`: names of volumes that it gets from elsewhere. */
export const podRule =
  (path: Path, more: (object: PlainMap) => readonly unknown[] = () => []): ObjectRule =>
  (object, say) => {
    const pod = mapAt(object, ...path);
    if (pod === undefined) return;
    const below: Say = (at, message) => say([...path, ...at], message);
    const volumes = [...listAt(pod, 'volumes').map((volume) => mapAt(volume)?.['name']), ...more(object)];
    for (const [index, volume] of listAt(pod, 'volumes').entries())
      checkVolume(mapAt(volume), ['volumes', index], below);
    // What an expression gives may have any name.
    const isOpen =
      !(isAbsent(pod, 'volumes') || Array.isArray(pod['volumes'])) || volumes.some((name) => !isKnown(name));
    for (const field of ['initContainers', 'containers']) {
      for (const [index, container] of listAt(pod, field).entries()) {
        const found = mapAt(container);
        if (found === undefined) continue;
        checkContainer(found, [field, index], below);
        if (!isOpen) checkMounts(found, volumes as readonly string[], [field, index], below);
      }
    }
  };

const isKnown = (name: unknown): name is string => typeof name === 'string' && isLiteral(name);

function checkMounts(container: PlainMap, volumes: readonly string[], path: Path, say: Say): void {
  for (const [index, mount] of listAt(container, 'volumeMounts').entries()) {
    const name = textAt(mount, 'name');
    if (name === undefined || volumes.includes(name)) continue;
    say([...path, 'volumeMounts', index, 'name'], `The pod has no volume "${name}"${nameChoice(name, volumes)}`);
  }
}

function checkVolume(volume: PlainMap | undefined, path: Path, say: Say): void {
  const sources = Object.keys(volume ?? {}).filter((key) => key !== 'name' && volume?.[key] !== null);
  if (sources.length > 1) say(path, `A volume has one source, and this one has ${listNames(sources)}.`);
}

function checkContainer(container: PlainMap, path: Path, say: Say): void {
  for (const probe of probes) checkHandler(mapAt(container, probe), probeHandlers, [...path, probe], say);
  for (const hook of hooks)
    checkHandler(mapAt(container, 'lifecycle', hook), hookHandlers, [...path, 'lifecycle', hook], say);
  for (const [index, variable] of listAt(container, 'env').entries()) {
    const value = textAt(variable, 'value');
    if (value !== undefined && value !== '' && mapAt(variable, 'valueFrom') !== undefined)
      say([...path, 'env', index], 'A variable has "value" or "valueFrom", and this one has both.');
  }
}

function checkHandler(handler: PlainMap | undefined, known: readonly string[], path: Path, say: Say): void {
  if (handler === undefined) return;
  const given = known.filter((key) => !isAbsent(handler, key));
  if (given.length === 1) return;
  const has = given.length === 0 ? 'none' : listNames(given);
  say(path, `Exactly one of ${listNames(known)} must be given, and there is ${has}.`);
}
