import type { Manifest } from '../../model/manifest.ts';
import { sortedEntries } from '../../util/code-point-order.ts';
import type { LetsEncrypt } from './options.ts';

/** https://letsencrypt.org/docs/acme-protocol-updates/ */
const servers: Readonly<Record<LetsEncrypt['issuers'][number], string>> = {
  'letsencrypt-production': 'https://acme-v02.api.letsencrypt.org/directory',
  'letsencrypt-staging': 'https://acme-staging-v02.api.letsencrypt.org/directory',
};

export function clusterIssuers({ email, zones, issuers, role }: LetsEncrypt): readonly Manifest[] {
  const solvers = sortedEntries(zones).map(([domain, hostedZoneID]) => ({
    selector: { dnsZones: [domain] },
    dns01: { route53: { hostedZoneID, ...(role !== undefined && { role }) } },
  }));
  return issuers.map((name) => ({
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name },
    spec: {
      acme: {
        server: servers[name],
        ...(email !== undefined && { email }),
        privateKeySecretRef: { name: `${name}-account` },
        solvers,
      },
    },
  }));
}
