import { patterns } from './patterns.ts';

const tagCharacters = 'letters, digits, spaces and the characters _ . : / = + - @, which is all that AWS takes';

/** What the patterns of the model mean, to follow "must be". A test says that none is missing. */
const meanings: Readonly<Record<string, string>> = {
  '^[0-9]{12}$': 'an AWS account id: 12 digits, in quotes',
  '^[a-z]{2,4}(-[a-z]+)+-[0-9]$': 'a region such as us-west-2',
  '^[0-9.]+\\/[0-9]{1,2}$': 'an IPv4 range such as 10.1.0.0/18',
  '^[0-9.]+\\/32$': 'an IPv4 address such as 203.0.113.7/32',
  '^1\\.[0-9]{2}$': 'a Kubernetes minor version such as "1.35"',
  '^v?[0-9]+\\.[0-9]+\\.[0-9]+([.-][0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$': 'an exact version such as 1.20.3',
  '^v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+$': 'a version of an EKS add-on such as v1.20.1-eksbuild.1',
  '^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)\\/[\\w+=,.@/-]+$':
    'the ARN of an IAM role or user such as arn:aws:iam::111111111111:role/admins',
  '^arn:aws[a-z-]*:iam::[0-9]{12}:role\\/[\\w+=,.@/-]+$':
    'the ARN of an IAM role such as arn:aws:iam::111111111111:role/provisioner',
  '^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy\\/[\\w+=,.@/-]+$':
    'the ARN of an IAM policy such as arn:aws:iam::111111111111:policy/boundary',
  '^[\\w+=,.@/-]+$': 'the name of an IAM role',
  '^[0-9A-Za-z][\\w-]{0,99}$': 'the name of an EKS cluster: at most 100 letters, digits, dashes and underscores',
  '^([A-Z][A-Za-z0-9]{0,62}|[a-z]([a-z0-9-]{0,38}[a-z0-9])?)$':
    'the name of a graph in hub/graphs/, or a kind of the library such as VPCNetwork',
  '^vpc-[0-9a-f]{8,17}$': 'the id of a VPC such as vpc-0123456789abcdef0',
  '^subnet-[0-9a-f]{8,17}$': 'the id of a subnet such as subnet-0123456789abcdef0',
  '^[a-z][a-z0-9-]*\\.[a-z0-9-]+$': 'an EC2 instance type such as m7i.large',
  [patterns.gitAddress.source]: 'the address of a Git repository such as https://github.com/acme/checkout',
  [patterns.mirrorAddress.source]: 'the address of a chart repository, beginning with https://, oci:// or http://',
  [patterns.chartAddress.source]: 'the address of a chart repository, beginning with https:// or oci://',
  [patterns.fullReference.source]: 'a full reference such as refs/heads/main',
  [patterns.revision.source]: 'a full reference such as refs/heads/main, a version tag or a commit',
  [patterns.path.source]: 'a relative path such as deploy/{environment}/{spoke}',
  [patterns.image.source]: 'an image with a tag or a digest such as registry.example.com/ledger:2.1',
  [patterns.imageBeginning.source]: 'the beginning of the name of an image such as registry.example.com/shop',
  [patterns.tagKey.source]: `the key of a tag: ${tagCharacters}`,
  [patterns.tagValue.source]: `the value of a tag: ${tagCharacters}`,
  '^[a-z][a-z0-9-]{0,38}-$': 'at most 40 lower-case letters, digits and dashes, the first a letter, the last a dash',
  '^[a-z0-9][a-z0-9.-]*$': 'the name of a chart: lower-case letters, digits, dashes and dots',
  '^(\\/([^~/]|~[01])*)+$': 'a JSON pointer such as /spec/replicas',
  '^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?$': 'a quantity such as 500m or 64Gi',
  '^[a-z0-9./-]+$': 'the name of a resource such as requests.cpu',
};

const names = 'lower-case letters, digits and dashes';
const optionalTail = /^\^\[a-z\]\(\[a-z0-9-\]\{0,(\d+)\}\[a-z0-9\]\)\?\$$/;
const requiredTail = /^\^\[a-z\]\[a-z0-9-\]\{0,(\d+)\}\[a-z0-9\]\$$/;

const fleetName = /^\^\[a-z0-9\]\(\[a-z0-9-\]\{0,(\d+)\}\[a-z0-9\]\)\?\$$/;

/** Undefined for a pattern that is not in the table. */
export function describePattern(pattern: string): string | undefined {
  const ofFleet = fleetName.exec(pattern)?.[1];
  if (ofFleet !== undefined) return `at most ${Number(ofFleet) + 2} ${names}, the first and the last no dash`;
  const inner = (optionalTail.exec(pattern) ?? requiredTail.exec(pattern))?.[1];
  if (inner === undefined) return Object.hasOwn(meanings, pattern) ? meanings[pattern] : undefined;
  const length = `${requiredTail.test(pattern) ? '2 to' : 'at most'} ${Number(inner) + 2}`;
  return `${length} ${names}, the first a letter, the last no dash`;
}
