import type { FunctionTable } from './signature.ts';

/** Semantic versions of Kubernetes: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-semver-library */
export const versionFunctions: FunctionTable = {
  compareTo: ['kubernetes.Semver.(kubernetes.Semver): int'],
  isGreaterThan: ['kubernetes.Semver.(kubernetes.Semver): bool'],
  isLessThan: ['kubernetes.Semver.(kubernetes.Semver): bool'],
  isSemver: ['(string): bool'],
  major: ['kubernetes.Semver.(): int'],
  minor: ['kubernetes.Semver.(): int'],
  patch: ['kubernetes.Semver.(): int'],
  semver: ['(string): kubernetes.Semver'],
};
