/** A value at a path, as people write it on one line: `eks: {addons: {coredns: …}}`. */
export const inFlow = (path: readonly (string | number)[], value: string): string =>
  path.toReversed().reduce<string>((inner, field, index) => `${field}: ${index === 0 ? inner : `{${inner}}`}`, value);
