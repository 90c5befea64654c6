/** How many characters, bytes, items or entries a value has, at least and at most. */
export interface Size {
  readonly min: number;
  readonly max: number;
}

/** Where cel-go stops counting: the largest number of 64 bits. */
export const unlimited = 2 ** 64;
export const anySize: Size = { min: 0, max: unlimited };
export const sized = (size: number): Size => ({ min: size, max: size });

export const plus = (a: number, b: number): number => Math.min(a + b, unlimited);
export const times = (a: number, b: number): number => Math.min(a * b, unlimited);
/** Rounded up. */
export const scale = (a: number, factor: number): number => Math.min(Math.ceil(a * factor), unlimited);

export const sumOf = (costs: readonly number[]): number => costs.reduce(plus, 0);
export const addSizes = (a: Size, b: Size): Size => ({ min: plus(a.min, b.min), max: plus(a.max, b.max) });
export const multiplySizes = (a: Size, b: Size): Size => ({ min: times(a.min, b.min), max: times(a.max, b.max) });
export const joinSizes = (a: Size, b: Size): Size => ({ min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) });

/** What a step through one character of a text costs; common/cost.go of cel-go has these. */
export const perCharacter = 0.1;
export const perCharacterOfPattern = 0.25;
export const newList = 10;
export const newMap = 30;
