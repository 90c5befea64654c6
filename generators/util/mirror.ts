import { byCodePoint } from './code-point-order.ts';

/**
 * Where a repository is really read from: the longest prefix in `mirrors` that ends where a segment of the path ends is
 * replaced. Unchanged where there is none.
 */
export function mirrorOf(mirrors: Readonly<Record<string, string>>, repository: string): string {
  const isPrefix = (prefix: string): boolean => {
    const rest = repository.slice(prefix.length);
    return repository.startsWith(prefix) && (prefix.endsWith('/') || rest === '' || /^[/:@]/.test(rest));
  };
  const [best] = Object.keys(mirrors)
    .filter(isPrefix)
    .sort((a, b) => b.length - a.length || byCodePoint(a, b));
  return best === undefined ? repository : `${mirrors[best]}${repository.slice(best.length)}`;
}
