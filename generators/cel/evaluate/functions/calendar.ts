/** A day of the Gregorian calendar, before it was introduced too. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** From 0, which is the first of January. */
  readonly dayOfYear: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Days since the first of January 1970. */
export function daysSinceEpoch(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const afterFebruary = month > 2 && isLeap(year) ? 1 : 0;
  return before * 365 + leapDays + (daysBefore[month - 1] ?? 0) + afterFebruary + day - 719_163;
}

export function dayOf(days: number): Day {
  let year = 1970 + Math.floor(days / 365.2425);
  while (daysSinceEpoch(year + 1, 1, 1) <= days) year++;
  while (daysSinceEpoch(year, 1, 1) > days) year--;
  let month = 12;
  while (daysSinceEpoch(year, month, 1) > days) month--;
  return {
    year,
    month,
    day: days - daysSinceEpoch(year, month, 1) + 1,
    dayOfYear: days - daysSinceEpoch(year, 1, 1),
    weekday: (((days + 4) % 7) + 7) % 7,
  };
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
