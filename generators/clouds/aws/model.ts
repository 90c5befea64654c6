import type { CloudModel } from '../../model/cloud-model.ts';
import { eksSchema, eksVersionsSchema } from './eks-model.ts';
import { eksNodeGroupFields } from './node-group-model.ts';

const model = {
  sections: { eks: eksSchema.prefault({}) },
  versions: { eks: eksVersionsSchema.prefault({}) },
  nodeGroup: eksNodeGroupFields,
} satisfies CloudModel;

export type AwsModel = typeof model;
export default model as CloudModel;
