import type { Hub } from '../../model/fleet.ts';

/** The partition that a region is in. No role of one can be assumed from another. */
export function partitionOf(region: string): Hub['partition'] {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
