/** A file as it lies on a disk: text, bytes, a link to another path, or nothing. */
export type FileOnDisk = string | Uint8Array | { readonly link: string } | undefined;

/** A mistake that a person makes, in files that are added to the small repository. */
export interface BadInput {
  /** What is wrong, as a heading. */
  readonly title: string;
  readonly files: Readonly<Record<string, FileOnDisk>>;
  /** Shown in the place of files that nobody wants to read. */
  readonly shown?: string;
  /** It looks bad, but is accepted. */
  readonly accepted?: true;
}

/** A spoke beside `blue`, with these lines after those that every spoke has. */
export function green(...lines: readonly string[]): Readonly<Record<string, string>> {
  return spokeFile(['environment: production', 'account: main', 'region: eu-west-1', ...lines]);
}

/** The same with a network of its own. */
export function greenWith(...lines: readonly string[]): Readonly<Record<string, string>> {
  return green('network: {cidr: 10.1.0.0/18}', ...lines);
}

/** A spoke of exactly these lines. */
export function spokeFile(lines: readonly string[]): Readonly<Record<string, string>> {
  return { 'config/spokes/green.yaml': lines.map((line) => `${line}\n`).join('') };
}
