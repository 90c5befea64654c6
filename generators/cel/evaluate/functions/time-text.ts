import type { Duration, Moment } from '../value.ts';
import { dayOf, daysIn, daysSinceEpoch } from './calendar.ts';

const second = 1_000_000_000n;
const units = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: second,
  m: 60n * second,
  h: 3600n * second,
} satisfies Record<string, bigint>;

/** RFC 3339, as Go writes it: no fraction when there is none, and in the zone that it was read in. */
export function formatMoment({ nanoseconds, offset = 0 }: Moment): string {
  const { days, rest } = splitDays(nanoseconds + BigInt(offset) * units.m);
  const { year, month, day } = dayOf(days);
  const clock = [rest / units.h, (rest / units.m) % 60n, (rest / second) % 60n].map((part) => pad(part, 2));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${clock.join(':')}${fractionText(rest % second)}${zoneText(offset)}`;
}

export function parseMoment(text: string): Moment | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, seconds = 0] = match.slice(1, 7).map(Number);
  const [, , , , , , , fraction = '', sign, zoneHours = '0', zoneMinutes = '0'] = match;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || seconds > 59) return undefined;
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  const whole = daysSinceEpoch(year, month, day) * 86_400 + hour * 3600 + (minute - offset) * 60 + seconds;
  const nanoseconds = BigInt(whole) * second + BigInt(fraction.padEnd(9, '0').slice(0, 9));
  return { is: 'timestamp', nanoseconds, offset };
}

/** Whole days since 1970, and the nanoseconds of the day. */
export function splitDays(nanoseconds: bigint): { days: number; rest: bigint } {
  const day = 86_400n * second;
  const rest = ((nanoseconds % day) + day) % day;
  return { days: Number((nanoseconds - rest) / day), rest };
}

/** In seconds, as CEL makes a text of it. */
export function formatDuration({ nanoseconds }: Duration): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  return `${nanoseconds < 0n ? '-' : ''}${size / second}${fractionText(size % second)}s`;
}

/** In hours, minutes and seconds, which is what kro writes into a field: `1h30m0s`. */
export function printDuration({ nanoseconds }: Duration): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const sign = nanoseconds < 0n ? '-' : '';
  if (size > 0n && size < second) {
    const unit = size < units.us ? 'ns' : size < units.ms ? 'µs' : 'ms';
    return `${sign}${Number(size) / Number(units[unit])}${unit}`;
  }
  const hours = size / units.h;
  const minutes = (size / units.m) % 60n;
  const clock = hours > 0n ? `${hours}h${minutes}m` : minutes > 0n ? `${minutes}m` : '';
  return `${sign}${clock}${(size / second) % 60n}${fractionText(size % second)}s`;
}

/** `1h30m`, `-1.5s`: the durations of Go. */
export function parseDuration(text: string): Duration | undefined {
  const [, sign, body = ''] = /^([+-]?)(.+)$/.exec(text) ?? [];
  if (body === '0') return { is: 'duration', nanoseconds: 0n };
  let nanoseconds = 0n;
  let read = 0;
  for (const [part, whole = '', fraction = '', unit = ''] of body.matchAll(
    /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g,
  )) {
    if (whole === '' && fraction === '') return undefined;
    const size = units[unit as keyof typeof units];
    nanoseconds += BigInt(whole || '0') * size + (BigInt(fraction || '0') * size) / 10n ** BigInt(fraction.length);
    read += part.length;
  }
  if (read === 0 || read !== body.length) return undefined;
  return { is: 'duration', nanoseconds: sign === '-' ? -nanoseconds : nanoseconds };
}

function fractionText(nanoseconds: bigint): string {
  return nanoseconds === 0n ? '' : `.${nanoseconds.toString().padStart(9, '0').replace(/0+$/, '')}`;
}

function zoneText(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

const pad = (number: bigint | number, width: number) => String(number).padStart(width, '0');
