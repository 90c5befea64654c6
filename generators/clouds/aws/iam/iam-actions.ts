/** What AWS publishes of an action. */
export interface IamAction {
  /** Types of resources that it can be limited to; none for one that is allowed for all or for nothing. */
  readonly on?: readonly string[];
  /** Condition keys beside those of its resource types. */
  readonly keys?: readonly string[];
}

export interface IamService {
  readonly actions: Readonly<Record<string, IamAction>>;
  readonly types: Readonly<Record<string, { readonly arn: string; readonly keys?: readonly string[] }>>;
  /** Type of each condition key. */
  readonly keys: Readonly<Record<string, string>>;
}

export interface IamActions {
  /** Prefixes of all services. */
  readonly services: readonly string[];
  readonly service: (prefix: string) => IamService | undefined;
}

/**
 * The text of `schemas/aws/iam.json`, of which only the lines of services that somebody asks for are parsed: the whole is
 * 1.8 MB.
 */
export function readIamActions(text: string): IamActions {
  const lines = new Map<string, string>();
  for (const line of text.split('\n')) {
    const prefix = /^"([a-z0-9-]+)": (?=\{)/.exec(line);
    if (prefix?.[1] !== undefined) lines.set(prefix[1], line.slice(prefix[0].length).replace(/,$/, ''));
  }
  const parsed = new Map<string, IamService>();
  return {
    services: [...lines.keys()],
    service(prefix) {
      const line = lines.get(prefix);
      if (line === undefined) return undefined;
      const service = parsed.get(prefix) ?? (JSON.parse(line) as IamService);
      parsed.set(prefix, service);
      return service;
    },
  };
}
