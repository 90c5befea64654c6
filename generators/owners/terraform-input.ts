import type { OutputFile, OutputPath } from '../model/output.ts';

/** Variables of a Terraform root, one per line. */
export function terraformInput(path: OutputPath, variables: Readonly<Record<string, unknown>>): OutputFile {
  return { path, content: `${JSON.stringify(variables, undefined, 2)}\n` };
}
