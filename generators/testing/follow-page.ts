import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Block, Page } from './read-document.ts';

/** Where a page is followed. */
export interface Place {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** In what a page shows, a line for any lines, or the end of a line for any end. */
const ELLIPSIS = '…';

/**
 * Does what a page says, in order, and throws where it is not true: commands of a `sh` block are run, and a `text` block
 * right after it is what they print; a block whose first line names a file is written there, or merged into it, or, of a
 * generated file, found in it; the paths of a `tree` exist.
 */
export async function followPage(page: Page, place: Place): Promise<void> {
  let folder = place.folder;
  for (const [index, block] of page.blocks.entries()) {
    const { language, text, file } = block;
    const where = `${page.path}:${block.line}`;
    if (language === 'sh') {
      const next = page.blocks[index + 1];
      folder = await runShown(block, next?.language === 'text' ? next.text : undefined, { ...place, folder }, where);
    } else if (language === 'tree') {
      const missing = pathsOf(text).filter((path) => !existsSync(join(folder, path)));
      if (missing.length > 0) throw new Error(`${where}: there is no ${missing.join(', ')}`);
    } else if (file?.startsWith('out/')) {
      requireShown(excerptOf(text), readFileSync(join(folder, file), 'utf8'), where);
    } else if (file !== undefined) {
      writeBlock(join(folder, file), block);
    } else if (language !== 'text') {
      throw new Error(`${where}: a block of ${language || 'no language'} that names no file`);
    }
  }
}

/** Runs the commands of a block; gives the working directory that they leave. */
async function runShown(block: Block, shown: string | undefined, place: Place, where: string): Promise<string> {
  const { output, failed, folder } = await runBlock(block.text, place);
  const fails = shown !== undefined && /^error\b/m.test(shown);
  if (failed !== fails) throw new Error(`${where}: ${failed ? 'fails' : 'should fail'}:\n${output}`);
  if (shown !== undefined) requireShown(shown, output, where);
  return folder;
}

interface Ran {
  readonly output: string;
  readonly failed: boolean;
  readonly folder: string;
}

function runBlock(script: string, { folder, env }: Place): Promise<Ran> {
  const whole = `set -e\nexec 2>&1\ntrap 'printf "\\0%s" "$PWD"' EXIT\n${script}`;
  return new Promise((settle) => {
    execFile('sh', ['-c', whole], { cwd: folder, env, encoding: 'utf8' }, (error, stdout) => {
      const [output = '', left = folder] = stdout.split('\0');
      settle({ output, failed: error !== null, folder: left });
    });
  });
}

function writeBlock(path: string, { text, isPart }: Block): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, isPart ? merged(readFileSync(path, 'utf8'), text) : text);
}

/** The YAML with what a part of it says. */
function merged(whole: string, part: string): string {
  const document = parseDocument(whole);
  const set = (path: readonly unknown[], node: unknown): void => {
    const isIntoMap = isMap(node) && (path.length === 0 || isMap(document.getIn(path)));
    if (!isIntoMap) document.setIn(path, node);
    else for (const { key, value } of node.items) set([...path, isScalar(key) ? key.value : key], value);
  };
  set([], parseDocument(part).contents);
  return document.toString({ lineWidth: 0 });
}

/** Two spaces of indentation per folder; what stands after two spaces is not part of the path. */
function pathsOf(tree: string): readonly string[] {
  const above: string[] = [];
  return tree
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      const [name = ''] = line.trim().split(/ {2,}/);
      above.splice(depth, above.length, name.replace(/\/$/, ''));
      return above.join('/');
    });
}

/** What a block shows of a file: without the line that names it, and with anything before and after. */
function excerptOf(text: string): string {
  return `${ELLIPSIS}\n${text.slice(text.indexOf('\n') + 1).trimEnd()}\n${ELLIPSIS}`;
}

function requireShown(shown: string, actual: string, where: string): void {
  const lines = (text: string) => text.trim().split(/[ \t]*\n/);
  const pattern = lines(shown).map((line) => (line.trim() === ELLIPSIS ? '(?:.*\n)*?' : `${patternOf(line)}\n`));
  const printed = `${lines(actual).join('\n')}\n`;
  if (!new RegExp(`^${pattern.join('')}$`).test(printed)) {
    throw new Error(`${where} shows\n\n${shown.trim()}\n\nbut it is\n\n${printed.trim()}\n`);
  }
}

function patternOf(line: string): string {
  const text = line.endsWith(ELLIPSIS) ? line.slice(0, -ELLIPSIS.length) : line;
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') + (text === line ? '' : '.*');
}
