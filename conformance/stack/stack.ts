import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { certificateKeyOf, certificateOf, startApiServer } from './api-server.ts';
import { type ArgoCd, startArgoCd } from './argocd.ts';
import { type ChartServer, startChartServer } from './charts/chart-server.ts';
import { publishControllerCharts } from './charts/publish-charts.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { startEtcd } from './etcd.ts';
import { type GitRepository, type GitServer, startGitServer } from './git-server.ts';
import type { Kube } from './kube.ts';
import { type Kubelet, startKubelet } from './kubelet.ts';
import { type MemoryUse, memoryInUse } from './memory.ts';
import { openProcesses, type Processes } from './processes.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { type Spoke, type SpokeOptions, startSpoke } from './spoke.ts';
import { hubCredentials, startSts } from './sts.ts';
import { startTokenWebhook } from './token-webhook.ts';

export interface StackOptions {
  /** Of this repository. */
  readonly repositoryRoot: string;
  /** Where the engines were built: `bin`, `crds` and `charts`. */
  readonly engines: string;
  /** An interpreter with moto. */
  readonly python: string;
  /** A folder for everything that the stack writes. */
  readonly scratchRoot: string;
}

export interface Stack {
  readonly scratch: Scratch;
  readonly processes: Processes;
  readonly hub: Kube;
  readonly spokes: ReadonlyMap<string, Spoke>;
  /** Starts the API server of a spoke, once; a spoke that is there is returned as it is. */
  addSpoke(name: string, options?: SpokeOptions): Promise<Spoke>;
  /** Opens a repository that Argo CD can fetch from, and makes it if it is new. */
  git(name: string): GitRepository;
  readonly gitServer: GitServer;
  readonly charts: ChartServer;
  readonly argocd: ArgoCd;
  readonly cloud: Cloud;
  readonly kubelet: Kubelet;
  readonly recorder: Recorder;
  /** kubectl against the hub, or against a spoke; what it printed. Fails with what it said. */
  kubectl(args: readonly string[], cluster?: Kube): Promise<string>;
  /** A command line as a person runs it whose kubectl looks at the hub; what it printed. Fails with what it said. */
  shell(command: string): Promise<string>;
  /** kustomize of the same version that the repo-server runs. */
  kustomize(folder: string): Promise<string>;
  memory(): MemoryUse;
  stop(): Promise<void>;
}

const ports = { hub: 6443, hubControllers: 10257, sts: 5001, webhook: 9443, charts: 8879 };
const hubRegion = 'us-west-2';
const run = promisify(execFile);
const largestOutput = 64 * 2 ** 20;

/** Everything but the spokes, each part when what it needs is ready. Runs in the private namespace that run.mjs makes. */
export async function startStack({ repositoryRoot, engines, python, scratchRoot }: StackOptions): Promise<Stack> {
  const scratch = openScratch(scratchRoot);
  const processes = openProcesses(scratch);
  const bin = join(engines, 'bin');
  const closing: (() => unknown)[] = [];
  const opened = <T extends { close(): unknown }>(part: T): T => {
    closing.unshift(() => part.close());
    return part;
  };
  const stop = async () => {
    for (const close of closing) await close();
    await processes.stopAll();
  };

  async function start(): Promise<Stack> {
    await startEtcd(processes, bin, scratch.path('etcd'));
    const hub = await startApiServer(
      { processes, scratch, bin },
      {
        name: 'hub',
        port: ports.hub,
        controllerPort: ports.hubControllers,
        // The last one joins the permissions of kro, which come in several roles.
        controllers: ['namespace-controller', 'garbage-collector-controller', 'clusterrole-aggregation-controller'],
      },
    );
    const recorder = opened(startRecorder(hub, scratch));
    const kubelet = opened(startKubelet({ processes, scratch, bin }));
    kubelet.join(hub);
    const charts = opened(await startChartServer(ports.charts));
    publishControllerCharts(charts, repositoryRoot, engines);
    const [gitServer, cloud] = await Promise.all([
      startGitServer(processes, scratch),
      startCloud({ processes, scratch, hub }, python, join(repositoryRoot, 'conformance/cloud')),
    ]);
    const sts = opened(await startSts(cloud.url, ports.sts));
    const identity = {
      key: readFileSync(certificateKeyOf(scratch, 'hub')),
      cert: readFileSync(certificateOf(scratch, 'hub')),
      sts: sts.url,
    };
    const webhook = opened(await startTokenWebhook(identity, ports.webhook));
    const aws = {
      AWS_REGION: hubRegion,
      AWS_ENDPOINT_URL_STS: sts.url,
      AWS_ACCESS_KEY_ID: hubCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: hubCredentials.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    const argocd = await startArgoCd({ processes, scratch, engines, hub, aws });
    const spokes = new Map<string, Spoke>();
    const starting = new Map<string, Promise<Spoke>>();
    const context = { processes, scratch, bin, hub, cloud, webhook, kubelet };
    const personAtHub = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, KUBECONFIG: hub.kubeconfig, HOME: scratch.root };
    const output = async (command: string, args: readonly string[]) =>
      (await run(join(bin, command), args, { maxBuffer: largestOutput })).stdout;
    return {
      scratch,
      processes,
      hub,
      spokes,
      addSpoke(name, options = {}) {
        const spoke = starting.get(name) ?? startSpoke(context, name, starting.size, options);
        starting.set(name, spoke);
        return spoke.then((started) => {
          spokes.set(name, started);
          return started;
        });
      },
      git: (name) => gitServer.repository(name),
      gitServer,
      charts,
      argocd,
      cloud,
      kubelet,
      recorder,
      kubectl: (args, cluster = hub) => output('kubectl', ['--kubeconfig', cluster.kubeconfig, ...args]),
      shell: async (command) => (await run('sh', ['-c', command], { env: personAtHub })).stdout,
      kustomize: (folder) => output('kustomize', ['build', folder]),
      memory: memoryInUse,
      stop,
    };
  }

  try {
    return await start();
  } catch (error) {
    await stop();
    throw error;
  }
}
