/** What the cloud returns for a field that a graph writes, where it is not simply what was sent. */
export interface Returned {
  /**
   * The answer to a value, which stands in this spec; `before`: what the cloud answered until now, of what exists. Where
   * it differs, ACK asks for an update for ever.
   */
  readonly is: (sent: unknown, spec: Readonly<Record<string, unknown>>, before?: unknown) => unknown;
  /** Where this is written down or was seen. */
  readonly source: string;
}

/**
 * `as sent`: the same. `any order`: the same items, which ACK compares without their order. `same document`: a JSON text,
 * which ACK compares by what it says. `not returned`: ACK keeps what was sent.
 */
export type Answer = 'as sent' | 'any order' | 'same document' | 'not returned' | Returned;

interface KindAnswers {
  /** Of the call that ACK makes to read an object, and of how it compares. */
  readonly source: string;
  /** By path in the spec; `a.b[]` for items. A path stands for all below it. */
  readonly fields: Readonly<Record<string, Answer>>;
  /** Fields that the cloud fills in and ACK writes into the spec. No graph may write them, or a list that they are in. */
  readonly filledIn?: readonly string[];
}

/** By service and kind. A graph lists what it writes and no other graph of its version lists. */
export type Answers = Readonly<Record<string, Readonly<Record<string, KindAnswers>>>>;
