/** Digits without an exponent, as few as tell the number from its neighbours; that is how `%s` and `%d` write one. */
export function formatDouble(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const text = String(value);
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  if (exponent === undefined) return Object.is(value, -0) ? '-0' : text;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** With an exponent where it is small or not: `string(1e6)` is `1e+06`, as Go prints the fewest digits. */
export function shortestDouble(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [, exponent = '0'] = /e([+-]\d+)$/.exec(value.toExponential()) ?? [];
  if (Number(exponent) >= -4 && Number(exponent) < 6) return formatDouble(value);
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}
