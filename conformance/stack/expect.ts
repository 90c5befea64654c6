/** Throws what does not hold. */
export function expect(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Throws both values if they are not the same JSON. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: is ${is}, should be ${should}`);
}
