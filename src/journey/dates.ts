// Calendar days without a clock or a time zone: what deadlines are made of.

declare const civil: unique symbol;
/** A day of the Gregorian calendar, written `YYYY-MM-DD`. */
export type CivilDate = string & { readonly [civil]: true };

const DAY_MS = 86_400_000;

/** Reads `YYYY-MM-DD`; `undefined` when it is not a day that exists. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, day);
  const back = civilFromMs(ms);
  return back === text.trim() ? back : undefined;
}

/** The day `days` later (or earlier, when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilFromMs(toMs(date) + days * DAY_MS);
}

/** The same day of the month `months` later (or earlier, when negative); the last of a month that is too short for it. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0));
  return addDays(civilFromMs(last.getTime()), Math.min(day, last.getUTCDate()) - last.getUTCDate());
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** The day it is for the person at this moment: by the time zone of their computer, not by UTC. */
export function civilDateOf(moment: Date): CivilDate {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(moment.getFullYear(), 4)}-${pad(moment.getMonth() + 1, 2)}-${pad(moment.getDate(), 2)}` as CivilDate;
}

function toMs(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function civilFromMs(ms: number): CivilDate {
  return new Date(ms).toISOString().slice(0, 10) as CivilDate;
}
