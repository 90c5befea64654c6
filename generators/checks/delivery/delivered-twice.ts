import { clusterName, type Delivered } from '../../delivery/delivered.ts';
import { groupOf } from '../../kro/rights/cluster-role.ts';
import type { Manifest } from '../../model/manifest.ts';
import { outputCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';

const settings = (name: string) => ({
  'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'manifests: [extras]'),
  'hub/manifests/extras/settings.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: argocd}\n`,
});

interface Owned {
  readonly unit: Delivered;
  readonly object: Manifest;
}

export default outputCheck({
  severity: 'error',
  over: 'output',
  summary: 'No object of a hub is delivered by two Applications.',
  details:
    'Each would undo the work of the other for ever, and what one of them no longer has, it would delete. A folder of `hub/manifests` may have what another one has, or what Wheelwright makes of the configuration. Only what is in this repository is looked at, not charts and other repositories.',
  good: settings('extra-settings'),
  bad: settings('argocd-cm'),
  *run({ units, isNamespaced, isAuthored, locate }) {
    const owners = new Map<string, Owned>();
    const clashes = new Map<string, { readonly one: Owned; readonly other: Owned; count: number }>();
    for (const unit of units) {
      for (const { object } of unit.objects()) {
        const namespace = isNamespaced(object) ? (object.metadata.namespace ?? unit.namespace) : '';
        const key = [
          clusterName(unit.cluster),
          groupOf(object.apiVersion),
          object.kind,
          namespace,
          object.metadata.name,
        ].join(' ');
        const other = owners.get(key);
        if (other === undefined) owners.set(key, { unit, object });
        else {
          const pair = `${other.unit.name} ${unit.name}`;
          const known = clashes.get(pair);
          if (known === undefined) clashes.set(pair, { one: { unit, object }, other, count: 1 });
          else known.count += 1;
        }
      }
    }
    for (const { one, other, count } of clashes.values()) {
      // A folder of people is the one to mend; of two, the second.
      const [mine, its] = isAuthored(one.object) ? [one, other] : [other, one];
      const more = count === 1 ? '' : ` and ${count - 1} more`;
      yield {
        message: `${label(mine.object)}${more} of ${label(mine.unit.object)} would be delivered by ${label(its.unit.object)}, too.`,
        at: locate(mine.object, ['metadata', 'name']),
        notes: [{ message: `that one is made here`, at: locate(its.object, ['metadata', 'name']) }],
        help: isAuthored(its.object)
          ? 'Take it out of one of the two folders.'
          : 'Take it out of the folder, or give it another name.',
      };
    }
  },
});

const label = ({ kind, metadata }: Manifest): string => `${kind} "${metadata.name}"`;
