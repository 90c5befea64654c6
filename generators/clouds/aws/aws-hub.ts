import type { Hub } from '../../model/fleet.ts';
import type { AwsModel } from './model.ts';
import type { Said } from './said.ts';

/** A hub with what it has for AWS alone. */
export type AwsHub = Hub &
  Said<AwsModel['hub']> & {
    readonly controllers: Said<AwsModel['controllers']>;
    readonly versions: Said<AwsModel['hubVersions']>;
  };

/** Every hub: the model of each cloud was held against it. */
export function awsHub(hub: Hub): AwsHub {
  return hub as AwsHub;
}
