import { cloudNamed } from '../../clouds/cloud-named.ts';
import { DEFAULT_CLOUD } from '../../model/default-cloud.ts';
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

/** Options with placeholders where nothing was given, or what is wrong with them. */
export function initOptions(given: Given): InitOptions | { readonly misuse: string } {
  const { title, zones, start } = cloudNamed(DEFAULT_CLOUD);
  const { pattern, meaning, placeholders } = start.account;
  const { organisation = 'acme', region = start.region } = given;
  const repository = given.repository ?? `https://github.com/${organisation}/platform`;
  const accountId = given['account-id'] ?? placeholders.spokes;
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
  if (!Object.hasOwn(zones, region))
    return {
      misuse: `--region is "${region}", which is no region of ${title}.${didYouMean(region, Object.keys(zones))}`,
    };
  if (!pattern.test(accountId)) return { misuse: `--account-id is "${accountId}"; it must be ${meaning}.` };
  const hubAccountId = accountId === placeholders.hub ? placeholders.spokes : placeholders.hub;
  return { organisation, repository, region, accountId, hubAccountId };
}
