import type { FunctionTable } from './signature.ts';

/** Quantities of Kubernetes: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library */
export const quantityFunctions: FunctionTable = {
  add: [
    'kubernetes.Quantity.(kubernetes.Quantity): kubernetes.Quantity',
    'kubernetes.Quantity.(int): kubernetes.Quantity',
  ],
  asApproximateFloat: ['kubernetes.Quantity.(): double'],
  asInteger: ['kubernetes.Quantity.(): int'],
  compareTo: ['kubernetes.Quantity.(kubernetes.Quantity): int'],
  isGreaterThan: ['kubernetes.Quantity.(kubernetes.Quantity): bool'],
  isInteger: ['kubernetes.Quantity.(): bool'],
  isLessThan: ['kubernetes.Quantity.(kubernetes.Quantity): bool'],
  isQuantity: ['(string): bool'],
  quantity: ['(string): kubernetes.Quantity'],
  sign: ['(kubernetes.Quantity): int'],
  sub: [
    'kubernetes.Quantity.(kubernetes.Quantity): kubernetes.Quantity',
    'kubernetes.Quantity.(int): kubernetes.Quantity',
  ],
};
