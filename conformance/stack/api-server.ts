import { generateKeyPairSync } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { etcdUrl } from './etcd.ts';
import { type Kube, openKube } from './kube.ts';
import type { Processes } from './processes.ts';
import type { Scratch } from './scratch.ts';

export interface ApiServerOptions {
  /** `hub`, or the name of a spoke. */
  readonly name: string;
  readonly port: number;
  /** Of the controller manager beside it. */
  readonly controllerPort: number;
  readonly controllers: readonly string[];
  /** A kubeconfig: whom to ask who the bearer of a token is. */
  readonly tokenWebhook?: string;
}

/** The runner and the engines of the hub itself are administrators by a fixed token. */
const adminToken = 'local-admin';

/** The key that signs service account tokens, and the list of fixed tokens: the same for all servers. */
function sharedFiles(scratch: Scratch): { key: string; tokens: string } {
  const folder = scratch.folder('pki');
  const key = `${folder}/service-accounts.key`;
  const tokens = `${folder}/tokens.csv`;
  if (!existsSync(key)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    writeFileSync(tokens, `${adminToken},admin,admin,system:masters\n`, { mode: 0o600 });
  }
  return { key, tokens };
}

/** Text of a kubeconfig with one cluster and one user. JSON is YAML. */
export function kubeconfigText(server: string, certificateAuthority: string, token?: string): string {
  const user = token === undefined ? {} : { token };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'cluster', cluster: { server, 'certificate-authority': certificateAuthority } }],
    users: [{ name: 'user', user }],
    contexts: [{ name: 'context', context: { cluster: 'cluster', user: 'user', namespace: 'default' } }],
    'current-context': 'context',
  });
}

export const certificateOf = (scratch: Scratch, name: string) => scratch.path('pki', name, 'apiserver.crt');
export const certificateKeyOf = (scratch: Scratch, name: string) => scratch.path('pki', name, 'apiserver.key');

/** An API server with the part of the controller manager that deletion and aggregated roles need, and a client of it. */
export async function startApiServer(
  { processes, scratch, bin }: { processes: Processes; scratch: Scratch; bin: string },
  { name, port, controllerPort, controllers, tokenWebhook }: ApiServerOptions,
): Promise<Kube> {
  const { key, tokens } = sharedFiles(scratch);
  const certificate = certificateOf(scratch, name);
  const server = `https://127.0.0.1:${port}`;
  const kubeconfig = scratch.path(`kubeconfig-${name}`);
  writeFileSync(kubeconfig, kubeconfigText(server, certificate, adminToken), { mode: 0o600 });
  const kube = openKube({ name, server, certificateAuthority: certificate, kubeconfig, token: adminToken });
  await processes.start({
    name: `kube-apiserver-${name}`,
    command: `${bin}/kube-apiserver`,
    args: [
      ...['--etcd-servers', etcdUrl, '--etcd-prefix', `/${name}`, '--cert-dir', scratch.path('pki', name)],
      ...['--bind-address', '127.0.0.1', '--advertise-address', '127.0.0.1', '--secure-port', String(port)],
      ...['--endpoint-reconciler-type', 'none', '--service-cluster-ip-range', '10.0.0.0/24'],
      ...['--authorization-mode', 'RBAC', '--token-auth-file', tokens],
      ...['--service-account-issuer', 'https://kubernetes.default.svc', '--service-account-key-file', key],
      ...['--service-account-signing-key-file', key],
      // There are no pods, and the service accounts of charts are all the stack needs.
      ...['--disable-admission-plugins', 'ServiceAccount'],
      ...['--enable-priority-and-fairness=false', '--profiling=false'],
      ...(tokenWebhook === undefined
        ? []
        : [
            ...['--authentication-token-webhook-config-file', tokenWebhook],
            ...['--authentication-token-webhook-version', 'v1', '--authentication-token-webhook-cache-ttl', '10s'],
          ]),
    ],
    ready: async () => (await kube.request('GET', '/readyz')) === 'ok',
    patience: 120,
  });
  await processes.start({
    name: `controllers-${name}`,
    command: `${bin}/kube-controller-manager`,
    args: [
      ...['--kubeconfig', kubeconfig, '--bind-address', '127.0.0.1', '--secure-port', String(controllerPort)],
      ...['--leader-elect=false', '--controllers', controllers.join(',')],
    ],
  });
  return kube;
}
