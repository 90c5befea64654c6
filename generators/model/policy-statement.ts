/** Operator, key, value: `{StringEquals: {'aws:RequestedRegion': 'eu-west-1'}}`. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What somebody may do in a cloud account, in the words of the cloud. Nothing is ever denied. */
export interface PolicyStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Conditions | undefined;
}
