import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import { applyOperation, pointerPath } from '../kube/json-patch.ts';
import type { Spoke } from '../model/fleet.ts';
import type { Manifest, Trace } from '../model/manifest.ts';
import type { ManifestFile, OutputFile } from '../model/output.ts';
import { didYouMean } from '../util/did-you-mean.ts';

type DraftFile = ManifestFile | OutputFile;

interface Patched {
  readonly files: readonly DraftFile[];
  readonly problems: readonly CodedProblem[];
}

/** Applies the patches of a spoke to what is emitted for it, before anything is checked. */
export function applyPatches(spoke: Spoke, files: readonly DraftFile[]): Patched {
  const problems: CodedProblem[] = [];
  let patched = files;
  spoke.patches.forEach((patch, index) => {
    const place = find(patched, patch.target);
    if (place === undefined) {
      const known = patched.flatMap((file) => ('manifests' in file ? file.manifests.map(label) : []));
      const wanted = `${patch.target.kind}/${patch.target.name}`;
      problems.push({
        code: 'patch/no-target',
        message: `No ${patch.target.kind} "${patch.target.name}" is emitted for spoke "${spoke.name}".${didYouMean(wanted, known)}`,
        at: spoke.locate(['patches', index, 'target']),
        help: `See the objects below out/hubs/${spoke.hub}/spokes/${spoke.name}.`,
      });
      return;
    }
    let manifest: Manifest = place.manifest;
    const traces: Trace[] = [];
    patch.patch.forEach((operation, step) => {
      const result = applyOperation(manifest, operation);
      const from = ['patches', index, 'patch', step];
      if ('fault' in result) {
        const message = `The patch "${operation.op} ${operation.path}" does not fit ${patch.target.kind} "${patch.target.name}": ${result.fault}.`;
        problems.push({
          code: 'patch/does-not-fit',
          message,
          at: spoke.locate([...from, 'path']),
          help: `See ${place.file.path}.`,
        });
        return;
      }
      manifest = result.document as Manifest;
      traces.push({
        at: pointerPath(manifest, operation.path),
        from: operation.op === 'remove' ? from : [...from, 'value'],
      });
    });
    patched = patched.map((file) => (file === place.file ? replace(place.file, place.index, manifest, traces) : file));
  });
  return { files: patched, problems };
}

function label(manifest: ManifestFile['manifests'][number]): string {
  return `${manifest.kind}/${(manifest as Partial<Manifest>).metadata?.name ?? ''}`;
}

function find(files: readonly DraftFile[], target: { readonly kind: string; readonly name: string }) {
  for (const file of files) {
    if (!('manifests' in file)) continue;
    const index = file.manifests.findIndex((manifest) => label(manifest) === `${target.kind}/${target.name}`);
    if (index !== -1) return { file, index, manifest: file.manifests[index] as Manifest };
  }
  return undefined;
}

function replace(file: ManifestFile, index: number, manifest: Manifest, traces: readonly Trace[]): ManifestFile {
  const before = file.traces ?? (() => []);
  return {
    ...file,
    manifests: file.manifests.with(index, manifest),
    traces: (asked) => (asked === index ? [...before(asked), ...traces] : before(asked)),
  };
}
