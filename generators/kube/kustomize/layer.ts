import type { KustomizationProblem } from '../../model/built.ts';
import type { ForeignPatterns } from '../../schema/structural/foreign-patterns.ts';
import type { Origin } from '../../source/origin.ts';
import type { Path } from '../../source/path.ts';
import { originAt } from '../../yaml/kubernetes/placed.ts';
import { type AuthoredFiles, joinPath, type ParsedKustomization } from './authored-files.ts';
import type { Kustomization } from './kustomization-fields.ts';

export interface Build {
  readonly files: AuthoredFiles;
  /** No path may lead out of this folder; where there is none, each folder that is listed bounds itself. */
  readonly within: string | undefined;
  readonly problems: KustomizationProblem[];
  readonly patterns: ForeignPatterns;
  /** What it has gathered so far. */
  readonly size: BuildSize;
  /** Folders that are being built, from the outermost. */
  readonly open: readonly string[];
}

export interface BuildSize {
  objects: number;
  bytes: number;
  folders: number;
  isTold: boolean;
}

/** A kustomization at work: where it stands and how its faults are reported. */
export interface Layer {
  readonly folder: string;
  readonly kustomization: Kustomization;
  readonly error: (path: Path, message: string, help?: string) => void;
  readonly unpredicted: (path: Path, message: string) => void;
}

const remote = /^[a-z+]+:\/\/|^git(@|::)|^(www\.)?github\.com[/:]|[?&](ref|version)=|\.git($|\/)/i;

/** The layer of a kustomization that stands in a file. */
export function fileLayer(
  build: Build,
  folder: string,
  { placed }: ParsedKustomization,
  kustomization: Kustomization,
): Layer {
  const at = (path: Path): Origin => originAt(placed, path);
  return {
    folder,
    kustomization,
    error: (path, message, help) =>
      build.problems.push({ severity: 'error', message, at: at(path), ...(help === undefined ? {} : { help }) }),
    unpredicted: (path, message) => build.problems.push({ severity: 'warning', message, at: at(path) }),
  };
}

/** The layer of a kustomization that stands in no file, at the root. */
export function layerWithoutFile(build: Build, kustomization: Kustomization): Layer {
  return {
    folder: '.',
    kustomization,
    error: (_path, message) => build.problems.push({ severity: 'error', message }),
    unpredicted: (_path, message) => build.problems.push({ severity: 'warning', message }),
  };
}

/** Whether a path, relative to the root, is outside of where the build may look. */
function leadsOut({ within = '.' }: Build, path: string): boolean {
  return path.startsWith('..') || (within !== '.' && path !== within && !path.startsWith(`${within}/`));
}

/** Reports what makes an entry unusable; gives its path otherwise. */
export function localPath(build: Build, layer: Layer, entry: string, at: Path): string | undefined {
  if (remote.test(entry)) {
    layer.error(
      at,
      `"${entry}" is not in this repository: what it holds could change without a commit here.`,
      'Copy it into the folder.',
    );
    return undefined;
  }
  const path = joinPath(layer.folder, entry);
  if (entry.startsWith('/') || leadsOut(build, path)) {
    layer.error(
      at,
      `"${entry}" leads out of ${build.within ?? 'the repository'}.`,
      'Copy what it needs into the folder.',
    );
    return undefined;
  }
  return path;
}

/** As `localPath`, for a file: kustomize reads none that stands outside of the kustomization's own folder. */
export function localFile(build: Build, layer: Layer, entry: string, at: Path): string | undefined {
  const path = localPath(build, layer, entry, at);
  if (path === undefined || layer.folder === '.' || path.startsWith(`${layer.folder}/`)) return path;
  layer.error(
    at,
    `"${entry}" is a file outside of the kustomization's own folder, which kustomize does not read.`,
    'Move it into the folder.',
  );
  return undefined;
}
