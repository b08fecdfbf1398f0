// Where a wait begins, its days are offered for the person's own calendar: once a run.
import type { Journey, JourneyStep } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { aheadOf, timelineOf } from '../journey/timeline';
import type { Block } from '../view/document';
import { paragraph } from '../view/document';
import type { Session } from './session';

/** A step after which the person has to wait for somebody else. */
const beginsWait = ({ step }: JourneyStep): boolean => step.waitDays !== undefined || step.deletesAccount === true;

/** Offers a calendar file after `entry`, where a wait begins and a day is ahead. True when it was offered. */
export async function offerCalendar(
  session: Session,
  journey: Journey,
  entry: JourneyStep,
  record: JourneyRecord,
): Promise<boolean> {
  const { prompter, translator, today } = session;
  if (session.takesDefaults || !beginsWait(entry) || aheadOf(timelineOf(record, journey, today)).length === 0)
    return false;
  const { say, ui } = translator;
  const given = await prompter.askOne<boolean>({
    id: `calendar:${entry.step.id}`,
    title: say(ui.status.calendar_ask),
    back: 'unlisted',
    choices: [
      { value: false, key: 'no', label: say(ui.status.calendar_no) },
      { value: true, key: 'yes', label: say(ui.status.calendar_yes) },
    ],
  });
  if (given.kind === 'answer' && given.value) {
    const block = await calendarNotice(session, record);
    prompter.say({ lang: translator.lang, title: '', blocks: [block], result: null });
  }
  return true;
}

/** Writes the days ahead as a calendar, and gives what to say of it. */
export async function calendarNotice(
  { translator, calendar }: Pick<Session, 'translator' | 'calendar'>,
  record: JourneyRecord,
): Promise<Block> {
  const { say, ui } = translator;
  const file = await calendar(record);
  return file === undefined
    ? paragraph(say(ui.calendar.nothing), 'quiet')
    : paragraph(say(ui.status.calendar_written, { file }), 'done');
}
