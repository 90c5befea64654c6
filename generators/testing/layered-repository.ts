import type { Texts } from './output-folder.ts';
import { smallRepository } from './small-repository.ts';

const staging = `network: {nat: per-az}
tags: {environment: staging}
`;
const green = `environment: staging
account: main
region: eu-west-1
network: {cidr: 10.1.0.0/18, nat: single}
teams: [checkout]
applications:
  shop: {team: checkout, namespace: checkout, base: web-service}
`;
export const amberSpoke = `environment: staging
account: main
region: eu-west-1
network: {cidr: 10.2.0.0/18}
nodeGroups: {default: null, small: {instanceTypes: [m7i.large], ami: BOTTLEROCKET_x86_64, max: 3}}
`;
/** The small repository with a layer more, and two spokes that it and others say different things of. */
export const layeredRepository: Texts = {
  ...smallRepository,
  'config/environments/staging.yaml': staging,
  'config/spokes/green.yaml': green,
  'config/spokes/amber.yaml': amberSpoke,
};

/** The file with the kro instance of a spoke. */
export function clusterFile(spoke: string): string {
  return `out/hubs/hub/spokes/${spoke}/infrastructure/cluster.yaml`;
}

/** The number of the only line of a text that holds another text. */
export function lineWith(text: string, part: string): number {
  const [index, ...others] = text.split('\n').flatMap((line, at) => (line.includes(part) ? [at] : []));
  if (index === undefined || others.length > 0) throw new Error(`"${part}" is not in exactly one line`);
  return index + 1;
}
