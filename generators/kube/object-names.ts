export interface NameRule {
  /** Completes "which is …". */
  readonly says: string;
  fits(name: string): boolean;
}

const label = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const labelFromLetter = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const qualified = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const longestLabel = 63;
const longestSubdomain = 253;

const rules = {
  subdomain: {
    says: 'at most 253 lower-case letters, digits, "-" and ".", with a letter or digit at the ends and around every "."',
    fits: isSubdomain,
  },
  label: {
    says: 'at most 63 lower-case letters, digits and "-", with a letter or digit at both ends',
    fits: (name) => name.length <= longestLabel && label.test(name),
  },
  // API servers before 1.36 ask for the letter.
  service: {
    says: 'at most 63 lower-case letters, digits and "-", with a letter first and a letter or digit last',
    fits: (name) => name.length <= longestLabel && labelFromLetter.test(name),
  },
  pathSegment: {
    says: 'anything but "." and "..", without "/" and "%"',
    fits: (name) => name !== '.' && name !== '..' && !/[/%]/.test(name),
  },
  // Its Jobs add eleven characters, and theirs is the value of a label.
  cronJob: {
    says: 'at most 52 lower-case letters, digits, "-" and ".", with a letter or digit at the ends and around every "."',
    fits: (name) => name.length <= 52 && isSubdomain(name),
  },
  job: {
    says: 'at most 63 lower-case letters, digits, "-" and ".", with a letter or digit at the ends and around every "."',
    fits: (name) => name.length <= longestLabel && isSubdomain(name),
  },
} satisfies Readonly<Record<string, NameRule>>;

const byKind: ReadonlyMap<string, NameRule> = new Map([
  ['/Namespace', rules.label],
  ['/Service', rules.service],
  ['policy/PodDisruptionBudget', rules.pathSegment],
  ['batch/CronJob', rules.cronJob],
  ['batch/Job', rules.job],
  ['rbac.authorization.k8s.io/Role', rules.pathSegment],
  ['rbac.authorization.k8s.io/RoleBinding', rules.pathSegment],
  ['rbac.authorization.k8s.io/ClusterRole', rules.pathSegment],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', rules.pathSegment],
  ['apiregistration.k8s.io/APIService', rules.pathSegment],
]);

/** What the API server asks of the name of an object of this kind. */
export function nameRule(group: string, kind: string): NameRule {
  return byKind.get(`${group}/${kind}`) ?? rules.subdomain;
}

export const namespaceRule: NameRule = rules.label;

/** Also of an annotation, once its letters are lower-case. */
export function isLabelKey(key: string): boolean {
  const slash = key.indexOf('/');
  const name = slash < 0 ? key : key.slice(slash + 1);
  if (name.length > longestLabel || !qualified.test(name)) return false;
  return slash < 0 || isSubdomain(key.slice(0, slash));
}

export function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= longestLabel && qualified.test(value));
}

function isSubdomain(name: string): boolean {
  return name.length <= longestSubdomain && subdomain.test(name);
}
