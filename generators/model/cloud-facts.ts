/** What clouds publish of themselves, in files that this program comes with: read where a check asks, and parsed once. */
export interface CloudFacts {
  readonly read: <T>(file: string, parse: (text: string) => T) => T;
}

/** `textOf`: of a file, such as `aws/iam.json`. */
export function newCloudFacts(textOf: (file: string) => string): CloudFacts {
  const parsed = new Map<string, unknown>();
  return {
    read<T>(file: string, parse: (text: string) => T): T {
      if (!parsed.has(file)) parsed.set(file, parse(textOf(file)));
      return parsed.get(file) as T;
    },
  };
}
