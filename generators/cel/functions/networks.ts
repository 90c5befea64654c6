import type { FunctionTable } from './signature.ts';

/** Addresses and ranges of Kubernetes: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library */
export const networkFunctions: FunctionTable = {
  cidr: ['(string): net.CIDR'],
  containsCIDR: ['net.CIDR.(string): bool', 'net.CIDR.(net.CIDR): bool'],
  containsIP: ['net.CIDR.(string): bool', 'net.CIDR.(net.IP): bool'],
  family: ['net.IP.(): int'],
  ip: ['(string): net.IP', 'net.CIDR.(): net.IP'],
  'ip.isCanonical': ['(string): bool'],
  isCIDR: ['(string): bool'],
  isGlobalUnicast: ['net.IP.(): bool'],
  isIP: ['(string): bool'],
  isLinkLocalMulticast: ['net.IP.(): bool'],
  isLinkLocalUnicast: ['net.IP.(): bool'],
  isLoopback: ['net.IP.(): bool'],
  isUnspecified: ['net.IP.(): bool'],
  masked: ['net.CIDR.(): net.CIDR'],
  prefixLength: ['net.CIDR.(): int'],
  string: ['(net.IP): string', '(net.CIDR): string'],
};
