/** Each item whose key an earlier one has, with that one. */
export function* takenTwice<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): Iterable<readonly [item: Item, first: Item]> {
  const taken = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    const first = taken.get(key);
    if (first === undefined) taken.set(key, item);
    else yield [item, first];
  }
}
