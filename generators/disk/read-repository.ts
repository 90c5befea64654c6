import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import { placeOf, type RepositoryFiles } from '../load/repository-files.ts';
import type { Source } from '../source/source.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { limits } from '../util/limits.ts';
import { codeOf, fileProblem, type ListedFile, type Listing, listRepository } from './list-repository.ts';
import { type Bounded, readBounded, type Trust } from './read-bounded.ts';
import { recordedNames } from './recorded-names.ts';

const MEBIBYTE = 1024 * 1024;

export interface ReadRepository {
  readonly files: RepositoryFiles;
  /** In code point order of their paths. */
  readonly problems: readonly CodedProblem[];
}

/** Reads all that a person wrote: the bytes that are there now, with no cache. */
export function readRepository(root: string): ReadRepository {
  return readListed(root, listRepository(root));
}

/** Reads listed files, in the order of the list. */
export function readListed(root: string, listing: Listing): ReadRepository {
  const problems = [...listing.problems];
  const files = {
    config: new Map<string, Source>(),
    authored: new Map<string, Source>(),
    others: new Map<string, Source>(),
  };
  for (const file of listing.files) {
    const place = placeOf(file.path) ?? 'others';
    const hasGraphs = place === 'others' || file.path.startsWith('hub/');
    const read = readListedFile(root, file, hasGraphs ? { maxSize: limits.graphBytes.most } : {});
    if ('code' in read) problems.push(read);
    else files[place].set(file.path, read);
  }
  problems.sort((a, b) => byCodePoint(pathOf(a), pathOf(b)) || byCodePoint(a.code, b.code));
  return { files: { ...files, recorded: recordedNames(root) }, problems };
}

function pathOf({ at }: CodedProblem): string {
  return at?.span?.source.path ?? '';
}

interface ReadOptions {
  /** Bytes. */
  readonly maxSize?: number;
  readonly trust?: Trust;
}

/** One file as text, without a byte order mark; or why it is none. */
export function readListedFile(
  root: string,
  { path }: Pick<ListedFile, 'path'>,
  { maxSize = limits.configBytes.most, trust = 'plain' }: ReadOptions = {},
): Source | CodedProblem {
  let read: Bounded;
  try {
    read = readBounded(join(root, path), maxSize, trust);
  } catch (error) {
    return fileProblem('file/unreadable', path, `"${path}" cannot be read (${codeOf(error)}).`);
  }
  if ('bytes' in read) return decodeFile(path, read.bytes, maxSize);
  if (read.fault === 'too-large') return tooLarge(path, maxSize);
  return fileProblem('file/unreadable', path, `"${path}" is neither a file nor a folder that can be read.`);
}

/** The bytes of a file as text; or why they are none. */
export function decodeFile(path: string, bytes: Buffer, maxSize: number): Source | CodedProblem {
  if (bytes.length > maxSize) return tooLarge(path, maxSize);
  if (!isUtf8(bytes)) return notUtf8(path, bytes);
  const text = bytes.toString('utf8');
  return { path, text: text.startsWith('\ufeff') ? text.slice(1) : text };
}

export function tooLarge(path: string, maxSize: number): CodedProblem {
  const help = 'Split it, or keep what is no configuration elsewhere.';
  return fileProblem('file/too-large', path, `"${path}" has more than ${maxSize / MEBIBYTE} MiB.`, help);
}

function notUtf8(path: string, bytes: Buffer): CodedProblem {
  const help = 'Save it as UTF-8.';
  if (/^(fffe|feff)/.test(bytes.subarray(0, 2).toString('hex'))) {
    return fileProblem('file/not-utf8', path, 'The file is in UTF-16, not in UTF-8.', help);
  }
  // Decoding replaces every wrong sequence by U+FFFD, so the bytes differ first within the first wrong sequence.
  const text = bytes.toString('utf8');
  const again = Buffer.from(text);
  let wrong = 0;
  while (bytes[wrong] === again[wrong]) wrong += 1;
  const start = bytes
    .subarray(0, wrong)
    .toString('utf8')
    .replace(/\ufffd$/, '').length;
  const byte = (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const at = { span: { source: { path, text }, start, end: start + 1 } };
  return { code: 'file/not-utf8', message: `The file is not in UTF-8: the byte 0x${byte} is wrong here.`, at, help };
}
