import { encoderFunctions } from './functions/encoders.ts';
import { formatFunctions } from './functions/formats.ts';
import { kroFunctions } from './functions/kro.ts';
import { kubernetesFunctions } from './functions/kubernetes.ts';
import { listFunctions } from './functions/lists.ts';
import { loopFunctions } from './functions/loops.ts';
import { networkFunctions } from './functions/networks.ts';
import { optionalFunctions } from './functions/optionals.ts';
import { quantityFunctions } from './functions/quantities.ts';
import { setFunctions } from './functions/sets.ts';
import { type FunctionTable, type Overload, parseSignature } from './functions/signature.ts';
import { mixedComparisons, standardFunctions } from './functions/standard.ts';
import { stringFunctions } from './functions/strings.ts';
import { versionFunctions } from './functions/versions.ts';
import {
  boolType,
  bytesType,
  type CelType,
  doubleType,
  dynType,
  intType,
  listOf,
  mapOf,
  nullType,
  opaqueType,
  type StructType,
  stringType,
  uintType,
} from './types/cel-type.ts';

export interface Environment {
  /** By name; the forms of each in the order in which cel-go tries them. */
  readonly functions: ReadonlyMap<string, readonly Overload[]>;
  readonly variables: ReadonlyMap<string, CelType>;
  /** Names of macros that it lacks. */
  readonly withoutMacros?: readonly string[];
}

/** In the order of kro's pkg/cel/environment.go. It decides which form of a function is tried first. */
const kroLibraries: readonly FunctionTable[] = [
  standardFunctions,
  listFunctions,
  stringFunctions,
  optionalFunctions,
  encoderFunctions,
  loopFunctions,
  kubernetesFunctions,
  quantityFunctions,
  networkFunctions,
  versionFunctions,
  kroFunctions,
];

const conditionFields = ['type', 'status', 'reason', 'message'];

/** What `runtime.newCondition()` gives. */
export const conditionType: StructType = {
  kind: 'struct',
  name: 'kro.run.Condition',
  fields: {
    names: conditionFields,
    get: (name) => (conditionFields.includes(name) ? stringType : undefined),
    open: false,
  },
  comparable: false,
};

/** Types are values, too: `type(a) == string`. kro takes such a name for that of a resource; `inspectExpression` has it then. */
const typeNames: readonly (readonly [name: string, type: CelType])[] = [
  ['bool', boolType],
  ['bytes', bytesType],
  ['double', doubleType],
  ['int', intType],
  ['list', listOf(dynType)],
  ['map', mapOf(dynType, dynType)],
  ['null_type', nullType],
  ['string', stringType],
  ['type', { kind: 'type', of: dynType }],
  ['uint', uintType],
];

const typeVariables = typeNames.map(([name, of]): [string, CelType] => [name, { kind: 'type', of }]);

/** What every expression of kro can use. Versions: kro 0.9.4, cel-go 0.31, Kubernetes 1.36. */
export const environment: Environment = {
  functions: collect(kroLibraries),
  variables: new Map<string, CelType>([['runtime', opaqueType('kro.run.Runtime')], ...typeVariables]),
};

const { reverse: _, ...olderStringFunctions } = stringFunctions;

/** In the order of pkg/cel/environment/base.go of k8s.io/apiserver. */
const ruleLibraries: readonly FunctionTable[] = [
  standardFunctions,
  mixedComparisons,
  kubernetesFunctions,
  optionalFunctions,
  quantityFunctions,
  olderStringFunctions,
  setFunctions,
  networkFunctions,
  formatFunctions,
  loopFunctions,
  versionFunctions,
  listFunctions,
];

/** What the rules of a CRD can use, in Kubernetes 1.34 and later. */
export const ruleEnvironment: Environment = {
  functions: collect(ruleLibraries),
  variables: new Map(typeVariables),
  withoutMacros: ['bind', 'newCondition'],
};

function collect(tables: readonly FunctionTable[]): ReadonlyMap<string, readonly Overload[]> {
  const functions = new Map<string, Overload[]>();
  for (const table of tables) {
    for (const [name, signatures] of Object.entries(table)) {
      const overloads = signatures.map(parseSignature).map(withFields);
      functions.set(name, [...(functions.get(name) ?? []), ...overloads]);
    }
  }
  return functions;
}

function withFields(overload: Overload): Overload {
  const { result } = overload;
  const isCondition = result.kind === 'struct' && result.name === conditionType.name;
  return isCondition ? { ...overload, result: conditionType } : overload;
}
