import { writeFileSync } from 'node:fs';
import { kubeconfigText } from './api-server.ts';
import type { Kube } from './kube.ts';
import { type Fields, type KubeObject, textAt, valueAt } from './kube-objects.ts';
import type { ProcessOptions } from './processes.ts';
import type { Scratch } from './scratch.ts';

/** A Deployment whose container runs here as a process. */
export interface RealDeployment {
  readonly namespace: string;
  readonly name: string;
  readonly binary: string;
  /** After those of the container; what a pod would know of itself. */
  readonly args: readonly string[];
  /** Of the container's own, to listen on loopback alone. */
  readonly env: Readonly<Record<string, string>>;
  readonly readiness: string;
}

export const kroDeployment: RealDeployment = {
  namespace: 'kro-system',
  name: 'kro',
  binary: 'kro',
  args: ['--leader-election-namespace', 'kro-system'],
  env: { KRO_METRICS_BIND_ADDRESS: '127.0.0.1:8078', KRO_HEALTH_PROBE_BIND_ADDRESS: '127.0.0.1:8079' },
  readiness: 'http://127.0.0.1:8079/readyz',
};

interface Container {
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

const tokenSeconds = 24 * 60 * 60;

/** The identity of the pod: only what the service account may do, as in a cluster. */
async function serviceAccountToken(kube: Kube, namespace: string, account: string): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`;
  const request = {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { expirationSeconds: tokenSeconds },
  };
  return textAt(await kube.request('POST', path, request), 'status.token');
}

/** What a kubelet would run for the only container of a Deployment. */
export async function processOf(
  { kube, scratch, bin }: { kube: Kube; scratch: Scratch; bin: string },
  deployment: KubeObject,
  real: RealDeployment,
): Promise<ProcessOptions> {
  const pod = valueAt(deployment, 'spec.template.spec') as Fields;
  const [container = {}] = pod['containers'] as readonly Container[];
  const declared = (container.env ?? []).map(({ name, value = '' }) => [name, value]);
  const env: Record<string, string> = { ...Object.fromEntries(declared), ...real.env };
  const args = (container.args ?? []).map((arg) => arg.replace(/\$\((\w+)\)/g, (text, name) => env[name] ?? text));
  const token = await serviceAccountToken(kube, real.namespace, String(pod['serviceAccountName'] ?? 'default'));
  const kubeconfig = scratch.path(`kubeconfig-${real.name}`);
  writeFileSync(kubeconfig, kubeconfigText(kube.server, kube.certificateAuthority, token), { mode: 0o600 });
  return {
    name: real.name,
    command: `${bin}/${real.binary}`,
    args: [...args, ...real.args],
    env: { ...env, KUBECONFIG: kubeconfig },
    ready: async () => (await fetch(real.readiness)).ok,
  };
}
