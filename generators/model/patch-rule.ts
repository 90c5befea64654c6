/** Who wrote a patch: whoever may write the file of a spoke, or the platform team, to which all layers belong. */
export type PatchWriter = 'spoke' | 'platform';

/** Fields of emitted objects that patches may touch. */
export interface PatchRule {
  readonly kinds: readonly string[];
  /** JSON pointers. `*` is any segment, `**` what is below too, `<own>` a key that no engine reads. */
  readonly paths: readonly string[];
  /** `spoke`: the file of a spoke and every layer; `platform`: layers alone. */
  readonly by: PatchWriter;
  readonly why: string;
}
