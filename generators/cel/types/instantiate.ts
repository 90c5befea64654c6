import type { Overload } from '../functions/signature.ts';
import { type CelType, listOf, mapOf, optionalOf } from './cel-type.ts';

/** A form of a function with type parameters of its own, so that one call decides nothing about another. */
export function instantiate(
  { args, result }: Overload,
  newParameter: () => CelType,
): Pick<Overload, 'args' | 'result'> {
  const fresh = new Map<string, CelType>();

  function renew(type: CelType): CelType {
    switch (type.kind) {
      case 'parameter': {
        const known = fresh.get(type.name) ?? newParameter();
        fresh.set(type.name, known);
        return known;
      }
      case 'list':
        return listOf(renew(type.element));
      case 'map':
        return mapOf(renew(type.key), renew(type.value));
      case 'optional':
        return optionalOf(renew(type.value));
      case 'type':
        return { kind: 'type', of: renew(type.of) };
      default:
        return type;
    }
  }

  return { args: args.map(renew), result: renew(result) };
}
