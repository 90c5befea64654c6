import {
  boolType,
  bytesType,
  type CelType,
  doubleType,
  durationType,
  dynType,
  intType,
  listOf,
  mapOf,
  nullType,
  opaqueType,
  optionalOf,
  stringType,
  timestampType,
  uintType,
} from '../types/cel-type.ts';

/**
 * Functions by name, and the forms of each, in the order in which cel-go tries them: `(int, string): bool` is called as
 * `name(1, "a")`, and `string.(int): bool` as `"a".name(1)`. A single capital letter is any type, the same wherever it stands.
 */
export type FunctionTable = Readonly<Record<string, readonly string[]>>;

export interface Overload {
  /** Its first argument stands before the dot. */
  readonly method: boolean;
  readonly args: readonly CelType[];
  readonly result: CelType;
  /** It has type parameters. */
  readonly generic: boolean;
}

const named: Readonly<Record<string, CelType>> = {
  dyn: dynType,
  null: nullType,
  bool: boolType,
  int: intType,
  uint: uintType,
  double: doubleType,
  string: stringType,
  bytes: bytesType,
  timestamp: timestampType,
  duration: durationType,
};

export function parseSignature(text: string): Overload {
  const words = text.match(/[\w.]*\w|[(),:]|\.(?=\()/g) ?? [];
  let at = 0;
  let generic = false;
  const take = () => words[at++] ?? '';

  function takeTypes(): CelType[] {
    const types: CelType[] = [];
    take();
    while (words[at] !== ')') {
      types.push(takeType());
      if (words[at] === ',') take();
    }
    take();
    return types;
  }

  function takeType(): CelType {
    const name = take();
    const parameters = words[at] === '(' ? takeTypes() : [];
    const [first = dynType, second = dynType] = parameters;
    if (name === 'list') return listOf(first);
    if (name === 'map') return mapOf(first, second);
    if (name === 'optional') return optionalOf(first);
    if (name === 'type') return { kind: 'type', of: first };
    if (/^[A-Z]$/.test(name)) {
      generic = true;
      return { kind: 'parameter', name };
    }
    return named[name] ?? opaqueType(name);
  }

  const receiver = words[0] === '(' ? undefined : takeType();
  if (receiver !== undefined) take();
  const args = takeTypes();
  take();
  const result = takeType();
  return { method: receiver !== undefined, args: receiver ? [receiver, ...args] : args, result, generic };
}
