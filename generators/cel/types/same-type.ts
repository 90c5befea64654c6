import type { CelType } from './cel-type.ts';

/** Whether two types are one and the same, down to their parameters. */
export function sameType(left: CelType, right: CelType): boolean {
  if (left === right) return true;
  switch (left.kind) {
    case 'list':
      return right.kind === 'list' && sameType(left.element, right.element);
    case 'map':
      return right.kind === 'map' && sameType(left.key, right.key) && sameType(left.value, right.value);
    case 'optional':
      return right.kind === 'optional' && sameType(left.value, right.value);
    case 'type':
      return right.kind === 'type' && sameType(left.of, right.of);
    case 'struct':
      return right.kind === 'struct' && left.name === right.name;
    case 'parameter':
      return right.kind === 'parameter' && left.name === right.name;
    default:
      return left.kind === right.kind;
  }
}
