import { checkParsed } from '../../cel/check/check-expression.ts';
import { type Call, type Expression, operator } from '../../cel/syntax/expression.ts';
import { type CelType, formatType } from '../../cel/types/cel-type.ts';

/** What of a value kro cannot write into an object, and how to write it instead. */
export interface Unwritable {
  readonly says: string;
  readonly help: string;
}

type Variables = ReadonlyMap<string, CelType>;

const around = (call: string) => `Write \`${call}(…)\` around it.`;
const instead = (call: string, part: string) =>
  `Write the text without \`${call}(…)\`, or a part of it, such as \`${call}(…).${part}()\`.`;

const helps: Readonly<Record<string, string>> = {
  'kubernetes.Quantity': 'Write `(…).asInteger()`, which gives it as a number.',
  'net.IP': around('string'),
  'net.CIDR': around('string'),
  'kubernetes.URL': instead('url', 'getHost'),
  'kubernetes.Semver': instead('semver', 'major'),
};
const maxInt = 2n ** 63n - 1n;

/** What of an expression's value kro cannot write; undefined where it can, or where nothing is known. After its pkg/cel/conversion. */
export function findUnwritable(at: Expression, type: CelType, variables: Variables): Unwritable | undefined {
  const typeOf = (part: Expression): CelType => checkParsed(part, variables).type ?? { kind: 'dyn' };
  const first = (parts: readonly Expression[]) => parts.map((part) => find(part)).find((one) => one !== undefined);

  function find(part: Expression, known = typeOf(part)): Unwritable | undefined {
    return inType(known, mayBeRead(part)) ?? inParts(part);
  }

  /** What is certainly in the value, and its type does not tell of. */
  function inParts(part: Expression): Unwritable | undefined {
    if (part.kind === 'literal') return inLiteral(part);
    if (part.kind === 'list') return first(part.items.map(({ value }) => value));
    if (part.kind === 'map') {
      const key = part.entries.map((entry) => inKey(insideDyn(typeOf, entry.key))).find((one) => one !== undefined);
      return key ?? first(part.entries.map(({ value }) => value));
    }
    if (part.kind !== 'call') return undefined;
    const { name, args } = part;
    if (name === operator.add) return inSum(part);
    if (name === operator.conditional) {
      const branches = args.slice(1).map((branch) => find(branch));
      return branches.every((branch) => branch !== undefined) ? branches[0] : undefined;
    }
    if (name === 'deepMerge' && part.target !== undefined) return first([part.target, ...args]);
    return passes(part) ? first(args) : undefined;
  }

  /** A text and something else cannot be added; only where CEL knows no types it takes them. */
  function inSum(sum: Call): Unwritable | undefined {
    const types = termsOf(sum).map((term) => insideDyn(typeOf, term));
    const other = types.find(({ kind }) => !['string', 'dyn', 'error', 'parameter'].includes(kind));
    if (other === undefined || !types.some(({ kind }) => kind === 'string')) return undefined;
    return { says: `a text with ${formatType(other)} in it`, help: around('string') };
  }

  return find(at, type);
}

/** `read`: a map may be one that an object has, which is passed on as it stands there. */
function inType(type: CelType, read: boolean): Unwritable | undefined {
  switch (type.kind) {
    case 'bytes':
      return { says: 'bytes', help: around('base64.encode') };
    case 'type':
      return { says: formatType(type), help: 'Compare it: `type(…) == type("")` gives true or false.' };
    case 'struct': {
      const help = helps[type.name];
      return help === undefined ? undefined : { says: type.name, help };
    }
    case 'list':
      return inType(type.element, read);
    case 'optional':
      return inType(type.value, read);
    case 'map':
      return inKey(type.key) ?? (read ? undefined : inType(type.value, read));
    default:
      return undefined;
  }
}

function inKey(key: CelType): Unwritable | undefined {
  if (['string', 'dyn', 'error', 'parameter'].includes(key.kind)) return undefined;
  return { says: `a map with keys of type ${formatType(key)}`, help: 'Write `string(…)` around its keys.' };
}

function inLiteral(at: Expression): Unwritable | undefined {
  if (at.kind !== 'literal' || at.literal.type !== 'uint' || at.literal.value <= maxInt) return undefined;
  return { says: `a number beyond ${maxInt}`, help: around('string') };
}

function insideDyn(typeOf: (part: Expression) => CelType, at: Expression): CelType {
  const [of] = at.kind === 'call' && at.name === 'dyn' && at.target === undefined ? at.args : [];
  return of === undefined ? typeOf(at) : insideDyn(typeOf, of);
}

function termsOf(at: Expression): readonly Expression[] {
  return at.kind === 'call' && at.name === operator.add ? at.args.flatMap(termsOf) : [at];
}

/** `dyn(x)` and `optional.of(x)` hold what they are given. */
function passes({ name, target }: Call): boolean {
  if (target === undefined) return name === 'dyn' || name === 'optional.of';
  const isOptional = target.kind === 'identifier' && target.name === 'optional';
  return isOptional && (name === 'of' || name === 'ofNonZeroValue');
}

const selecting: readonly string[] = [operator.index, operator.optionalIndex, operator.optionalSelect];

/** Whether a value may have been read out of an object. Loops may pass on what they walk over, but for those that build a map. */
function mayBeRead(at: Expression): boolean {
  switch (at.kind) {
    case 'identifier':
      return true;
    case 'comprehension':
      return at.init.kind !== 'map';
    case 'select':
      return mayBeRead(at.operand);
    case 'call': {
      const [first, ...others] = at.args;
      if (selecting.includes(at.name)) return first !== undefined && mayBeRead(first);
      if (at.name === operator.conditional) return others.some(mayBeRead);
      return [at.target, ...at.args].some((part) => part !== undefined && mayBeRead(part));
    }
    case 'list':
      return at.items.some(({ value }) => mayBeRead(value));
    case 'map':
      return at.entries.some(({ value }) => mayBeRead(value));
    default:
      return false;
  }
}
