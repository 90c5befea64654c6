import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Locate } from '../source/origin.ts';
import type { Path } from '../source/path.ts';

interface Both {
  /** Such as `Application "shop"`. */
  readonly what: string;
  /** Where both fields are. */
  readonly path: Path;
  readonly first: string;
  readonly second: string;
  readonly locate: Locate;
}

/** Two fields of which only one can be: they may come from different layers. */
export function bothGiven({ what, path, first, second, locate }: Both): Problem {
  return {
    message: `${what} has both "${first}" and "${second}"; only one of them can be.`,
    at: locate([...path, second], 'key'),
    notes: [{ message: `"${first}" is set`, at: locate([...path, first], 'key') }],
    help: `Remove one of them; \`${first}: null\` removes what an earlier layer says.`,
  };
}
