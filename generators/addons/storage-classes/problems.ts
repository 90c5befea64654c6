import { sortedEntries, sortedKeys } from '../../util/code-point-order.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import type { OptionsProblem } from '../addon.ts';
import type { Options } from './options.ts';

/** What each option alone cannot say: that there is a default class, and what EBS offers together. */
export function* storageClassProblems({ classes, default: chosen }: Options): Generator<OptionsProblem> {
  if (!Object.hasOwn(classes, chosen)) {
    yield {
      path: ['default'],
      message: `The default storage class "${chosen}" is none of \`classes\`.${didYouMean(chosen, sortedKeys(classes))}`,
      help: 'Claims that name no class would wait for ever; name one of the classes.',
    };
  }
  for (const [name, { type, iops, throughput }] of sortedEntries(classes)) {
    const at = ['classes', name];
    if (type === 'io2' && iops === undefined) {
      yield {
        path: at,
        message: `The storage class "${name}" is of type io2 and has no \`iops\`.`,
        help: 'Set `iops`: 100 to 256000.',
      };
    }
    if (type === 'io2' && throughput !== undefined) {
      yield {
        path: [...at, 'throughput'],
        message: `The storage class "${name}" is of type io2, whose throughput follows from its \`iops\`.`,
        help: 'Remove `throughput`.',
      };
    }
    if (type === 'gp3' && iops !== undefined && (iops < 3000 || iops > 80_000)) {
      yield {
        path: [...at, 'iops'],
        message: `The storage class "${name}" is of type gp3, which has 3000 to 80000 \`iops\`, not ${iops}.`,
        help: 'Choose a number within that range, or `type: io2`.',
      };
    }
    const needed = (throughput ?? 0) * 4;
    if (type === 'gp3' && needed > (iops ?? 3000)) {
      yield {
        path: [...at, 'throughput'],
        message: `The storage class "${name}" has a throughput of ${throughput} MiB/s and ${iops ?? 3000} \`iops\`; EBS gives at most 0.25 MiB/s for each of them.`,
        help: `Set \`iops\` to at least ${needed}, or a lower throughput.`,
      };
    }
  }
}
