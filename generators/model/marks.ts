export type Annotations = Readonly<Record<string, string>>;

/** How what delivers an object is to treat it. */
export interface Marks {
  /** When nothing asks for it any more it stays (and is no difference), goes once a person has approved, or goes. */
  readonly retention: 'keep' | 'confirm' | 'prune';
  /** Among what is delivered with it, what is smaller comes first. */
  readonly order?: number;
  /** Its kind comes with another object of the same commit. */
  readonly kindMayBeMissing?: boolean;
  /** The API server refuses most changes of it: to change it, it is made anew. */
  readonly immutable?: boolean;
}

/** In the words of an engine: what is written beside an object. */
export type Mark = (marks: Marks) => Annotations;

/** For whoever looks at an object that nobody delivers. */
export const unmarked: Mark = () => ({});
