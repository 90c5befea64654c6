/** Texts that Go's `strconv.ParseBool` takes. https://pkg.go.dev/strconv#ParseBool */
const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, false] as const),
]);

export function parseGoBoolean(text: string): boolean | undefined {
  return booleans.get(text);
}

const int64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n };

/** `strconv.ParseInt(text, 10, 64)`. */
export function parseGoInteger(text: string): bigint | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return value < int64.least || value > int64.most ? undefined : value;
}

const decimal = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const hexadecimal = /^[+-]?0[xX](?:([0-9a-fA-F]+)\.?([0-9a-fA-F]*)|\.([0-9a-fA-F]+))[pP]([+-]?[0-9]+)$/;

/** `strconv.ParseFloat(text, 64)`; a number beyond its range is none. */
export function parseGoFloat(text: string): number | undefined {
  if (/^[+-]?inf(?:inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/^nan$/i.test(text)) return Number.NaN;
  const value = decimal.test(text) ? Number(text) : hexadecimalValue(text);
  return value === undefined || !Number.isFinite(value) ? undefined : value;
}

function hexadecimalValue(text: string): number | undefined {
  const found = hexadecimal.exec(text);
  if (found === null) return undefined;
  const [, whole = '', part = '', bare = '', exponent = '0'] = found;
  const digits = Number.parseInt(`${whole}${part}${bare}`, 16);
  const value = digits * 2 ** (Number(exponent) - 4 * (part.length + bare.length));
  return text.startsWith('-') ? -value : value;
}
