import type { Path } from '../source/path.ts';
import type { Source, Span } from '../source/source.ts';
import type { FileKind } from './file-kinds.ts';

/** A file of `config/`, parsed and valid by itself. */
export interface ParsedFile {
  readonly kind: FileKind;
  /** The stem of the file name. */
  readonly name: string;
  readonly source: Source;
  readonly value: Readonly<Record<string, unknown>>;
  /** The exact place of a path; undefined where the file does not say it. */
  readonly find: (path: Path, at?: 'key' | 'value') => Span | undefined;
}

/** All files of `config/`, each kind by name, in code point order. */
export type ParsedConfig = Readonly<Record<FileKind, ReadonlyMap<string, ParsedFile>>>;
