// Days as an iCalendar file (RFC 5545): all-day entries, each with an alarm on the morning before.
import ical, { ICalAlarmType, ICalEventClass, ICalEventTransparency } from 'ical-generator';
import type { CalendarDay } from '../view/document';

const DAY_MS = 86_400_000;
/** From the start of the day back to nine in the morning of the day before, in seconds. More than 0 is before the day. */
const ALARM_BEFORE = 15 * 3600;

/**
 * The text of the file: CRLF, folded at 75 bytes. `name` is offered as the name of a new calendar, `stamp` is the moment of
 * writing, `lang` the BCP 47 tag of the words. The days are civil days, the same in every time zone; they take no time of the
 * person's day, and who may see a shared calendar is not shown what they are about.
 */
export function renderCalendar(
  days: readonly CalendarDay[],
  { name, stamp, lang }: { readonly name: string; readonly stamp: Date; readonly lang: string },
): string {
  const calendar = ical({ prodId: { company: 'quitgpt', product: 'calendar', language: lang.toUpperCase() }, name });
  for (const { uid, on, title, text } of days) {
    // Of a whole day the library writes the day that it is in UTC.
    const start = Date.parse(`${on}T00:00:00Z`);
    calendar
      .createEvent({
        id: uid,
        start: new Date(start),
        end: new Date(start + DAY_MS),
        allDay: true,
        stamp,
        summary: title,
        description: text,
        transparency: ICalEventTransparency.TRANSPARENT,
        class: ICalEventClass.PRIVATE,
      })
      .createAlarm({ type: ICalAlarmType.display, triggerBefore: ALARM_BEFORE });
  }
  // The library leaves out the end of the last line.
  return `${calendar.toString().trimEnd()}\r\n`;
}
