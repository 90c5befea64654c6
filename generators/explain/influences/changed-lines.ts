/** Numbers (from 1) of the lines of a text that another one has not, or has elsewhere: what a longest common subsequence leaves out. */
export function changedLines(before: string, after: string): readonly number[] {
  if (before === after) return [];
  const [a, b] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  return leftOut(a.slice(start, endA), b.slice(start, endB)).map((index) => start + index + 1);
}

export function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}

function leftOut(a: readonly string[], b: readonly string[]): readonly number[] {
  const width = b.length + 1;
  // lengths[i * width + j]: of the longest common subsequence of a from i and b from j.
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const left: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    while (j < b.length && a[i] !== b[j] && at(i, j + 1) > at(i + 1, j)) j += 1;
    if (j < b.length && a[i] === b[j]) j += 1;
    else left.push(i);
  }
  return left;
}
