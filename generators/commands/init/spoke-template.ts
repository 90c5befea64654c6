import { webServiceBase } from './web-service-base.ts';

const ofApplications = Object.fromEntries(
  Object.entries(webServiceBase).map(([path, text]) => [`applications/${path}`, text]),
);

/** `spokes/spoke-template`: what new spokes start from, by path within it. */
export const spokeTemplate: Readonly<Record<string, string>> = {
  'README.md': `# What new spokes start from

\`wheelwright new spoke NAME --from spoke-template\` fills this in, checks it with the whole fleet, and writes:

| here | there |
|---|---|
| \`infrastructure/spoke.yaml\`, \`argocd/spoke.yaml\`, \`applications/spoke.yaml\` | one after the other: \`config/spokes/NAME.yaml\` |
| \`argocd/teams/\`, \`argocd/components/\` and the like | \`config/teams/\`, \`config/components/\` … |
| \`applications/bases/\`, \`applications/components/\` | \`spokes/bases/\`, \`spokes/components/\` |

What is there already stays as it is. Filled in are \`<name>\`, \`<environment>\`, \`<account>\`, \`<region>\`, and \`<network>\`: a free range, or the
network that \`--network\` names. A folder beside this one, such as \`spokes/batch-template\`, is a template, too.
`,
  'infrastructure/spoke.yaml': `# A cluster. Its name is that of this file, for ever; \`wheelwright new spoke NAME --from spoke-template\` adds another one.
environment: <environment>
account: <account>
region: <region>
network: <network>
# Nodes and versions come from the layers. What this spoke has of its own stands here, such as:
# nodeGroups: {default: {max: 10}}
# versions: {kubernetes: …}
`,
  'argocd/spoke.yaml': `# Whose applications may run here, each team with a project that allows its own namespaces and no more.
teams: [apps]
# When they may change: a layer that closes all projects of the spoke at weekends.
# components: [change-window]
`,
  'argocd/teams/apps.yaml': `# A team: its namespaces, and who may do what in them.
accounts: [<account>]
members:
  developers: {role: apps-developers, access: edit}
quota: {requests.cpu: "20", requests.memory: 64Gi, limits.memory: 96Gi, pods: 100}
namespaces:
  apps: {}
`,
  'argocd/components/change-window.yaml': `# A layer of the spokes that list it: from Friday evening to Monday morning Argo CD changes nothing by itself. A person still may.
patches:
  - target: {kind: AppProject}
    patch:
      - op: add
        path: /spec/syncWindows
        value:
          - {kind: deny, schedule: "0 18 * * 5", duration: 60h, applications: ["*"], manualSync: true}
`,
  'applications/spoke.yaml': `applications:
  # A base below spokes/bases, with an image; \`source\` takes a Git repository instead, \`chart\` a Helm chart.
  hello:
    team: apps
    namespace: apps
    base: web-service
    set: {image: registry.example.com/hello:1.0.0, replicas: 2}
`,
  ...ofApplications,
};
