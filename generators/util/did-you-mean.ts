/** Edit distance with transpositions (optimal string alignment), case counting half as much as another letter. */
function distance(a: string, b: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const cost = same ? 0 : a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0.5 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** The known name that was most likely meant, if one is near enough: within so many letters, or some part of the name. */
export function nearestName(name: string, known: Iterable<string>, within?: number): string | undefined {
  const threshold = Math.min(Math.floor(name.length * 0.4) + 1, within ?? Number.POSITIVE_INFINITY);
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > threshold) continue;
    const d = distance(name, candidate);
    if (d <= threshold && (best === undefined || d < best.distance)) best = { name: candidate, distance: d };
  }
  return best?.name;
}

/** ` Did you mean "x"?`, else the valid set (at most eight), else nothing: the end of a message on an unknown name. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = [...known];
  const nearest = nearestName(name, names);
  if (nearest !== undefined) return ` Did you mean "${nearest}"?`;
  if (names.length === 0 || names.length > 8) return '';
  return ` Known: ${names.map((n) => `"${n}"`).join(', ')}.`;
}
