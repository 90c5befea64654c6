import { LONGEST_BEGINNING } from '../../../../clouds/aws/name-beginning.ts';
import type { Fields } from '../../../../model/rgd.ts';
import {
  deletionPolicyField,
  type NetworkLayout,
  networkFields,
  networkTypes,
  REGION,
  tagsField,
} from '../network-input.ts';

export interface VpcNetworkSpec extends NetworkLayout {
  readonly name: string;
  readonly region: string;
  readonly deletionPolicy: 'delete' | 'retain';
  readonly tags: Readonly<Record<string, string>>;
}

export const types: Fields = networkTypes;

export const spec: Fields = {
  name: `string | required=true immutable=true pattern="^[a-z]([a-z0-9-]*[a-z0-9])?$" maxLength=${LONGEST_BEGINNING} description="Name of the VPC, and the beginning of all names in it"`,
  region: `string | required=true immutable=true pattern="${REGION}" maxLength=20 description="Region of the namespace's account"`,
  ...networkFields,
  deletionPolicy: deletionPolicyField,
  tags: tagsField,
};
