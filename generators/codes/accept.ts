import { type Acceptance, acceptWarnings } from '../diagnostics/acceptance.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, nearestName } from '../util/did-you-mean.ts';
import { acceptanceCodes } from './acceptance-codes.ts';
import { codesLike, severityOf } from './severity-of.ts';

export interface AcceptOptions {
  /** Whether all problems with a code in a file were looked for: only then it can be said that none is there. */
  readonly isSought: (code: string, path: string) => boolean;
}

/** Diagnostics without the warnings that these comments accept, and with what is wrong with such comments. */
export function accept(
  diagnostics: readonly Diagnostic[],
  comments: readonly Acceptance[],
  { isSought }: AcceptOptions,
): readonly Diagnostic[] {
  const acceptances = comments.filter(({ code, at }) => isSought(code, at.span?.source.path ?? ''));
  if (acceptances.length === 0) return diagnostics;
  const wrong = acceptances.flatMap(judge);
  const { diagnostics: left, unused } = acceptWarnings(diagnostics, acceptances);
  if (wrong.length > 0) return [...left, ...wrong];
  // After an error nobody looks for what comes later.
  const isComplete = !left.some(({ severity }) => severity === 'error');
  return isComplete ? [...left, ...unused.map(tellUnused)] : left;
}

function judge({ code, reason, at }: Acceptance): Diagnostic[] {
  const tell = (about: keyof typeof acceptanceCodes, message: string, help: string): Diagnostic[] => [
    { code: about, severity: acceptanceCodes[about].severity, message, at, notes: [], help },
  ];
  const severity = severityOf(code);
  if (severity === undefined) {
    const known = codesLike(code);
    const nearest = nearestName(code, known);
    return tell(
      'acceptance/unknown-code',
      `"${code}" is no code of a diagnostic.${didYouMean(code, known)}`,
      nearest === undefined ? 'Remove the comment.' : `Write "${nearest}".`,
    );
  }
  if (severity === 'error' || code.startsWith('acceptance/'))
    return tell(
      'acceptance/of-error',
      severity === 'error'
        ? `"${code}" is an error, and only warnings can be accepted.`
        : `"${code}" is about comments like this, and cannot be accepted.`,
      'Remove the comment, and repair what it is about.',
    );
  if (reason === '')
    return tell(
      'acceptance/without-reason',
      `Nothing says why "${code}" is accepted here.`,
      `Write \`# accept ${code}: \` and the reason.`,
    );
  return [];
}

function tellUnused({ code, at }: Acceptance): Diagnostic {
  return {
    code: 'acceptance/unused',
    severity: 'warning',
    message: `"${code}" is accepted here, but nothing at this line gives it.`,
    at,
    notes: [],
    help: 'Remove the comment.',
  };
}
