import type { ParsedConfig } from '../../model/parsed-file.ts';

export interface NewSpoke {
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  readonly network: { readonly cidr: string } | { readonly use: string };
}

export const spokePath = (name: string): string => `config/spokes/${name}.yaml`;

export function networkText(network: NewSpoke['network']): string {
  return 'cidr' in network ? `{cidr: ${network.cidr}}` : `{use: ${network.use}}`;
}

/** The file of a spoke that says only what has no default. `schemas`: the folder of the schemas, relative to the root. */
export function spokeFile({ environment, account, region, network }: NewSpoke, schemas: string): string {
  return [
    `# yaml-language-server: $schema=../../${schemas}/spoke.schema.json`,
    `environment: ${environment}`,
    `account: ${account}`,
    `region: ${region}`,
    `network: ${networkText(network)}`,
    '',
  ].join('\n');
}

/** Where the files of this repository find their schemas: in a clone of Wheelwright they lie beside the configuration. */
export function schemasFolder(parsed: ParsedConfig): string {
  const text = parsed.config.get('config')?.source.text ?? '';
  return /\$schema=\.\.\/(\S+)\/config\.schema\.json/.exec(text)?.[1] ?? 'node_modules/wheelwright/schemas';
}
