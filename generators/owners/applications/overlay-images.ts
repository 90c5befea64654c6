import { containersOf, parseImage } from '../../kube/kustomization.ts';
import type { Manifest } from '../../model/manifest.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import { mirrorOf } from '../../util/mirror.ts';
import type { Application, OverlayProblem } from './application.ts';
import type { Base } from './authored-base.ts';

export interface ImageChange {
  readonly name: string;
  readonly newName: string;
  readonly newTag?: string;
  readonly digest?: string;
}

/** The change of an image, and what else of the base is read from a mirror. */
export function throughMirrors(
  base: Base,
  change: ImageChange | undefined,
  mirrors: Readonly<Record<string, string>>,
): readonly ImageChange[] {
  const names = new Set(base.images.map((image) => parseImage(image).name));
  return [...names].sort(byCodePoint).flatMap((name) => {
    if (name === change?.name) return [{ ...change, newName: mirrorOf(mirrors, change.newName) }];
    const newName = mirrorOf(mirrors, name);
    return newName === name ? [] : [{ name, newName }];
  });
}

/** What `set.image` stands for: the image that the base leaves open, else its only one. */
export function imageChange({ set }: Application, base: Base, problems: OverlayProblem[]): ImageChange | undefined {
  if (set.image === undefined) return undefined;
  const names = [...new Set(base.images.map((image) => parseImage(image).name))];
  const open = [...new Set(base.images.filter(isOpen))];
  const [name, second] = open.length > 0 ? open : names;
  if (name === undefined || second !== undefined) {
    const several = open.length > 0 ? 'leaves several images open' : 'has several images';
    const which = name === undefined ? 'has no image' : `${several} (${quoted(open.length > 0 ? open : names)})`;
    problems.push({
      path: ['set', 'image'],
      message: `The base "${base.name}" ${which}, so \`set.image\` cannot be applied.`,
      help: 'Remove `set.image`, and let a component say what this application changes.',
    });
    return undefined;
  }
  const { name: newName, tag, digest } = parseImage(set.image);
  return { name, newName, ...(tag !== undefined && { newTag: tag }), ...(digest !== undefined && { digest }) };
}

/** An image that nobody sets, neither the base nor a component, has no version. */
export function checkOpenImages(base: string, objects: readonly Manifest[], problems: OverlayProblem[]): void {
  const images = objects.flatMap((object) => containersOf(object).map(({ image }) => image));
  const open = [...new Set(images.filter(isOpen))];
  const [name, second] = open;
  if (name === undefined) return;
  problems.push(
    second === undefined
      ? {
          path: ['base'],
          message: `The base "${base}" leaves the image open that it calls "${name}".`,
          help: 'Set `set.image`.',
        }
      : {
          path: ['base'],
          message: `The base "${base}" leaves several images open: ${quoted(open)}.`,
          help: 'Give them tags in the base, or in a component with `images`.',
        },
  );
}

function isOpen(image: string): boolean {
  const { tag, digest } = parseImage(image);
  return tag === undefined && digest === undefined;
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
