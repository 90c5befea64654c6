import { readdirSync, readFileSync } from 'node:fs';

export interface MemoryUse {
  /** MiB of resident memory, all processes of the stack and the runner together. */
  readonly total: number;
  /** The same by command, largest first. */
  readonly byCommand: readonly { readonly command: string; readonly mebibytes: number }[];
}

/** Reads /proc of the private namespace, in which there is nothing but the stack. Shared pages count more than once. */
export function memoryInUse(): MemoryUse {
  const sums = new Map<string, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const status = readFileSync(`/proc/${entry}/status`, 'utf8');
      const [command = ''] = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0');
      const kibibytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
      const name = command.split('/').pop() ?? '';
      sums.set(name, (sums.get(name) ?? 0) + kibibytes / 1024);
    } catch {
      // It ended meanwhile.
    }
  }
  const byCommand = [...sums]
    .map(([command, mebibytes]) => ({ command, mebibytes: Math.round(mebibytes) }))
    .sort((a, b) => b.mebibytes - a.mebibytes);
  return { total: byCommand.reduce((sum, { mebibytes }) => sum + mebibytes, 0), byCommand };
}
