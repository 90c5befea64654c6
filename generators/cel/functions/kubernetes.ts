import type { FunctionTable } from './signature.ts';

const ordered = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'];

/** The list, regex and URL libraries of Kubernetes: https://kubernetes.io/docs/reference/using-api/cel/#cel-community-libraries */
export const kubernetesFunctions: FunctionTable = {
  indexOf: ['list(A).(A): int'],
  isSorted: ordered.map((type) => `list(${type}).(): bool`),
  lastIndexOf: ['list(A).(A): int'],
  max: ordered.map((type) => `list(${type}).(): ${type}`),
  min: ordered.map((type) => `list(${type}).(): ${type}`),
  sum: ['list(int).(): int', 'list(uint).(): uint', 'list(double).(): double', 'list(duration).(): duration'],
  find: ['string.(string): string'],
  findAll: ['string.(string): list(string)', 'string.(string, int): list(string)'],
  getEscapedPath: ['kubernetes.URL.(): string'],
  getHost: ['kubernetes.URL.(): string'],
  getHostname: ['kubernetes.URL.(): string'],
  getPort: ['kubernetes.URL.(): string'],
  getQuery: ['kubernetes.URL.(): map(string, list(string))'],
  getScheme: ['kubernetes.URL.(): string'],
  isURL: ['(string): bool'],
  url: ['(string): kubernetes.URL'],
};
