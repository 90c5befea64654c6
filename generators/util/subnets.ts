import { type Cidr, formatCidr, sizeOf } from './cidr.ts';

/** A zone has the same place in each tier for ever: slot i belongs to the i-th zone of the region. */
export const SLOTS = 4;

export interface SubnetBlocks {
  readonly private: string;
  readonly public: string;
  readonly intra: string;
}

/**
 * The blocks of one slot in a VPC of prefix p, in ascending order private 4 × /(p+3), public 4 × /(p+6), intra 4 × /28;
 * the rest is reserved.
 */
export function subnetBlocks(vpc: Cidr, slot: number): SubnetBlocks {
  const [privatePrefix, publicPrefix, intraPrefix] = [vpc.prefix + 3, vpc.prefix + 6, 28];
  const publicStart = vpc.address + SLOTS * sizeOf({ address: 0, prefix: privatePrefix });
  const intraStart = publicStart + SLOTS * sizeOf({ address: 0, prefix: publicPrefix });
  const block = (start: number, prefix: number) =>
    formatCidr({ address: start + slot * sizeOf({ address: 0, prefix }), prefix });
  return {
    private: block(vpc.address, privatePrefix),
    public: block(publicStart, publicPrefix),
    intra: block(intraStart, intraPrefix),
  };
}
