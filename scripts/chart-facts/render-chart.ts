import { execFileSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../generators/model/manifest.ts';

export interface Release {
  /** Path of the program. */
  readonly helm: string;
  readonly dir: string;
  readonly release: string;
  readonly namespace: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What Helm makes of a chart for a new release, tests of the chart aside. */
export function renderChart({ helm, dir, release, namespace, values }: Release): readonly Manifest[] {
  const flags = ['--namespace', namespace, '--include-crds', '--skip-tests', '--values', '-'];
  const text = execFileSync(helm, ['template', release, dir, ...flags], {
    input: JSON.stringify(values),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const objects = parseAllDocuments(text).map((document) => document.toJS({ maxAliasCount: -1 }) as Manifest | null);
  return objects.flatMap((object) => (object === null ? [] : itemsOf(object)));
}

/** A list stands for what is in it. */
function itemsOf(object: Manifest): readonly Manifest[] {
  const { items } = object as { readonly items?: readonly Manifest[] };
  return object.kind === 'List' && items !== undefined ? items : [object];
}
