/** A spoke of the small repository that examples are added to, with more lines. */
export function exampleSpoke(...lines: readonly string[]): string {
  const fields = ['environment: production', 'account: main', 'region: eu-west-1', ...lines];
  return fields.map((line) => `${line}\n`).join('');
}

/** Its hub. `pools` and more lines in the place of the usual ones. */
export function exampleHub(pools: string, ...lines: readonly string[]): string {
  return [
    'account: "111111111111"',
    'region: eu-west-1',
    'cluster: hub',
    `addressPools: ${pools}`,
    ...(lines.some((line) => line.startsWith('natAddresses:')) ? [] : ['natAddresses: [198.51.100.10/32]']),
    'admins: {platform: "arn:aws:iam::111111111111:role/platform-admins"}',
    ...lines,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Its team. */
export function exampleTeam(...lines: readonly string[]): string {
  return ['accounts: [main]', 'quota: {pods: 20}', ...lines].map((line) => `${line}\n`).join('');
}

/** A spoke that lists the team and has one application, made from these fields. */
export function exampleApplication(fields: string): string {
  return exampleSpoke('network: {cidr: 10.1.0.0/18}', 'teams: [checkout]', 'applications:', `  shop: ${fields}`);
}
