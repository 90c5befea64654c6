import { isAbsent, listAt, mapAt, numberAt, type ObjectRule, textAt } from './rule.ts';

export const serviceRule: ObjectRule = (object, say) => {
  const spec = mapAt(object, 'spec');
  if (spec === undefined) return;
  const isTyped = isAbsent(spec, 'type') || textAt(spec, 'type') !== undefined;
  const type = textAt(spec, 'type') ?? 'ClusterIP';
  const ports = listAt(spec, 'ports');
  const isEmpty = isAbsent(spec, 'ports') || (Array.isArray(spec['ports']) && ports.length === 0);
  const address = isAbsent(spec, 'clusterIP') ? '' : textAt(spec, 'clusterIP');
  const mayBeHeadless = address === undefined || address === 'None' || !isAbsent(spec, 'clusterIPs');
  if (isTyped && type === 'ExternalName' && isAbsent(spec, 'externalName'))
    say(['spec'], 'A service of type "ExternalName" needs an "externalName".');
  if (isTyped && type !== 'ExternalName' && isEmpty && !mayBeHeadless) say(['spec'], 'A service needs "ports".');
  for (const [index, port] of ports.entries()) {
    const found = mapAt(port);
    if (found === undefined) continue;
    if (ports.length > 1 && isAbsent(found, 'name'))
      say(['spec', 'ports', index], 'Where a service has several ports, each needs a "name".');
    if (isTyped && type === 'ClusterIP' && (numberAt(found, 'nodePort') ?? 0) !== 0)
      say(['spec', 'ports', index, 'nodePort'], 'A service of type "ClusterIP" has no "nodePort".');
  }
};

export const ingressRule: ObjectRule = (object, say) => {
  const spec = mapAt(object, 'spec');
  if (spec === undefined) return;
  if (isAbsent(spec, 'rules') && isAbsent(spec, 'defaultBackend'))
    say(['spec'], 'An Ingress needs "rules" or a "defaultBackend".');
  for (const [index, rule] of listAt(spec, 'rules').entries()) {
    for (const [at, path] of listAt(rule, 'http', 'paths').entries()) {
      const text = textAt(path, 'path');
      if (text === undefined || text === '' || text.startsWith('/')) continue;
      say(['spec', 'rules', index, 'http', 'paths', at, 'path'], `"${text}" does not begin with "/".`);
    }
  }
};
