import type { Manifest } from '../model/manifest.ts';
import type { ManifestFile, OutputFile, OwnerDraft, OwnerOutput } from '../model/output.ts';
import type { Hash } from '../util/hash.ts';
import { type SharedTexts, sharedJson } from '../util/shared-json.ts';
import { printManifest } from '../yaml/print-yaml.ts';

/** Text of what many owners share, by identity: lists of manifests, and parts of resolved configs. */
export interface SharedText {
  readonly manifests: WeakMap<ManifestFile['manifests'], string>;
  readonly inputs: SharedTexts;
}

export function newSharedText(): SharedText {
  return { manifests: new WeakMap(), inputs: new WeakMap() };
}

/** What an owner writes; its places are found when somebody asks. */
export type LaidOut = Omit<OwnerOutput, 'locate'>;

/** Prints what an owner writes. */
export function layOut(draft: OwnerDraft, shared: SharedText, hash: Hash): LaidOut {
  const { owner, input, facts } = draft;
  return { owner, input: hash(sharedJson(input, shared.inputs)), facts, files: printFiles(draft, shared) };
}

export function printFiles({ files }: OwnerDraft, shared: SharedText): readonly OutputFile[] {
  return files.map((file) => printFile(file, shared));
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
