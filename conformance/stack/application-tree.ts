import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

/** An object that Argo CD shows below an Application. */
export interface TreeNode {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** Absent for kinds that have no health check. */
  readonly health?: { readonly status: string; readonly message?: string };
}

const run = promisify(execFile);

/**
 * What the user interface and `argocd app get` show. Since Argo CD 3 the health of an object, and what it says, stand in
 * Redis alone and no longer in the Application's status.
 */
export async function readApplicationTree(redis: string, application: string): Promise<readonly TreeNode[]> {
  const [host = '', port = ''] = redis.split(':');
  const ask = (...args: readonly string[]) =>
    run('redis-cli', ['-h', host, '-p', port, ...args], { encoding: 'buffer', maxBuffer: 64 * 2 ** 20 });
  const { stdout: names } = await ask('KEYS', `app|resources-tree|${application}|*.gz`);
  const [key] = names.toString().trim().split('\n');
  if (!key) return [];
  const { stdout } = await ask('GET', key);
  const tree = JSON.parse(gunzipSync(stdout.subarray(0, -1)).toString()) as { readonly nodes?: readonly TreeNode[] };
  return tree.nodes ?? [];
}
