import { fleetCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';

const hub = { 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'manifests: [on-call]') };

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A folder of manifests that a hub lists holds an object.',
  details:
    'Argo CD shows an error for a folder from which nothing comes. Without a kustomization, every YAML file in the folder and below it is delivered; with one, what it lists.',
  good: {
    ...hub,
    'hub/manifests/on-call/namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: on-call}\n',
  },
  bad: { ...hub, 'hub/manifests/on-call/README.md': 'What those on call need.\n' },
  *run({ hubs, manifests }) {
    for (const { locate, manifests: listed } of hubs.values()) {
      for (const [index, name] of listed.entries()) {
        const folder = manifests.get(name);
        if (folder === undefined) continue;
        const { objects, problems } = folder.built();
        // What is wrong with its kustomization is told on its own.
        const isToldElsewhere = problems.length > 0 && [...folder.files.keys()].some((path) => /\.ya?ml$/.test(path));
        if (objects.length > 0 || isToldElsewhere) continue;
        yield {
          message: `Nothing comes from hub/manifests/${name}, which "manifests" lists.`,
          at: locate(['manifests', index]),
          help: `Put manifests into hub/manifests/${name}, or take the name away here.`,
        };
      }
    }
  },
});
