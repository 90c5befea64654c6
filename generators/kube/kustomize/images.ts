import type { ForeignPatterns } from '../../schema/structural/foreign-patterns.ts';
import { isOpenMap, type OpenMap } from '../../util/plain-map.ts';
import { wholeMatch } from './pattern.ts';
import type { Resource } from './resource.ts';

export interface ImageChange {
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
  /** With its algorithm: `sha256:…`. */
  readonly digest?: string;
}

export interface ImageReference {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

export function parseImage(image: string): ImageReference {
  const [withoutDigest = '', digest] = splitOnce(image, '@', 0);
  const [name = '', tag] = splitOnce(withoutDigest, ':', withoutDigest.indexOf('/') + 1);
  return { name, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

function splitOnce(text: string, separator: string, from: number): readonly [string, string?] {
  const at = text.indexOf(separator, from);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

interface Container {
  image: string;
}

/** Every container with an image, wherever in the object containers are listed; kustomize leaves CRDs alone. */
export function containersOf(object: object): readonly Container[] {
  const found: Container[] = [];
  if ((object as OpenMap)['kind'] !== 'CustomResourceDefinition') collect(object, found);
  return found;
}

function collect(value: unknown, found: Container[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, found);
  if (!isOpenMap(value)) return;
  for (const field of Object.keys(value)) {
    const inner = value[field];
    if (typeof inner !== 'object' || inner === null) continue;
    if ((field === 'containers' || field === 'initContainers') && Array.isArray(inner)) {
      for (const item of inner)
        if (isOpenMap(item) && typeof item['image'] === 'string') found.push(item as unknown as Container);
    }
    collect(inner, found);
  }
}

/** A new tag or digest replaces both the old tag and the old digest. */
export function changeImages(resources: readonly Resource[], change: ImageChange, patterns: ForeignPatterns): void {
  const meant = wholeMatch(patterns, change.name, '(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?');
  const { newTag, digest } = change;
  for (const { object } of resources) {
    for (const container of containersOf(object)) {
      const { image } = container;
      if (meant.test(image) !== true) continue;
      const old = parseImage(image);
      const next = newTag === undefined && digest === undefined ? old : { tag: newTag, digest };
      container.image =
        (change.newName ?? old.name) +
        (next.tag === undefined ? '' : `:${next.tag}`) +
        (next.digest === undefined ? '' : `@${next.digest}`);
    }
  }
}
