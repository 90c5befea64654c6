/** What `init` pins; the example fleet has the same. */
export const recommended = { library: 'v1', kro: '0.9.4' } as const;
