import { unknownName } from '../../diagnostics/unknown-name.ts';
import { fleetCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';

const folder = {
  'hub/manifests/on-call/namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: on-call}\n',
};

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'Manifests that a hub lists are a folder of `hub/manifests`.',
  details: 'An Application of its own delivers the folder to the hub, after the library and the accounts.',
  good: { ...folder, 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'manifests: [on-call]') },
  bad: { ...folder, 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'manifests: [on-cal]') },
  *run({ hubs, manifests }) {
    for (const hub of hubs.values()) {
      for (const [index, name] of hub.manifests.entries()) {
        if (manifests.has(name)) continue;
        const at = hub.locate(['manifests', index]);
        const file = `hub/manifests/${name}/namespace.yaml`;
        yield unknownName({ what: 'folder of `hub/manifests`', name, known: manifests.keys(), file, at });
      }
    }
  },
});
