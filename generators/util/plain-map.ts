export type PlainMap = Readonly<Record<string, unknown>>;

/** One that belongs to whoever changes it. */
export type OpenMap = Record<string, unknown>;

export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isOpenMap(value: unknown): value is OpenMap {
  return isMap(value);
}

/** The sort of a value, for messages. */
export function sortOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'boolean') return 'a boolean';
  return Number.isInteger(value) ? 'an integer' : 'a number';
}
