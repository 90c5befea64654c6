/** Who approves a change of which files, and what the files can do. */
export interface Ownership {
  /** As CODEOWNERS has it; of several that fit a file, the last counts. */
  readonly path: string;
  /** `platform`: the platform team; `engineers`: whoever runs clusters and applications. */
  readonly owner: 'platform' | 'engineers';
  readonly may: string;
}

/** All files that people write in a fleet's repository. */
export const ownership: readonly Ownership[] = [
  { path: '/.github/', owner: 'platform', may: 'Workflows take effect in their own pull request.' },
  { path: '/package.json', owner: 'platform', may: 'Decides what compiles the fleet.' },
  { path: '/package-lock.json', owner: 'platform', may: 'Likewise.' },
  { path: '/vendor/', owner: 'platform', may: 'The compiler itself, where it is kept beside the fleet.' },
  {
    path: '/hub/',
    owner: 'platform',
    may: "Graphs and manifests that the file of a hub lists, delivered with the hub's rights: kro may what a graph asks for, and manifests may be of any kind in any namespace.",
  },
  {
    path: '/config/',
    owner: 'platform',
    may: 'Hubs, accounts, networks, teams with their rights, and the layers of spokes: all that the fleet can do.',
  },
  {
    path: '/config/spokes/',
    owner: 'engineers',
    may: 'A file makes, changes and retires its own cluster, chooses layers, and names teams and applications. Applications have the rights of their team and no more. It cannot move what exists, go back in versions, skip a step of a life, or widen a right.',
  },
  {
    path: '/spokes/',
    owner: 'engineers',
    may: 'Bases and components of applications, which are delivered with the rights of a team; templates of spokes, which are not delivered.',
  },
];
