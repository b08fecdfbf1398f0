// The first screen, and the offer to carry on where the person stopped.
import { journeyFor } from '../journey/journey';
import { nextRequired } from '../journey/questions';
import type { JourneyRecord } from '../journey/record';
import { firstOpen } from '../journey/record';
import { aheadOf, timelineOf } from '../journey/timeline';
import type { Block } from '../view/document';
import { backAgainScreen, preambleScreen } from '../view/preamble-view';
import { calendarNotice } from './calendar-offer';
import type { Session } from './session';

/** Says what this is; when progress was kept, asks whether to carry on with it. */
export async function opening(
  session: Session,
  kept: JourneyRecord | undefined,
  about: {
    readonly version: string;
    readonly checked: string;
    readonly others: readonly string[];
    /** The language is written for another part of the world. */
    readonly isOtherRegion: boolean;
  },
): Promise<'carry-on' | 'fresh' | 'stop'> {
  const { prompter, translator, guide, today } = session;
  const { ui } = translator;
  const nameOf = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  const others = about.others.map((tag) => ({ tag, name: nameOf(tag) }));
  const shown = {
    version: about.version,
    checked: about.checked,
    today,
    folder: session.keptIn,
    others,
    near: about.isOtherRegion ? nameOf(translator.lang) : undefined,
  };
  if (kept === undefined || session.takesDefaults) prompter.introduce(preambleScreen(translator, shown));
  if (kept === undefined) return 'fresh';
  if (session.takesDefaults) return 'carry-on';
  const journey = journeyFor(kept.profile, guide, today);
  const dues = timelineOf(kept, journey, today);
  const open = firstOpen(journey, kept);
  const isAsked = nextRequired(kept.profile) !== undefined;
  for (let notice: Block | undefined; ;) {
    const screen = isAsked
      ? preambleScreen(translator, shown)
      : backAgainScreen(translator, shown, journey, kept, dues);
    const given = await prompter.askOne<'carry-on' | 'calendar' | 'fresh' | 'stop'>({
      id: 'carry-on',
      title: translator.say(ui.carry_on.title, { started: translator.day(kept.started) }),
      back: false,
      initial: 'carry-on',
      above: { ...screen, ...(notice === undefined ? {} : { notice }) },
      choices: [
        {
          value: 'carry-on',
          key: 'carry-on',
          label: isAsked
            ? translator.say(ui.carry_on.resume_questions)
            : open === undefined
              ? translator.say(ui.carry_on.resume_end)
              : translator.say(ui.carry_on.resume, {
                  number: open.number,
                  step: translator.say(translator.step(open.step.id).title),
                }),
        },
        ...(aheadOf(dues).length === 0
          ? []
          : [
              {
                value: 'calendar',
                key: 'calendar',
                label: translator.say(ui.status.calendar),
                hint: translator.say(ui.status.calendar_hint),
              } as const,
            ]),
        {
          value: 'fresh',
          key: 'fresh',
          label: translator.say(ui.carry_on.fresh),
          hint: translator.say(ui.carry_on.fresh_hint),
        },
        { value: 'stop', key: 'stop', label: translator.say(ui.carry_on.stop) },
      ],
    });
    if (given.kind === 'back') return 'stop';
    if (given.value !== 'calendar') return given.value;
    notice = await calendarNotice(session, kept);
  }
}
