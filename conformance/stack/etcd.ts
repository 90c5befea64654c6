import type { Processes } from './processes.ts';

export const etcdUrl = 'http://127.0.0.1:2379';
const peerUrl = 'http://127.0.0.1:2380';

/** One etcd for every API server: each has its own prefix. */
export async function startEtcd(processes: Processes, bin: string, dataFolder: string): Promise<void> {
  await processes.start({
    name: 'etcd',
    command: `${bin}/etcd`,
    // Nothing here has to survive a power failure, only a crash of etcd itself.
    args: ['--data-dir', dataFolder, '--unsafe-no-fsync', '--log-level', 'warn']
      .concat(['--listen-client-urls', etcdUrl, '--advertise-client-urls', etcdUrl])
      .concat(['--listen-peer-urls', peerUrl, '--initial-advertise-peer-urls', peerUrl])
      .concat(['--initial-cluster', `default=${peerUrl}`]),
    ready: async () => (await fetch(`${etcdUrl}/readyz`)).ok,
  });
}
