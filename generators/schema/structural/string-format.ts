/** What a format asks of a string; formats that API servers ignore, and those that only their own libraries can judge, are absent. */
export interface StringFormat {
  readonly says: string;
  fits(text: string): boolean;
}

const dateTime = /^(\d{4}-\d{2}-\d{2})t([01]\d|2[0-3]):[0-5]\d:[0-5]\d([.,]\d+)?(z|[+-]\d{2}:\d{2})$/i;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const quantity = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const formats: ReadonlyMap<string, StringFormat> = new Map([
  ['date-time', { says: 'a time such as 2026-01-31T12:00:00Z', fits: isDateTime }],
  ['date', { says: 'a date such as 2026-01-31', fits: isDate }],
  ['byte', { says: 'base64', fits: (text) => base64.test(text.replace(/[\r\n]/g, '')) }],
  ['uuid', { says: 'a UUID', fits: (text) => uuid.test(text) }],
]);

export function stringFormat(name: string): StringFormat | undefined {
  return formats.get(name);
}

/** An amount of a resource: `500m`, `2Gi`, `1e3`. */
export function isQuantity(text: string): boolean {
  return quantity.test(text);
}

function isDateTime(text: string): boolean {
  const match = dateTime.exec(text);
  return match?.[1] !== undefined && isDate(match[1]);
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (daysOfMonth[month - 1] ?? 0) + (leap ? 1 : 0);
}
