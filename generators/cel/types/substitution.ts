import { type CelType, dynType, listOf, mapOf, optionalOf } from './cel-type.ts';
import { sameType } from './same-type.ts';

/** What is known so far about type parameters. */
export interface Substitution {
  /** Whether a value of `from` may stand where `to` is expected. What that decides about parameters is kept only when all of it holds. */
  assign(from: readonly CelType[], to: readonly CelType[]): boolean;
  /** A type with all that is known put in. */
  apply(type: CelType): CelType;
  /** The same, and dyn for what nothing has decided. */
  close(type: CelType): CelType;
}

/** Unification as cel-go does it in checker/types.go; whatever differs here would differ in verdicts. */
export function createSubstitution(): Substitution {
  const known = new Map<string, CelType>();
  /** What was known before each change, to go back to. */
  const undo: [name: string, before: CelType | undefined][] = [];

  function set(name: string, type: CelType): void {
    undo.push([name, known.get(name)]);
    known.set(name, type);
  }

  function rollBack(to: number): void {
    while (undo.length > to) {
      const [name, before] = undo.pop() as [string, CelType | undefined];
      if (before === undefined) known.delete(name);
      else known.set(name, before);
    }
  }

  function assignable(from: CelType, to: CelType): boolean {
    if (to.kind === 'parameter') {
      const verdict = bind(from, to.name, to);
      if (verdict !== 'unbound') return verdict === 'agrees';
    }
    if (from.kind === 'parameter') return bind(to, from.name, from) === 'agrees';
    if (isWild(from) || isWild(to)) return true;
    if (from.kind === 'null') return acceptsNull(to);
    if (to.kind === 'null') return acceptsNull(from);
    switch (from.kind) {
      case 'list':
        return to.kind === 'list' && assignable(from.element, to.element);
      case 'map':
        return to.kind === 'map' && assignable(from.key, to.key) && assignable(from.value, to.value);
      case 'optional':
        return to.kind === 'optional' && assignable(from.value, to.value);
      case 'type':
        return to.kind === 'type';
      default:
        return sameType(from, to);
    }
  }

  /** Whether a parameter may be `type`, from now on if nothing is known of it. Unbound: it may not, for it would contain itself. */
  function bind(type: CelType, name: string, parameter: CelType): 'agrees' | 'differs' | 'unbound' {
    if (sameType(type, parameter)) return 'agrees';
    const now = known.get(name);
    if (now === undefined) {
      if (occurs(name, type)) return 'unbound';
      set(name, type);
      return 'agrees';
    }
    if (sameType(type, now)) return 'agrees';
    if (!assignable(type, now)) return 'differs';
    const general = isEqualOrLessSpecific(type, now) ? type : now;
    if (!occurs(name, general)) set(name, general);
    return 'agrees';
  }

  function occurs(name: string, type: CelType): boolean {
    switch (type.kind) {
      case 'parameter': {
        if (type.name === name) return true;
        const now = known.get(type.name);
        return now !== undefined && occurs(name, now);
      }
      case 'list':
        return occurs(name, type.element);
      case 'map':
        return occurs(name, type.key) || occurs(name, type.value);
      case 'optional':
        return occurs(name, type.value);
      case 'type':
        return occurs(name, type.of);
      default:
        return false;
    }
  }

  function replace(type: CelType, open: boolean): CelType {
    switch (type.kind) {
      case 'parameter': {
        const now = known.get(type.name);
        if (now !== undefined) return replace(now, open);
        return open ? type : dynType;
      }
      case 'list': {
        const element = replace(type.element, open);
        return element === type.element ? type : listOf(element);
      }
      case 'map': {
        const [key, value] = [replace(type.key, open), replace(type.value, open)];
        return key === type.key && value === type.value ? type : mapOf(key, value);
      }
      case 'optional': {
        const value = replace(type.value, open);
        return value === type.value ? type : optionalOf(value);
      }
      case 'type':
        return { kind: 'type', of: replace(type.of, open) };
      default:
        return type;
    }
  }

  return {
    assign(from, to) {
      if (from.length !== to.length) return false;
      const before = undo.length;
      const agrees = from.every((type, index) => assignable(type, to[index] as CelType));
      if (!agrees) rollBack(before);
      return agrees;
    },
    apply: (type) => replace(type, true),
    close: (type) => replace(type, false),
  };
}

const isWild = ({ kind }: CelType) => kind === 'dyn' || kind === 'error';

function acceptsNull({ kind }: CelType): boolean {
  return ['null', 'struct', 'optional', 'timestamp', 'duration'].includes(kind);
}

/** Whether the first of two types that agree says as much as the second, or less. */
export function isEqualOrLessSpecific(left: CelType, right: CelType): boolean {
  if (left.kind === 'dyn' || left.kind === 'parameter') return true;
  if (right.kind === 'dyn' || right.kind === 'parameter' || left.kind !== right.kind) return false;
  if (left.kind === 'list' && right.kind === 'list') return isEqualOrLessSpecific(left.element, right.element);
  if (left.kind === 'optional' && right.kind === 'optional') return isEqualOrLessSpecific(left.value, right.value);
  if (left.kind === 'map' && right.kind === 'map')
    return isEqualOrLessSpecific(left.key, right.key) && isEqualOrLessSpecific(left.value, right.value);
  return left.kind === 'type' || sameType(left, right);
}
