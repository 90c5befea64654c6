import type { KustomizationProblem } from '../../model/built.ts';
import { formatPath, type Path } from '../../source/path.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { isOpenMap } from '../../util/plain-map.ts';
import { keyOrigin, originAt, type Placed } from '../../yaml/kubernetes/placed.ts';
import { flaggedFields, type Shape } from './kustomization-fields.ts';

const names = {
  string: 'a string',
  integer: 'a whole number',
  boolean: 'true or false',
  stringMap: 'a map of strings',
};

/** Everything in a kustomization that kustomize would refuse to read, and all that is not imitated. */
export function checkShape(
  placed: Placed,
  value: unknown,
  shape: Shape,
  path: Path = [],
): readonly KustomizationProblem[] {
  const wrong = (what: string): readonly KustomizationProblem[] => [
    {
      severity: 'error',
      message: `${path.length === 0 ? 'A kustomization' : `\`${formatPath(path)}\``} must be ${what}.`,
      at: originAt(placed, path),
      ...(typeof value === 'boolean' &&
        shape === 'string' && {
          help: 'Put it in quotes: kustomize reads it as YAML 1.1, where it means true or false.',
        }),
    },
  ];
  if (shape === 'anything') return [];
  if (shape === 'string') return typeof value === 'string' ? [] : wrong(names.string);
  if (shape === 'integer') return Number.isInteger(value) ? [] : wrong(names.integer);
  if (shape === 'boolean') return typeof value === 'boolean' ? [] : wrong(names.boolean);
  if (shape === 'stringMap') {
    return isOpenMap(value) && Object.values(value).every((entry) => typeof entry === 'string')
      ? []
      : wrong(names.stringMap);
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) return wrong('a list');
    if (shape.most !== undefined && value.length > shape.most) return wrong(`at most ${shape.most} items`);
    return value.flatMap((item, index) => checkShape(placed, item, shape.list, [...path, index]));
  }
  if (!isOpenMap(value)) return wrong('a map');
  const problems = (shape.required ?? [])
    .filter((field) => value[field] === undefined)
    .map(
      (field): KustomizationProblem => ({
        severity: 'error',
        message: `\`${formatPath(path)}\` has no \`${field}\`.`,
        at: originAt(placed, path),
      }),
    );
  const known = shape.fields;
  return [
    ...problems,
    ...Object.keys(value).flatMap((field) => checkField(placed, value[field], known, [...path, field])),
  ];
}

function checkField(
  placed: Placed,
  value: unknown,
  known: Readonly<Record<string, Shape | 'unpredicted'>>,
  path: Path,
): readonly KustomizationProblem[] {
  const field = String(path.at(-1));
  const shape = Object.hasOwn(known, field) ? known[field] : undefined;
  if (shape === 'unpredicted') {
    return [
      {
        severity: 'warning',
        message: `\`${formatPath(path)}\` is not imitated, so the objects that kustomize makes of this folder are not checked.`,
        at: keyOrigin(placed, path),
      },
    ];
  }
  if (shape !== undefined) return checkShape(placed, value, shape, path);
  const flag = path.length === 1 && Object.hasOwn(flaggedFields, field) ? flaggedFields[field] : undefined;
  const message =
    flag === undefined
      ? `kustomize knows no field \`${formatPath(path)}\`.${didYouMean(field, Object.keys(known))}`
      : `\`${field}\` needs ${flag}, which Argo CD does not pass to kustomize.`;
  return [{ severity: 'error', message, at: keyOrigin(placed, path) }];
}
