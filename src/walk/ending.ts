// The end of a walk: what comes next, optional extras, the Summary shown before it is written.
import { journeyFor } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { withExtras, withProfile } from '../journey/record';
import { goalOf, hasOwnAccount } from '../journey/profile';
import { summarise } from '../journey/summary';
import type { Message } from '../content/schema';
import { paragraph } from '../view/document';
import { endingDocument } from '../view/ending-view';
import { alternativesDocument, pageDocument, reasonsDocument } from '../view/lists-view';
import { overviewBlocks } from '../view/review-view';
import { summaryDocument } from '../view/summary-view';
import { moveTurn } from './move-turn';
import { looksPrivate, MOST_CHARACTERS } from './private-text';
import { note } from './review';
import type { Session } from './session';
import { offerCard, offerText } from './sharing';
import type { Sharing } from './sharing';

type Extra = 'on' | 'reason' | 'name' | 'text' | 'card' | 'clean' | 'why' | 'others' | 'move' | 'campaign';

/** What the command line does for the ending: it knows file names and flags. */
export type Endings = Sharing & {
  /** The name the summary would get. */
  readonly summaryName: string;
  /** Writes the summary and gives its name, or `undefined` when it could not be written (and has said so). */
  writeSummary(record: JourneyRecord): Promise<string | undefined>;
  /** The one command that does the same without questions; `undefined` where none is typed. */
  command(record: JourneyRecord): string | undefined;
};

/**
 * Says what was reached, offers what is optional, previews the Summary and writes it when wanted. A person who wants to
 * empty the account as well has steps left: the Record says so, and nothing is written yet.
 */
export async function ending(
  session: Session,
  start: JourneyRecord,
  { summaryName, writeSummary, command, ...sharing }: Endings,
): Promise<JourneyRecord> {
  const { prompter, translator, guide, today } = session;
  const { ui } = translator;
  const journey = journeyFor(start.profile, guide, today);
  prompter.say(endingDocument(translator, journey, start, summarise(start, journey), today));
  const record = session.takesDefaults ? start : await session.catchUp(await extras(session, start, sharing));
  if (wantsMore(record, start)) return record;
  prompter.say(summaryDocument(translator, summarise(record, journey)));
  const write = session.takesDefaults || (await wantsSummary(session, summaryName));
  const file = write ? await writeSummary(record) : undefined;
  const same = command(record);
  prompter.say({
    lang: translator.lang,
    title: translator.say(ui.ending.same),
    blocks: [
      ...(file === undefined ? [] : [paragraph(translator.say(ui.ending.summary_written, { file }), 'done')]),
      ...(same === undefined
        ? []
        : [paragraph(translator.say(ui.ending.same)), { kind: 'command', text: same } as const]),
    ],
    result: null,
  });
  return record;
}

/** Whether the person has asked for more steps since `before`. */
export function wantsMore(record: JourneyRecord, before: JourneyRecord): boolean {
  return record.profile.cleanUp === true && before.profile.cleanUp !== true;
}

async function wantsSummary({ prompter, translator }: Session, file: string): Promise<boolean> {
  const { ui } = translator;
  const given = await prompter.askOne<boolean>({
    id: 'summary',
    title: translator.say(ui.ending.summary_ask),
    help: translator.line(ui.ending.summary_help),
    back: false,
    choices: [
      { value: true, key: 'yes', label: translator.say(ui.ending.summary_yes, { file }) },
      { value: false, key: 'no', label: translator.say(ui.ending.summary_no) },
    ],
  });
  return given.kind === 'answer' && given.value;
}

/** Everything optional, never pushed: the first choice goes on. */
async function extras(session: Session, start: JourneyRecord, sharing: Sharing): Promise<JourneyRecord> {
  const { prompter, translator } = session;
  const { ui } = translator;
  let record = start;
  for (;;) {
    const choice = (value: Extra, label: Message): { value: Extra; key: string; label: string } => ({
      value,
      key: value,
      label: translator.say(label),
    });
    const given = await prompter.askOne<Extra>({
      id: 'extras',
      title: translator.say(ui.ending.more),
      back: false,
      initial: 'on',
      choices: [
        choice('on', ui.ending.more_nothing),
        choice('reason', ui.ending.more_reason),
        choice('name', ui.ending.more_name),
        choice('text', ui.ending.more_text),
        choice('card', ui.ending.more_card),
        ...(mayEmpty(record) ? [choice('clean', ui.ending.more_clean)] : []),
        choice('why', ui.ending.more_why),
        choice('others', ui.ending.more_others),
        choice('move', ui.ending.more_move),
        choice('campaign', ui.ending.more_campaign),
      ],
    });
    const extra = given.kind === 'back' ? 'on' : given.value;
    switch (extra) {
      case 'on':
        return record;
      case 'reason':
        record = await askReason(session, record);
        break;
      case 'name':
        record = await askWords(session, record, 'name', ui.ending.name_ask, ui.ending.name_help);
        break;
      case 'text':
        await offerText(session, record, sharing);
        break;
      case 'card':
        await offerCard(session, record, sharing);
        break;
      case 'clean':
        return addCleaning(session, record);
      case 'why':
        prompter.say(reasonsDocument(translator));
        break;
      case 'others':
        prompter.say(alternativesDocument(translator));
        break;
      case 'move':
        await moveTurn(session, record, 'ending');
        break;
      case 'campaign':
        await openCampaign(session);
    }
  }
}

/** An account of the person's own that they keep and can sign in to. */
function mayEmpty({ profile }: JourneyRecord): boolean {
  return (
    goalOf(profile) === 'cancel' && hasOwnAccount(profile) && profile.lockedOut !== true && profile.cleanUp !== true
  );
}

/** The steps that empty the account, and what has to be saved before, shown as a list. */
async function addCleaning(session: Session, record: JourneyRecord): Promise<JourneyRecord> {
  const { prompter, translator, guide, today } = session;
  const kept = await session.keep(withProfile(record, { ...record.profile, cleanUp: true }, today));
  const title = translator.say(translator.ui.ending.clean_way);
  prompter.say({
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'paragraph', line: [title] },
      ...overviewBlocks(translator, journeyFor(kept.profile, guide, today), kept),
    ],
    result: null,
  });
  return kept;
}

async function askReason(session: Session, record: JourneyRecord): Promise<JourneyRecord> {
  const { prompter, translator, guide } = session;
  const {
    ui,
    catalogue: { words },
  } = translator;
  const given = await prompter.askOne<string>({
    id: 'reason',
    title: translator.say(ui.ending.reason_ask),
    back: true,
    choices: [
      { value: '', key: 'none', label: translator.say(ui.ending.reason_none) },
      ...guide.claims.map(({ id }) => ({ value: id, key: id, label: translator.say(words.claims[id]?.title ?? id) })),
      { value: 'own-words', key: 'own', label: translator.say(ui.ending.reason_own) },
    ],
  });
  if (given.kind === 'back') return record;
  if (given.value === 'own-words')
    return askWords(session, record, 'reasonText', ui.ending.reason_text, ui.ending.reason_text_help);
  return session.keep(
    withExtras(
      record,
      given.value === '' ? { reason: undefined, reasonText: undefined } : { reason: given.value },
      session.today,
    ),
  );
}

async function askWords(
  session: Session,
  record: JourneyRecord,
  field: 'name' | 'reasonText',
  title: Message,
  help: Message,
): Promise<JourneyRecord> {
  const { prompter, translator } = session;
  const before = record.extras[field];
  const given = await prompter.askText({
    id: field,
    title: translator.say(title),
    help: translator.line(help),
    back: true,
    ...(before === undefined ? {} : { initial: before }),
    check: (text) => {
      const most = MOST_CHARACTERS[field];
      if (text.trim().length > most) return translator.say(translator.ui.ending.too_long, { most });
      const kind = looksPrivate(text);
      return kind === undefined
        ? undefined
        : translator.say(translator.ui.ending.looks_private, {
            what: translator.say(translator.ui.ending[`private_${kind}`]),
          });
    },
  });
  if (given.kind === 'back') return record;
  const text = given.value.trim();
  return session.keep(withExtras(record, { [field]: text === '' ? undefined : text }, session.today));
}

async function openCampaign({ prompter, translator, guide, host, opensPages }: Session): Promise<void> {
  const id = 'quitgpt-campaign';
  prompter.say(pageDocument(translator, id));
  const url = guide.links[id]?.url;
  const opened = opensPages && url !== undefined ? await host.openPage(url) : 'not-here';
  prompter.say(
    note(
      { translator },
      translator.say(opened === 'asked' ? translator.ui.step.opened : translator.ui.step.open_failed),
      'quiet',
    ),
  );
}
