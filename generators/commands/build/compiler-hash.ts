/** Changes whenever the compiler does; without a bundle (in tests) it is one compiler for ever. */
export const compilerHash = typeof WHEELWRIGHT_HASH === 'string' ? WHEELWRIGHT_HASH : 'source';
