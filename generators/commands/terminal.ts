import type { Terminal } from './command.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** FORCE_COLOR beats NO_COLOR (no-color.org: set and not empty) beats what the stream is. */
export function wantsColor(environment: Environment, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = environment;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return isTerminal && term !== 'dumb';
}

/** The terminal of this process. A reader that went away (`wheelwright … | head`) is no error: the work goes on unheard. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      process.stderr.write(`wheelwright cannot write its output: ${error.message}\n`);
      process.exit(1);
    });
  }
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    color: wantsColor(env, stdout.isTTY === true),
    interactive: stdin.isTTY === true && stdout.isTTY === true && stderr.isTTY === true && !env['CI'],
    ask,
    columns: stdout.columns ?? 80,
  };
}

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // A question that is left with Ctrl-D is never answered.
    const left = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
    return await Promise.race([lines.question(question), left]);
  } finally {
    lines.close();
  }
}
