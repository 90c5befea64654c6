/** A text file of the repository; `path` is relative to its root, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** Of the text, where it is known. */
  readonly hash?: string;
  /** For a document of a file of several: the file, and where in it the document starts. */
  readonly of?: { readonly file: Source; readonly start: number };
}

/** A range of a source in UTF-16 offsets, end exclusive. Lines and columns exist only in a reporter. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A range of a source; of a document, in its file. */
export function spanIn(source: Source, start: number, end: number): Span {
  if (source.of === undefined) return { source, start, end };
  const { file, start: from } = source.of;
  return { source: file, start: from + start, end: from + end };
}

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
}

export function positionAt(source: Source, offset: number): Position {
  const before = source.text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: [...before.slice(lineStart)].length + 1 };
}

/** The text of a 1-based line, without its line break; empty beyond the end. */
export function lineText(source: Source, line: number): string {
  return (source.text.split('\n')[line - 1] ?? '').replace(/\r$/, '');
}
