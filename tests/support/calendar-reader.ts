// Reads an iCalendar file back with a parser that is not the one that wrote it.
import ICAL from 'ical.js';

export type ReadDay = {
  readonly uid: string;
  /** First day, and the day after the last one. */
  readonly from: string;
  readonly to: string;
  /** No time of day in either. */
  readonly isWholeDay: boolean;
  readonly title: string;
  readonly text: string;
  /** Seconds from the start of the day to each alarm; negative is before it. */
  readonly alarms: readonly number[];
  readonly related: readonly (string | undefined)[];
  readonly stamp: string;
  readonly properties: Readonly<Record<string, string>>;
};

/** The events of a calendar, in the order of the file. */
export function readCalendar(text: string): readonly ReadDay[] {
  const whole = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return whole.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    const triggers = part.getAllSubcomponents('valarm').map((alarm) => alarm.getFirstProperty('trigger'));
    return {
      uid: event.uid,
      from: event.startDate.toString(),
      to: event.endDate.toString(),
      isWholeDay: event.startDate.isDate && event.endDate.isDate,
      title: event.summary,
      text: event.description,
      alarms: triggers.map((trigger) => secondsOf(trigger?.getFirstValue())),
      related: triggers.map((trigger) => trigger?.getFirstParameter('related')),
      stamp: String(part.getFirstPropertyValue('dtstamp')),
      properties: Object.fromEntries(
        part.getAllProperties().map((property) => [property.name, String(property.getFirstValue())]),
      ),
    };
  });
}

function secondsOf(value: unknown): number {
  if (value instanceof ICAL.Duration) return value.toSeconds();
  throw new Error(`an alarm without a span of time: ${String(value)}`);
}
