// The walk with a person at the page: first screen, questions, review, steps and ending, again from the start when they go back.
import { CHECKED, VERSION } from '../content/compiled/about';
import { journeyFor } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { startRecord, withProfile } from '../journey/record';
import { summarise } from '../journey/summary';
import { renderMarkdown } from '../render/markdown';
import { oneLine } from '../view/document';
import { summaryDocument } from '../view/summary-view';
import { ending, wantsMore } from '../walk/ending';
import type { Endings } from '../walk/ending';
import { interview } from '../walk/interview';
import { opening } from '../walk/opening';
import { review } from '../walk/review';
import type { Session } from '../walk/session';
import { walk } from '../walk/walk';
import { copyText, download } from './machine/browser';
import type { Speaking } from './session';
import type { State } from './state';

/** What the page can do beside the walk. */
export type Deeds = {
  readonly save: () => void;
  readonly print: () => void;
  /** Shows the card of a Record until the person has enough. False when there is none yet. */
  readonly card: (record: JourneyRecord) => Promise<boolean>;
};

/** Where to begin: at the first screen, or where the person is (a step by its id), in another language. */
export type Place = { readonly from: 'start' } | { readonly from: 'here'; readonly step?: string | undefined };

/** Walks on and on: whoever stops may carry on. Never resolves; it ends with its prompter. */
export async function walkPage(
  session: Session,
  state: State,
  speaking: Speaking,
  deeds: Deeds,
  place: Place,
): Promise<void> {
  let step = place.from === 'here' ? place.step : undefined;
  let isNew = place.from === 'start';
  for (;;) {
    const record = await beginning(session, state, isNew);
    if (record === undefined || !(await through(session, state, speaking, deeds, record, step)))
      await stopped(session, state, deeds);
    isNew = false;
    step = undefined;
  }
}

async function beginning(session: Session, state: State, isNew: boolean): Promise<JourneyRecord | undefined> {
  const before = state.record();
  if (!isNew && before !== undefined) return before;
  const opened = await opening(session, before, {
    version: VERSION,
    checked: CHECKED,
    others: [],
    isOtherRegion: false,
  });
  if (opened === 'stop') return undefined;
  return opened === 'carry-on' && before !== undefined ? before : startRecord({}, session.today);
}

/** False when the person stopped on the way; true at the end. */
async function through(
  session: Session,
  state: State,
  speaking: Speaking,
  deeds: Deeds,
  start: JourneyRecord,
  from: string | undefined,
): Promise<boolean> {
  let record = start;
  for (let step = from; ; step = undefined) {
    const profile = await interview(session, record.profile, async (sofar) => {
      record = await session.keep(withProfile(record, sofar, session.today));
      return record.profile;
    });
    record = withProfile(record, profile, session.today);
    if (step === undefined) {
      const reviewed = await review(session, record, async () => {
        deeds.print();
        return undefined;
      });
      record = reviewed.record;
      if (reviewed.kind === 'stop') return false;
    }
    const walked = await walk(session, record, step);
    record = walked.record;
    if (walked.kind === 'stop') return false;
    if (walked.kind === 'end') break;
  }
  const endings = endingsOf(session, speaking, deeds);
  for (;;) {
    const ended = await ending(session, record, endings);
    if (!wantsMore(ended, record)) break;
    const walked = await walk(session, ended);
    record = walked.record;
    if (walked.kind === 'stop') return false;
  }
  await stopped(session, state, deeds);
  return true;
}

function endingsOf(session: Session, { page, paper }: Speaking, { card }: Deeds): Endings {
  const name = `quitgpt-summary-${session.today}.md`;
  return {
    summaryName: name,
    async writeSummary(record) {
      const summary = summarise(record, journeyFor(record.profile, session.guide, session.today));
      download(name, renderMarkdown(summaryDocument(paper, summary)), 'text/markdown');
      return name;
    },
    command: () => undefined,
    copyText,
    // It is shown and saved on a screen of its own.
    async card(record) {
      if (!(await card(record))) session.prompter.say(oneLine(page, page.say(page.ui.ending.card_none), 'quiet'));
      return undefined;
    },
  };
}

/** Where the progress is, until the person carries on. */
async function stopped({ prompter, translator }: Session, state: State, { save }: Pick<Deeds, 'save'>): Promise<void> {
  const { say, ui, lang } = translator;
  for (;;) {
    const text = state.isKept() ? ui.page.stopped_kept : ui.page.stopped_what;
    const given = await prompter.askOne<'save' | 'carry-on'>({
      id: 'stopped',
      title: say(ui.page.stopped_ask),
      back: false,
      choices: [
        { value: 'save', key: 'save', label: say(ui.page.save), hint: say(ui.page.save_hint) },
        { value: 'carry-on', key: 'carry-on', label: say(ui.page.carry_on) },
      ],
      above: {
        key: 'stopped',
        lang,
        parts: [
          { rank: 0, block: { kind: 'heading', level: 1, text: say(ui.page.stopped) } },
          { rank: 0, block: { kind: 'paragraph', line: [say(text)] } },
          { rank: 0, block: { kind: 'paragraph', line: [say(ui.page.shared)], tone: 'quiet' } },
        ],
      },
    });
    if (given.kind === 'answer' && given.value === 'carry-on') return;
    save();
  }
}
