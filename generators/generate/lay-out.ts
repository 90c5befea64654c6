import type { Manifest } from '../model/manifest.ts';
import type { ManifestFile, OutputFile, OwnerDraft, OwnerOutput } from '../model/output.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { sortedEntries } from '../util/code-point-order.ts';
import type { Hash } from '../util/hash.ts';
import { isMap } from '../util/plain-map.ts';
import { printManifest } from '../yaml/print-yaml.ts';

/** Text of what many owners share, by identity: lists of manifests, and parts of resolved configs. */
export interface SharedText {
  readonly manifests: WeakMap<ManifestFile['manifests'], string>;
  readonly inputs: WeakMap<object, string>;
}

export function newSharedText(): SharedText {
  return { manifests: new WeakMap(), inputs: new WeakMap() };
}

/** Prints what an owner writes. */
export function layOut(draft: OwnerDraft, shared: SharedText, hash: Hash): OwnerOutput {
  const { owner, input, facts, locate } = draft;
  return { owner, input: hash(inputText(input, shared)), facts, locate, files: printFiles(draft, shared) };
}

export function printFiles({ files }: OwnerDraft, shared: SharedText): readonly OutputFile[] {
  return files.map((file) => printFile(file, shared));
}

/** Spokes share most fields with others of the same layers. */
function inputText(input: unknown, { inputs }: SharedText): string {
  if (!isMap(input)) return canonicalJson(input);
  return sortedEntries(input)
    .map(([key, value]) => {
      if (typeof value !== 'object' || value === null) return `${key}:${canonicalJson(value)}`;
      const text = inputs.get(value) ?? canonicalJson(value);
      inputs.set(value, text);
      return `${key}:${text}`;
    })
    .join('\n');
}

function printFile(file: ManifestFile | OutputFile, shared: SharedText): OutputFile {
  if ('content' in file) return file;
  const text = (file.shared && shared.manifests.get(file.manifests)) || printManifests(file.manifests);
  if (file.shared) shared.manifests.set(file.manifests, text);
  return {
    path: file.path,
    content: `# Generated from ${file.from}: edit that, then run "wheelwright build".\n${text}`,
  };
}

function printManifests(manifests: ManifestFile['manifests']): string {
  return manifests.map((manifest) => printManifest(manifest as Manifest)).join('---\n');
}
