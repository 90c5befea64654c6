import type { Spoke } from '../../model/fleet.ts';
import type { AwsModel } from './model.ts';
import type { Said } from './said.ts';

/** A spoke with what only a cluster on EKS has. */
export type AwsSpoke = Spoke &
  Said<AwsModel['sections']> & {
    readonly versions: Said<AwsModel['versions']>;
    readonly nodeGroups: Readonly<Record<string, Said<AwsModel['nodeGroup']>>>;
  };

/** A spoke of an account of AWS: the model of this cloud was held against it. */
export function awsSpoke(spoke: Spoke): AwsSpoke {
  return spoke as AwsSpoke;
}

export function awsSpokes(spokes: ReadonlyMap<string, Spoke>): Iterable<AwsSpoke> {
  return [...spokes.values()].map(awsSpoke);
}
