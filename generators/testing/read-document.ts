import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fenced block of a page. */
export interface Block {
  /** What follows the opening fence: `sh`, `text`, `yaml`, … */
  readonly language: string;
  /** The file that its first line names: `# config/spokes/blue.yaml`, or `# in config/config.yaml` for a part of it. */
  readonly file?: string;
  readonly isPart: boolean;
  /** All lines, the first included. */
  readonly text: string;
  /** Of the opening fence, 1-based. */
  readonly line: number;
}

export interface Page {
  /** Below the root of the repository. */
  readonly path: string;
  readonly blocks: readonly Block[];
  /** Targets of its links that are no web addresses. */
  readonly links: readonly string[];
  /** What stands between backticks, outside of blocks. */
  readonly codes: readonly string[];
  /** What links to its headings have after `#`. */
  readonly anchors: ReadonlySet<string>;
}

const fenced = /^```([a-z]*)\n([\s\S]*?)^```$/gm;
const titled = /^(?:#|\/\/) (in )?([\w./-]+\/[\w.-]+\.(?:ya?ml|ts|json))\n/;

export function readPage(root: string, path: string): Page {
  const text = readFileSync(join(root, path), 'utf8');
  const prose = text.replaceAll(fenced, '');
  const found = (pattern: RegExp, among: string) => [...among.matchAll(pattern)].map(([, first = '']) => first);
  const titles = found(/^#+ (.*)$/gm, prose);
  return {
    path,
    blocks: [...blocksOf(text)],
    links: found(/\]\(([^)\s]+)\)/g, prose.replaceAll(/`[^`\n]*`/g, '')).filter((link) => !/^[a-z]+:/.test(link)),
    codes: found(/`([^`\n]+)`/g, prose),
    anchors: new Set(titles.map(anchorOf)),
  };
}

function* blocksOf(text: string): Iterable<Block> {
  for (const { 1: language = '', 2: body = '', index } of text.matchAll(fenced)) {
    const [, part, file] = titled.exec(body) ?? [];
    const line = text.slice(0, index).split('\n').length;
    yield { language, text: body, line, isPart: part !== undefined, ...(file !== undefined && { file }) };
  }
}

/** As code hosts make them. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
