import type { CST, Document } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../source/source.ts';
import { limits } from '../../util/limits.ts';
import { newComposer } from '../compose-documents.ts';
import { parseSimpleYaml } from '../parse-simple-yaml.ts';
import { parseTokens } from '../parse-tokens.ts';
import { describeSyntaxError } from './describe-syntax-error.ts';
import { plainData } from './plain-data.ts';
import { MAX_DEPTH, tooDeep, tooManyMarks, type YamlProblem } from './yaml-problem.ts';

export interface ParsedYaml {
  /** Plain data; undefined where the text is no YAML document. Shares nothing: every alias is a copy. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

interface Composed {
  readonly document: Document.Parsed | undefined;
  readonly problems: readonly YamlProblem[];
}

// Whether keys are unique and what tags mean is decided by `plainData`, with both places.
const options = {
  version: '1.2',
  schema: 'core',
  prettyErrors: false,
  uniqueKeys: false,
  resolveKnownTags: false,
  logLevel: 'silent',
} as const;

/** All control characters but tab and line breaks, and what reorders text on a screen: a reader would not see them. */
const invisible = /[^\P{Cc}\t\n\r]|\r(?!\n)|[\u202a-\u202e\u2066-\u2069]/u;

function composeFirst(text: string): Composed {
  const problems: YamlProblem[] = [];
  let documents = 0;
  function* tokensOfFirst(tokens: readonly CST.Token[]) {
    for (const token of tokens) {
      if (token.type === 'directive') {
        const end = token.offset + token.source.length;
        problems.push({
          code: 'yaml/directive',
          message: `The directive "${token.source}" is not supported: every file is read as YAML 1.2.`,
          start: token.offset,
          end,
          help: 'Remove this line.',
        });
        continue;
      }
      if (token.type === 'document' && ++documents > 1) {
        const marker = token.start.find(({ type }) => type === 'doc-start');
        const start = marker?.offset ?? token.offset;
        problems.push({
          code: 'yaml/several-documents',
          message: 'A second document begins here; a file holds one.',
          start,
          end: start + (marker?.source.length ?? 1),
          help: 'Put it into a file of its own, or remove this line.',
        });
        return;
      }
      yield token;
    }
  }
  const parsed = parseTokens(text, { depth: MAX_DEPTH, marks: limits.marks.most });
  if ('tooDeep' in parsed) return { document: undefined, problems: [tooDeep(parsed.tooDeep)] };
  if ('tooMany' in parsed) return { document: undefined, problems: [tooManyMarks(parsed.tooMany)] };
  const composed = newComposer(options).compose(tokensOfFirst(parsed.tokens), true, text.length);
  const { value: document } = composed.next();
  return { document: document ?? undefined, problems };
}

/** The document as nodes with ranges, for looking up places; whatever could be understood of a broken one. */
export function composeYaml(source: Source): Document.Parsed | undefined {
  return composeFirst(source.text).document;
}

function problemsOfDocument(text: string, { document, problems }: Composed): readonly YamlProblem[] {
  const hidden = invisible.exec(text);
  if (hidden !== null) {
    const code = (hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const message = `The file holds the invisible character U+${code}.`;
    const help = 'Remove it; in a string, write it as an escape sequence in double quotes.';
    return [{ code: 'yaml/invisible-character', message, start: hidden.index, end: hidden.index + 1, help }];
  }
  if (document === undefined) return problems;
  // What follows the first error is mostly its echo.
  const [error] = document.errors;
  if (error !== undefined) return [describeSyntaxError(error, text, document), ...problems.slice(0, 1)];
  const { contents } = document;
  if (contents === null || contents.range[0] === contents.range[1]) {
    const help = 'Write `{}` where there is nothing to say, or delete the file.';
    return [...problems, { code: 'yaml/empty-file', message: 'The file is empty.', start: 0, end: 0, help }];
  }
  return problems;
}

/** Parses a file as one document of YAML 1.2 (core schema). Never throws. */
export function parseYaml(source: Source): ParsedYaml {
  const simple = parseSimpleYaml(source.text);
  return simple === undefined ? parseGeneralYaml(source) : { value: simple, diagnostics: [] };
}

/** The same for any text: the judge of what YAML says. */
export function parseGeneralYaml(source: Source): ParsedYaml {
  const composed = composeFirst(source.text);
  const problems = [...problemsOfDocument(source.text, composed)];
  let value: unknown;
  const fatal = problems.some(({ code }) => code !== 'yaml/several-documents' && code !== 'yaml/directive');
  if (!fatal && composed.document !== undefined) {
    const data = plainData(composed.document, source.text);
    value = data.value;
    problems.push(...data.problems);
  }
  return { value, diagnostics: problems.map((problem) => toDiagnostic(problem, source)) };
}

function toDiagnostic({ code, message, start, end, notes = [], help }: YamlProblem, source: Source): Diagnostic {
  // The library tells some errors one character behind the end.
  const last = source.text.length;
  const originOf = (from: number, to: number) => ({
    span: { source, start: Math.min(from, last), end: Math.min(to, last) },
  });
  return {
    code,
    severity: 'error',
    message,
    at: originOf(start, end),
    notes: notes.map((note) => ({ message: note.message, at: originOf(note.start, note.end) })),
    ...(help !== undefined && { help }),
  };
}
