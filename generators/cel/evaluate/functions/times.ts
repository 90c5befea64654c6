import { isTagged, type Value } from '../value.ts';
import { dayOf } from './calendar.ts';
import type { Implementation, Implementations } from './implementation.ts';
import { splitDays } from './time-text.ts';

const second = 1_000_000_000n;
const utc = ['UTC', 'Z', '+00:00', '-00:00', '00:00'];

/** Parts of a time. The rules of other time zones than UTC are not known here. */
const ofDay =
  (part: (day: ReturnType<typeof dayOf>) => number): Implementation =>
  ([moment = null, zone = 'UTC']) =>
    isTagged(moment) && moment.is === 'timestamp' && isUtc(zone)
      ? BigInt(part(dayOf(splitDays(moment.nanoseconds).days)))
      : undefined;

/** Of a time, what the clock shows; of a duration, all of it in that unit. */
const ofClock =
  (unit: bigint, next: bigint): Implementation =>
  ([time = null, zone = 'UTC']) => {
    if (!isTagged(time) || !isUtc(zone)) return undefined;
    if (time.is === 'timestamp') return (splitDays(time.nanoseconds).rest / unit) % next;
    return time.is === 'duration' ? time.nanoseconds / unit : undefined;
  };

export const timeFunctions: Implementations = {
  getFullYear: ofDay(({ year }) => year),
  getMonth: ofDay(({ month }) => month - 1),
  getDate: ofDay(({ day }) => day),
  getDayOfMonth: ofDay(({ day }) => day - 1),
  getDayOfWeek: ofDay(({ weekday }) => weekday),
  getDayOfYear: ofDay(({ dayOfYear }) => dayOfYear),
  getHours: ofClock(3600n * second, 24n),
  getMinutes: ofClock(60n * second, 60n),
  getSeconds: ofClock(second, 60n),
  getMilliseconds: ofClock(1_000_000n, 1000n),
};

function isUtc(zone: Value): boolean {
  return typeof zone === 'string' && utc.includes(zone);
}
