import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { formatPath, type Path } from '../../source/path.ts';

/** A difference of two schemas that kro sees. `breaks`: kro keeps the old CRD then, unless the graph allows it. */
export interface SchemaChange {
  readonly path: Path;
  readonly breaks: boolean;
  /** Completes "Field a.b …". */
  readonly says: string;
}

type Bound = 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems';
const bounds: readonly Bound[] = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'];

/** What kro's own comparison of the schemas of a CRD finds. https://github.com/kubernetes-sigs/kro/tree/v0.9.4/pkg/graph/crd/compat */
export function compareSchemas(before: RawSchema, after: RawSchema, path: Path = []): readonly SchemaChange[] {
  const changes: SchemaChange[] = [];
  const tell = (breaks: boolean, says: string, at: Path = path): void => void changes.push({ path: at, breaks, says });

  if (before.description !== after.description) tell(false, 'has another description');
  if (text(before.default) !== text(after.default)) tell(false, `has another default: ${text(after.default)}`);
  if (before.type !== after.type) {
    tell(true, `is of type ${after.type ?? 'any'} and was of type ${before.type ?? 'any'}`);
    return changes;
  }
  if (before.pattern !== after.pattern) {
    if (after.pattern === undefined) tell(false, 'has no pattern any more');
    else tell(true, `has the pattern ${JSON.stringify(after.pattern)}, which it had not`);
  }
  for (const bound of bounds) compareBound(before[bound], after[bound], bound, tell);
  compareProperties(before, after, path, changes);
  compareRequired(before, after, tell);
  compareEnum(before, after, tell);
  if (before.type === 'array') {
    if (before.items !== undefined && after.items !== undefined) {
      changes.push(...compareSchemas(before.items, after.items, [...path, 'items']));
    } else if (before.items !== undefined) tell(true, 'has items of no type any more');
    else if (after.items !== undefined) tell(false, 'has items of a type');
  }
  return changes;
}

type Tell = (breaks: boolean, says: string) => void;

function compareBound(before: number | undefined, after: number | undefined, bound: Bound, tell: Tell): void {
  if (before === after) return;
  if (before === undefined) tell(true, `has ${bound} ${after}, which it had not`);
  else if (after === undefined) tell(false, `has no ${bound} any more`);
  else tell(bound.startsWith('min') ? after > before : after < before, `has ${bound} ${after}, which was ${before}`);
}

function compareProperties(before: RawSchema, after: RawSchema, path: Path, changes: SchemaChange[]): void {
  const [old, now] = [before.properties ?? {}, after.properties ?? {}];
  for (const [name, property] of Object.entries(old)) {
    const at = [...path, name];
    const same = Object.hasOwn(now, name) ? now[name] : undefined;
    if (same === undefined) changes.push({ path: at, breaks: true, says: 'is gone' });
    else changes.push(...compareSchemas(property, same, at));
  }
  for (const [name, property] of Object.entries(now)) {
    if (Object.hasOwn(old, name)) continue;
    const isNeeded = after.required?.includes(name) === true && property.default === undefined;
    const says = isNeeded ? 'is new, required and without a default' : 'is new';
    changes.push({ path: [...path, name], breaks: isNeeded, says });
  }
}

function compareRequired(before: RawSchema, after: RawSchema, tell: Tell): void {
  const [old, now] = [before.required ?? [], after.required ?? []];
  const [wasThere, isThere] = [before.properties ?? {}, after.properties ?? {}];
  for (const name of now) {
    if (!Object.hasOwn(wasThere, name)) continue;
    if (!old.includes(name)) tell(true, `requires "${name}", which was optional`);
    else if (wasThere[name]?.default !== undefined && isThere[name]?.default === undefined) {
      tell(true, `requires "${name}", which has no default any more`);
    }
  }
  for (const name of old) if (!now.includes(name)) tell(false, `does not require "${name}" any more`);
}

/** An enumeration that is new, or gone, kro does not see. */
function compareEnum({ enum: old = [] }: RawSchema, { enum: now = [] }: RawSchema, tell: Tell): void {
  if (old.length === 0 || now.length === 0) return;
  for (const value of old) if (!now.includes(value)) tell(true, `cannot be ${JSON.stringify(value)} any more`);
  for (const value of now) if (!old.includes(value)) tell(false, `can be ${JSON.stringify(value)}`);
}

function text(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value);
}

export function nameOfField(path: Path): string {
  return formatPath(path) || 'its top';
}
