import aws from '../../clouds/aws/index.ts';
import { patterns } from '../../schema/config/patterns.ts';
import { didYouMean } from '../../util/did-you-mean.ts';

/** What a new fleet begins with. */
export interface InitOptions {
  readonly organisation: string;
  readonly repository: string;
  readonly region: string;
  /** Of the account in which spokes stand. */
  readonly accountId: string;
  readonly hubAccountId: string;
}

type Given = Readonly<Partial<Record<'organisation' | 'repository' | 'region' | 'account-id', string | undefined>>>;

const placeholderAccounts = ['222222222222', '111111111111'] as const;

/** Options with placeholders where nothing was given, or what is wrong with them. */
export function initOptions(given: Given): InitOptions | { readonly misuse: string } {
  const { organisation = 'acme', region = 'eu-west-1' } = given;
  const repository = given.repository ?? `https://github.com/${organisation}/platform`;
  const [workloads, hub] = placeholderAccounts;
  const accountId = given['account-id'] ?? workloads;
  if (!/^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/.test(organisation)) {
    return {
      misuse: `--organisation is "${organisation}"; it must be 1 to 20 lower-case letters, digits and dashes, the first a letter.`,
    };
  }
  if (!patterns.gitAddress.test(repository)) {
    return {
      misuse: `--repository is "${repository}"; it must be the address of a Git repository, such as https://github.com/acme/platform.`,
    };
  }
  if (!Object.hasOwn(aws.zones, region))
    return {
      misuse: `--region is "${region}", which is no region of AWS.${didYouMean(region, Object.keys(aws.zones))}`,
    };
  if (!/^[0-9]{12}$/.test(accountId))
    return { misuse: `--account-id is "${accountId}"; it must be the 12 digits of an AWS account.` };
  return { organisation, repository, region, accountId, hubAccountId: accountId === hub ? workloads : hub };
}
