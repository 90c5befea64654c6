import { reportJson } from './json.ts';
import { reportPretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';

/** By the value of `--format`. */
export const reporters = { pretty: reportPretty, json: reportJson } satisfies Readonly<Record<string, Reporter>>;
