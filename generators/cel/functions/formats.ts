import type { FunctionTable } from './signature.ts';

const names = [
  ...['dns1123Label', 'dns1123Subdomain', 'dns1035Label', 'qualifiedName', 'labelValue'],
  ...['dns1123LabelPrefix', 'dns1123SubdomainPrefix', 'dns1035LabelPrefix', 'uri', 'uuid', 'byte', 'date', 'datetime'],
];

/** Formats of Kubernetes: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-format-library. Rules of a CRD have them; kro does not. */
export const formatFunctions: FunctionTable = {
  ...Object.fromEntries(names.map((name) => [`format.${name}`, ['(): kubernetes.NamedFormat']])),
  'format.named': ['(string): optional(kubernetes.NamedFormat)'],
  validate: ['kubernetes.NamedFormat.(string): optional(list(string))'],
};
