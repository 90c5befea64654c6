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

/** Any request to the simulated AWS: reads too, and refusals each time. */
export interface CloudRequest extends CloudCall {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly code: string;
  readonly seconds: number;
}

/** Objects of the hub; `*` stands for anything in names, and is what is left out. */
export interface Objects {
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** Calls of AWS, by what they ask for, and by the object that they are for. Without an operation: those that change something. */
export interface Calls extends Objects {
  readonly account?: string;
  readonly service?: string;
  readonly operation?: string;
  /** A name, identifier or ARN among the parameters. */
  readonly resource?: string;
}

/** A refusal `Code: text`, or seconds more that what a call begins takes. */
export type Fault = Calls &
  ({ readonly mode: 'refuse'; readonly message: string } | { readonly mode: 'slow'; readonly seconds: number });

/** A call that somebody makes in a console. */
export interface ConsoleCall {
  readonly account: string;
  readonly region: string;
  readonly service: string;
  readonly operation: string;
  readonly parameters: Readonly<Record<string, unknown>>;
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
  /** Of the last 50,000 requests those after a number, or so many of the last if it is negative. They are counted by themselves. */
  requests(after: number): Promise<readonly CloudRequest[]>;
  resources(): Promise<CloudInventory>;
  inject(fault: Fault): Promise<void>;
  /** Ends the faults that agree with what is given; all of them if nothing is. */
  clear(fault?: Partial<Fault>): Promise<void>;
  /** Has controllers leave objects alone. */
  hold(objects: Objects): Promise<void>;
  release(objects?: Objects): Promise<void>;
  /** Makes what was there before us; answers with all identifiers. */
  seed(seed: Seed): Promise<Required<Seed>>;
  /** Changes something in the simulated AWS behind the back of its controller. */
  act(call: ConsoleCall): Promise<void>;
}

const awsUrl = 'http://127.0.0.1:5000';
const awsControl = 'http://127.0.0.1:5080';
const controllersControl = 'http://127.0.0.1:5081';

async function ask(url: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`cloud: ${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

function query(filter: object): string {
  return String(
    new URLSearchParams(Object.entries(filter).map(([name, value]): [string, string] => [name, String(value)])),
  );
}

interface CloudContext {
  readonly processes: Processes;
  readonly scratch: Scratch;
  readonly hub: Kube;
}

/** The simulated AWS, and the stand-in for the controllers that call it; both run in the folder of their packages. */
export async function startCloud(context: CloudContext, python: string, folder: string): Promise<Cloud> {
  const { processes, scratch, hub } = context;
  const env = { PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: folder };
  await processes.start({
    name: 'aws',
    command: python,
    args: [
      ...['-u', '-m', 'aws', '--port', new URL(awsUrl).port, '--control-port', new URL(awsControl).port],
      ...['--log', scratch.path('aws-calls.jsonl')],
    ],
    env,
    ready: async () => (await ask(awsControl, 'GET', '/healthz')) !== undefined,
  });
  await processes.start({
    name: 'controllers',
    command: python,
    args: [
      ...['-u', '-m', 'controllers', '--server', hub.server, '--ca-file', hub.certificateAuthority, '--aws', awsUrl],
      // kro and Argo CD have no factor: with one look after another they would never come to rest.
      ...['--port', new URL(controllersControl).port, '--stretch', '20'],
    ],
    env: { ...env, KUBE_TOKEN: hub.token },
    ready: async () => (await ask(controllersControl, 'GET', '/healthz')) !== undefined,
  });
  return {
    url: awsUrl,
    async setApiServer(cluster, endpoint, caData) {
      await ask(awsControl, 'POST', `/clusters/${cluster}`, { endpoint, caData });
    },
    calls: async (after = 0) => (await ask(awsControl, 'GET', `/calls?after=${after}`)) as readonly CloudCall[],
    requests: async (after) => (await ask(awsControl, 'GET', `/requests?after=${after}`)) as readonly CloudRequest[],
    resources: async () => (await ask(awsControl, 'GET', '/resources')) as CloudInventory,
    async inject(fault) {
      await ask(awsControl, 'POST', '/faults', fault);
    },
    async clear(fault = {}) {
      await ask(awsControl, 'DELETE', `/faults?${query(fault)}`);
    },
    async hold(objects) {
      await ask(controllersControl, 'POST', '/holds', objects);
    },
    async release(objects = {}) {
      await ask(controllersControl, 'DELETE', `/holds?${query(objects)}`);
    },
    seed: async (seed) => (await ask(awsControl, 'POST', '/seed', seed)) as Required<Seed>,
    async act(call) {
      await ask(awsControl, 'POST', '/act', call);
    },
  };
}
