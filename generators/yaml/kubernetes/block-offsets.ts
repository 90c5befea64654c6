/**
 * The same for a block scalar (`|` or `>`): its lines, without their indentation, stand in the value one after the other, with
 * a space or line breaks between them. https://yaml.org/spec/1.2.2/#81-block-scalar-styles
 */
export function blockOffsets(text: string, start: number, end: number, value: string): readonly number[] | undefined {
  const offsets: number[] = [];
  const lines = linesBetween(text, text.indexOf('\n', start) + 1, end);
  const indent = indentOf(lines, value);
  let isFirst = true;
  for (const line of lines) {
    const content = line.text.slice(indent);
    const from = afterSeparator(value, offsets.length, isFirst);
    if (content.trim() === '' && (content === '' || !value.startsWith(content, from))) continue;
    if (!value.startsWith(content, from)) return undefined;
    const at = line.start + Math.min(indent, line.text.length);
    while (offsets.length < from) offsets.push(at);
    for (let i = 0; i < content.length; i++) offsets.push(at + i);
    isFirst = false;
  }
  if (value.slice(offsets.length).trim() !== '') return undefined;
  while (offsets.length <= value.length) offsets.push(end);
  return offsets;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesBetween(text: string, from: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = from; at > 0 && at < end; ) {
    const breakAt = text.indexOf('\n', at);
    const stop = breakAt < 0 || breakAt > end ? end : breakAt;
    lines.push({ text: text.slice(at, stop).replace(/\r$/, ''), start: at });
    at = stop + 1;
  }
  return lines;
}

/** How far the first line with content is moved to the right. */
function indentOf(lines: readonly Line[], value: string): number {
  const spaces = (line: string) => line.length - line.replace(/^ +/, '').length;
  const written = lines.find((line) => line.text.trim() !== '')?.text ?? '';
  const read = value.split('\n').find((line) => line.trim() !== '') ?? '';
  return Math.max(0, spaces(written) - spaces(read));
}

/** Blank lines before the first one are line breaks of the value. */
function afterSeparator(value: string, from: number, isFirst: boolean): number {
  let at = from;
  while (value[at] === '\n') at++;
  return at === from && !isFirst && value[at] === ' ' ? at + 1 : at;
}
