import type { CodedProblem } from '../../diagnostics/diagnostic.ts';
import { changedPaths } from '../../kube/changed-paths.ts';
import { applyOperation, type PatchOperation, pathPointer, pointerPath } from '../../kube/json-patch.ts';
import type { Spoke } from '../../model/fleet.ts';
import type { Manifest, Trace } from '../../model/manifest.ts';
import type { ManifestFile, OutputFile } from '../../model/output.ts';
import type { PatchWriter } from '../../model/patch-rule.ts';
import { formatPath, type Path } from '../../source/path.ts';
import { nearestTrace } from '../nearest-trace.ts';
import { mayPatch, patchable } from './patch-rules.ts';
import { findTargets, type PatchedObject, patchedObjects } from './patch-targets.ts';

type DraftFile = ManifestFile | OutputFile;

interface Patched {
  readonly files: readonly DraftFile[];
  readonly problems: readonly CodedProblem[];
  /** For each patch, whether there was an object for it. */
  readonly hits: readonly boolean[];
}

/** Applies the patches of a spoke to what is emitted for it, before anything is checked. */
export function applyPatches(spoke: Spoke, files: readonly DraftFile[]): Patched {
  if (spoke.patches.length === 0) return { files, problems: [], hits: [] };
  const objects = patchedObjects(files);
  const problems: CodedProblem[] = [];
  const firstOwn = firstOwnPatch(spoke);
  const hits = spoke.patches.map((patch, index) => {
    const writer = index < firstOwn ? 'platform' : 'spoke';
    const found = findTargets(objects, patch.target, spoke.name);
    // What a layer says need not fit each of its spokes: `layer-patches` finds what fits none.
    if (found.problem !== undefined && (found.isAmbiguous || writer === 'spoke')) {
      const help = `See the objects below out/hubs/${spoke.hub}/spokes/${spoke.name}.`;
      problems.push({ help, ...found.problem(), at: spoke.locate(['patches', index, 'target']) });
    }
    for (const object of found.objects) {
      for (const [step, operation] of patch.patch.entries()) {
        const from = ['patches', index, 'patch', step];
        const problem = patchObject(object, operation, from, writer);
        if (problem !== undefined) problems.push({ ...problem, at: spoke.locate([...from, 'path']) });
      }
    }
    return found.objects.length > 0 || found.isAmbiguous;
  });
  return { files: withPatched(files, [...objects.values()].flat()), problems, hits };
}

/**
 * The first patch of the spoke's own file: those of its layers, which belong to the platform, stand before it. Where nobody
 * knows who wrote a patch, it has the rights of a spoke's file.
 */
function firstOwnPatch(spoke: Spoke): number {
  let [low, high] = [0, spoke.patches.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const path = spoke.locate(['patches', middle]).span?.source.path;
    if (path === undefined || path === spoke.file) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Applies one operation to an object, if it fits and is allowed. */
function patchObject(
  object: PatchedObject,
  operation: PatchOperation,
  from: Path,
  writer: PatchWriter,
): Omit<CodedProblem, 'at'> | undefined {
  const result = applyOperation(object.manifest, operation);
  const { kind } = object.original;
  if ('fault' in result) {
    const message = `The patch "${operation.op} ${operation.path}" does not fit ${kind} "${nameOf(object)}": ${result.fault}.`;
    return { code: 'patch/does-not-fit', message, help: `See ${object.file.path}.` };
  }
  const forbidden = changedPaths(object.manifest, result.document).find((path) => !mayPatch(writer, kind, path));
  // Carried out all the same, so that what follows is judged by itself.
  object.manifest = result.document as Manifest;
  if (forbidden !== undefined) {
    object.isRefused = true;
    return forbiddenProblem(object, forbidden, writer);
  }
  object.traces.push({
    at: pointerPath(object.manifest, operation.path),
    from: operation.op === 'remove' ? from : [...from, 'value'],
  });
  return undefined;
}

function nameOf({ original: { metadata } }: PatchedObject): string {
  return metadata.name;
}

function forbiddenProblem(object: PatchedObject, path: Path, writer: PatchWriter): Omit<CodedProblem, 'at'> {
  const { kind } = object.original;
  const who = writer === 'spoke' ? "A spoke's file" : 'A layer';
  return {
    code: 'patch/forbidden',
    message: `${who} may not patch "${pathPointer(path)}" of ${kind} "${nameOf(object)}".`,
    help: repairOf(object, path, writer),
  };
}

function repairOf(object: PatchedObject, path: Path, writer: PatchWriter): string {
  const { kind } = object.original;
  if (writer === 'spoke' && mayPatch('platform', kind, path))
    return 'Move the patch to a layer, such as the environment, which the platform team owns.';
  const trace = nearestTrace(path, object.file.traces?.(object.index) ?? []);
  if (trace !== undefined && trace.from.length > 0)
    return `It follows from \`${formatPath(trace.from)}\`: change that in the place of it.`;
  const allowed = patchable(writer, kind);
  return allowed.length === 0
    ? `Take it out: no field of kind ${kind} may be patched.`
    : `Take it out: what may be patched in an object of kind ${kind} is ${allowed.join(', ')}.`;
}

function withPatched(files: readonly DraftFile[], objects: readonly PatchedObject[]): readonly DraftFile[] {
  const changed = objects.filter(({ manifest, original, isRefused }) => manifest !== original && !isRefused);
  return files.map((file) => {
    const own = changed.filter((object) => object.file === file);
    return own.length === 0 ? file : patchedFile(file as ManifestFile, own);
  });
}

function patchedFile(file: ManifestFile, objects: readonly PatchedObject[]): ManifestFile {
  const byIndex = new Map(objects.map((object) => [object.index, object]));
  const before = file.traces ?? (() => []);
  return {
    ...file,
    manifests: file.manifests.map((manifest, index) => byIndex.get(index)?.manifest ?? manifest),
    traces: (index): readonly Trace[] => [...before(index), ...(byIndex.get(index)?.traces ?? [])],
  };
}
