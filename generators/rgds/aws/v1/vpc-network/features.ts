import type { Network, Spoke } from '../../../../model/fleet.ts';
import type { Feature } from '../../../../model/rgd.ts';

const networks: Feature = { name: 'networks', kinds: ['InternetGateway', 'RouteTable', 'Subnet', 'VPC'] };
const natGateways: Feature = { name: 'NAT gateways', kinds: ['ElasticIPAddress', 'NATGateway'] };
const s3Endpoints: Feature = { name: 'endpoints of S3', kinds: ['VPCEndpoint'] };

/** Nothing is made of a network that others own, nor by a spoke in a shared one. */
export function networkFeatures(of: Spoke | Network): readonly Feature[] {
  const layout = 'network' in of ? of.network : of;
  if (layout.cidr === undefined) return [];
  return [networks, ...(layout.nat === 'none' ? [] : [natGateways]), ...(layout.s3Endpoint ? [s3Endpoints] : [])];
}
