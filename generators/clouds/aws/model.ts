import type { CloudModel } from '../../model/cloud-model.ts';
import { awsAccountFields } from './account-model.ts';
import { eksSchema, eksVersionsSchema } from './eks-model.ts';
import { awsControllerFields, awsHubFields, awsHubVersions } from './hub-model.ts';
import { eksNodeGroupFields } from './node-group-model.ts';

const model = {
  sections: { eks: eksSchema.prefault({}) },
  versions: { eks: eksVersionsSchema.prefault({}) },
  nodeGroup: eksNodeGroupFields,
  account: awsAccountFields,
  hub: awsHubFields,
  controllers: awsControllerFields,
  hubVersions: awsHubVersions,
} satisfies CloudModel;

export type AwsModel = typeof model;
export default model as CloudModel;
