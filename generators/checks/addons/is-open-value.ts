/** Whether the file of a spoke may set a value, by the list of an add-on, with dots between keys. */
export function isOpenValue(open: readonly string[], path: readonly string[]): boolean {
  return open.some((one) => one.split('.').every((key, index) => key === path[index]));
}
