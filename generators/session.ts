import { type Compilation, type CompileOptions, compile } from './compile.ts';
import { placeOf, type RepositoryFiles } from './load/repository-files.ts';
import type { Source } from './source/source.ts';
import { newTables, sweepTables } from './tables.ts';
import { byCodePoint } from './util/code-point-order.ts';

/** A compilation that stays: of what is edited, all that it reaches is made again, and nothing else. */
export interface Session {
  /** Texts by path, as they are from now on; undefined where there is no such file any more. */
  edit(texts: ReadonlyMap<string, string | undefined>): void;
  /** What a clean compilation makes of all texts as they are. */
  compilation(): Promise<Compilation>;
}

export function newSession(options: CompileOptions, files: Partial<RepositoryFiles> = {}): Session {
  const sources = new Map<string, Source>();
  const tables = newTables(({ path, hash }) => sources.get(path)?.hash === hash);
  for (const place of ['config', 'authored', 'others'] as const)
    for (const { path, text } of files[place]?.values() ?? []) keep(path, text);

  function keep(path: string, text: string): void {
    if (sources.get(path)?.text !== text) sources.set(path, { path, text, hash: options.hash(text) });
  }

  function arranged(): RepositoryFiles {
    const { recorded } = files;
    const sorted = [...sources].sort(([a], [b]) => byCodePoint(a, b));
    const at = (place: ReturnType<typeof placeOf>) => new Map(sorted.filter(([path]) => placeOf(path) === place));
    return { config: at('config'), authored: at('authored'), others: at('others'), ...(recorded && { recorded }) };
  }

  return {
    edit(texts) {
      for (const [path, text] of texts) {
        if (text === undefined) sources.delete(path);
        else keep(path, text);
      }
    },
    async compilation() {
      const compiled = await compile(arranged(), options, tables);
      sweepTables(tables);
      return compiled;
    },
  };
}
