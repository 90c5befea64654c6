import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readApplicationTree, type TreeNode } from './application-tree.ts';
import { argocdInstallation } from './argocd-installation.ts';
import type { Kube } from './kube.ts';
import { type KubeObject, kinds, refOf } from './kube-objects.ts';
import type { Processes } from './processes.ts';
import type { Scratch } from './scratch.ts';
import { until } from './until.ts';

export interface ArgoCdOptions {
  readonly processes: Processes;
  readonly scratch: Scratch;
  /** Folders of the engines: `bin` and `crds`. */
  readonly engines: string;
  readonly hub: Kube;
  /** Environment of the application controller for AWS: endpoint of STS, credentials, region. */
  readonly aws: Readonly<Record<string, string>>;
}

export interface ArgoCd {
  /** What a webhook of the Git host does: every Application and ApplicationSet looks at Git now. */
  refresh(): Promise<void>;
  /** The objects of an Application with their health, as people see them. */
  tree(application: string): Promise<readonly TreeNode[]>;
  /**
   * Starts the killed repo-server as a pod of a new node would: its clones are gone. Were they kept, the lock of a Git that
   * died with it would stay too, and Argo CD never removes one (read in `Service.Init` of 3.5): no revision is rendered any
   * more until somebody deletes the pod.
   */
  replaceRepoServer(): Promise<void>;
}

const redisAddress = '127.0.0.1:6379';
const repoServerAddress = '127.0.0.1:8081';

/** Argo CD is one binary; what it is, it reads from its name. */
function linkBinaries(bin: string, shim: string): void {
  const names = [
    'argocd-application-controller',
    'argocd-applicationset-controller',
    'argocd-repo-server',
    'argocd-k8s-auth',
  ];
  for (const name of names) if (!existsSync(join(shim, name))) symlinkSync(join(bin, 'argocd'), join(shim, name));
  // Only the container image has this script, and the repo-server runs it for every revision. Signatures are not under test.
  writeFileSync(join(shim, 'git-verify-wrapper.sh'), '#!/bin/sh\nexit 0\n');
  chmodSync(join(shim, 'git-verify-wrapper.sh'), 0o755);
}

const accepts = (address: string) => () =>
  new Promise<boolean>((resolve) => {
    const [host = '', port] = address.split(':');
    const socket = connect(Number(port), host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const answers = (url: string) => async () => (await fetch(url)).ok;

/** CRDs first, then what the installation of Argo CD brings, without any health check: those must come from Git. */
async function install(hub: Kube, crds: string): Promise<void> {
  for (const file of readdirSync(crds)) {
    const crd = parse(readFileSync(join(crds, file), 'utf8')) as KubeObject;
    if (crd.kind !== kinds.crd.kind) continue;
    await hub.apply(crd);
  }
  for (const object of argocdInstallation) {
    // A new kind answers with 404 or 429 for a moment.
    await until(`${object.kind} ${object.metadata.name}`, () => hub.apply(object), { seconds: 30 });
  }
}

function environmentOf({ scratch, engines, hub }: ArgoCdOptions, shim: string): Record<string, string> {
  return {
    KUBECONFIG: hub.kubeconfig,
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_TLS_DATA_PATH: scratch.folder('argocd', 'tls'),
    ARGOCD_SSH_DATA_PATH: scratch.folder('argocd', 'ssh'),
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_GNUPGHOME: scratch.folder('argocd', 'gpg-keys'),
    ARGOCD_GPG_DATA_PATH: scratch.folder('argocd', 'gpg-source'),
    TMPDIR: scratch.folder('tmp'),
    HOME: scratch.folder('argocd', 'home'),
    HOSTNAME: 'argocd-0',
    GIT_CONFIG_GLOBAL: '/dev/null',
    PATH: `${shim}:${join(engines, 'bin')}:${process.env['PATH'] ?? ''}`,
  };
}

export async function startArgoCd(options: ArgoCdOptions): Promise<ArgoCd> {
  const { processes, scratch, engines, hub, aws } = options;
  const shim = scratch.folder('shim');
  linkBinaries(join(engines, 'bin'), shim);
  const env = environmentOf(options, shim);
  await Promise.all([
    install(hub, join(engines, 'crds/argocd')),
    processes.start({
      name: 'redis',
      command: 'redis-server',
      args: [
        '--bind',
        '127.0.0.1',
        '--port',
        '6379',
        '--save',
        '',
        '--appendonly',
        'no',
        '--dir',
        scratch.folder('tmp'),
      ],
      ready: accepts(redisAddress),
    }),
  ]);
  await processes.start({
    name: 'argocd-repo-server',
    command: join(shim, 'argocd-repo-server'),
    args: [
      ...['--address', '127.0.0.1', '--port', '8081', '--metrics-address', '127.0.0.1', '--metrics-port', '8084'],
      // TLS can be switched off only together with the check of clients.
      ...['--redis', redisAddress, '--disable-tls', '--client-ca-path', '', '--logformat', 'text'],
      // Three minutes by default: a commit would be found late.
      ...['--revision-cache-expiration', '5s'],
    ],
    env,
    ready: accepts(repoServerAddress),
  });
  await Promise.all([
    processes.start({
      name: 'argocd-application-controller',
      command: join(shim, 'argocd-application-controller'),
      args: [
        ...[
          '--namespace',
          'argocd',
          '--redis',
          redisAddress,
          '--repo-server',
          repoServerAddress,
          '--repo-server-plaintext',
        ],
        // The health of CRDs that have just come is missed: it looks again soon. It can take twice as long as said here.
        ...['--app-resync', '10', '--app-resync-jitter', '0', '--metrics-port', '8082', '--logformat', 'text'],
      ],
      // Seconds between waves, and between attempts to reach a cluster, that prove nothing: 2 and 10 by default.
      env: { ...env, ...aws, ARGOCD_SYNC_WAVE_DELAY: '0', ARGOCD_CLUSTER_SYNC_RETRY_TIMEOUT_DURATION: '2s' },
      ready: answers('http://127.0.0.1:8082/healthz'),
    }),
    processes.start({
      name: 'argocd-applicationset-controller',
      command: join(shim, 'argocd-applicationset-controller'),
      args: [
        ...['--namespace', 'argocd', '--argocd-repo-server', repoServerAddress, '--repo-server-plaintext'],
        ...['--metrics-addr', '127.0.0.1:8085', '--probe-addr', '127.0.0.1:8086', '--webhook-addr', '127.0.0.1:7000'],
        ...['--logformat', 'text'],
      ],
      env,
      // Nothing answers on the address of its probes.
      ready: answers('http://127.0.0.1:8085/metrics'),
    }),
  ]);
  return {
    tree: (application) => readApplicationTree(redisAddress, application),
    async replaceRepoServer() {
      rmSync(join(scratch.folder('tmp'), '_argocd-repo'), { recursive: true, force: true });
      await processes.get('argocd-repo-server').start();
    },
    async refresh() {
      const annotate = async (kind: typeof kinds.application | typeof kinds.applicationSet, annotations: object) => {
        const objects = await hub.list(kind, { namespace: 'argocd' });
        const patch = { metadata: { annotations } };
        // One may go while we look.
        await Promise.all(objects.map((object) => hub.patch(refOf(object), patch).catch(() => undefined)));
      };
      await annotate(kinds.applicationSet, { 'argocd.argoproj.io/application-set-refresh': 'true' });
      await annotate(kinds.application, { 'argocd.argoproj.io/refresh': 'normal' });
    },
  };
}
