import { checks } from '../../checks/registry.ts';
import { reporters } from '../../diagnostics/reporters.ts';
import { limits } from '../../util/limits.ts';
import { type Files, repository } from '../repository.ts';
import { smallRepository } from '../small-repository.ts';
import type { Random } from './random.ts';
import type { Reader } from './reader.ts';

const examples = Object.values(checks).flatMap(({ good, bad }) => [good, bad]);
const paths = [...new Set([smallRepository, ...examples].flatMap((files) => Object.keys(files)))];
const application = `environment: production
account: main
region: eu-west-1
network: {cidr: 10.0.0.0/18}
teams: [checkout]
applications:
  web: {team: checkout, namespace: checkout, base: web-service, components: [autoscaling], set: {replicas: 3}}
`;

function textsOf(folder: string): readonly string[] {
  return [smallRepository, ...examples].flatMap((files) =>
    Object.entries(files).flatMap(([path, text]) => (path.startsWith(folder) ? [text] : [])),
  );
}

async function compiled(files: Files): Promise<void> {
  const { diagnostics } = await repository(files).compile();
  for (const report of Object.values(reporters)) report(diagnostics, { color: false });
}

/** The whole compilation of a small repository in which one file is replaced. */
const replacing = (folder: string, others: Files = {}) => {
  const replaced = paths.filter((path) => path.startsWith(folder));
  return (text: string, random: Random) => compiled({ ...others, [random.pick(replaced)]: text });
};

export const configReader: Reader = {
  samples: textsOf('config/'),
  mostBytes: limits.configBytes.most,
  weight: 1,
  read: replacing('config/'),
};

/** Bases and components, in a spoke that uses them. */
export const baseReader: Reader = {
  samples: textsOf('spokes/'),
  mostBytes: limits.configBytes.most,
  weight: 1,
  read: replacing('spokes/', { 'config/spokes/blue.yaml': application }),
};
