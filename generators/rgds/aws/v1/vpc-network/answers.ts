import { canonical, formatCidr, parseCidr } from '../../../../util/cidr.ts';
import type { Answers, Returned } from '../../answer.ts';

const at = 'aws-controllers-k8s/ec2-controller v1.20.0 pkg/resource';
const tags = 'any order';

/** EC2 clears the bits of a range that its mask does not cover. */
const masked = (text: unknown) => {
  const range = parseCidr(String(text));
  return range === undefined ? text : formatCidr(canonical(range));
};
const range: Returned = {
  is: masked,
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html, CidrBlock',
};
const ranges: Returned = {
  is: (sent) => (sent as readonly unknown[]).map(masked),
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html, CidrBlock',
};

const ec2: Answers[string] = {
  VPC: {
    source: `${at}/vpc: DescribeVpcs, DescribeVpcAttribute`,
    fields: {
      cidrBlocks: ranges,
      enableDNSHostnames: 'as sent',
      enableDNSSupport: 'as sent',
      instanceTenancy: 'as sent',
      tags,
    },
    filledIn: ['enableNetworkAddressUsageMetrics'],
  },
  InternetGateway: {
    source: `${at}/internet_gateway: DescribeInternetGateways`,
    fields: { vpc: 'as sent', tags },
  },
  ElasticIPAddress: {
    source: `${at}/elastic_ip_address: DescribeAddresses`,
    fields: { tags },
    filledIn: ['networkBorderGroup', 'publicIPv4Pool'],
  },
  NATGateway: {
    source: `${at}/nat_gateway: DescribeNatGateways`,
    fields: { connectivityType: 'as sent', subnetID: 'as sent', allocationID: 'as sent', tags },
  },
  RouteTable: {
    // The local route and those of gateway endpoints are returned too; ACK takes them out before it compares.
    source: `${at}/route_table/hooks.go: DescribeRouteTables, removeLocalRoute, excludeAWSRoute`,
    fields: { vpcID: 'as sent', routes: 'any order', tags },
  },
  Subnet: {
    source: `${at}/subnet: DescribeSubnets, DescribeRouteTables`,
    fields: {
      vpcID: 'as sent',
      cidrBlock: range,
      availabilityZone: 'as sent',
      mapPublicIPOnLaunch: 'as sent',
      assignIPv6AddressOnCreation: 'as sent',
      ipv6Native: 'as sent',
      enableDNS64: 'as sent',
      enableResourceNameDNSARecord: 'as sent',
      enableResourceNameDNSAAAARecord: 'as sent',
      hostnameType: 'as sent',
      routeTables: 'any order',
      tags,
    },
    filledIn: ['availabilityZoneID'],
  },
  VPCEndpoint: {
    source: `${at}/vpc_endpoint: DescribeVpcEndpoints`,
    fields: {
      vpcID: 'as sent',
      vpcEndpointType: 'as sent',
      serviceName: 'as sent',
      routeTableIDs: 'any order',
      tags,
    },
    filledIn: ['policyDocument', 'privateDNSEnabled', 'serviceRegion'],
  },
};

const answers: Answers = { ec2 };

export default answers;
