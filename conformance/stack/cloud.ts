import { join } from 'node:path';
import type { Kube } from './kube.ts';
import type { Processes } from './processes.ts';
import type { Scratch } from './scratch.ts';

/** A call that changed something in the simulated AWS, or was refused. */
export interface CloudCall {
  /** Counts from 1, in the order of the calls. */
  readonly number: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly account: string;
  readonly region: string;
  readonly service: string;
  readonly operation: string;
  /** Which object of the hub it was for. */
  readonly object: string;
  readonly outcome: 'ok' | 'refused' | 'invalid' | 'fault';
  readonly text: string;
}

/** What goes wrong for the objects that match; `*` stands for anything in names, and is what is left out. */
export interface Fault {
  readonly mode: 'terminal' | 'recoverable' | 'hold' | 'slow';
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly message?: string;
  readonly seconds?: number;
}

export interface Seed {
  readonly account: string;
  readonly region: string;
  readonly vpc?: string;
  readonly subnets?: readonly { readonly id?: string; readonly az: string }[];
}

/** Identifiers by type, by `<account>/<region>`. */
export type CloudInventory = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface Cloud {
  /** Of the simulated AWS. */
  readonly url: string;
  /** Tells the simulated EKS where the API server of a cluster is, before the cluster is asked for. */
  setApiServer(cluster: string, endpoint: string, certificateAuthorityData: string): Promise<void>;
  /** All calls, or those after a number. */
  calls(after?: number): Promise<readonly CloudCall[]>;
  resources(): Promise<CloudInventory>;
  inject(fault: Fault): Promise<void>;
  /** Ends the faults that agree with what is given; all of them if nothing is. */
  clear(fault?: Partial<Fault>): Promise<void>;
  /** Makes what was there before us; answers with all identifiers. */
  seed(seed: Seed): Promise<Required<Seed>>;
  /** Deletes a thing in the simulated AWS behind the back of its controller. */
  forget(kind: string, namespace: string, name: string): Promise<void>;
  /** Any other request to the stand-in's control API. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
}

const awsUrl = 'http://127.0.0.1:5000';
const controlUrl = 'http://127.0.0.1:5080';

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(controlUrl + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`cloud: ${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

interface CloudContext {
  readonly processes: Processes;
  readonly scratch: Scratch;
  readonly hub: Kube;
}

/** The simulated AWS, and the stand-in for the controllers that call it. */
export async function startCloud(context: CloudContext, python: string, folder: string): Promise<Cloud> {
  const { processes, scratch, hub } = context;
  const env = { PYTHONDONTWRITEBYTECODE: '1' };
  await processes.start({
    name: 'moto',
    command: python,
    args: ['-m', 'moto.server', '-H', '127.0.0.1', '-p', new URL(awsUrl).port],
    env: { ...env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    ready: async () => (await fetch(`${awsUrl}/moto-api/`)).ok,
  });
  await processes.start({
    name: 'cloud',
    command: python,
    args: [
      ...['-u', join(folder, 'main.py'), '--server', hub.server, '--ca-file', hub.certificateAuthority],
      ...['--aws', awsUrl, '--state', scratch.path('cloud.sqlite'), '--port', new URL(controlUrl).port],
    ],
    env: { ...env, KUBE_TOKEN: hub.token },
    ready: async () => (await control('GET', '/healthz')) !== undefined,
  });
  return {
    url: awsUrl,
    async setApiServer(cluster, endpoint, caData) {
      await control('POST', `/clusters/${cluster}`, { endpoint, caData });
    },
    calls: async (after = 0) => (await control('GET', `/calls?after=${after}`)) as readonly CloudCall[],
    resources: async () => (await control('GET', '/resources')) as CloudInventory,
    async inject(fault) {
      await control('POST', '/faults', fault);
    },
    async clear(fault = {}) {
      const wanted = Object.entries(fault).map(([name, value]): [string, string] => [name, String(value)]);
      await control('DELETE', `/faults?${new URLSearchParams(wanted)}`);
    },
    seed: async (seed) => (await control('POST', '/seed', seed)) as Required<Seed>,
    async forget(kind, namespace, name) {
      await control('POST', '/forget', { kind, namespace, name });
    },
    control,
  };
}
