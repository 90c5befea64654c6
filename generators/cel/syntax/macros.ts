import { type Call, type Expression, operator } from './expression.ts';
import {
  all,
  collect,
  type Expand,
  exists,
  existsOne,
  insertEntry,
  insertValue,
  keep,
  type MacroProblem,
  overItems,
} from './loops.ts';
import { identifier, letIn, literal, make } from './make-expression.ts';

/** Macros that are written `target.name(…)`, by name and number of arguments. Those of cel-go, its extensions and kro. */
const receiverMacros: Readonly<Record<string, Expand>> = {
  'all/2': overItems(1, all),
  'exists/2': overItems(1, exists),
  'exists_one/2': overItems(1, existsOne),
  'map/2': overItems(1, collect),
  'map/3': overItems(1, collect),
  'filter/2': overItems(1, keep),
  'all/3': overItems(2, all),
  'exists/3': overItems(2, exists),
  'existsOne/3': overItems(2, existsOne),
  'exists_one/3': overItems(2, existsOne),
  'transformList/3': overItems(2, collect),
  'transformList/4': overItems(2, collect),
  'transformMap/3': overItems(2, insertValue),
  'transformMap/4': overItems(2, insertValue),
  'transformMapEntry/3': overItems(2, insertEntry),
  'transformMapEntry/4': overItems(2, insertEntry),
  'sortBy/2': sortBy,
  'optMap/2': (call, [name, body]) => whenPresent(call, name, body, (mapped) => make(call, 'optional.of', [mapped])),
  'optFlatMap/2': (call, [name, body]) => whenPresent(call, name, body, (mapped) => mapped),
  'bind/3': bind,
  'newCondition/1': newCondition,
};

const conditionKeys = ['type', 'status', 'reason', 'message'];

export function expandMacro(call: Call): Expression | MacroProblem {
  if (call.target === undefined) return call.name === 'has' && call.args.length === 1 ? has(call) : call;
  const key = `${call.name}/${call.args.length}`;
  const expand = Object.hasOwn(receiverMacros, key) ? receiverMacros[key] : undefined;
  return expand?.(call, call.args) ?? call;
}

function has(call: Call): Expression | MacroProblem {
  const [of] = call.args;
  if (of?.kind !== 'select') return { problem: 'has() asks for a field: has(a.b).', at: of ?? call };
  return { ...of, test: true, start: call.start, end: call.end };
}

function sortBy(call: Call, args: readonly Expression[]): Expression | MacroProblem | undefined {
  const { target } = call;
  if (target === undefined) return undefined;
  if (target.kind === 'literal' || target.kind === 'map') return { problem: 'Only a list can be sorted.', at: target };
  const input = identifier(call, '@__sortBy_input__');
  const keys = overItems(1, collect)({ ...call, target: input }, args);
  if (keys === undefined || 'problem' in keys) return keys;
  return letIn(call, input.name, target, { ...make(call, '@sortByAssociatedKeys', [keys]), target: input });
}

function bind(call: Call, [name, value, body]: readonly Expression[]): Expression | MacroProblem | undefined {
  if (call.target?.kind !== 'identifier' || call.target.name !== 'cel') return undefined;
  if (name === undefined || value === undefined || body === undefined) return undefined;
  if (name.kind !== 'identifier') return { problem: 'cel.bind() begins with the name of a variable.', at: name };
  return letIn(call, name.name, value, body);
}

function whenPresent(
  call: Call,
  name: Expression | undefined,
  body: Expression | undefined,
  wrap: (mapped: Expression) => Expression,
): Expression | MacroProblem | undefined {
  const { target } = call;
  if (name === undefined || body === undefined || target === undefined) return undefined;
  if (name.kind !== 'identifier') return { problem: `${call.name}() begins with the name of a variable.`, at: name };
  const subject = target.kind === 'identifier' ? target : identifier(target, '@target');
  const value = { ...make(call, 'value', []), target: subject };
  const mapped = make(call, operator.conditional, [
    { ...make(call, 'hasValue', []), target: subject },
    wrap(letIn(call, name.name, value, body)),
    make(call, 'optional.none', []),
  ]);
  return target.kind === 'identifier' ? mapped : letIn(call, '@target', target, mapped);
}

/** `runtime.newCondition({type: …})`: kro reads the keys as names, not as variables. */
function newCondition(call: Call, [given]: readonly Expression[]): Expression | MacroProblem | undefined {
  if (call.target?.kind !== 'identifier' || call.target.name !== 'runtime' || given === undefined) return undefined;
  if (given.kind !== 'map') return { problem: 'runtime.newCondition() takes a map: {type: …, status: …}.', at: given };
  const seen: string[] = [];
  for (const { key } of given.entries) {
    if (key.kind !== 'identifier')
      return { problem: 'A key of a condition is a plain name: type, status, reason or message.', at: key };
    if (!conditionKeys.includes(key.name))
      return { problem: `A condition has no "${key.name}": it has type, status, reason and message.`, at: key };
    if (seen.includes(key.name)) return { problem: `The key "${key.name}" is given twice.`, at: key };
    seen.push(key.name);
  }
  for (const key of ['type', 'status'])
    if (!seen.includes(key)) return { problem: `A condition needs the key "${key}".`, at: given };
  const entries = given.entries.map((entry) => ({ ...entry, key: nameAsText(entry.key) }));
  return { ...call, args: [{ ...given, entries }] };
}

function nameAsText(key: Expression): Expression {
  return key.kind === 'identifier' ? literal(key, { type: 'string', value: key.name }) : key;
}
