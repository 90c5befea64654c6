import { setTimeout as pause } from 'node:timers/promises';

const intervalMs = 100;
/** Of how long is waited everywhere: more on a slow machine, less where failure is expected. */
const patience = Number(process.env['CONFORMANCE_PATIENCE'] ?? 1);

/** `undefined` and `false` mean: not yet. */
export type Probe<T> = () => T | undefined | false | Promise<T | undefined | false>;

export interface Patience {
  /** How long to ask, in seconds. */
  readonly seconds: number;
  /** Says why it may never come true; throws to give up at once. */
  readonly stuck?: () => string | undefined | Promise<string | undefined>;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Asks until the answer is there, and returns it. What a probe throws counts as "not yet": servers refuse while they start.
 * After the deadline it throws, with the last thing that was thrown and what `stuck` has to say.
 */
export async function until<T>(what: string, probe: Probe<T>, { seconds, stuck }: Patience): Promise<T> {
  const deadline = performance.now() + seconds * patience * 1000;
  let last = '';
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== false) return answer;
      last = '';
    } catch (error) {
      last = reasonOf(error);
    }
    if (performance.now() > deadline) {
      const said = await Promise.resolve(stuck?.()).catch(reasonOf);
      throw new Error(
        [`${what}: not within ${seconds * patience} s`, last, said ?? ''].filter((part) => part !== '').join('; '),
      );
    }
    await pause(intervalMs);
  }
}
