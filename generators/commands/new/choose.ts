import { nearestName } from '../../util/did-you-mean.ts';
import type { Terminal } from '../command.ts';

const SHOWN_NAMES = 12;

export interface Choice {
  /** Such as `environment`: the name of the option. */
  readonly option: string;
  readonly given: string | undefined;
  readonly known: readonly string[];
  /** What to do where there is nothing to choose from. */
  readonly whenNone: string;
}

/** A wrong or missing option, for `misuse`. */
export interface Unchosen {
  readonly misuse: string;
}

/** What was given, or what a person says when asked on a terminal: one of what is known. */
export async function choose(
  { option, given, known, whenNone }: Choice,
  terminal: Terminal,
): Promise<string | Unchosen> {
  if (known.length === 0) return { misuse: whenNone };
  const list = listed(known);
  if (given !== undefined) {
    if (known.includes(given)) return given;
    return { misuse: `--${option} is "${given}", which is not known.${nearest(given, known)} Known: ${list}.` };
  }
  if (terminal.interactive && terminal.ask !== undefined) {
    const { ask } = terminal;
    for (
      let answer = await ask(`${option} (${list}): `);
      answer !== undefined;
      answer = await ask(`${option} (${list}): `)
    ) {
      const name = answer.trim();
      if (known.includes(name)) return name;
      terminal.err(`"${name}" is none of them.${nearest(name, known)}\n`);
    }
  }
  return { misuse: `--${option} is missing. Known: ${list}.` };
}

function nearest(name: string, known: readonly string[]): string {
  const found = nearestName(name, known);
  return found === undefined ? '' : ` Did you mean "${found}"?`;
}

function listed(names: readonly string[]): string {
  return names.length > SHOWN_NAMES
    ? `${names.slice(0, SHOWN_NAMES).join(', ')} and ${names.length - SHOWN_NAMES} more`
    : names.join(', ');
}
