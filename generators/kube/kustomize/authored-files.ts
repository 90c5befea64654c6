import type { KustomizationProblem } from '../../model/built.ts';
import { isOpenMap, type OpenMap } from '../../util/plain-map.ts';
import { emptyDocument, parseGoYaml } from '../../yaml/kubernetes/go-yaml.ts';
import { originAt, type Placed } from '../../yaml/kubernetes/placed.ts';
import { checkShape } from './check-shape.ts';
import { type Kustomization, kustomizationShape } from './kustomization-fields.ts';
import { type ParsedPatch, parsePatch } from './parse-patch.ts';
import { missingIdentity } from './resource.ts';

/** The text of a file by its path relative to the root; undefined where there is none. */
export type ReadText = (path: string) => string | undefined;

export interface ParsedObjects {
  readonly objects: readonly OpenMap[];
  readonly problems: readonly KustomizationProblem[];
}

export interface ParsedKustomization {
  readonly placed: Placed;
  /** Undefined where it cannot be read. */
  readonly kustomization?: Kustomization;
  readonly problems: readonly KustomizationProblem[];
}

/** Files read and parsed once each, however many builds need them. */
export interface AuthoredFiles {
  readonly text: ReadText;
  readonly objects: (path: string) => ParsedObjects | undefined;
  readonly patch: (text: string) => ParsedPatch;
  /** The kustomization of a folder; undefined where it has none. */
  readonly kustomization: (folder: string) => ParsedKustomization | undefined;
}

export const kustomizationNames: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

export function joinPath(folder: string, path: string): string {
  const segments: string[] = [];
  for (const segment of [...(path.startsWith('/') ? [] : folder.split('/')), ...path.split('/')]) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/') || '.';
}

export function authoredFiles(text: ReadText): AuthoredFiles {
  const objects = new Map<string, ParsedObjects | undefined>();
  const kustomizations = new Map<string, ParsedKustomization | undefined>();
  const patches = new Map<string, ParsedPatch>();
  return {
    text,
    objects: (path) => remember(objects, path, () => readObjects(text, path)),
    patch: (patch) => remember(patches, patch, () => parsePatch(patch)),
    kustomization: (folder) => remember(kustomizations, folder, () => readKustomization(text, folder)),
  };
}

function remember<T>(memo: Map<string, T>, key: string, make: () => T): T {
  if (!memo.has(key)) memo.set(key, make());
  return memo.get(key) as T;
}

function readObjects(text: ReadText, path: string): ParsedObjects | undefined {
  const content = text(path);
  if (content === undefined) return undefined;
  const { documents, problems } = parseGoYaml({ path, text: content }, 'objects');
  const objects: OpenMap[] = [];
  const faults = [...problems];
  for (const { value, ...placed } of documents) {
    const items =
      isOpenMap(value) && value['kind'] === 'List' && Array.isArray(value['items']) ? value['items'] : [value];
    for (const item of items as readonly unknown[]) {
      const missing = missingIdentity(item);
      if (missing === undefined) objects.push(item as OpenMap);
      else
        faults.push({
          severity: 'error',
          message: `This is no Kubernetes object: it has no \`${missing}\`.`,
          at: originAt(placed, []),
        });
    }
  }
  return { objects, problems: faults };
}

function readKustomization(text: ReadText, folder: string): ParsedKustomization | undefined {
  const paths = kustomizationNames.map((name) => joinPath(folder, name)).filter((path) => text(path) !== undefined);
  const [path, second] = paths;
  if (path === undefined) return undefined;
  const source = { path, text: text(path) ?? '' };
  const { documents, problems } = parseGoYaml(source, 'settings');
  const [placed = emptyDocument(source)] = documents;
  const faults = [...problems];
  if (second !== undefined)
    faults.push({
      severity: 'error',
      message: `The folder has a second kustomization, "${second}".`,
      at: originAt(placed, []),
    });
  if (faults.length > 0) return { placed, problems: faults };
  const value = withoutNulls(placed.value);
  const shapeProblems = checkShape(placed, value, kustomizationShape);
  if (shapeProblems.some(({ severity }) => severity === 'error')) return { placed, problems: shapeProblems };
  return { placed, problems: shapeProblems, kustomization: value as Kustomization };
}

/** A field without a value is a field that is not there. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isOpenMap(value)) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== null);
  return Object.fromEntries(entries.map(([field, entry]) => [field, withoutNulls(entry)]));
}
