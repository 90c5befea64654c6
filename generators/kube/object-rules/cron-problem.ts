interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Instead of numbers, from the least one. */
  readonly words: readonly string[];
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const days = 'sun mon tue wed thu fri sat'.split(' ');
const fields: readonly Field[] = [
  { name: 'minute', from: 0, to: 59, words: [] },
  { name: 'hour', from: 0, to: 23, words: [] },
  { name: 'day of the month', from: 1, to: 31, words: [] },
  { name: 'month', from: 1, to: 12, words: months },
  { name: 'day of the week', from: 0, to: 6, words: days },
];
const descriptors: readonly string[] = '@yearly @annually @monthly @weekly @daily @midnight @hourly'.split(' ');
const every = /^@every (?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/;

/** What is wrong with the schedule of a CronJob. https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format */
export function cronProblem(schedule: string): string | undefined {
  if (schedule.includes('TZ')) return `"${schedule}" has a time zone in it; that is for the field "timeZone".`;
  if (schedule.startsWith('@')) {
    if (descriptors.includes(schedule) || every.test(schedule)) return undefined;
    return `"${schedule}" is no schedule: there are ${descriptors.map((one) => `"${one}"`).join(', ')}, and "@every 1h".`;
  }
  const parts = schedule.split(/\s+/).filter((part) => part !== '');
  if (parts.length !== fields.length)
    return `"${schedule}" has ${parts.length} fields, and a schedule has 5: minute, hour, day of the month, month and day of the week.`;
  for (const [index, field] of fields.entries()) {
    const part = parts[index] ?? '';
    const ranges = part.split(',').filter((range) => range !== '');
    if (ranges.every((range) => isRange(range, field))) continue;
    return `"${part}" is no ${field.name} of a schedule, which is ${field.from} to ${field.to}, "*", or ranges and steps of these.`;
  }
  return undefined;
}

function isRange(range: string, { from, to, words }: Field): boolean {
  const [, first = '', last, step] = /^([^-/]+)(?:-([^-/]+))?(?:\/(\d+))?$/.exec(range) ?? [];
  if (step !== undefined && Number(step) === 0) return false;
  if (first === '*' || first === '?') return last === undefined;
  const numberOf = (text: string) => {
    const word = words.indexOf(text.toLowerCase());
    if (word >= 0) return word + from;
    return /^\d+$/.test(text) ? Number(text) : Number.NaN;
  };
  const [low, high] = [numberOf(first), last === undefined ? numberOf(first) : numberOf(last)];
  return low >= from && high <= to && low <= high;
}
