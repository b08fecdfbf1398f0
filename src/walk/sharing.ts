// The end of a walk, when something is to be shared: a text for one place, or a card. Nothing is ever posted.
import type { Place } from '../content/schema';
import { journeyFor } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { summarise } from '../journey/summary';
import type { Document } from '../view/document';
import { shareDocument, shareText } from '../view/share-view';
import type { ShareText } from '../view/share-view';
import { note } from './review';
import type { Session } from './session';

/** What the command line does for sharing: it knows clipboards, typefaces and file names. */
export type Sharing = {
  /** Puts a text on the clipboard, as well as this machine can. */
  copyText(text: string): Promise<'copied' | 'asked' | 'failed'>;
  /** A card of the Record: what is on it, the name it would get, and how to write it. `undefined` when there is none; why has been said. */
  card(
    record: JourneyRecord,
  ): Promise<{ readonly document: Document; readonly name: string; write(): Promise<void> } | undefined>;
};

/** What of a Session is needed to share. */
type Sharer = Pick<Session, 'prompter' | 'translator' | 'guide' | 'opensPages' | 'today'> & {
  readonly host: Pick<Session['host'], 'openPage'>;
};

/** Asks for the place, shows the text, and copies it or opens the place's page as wanted. */
export async function offerText(session: Sharer, record: JourneyRecord, sharing: Sharing): Promise<void> {
  const { prompter, translator, guide, today } = session;
  const { ui } = translator;
  const name = (place: Place): string => translator.say(ui.share[`place_${place.id}`]);
  const given = await prompter.askOne<Place>({
    id: 'share-on',
    title: translator.say(ui.ending.text_where),
    back: true,
    choices: guide.places.map((place) => ({ value: place, key: place.id, label: name(place) })),
  });
  if (given.kind === 'back') return;
  const shared = shareText(translator, summarise(record, journeyFor(record.profile, guide, today)), given.value);
  prompter.say(shareDocument(translator, shared));
  if (shared.isShortened)
    prompter.say(note(session, translator.say(ui.share.shortened, { place: name(shared.place) }), 'quiet'));
  await offerWays(session, shared, name(shared.place), sharing);
}

type Way = 'copy' | 'open' | 'nothing';

async function offerWays(session: Sharer, shared: ShareText, place: string, { copyText }: Sharing): Promise<void> {
  const { prompter, translator, host, opensPages } = session;
  const { ui } = translator;
  const given = await prompter.askOne<Way>({
    id: 'share-how',
    title: translator.say(ui.ending.text_what),
    back: true,
    choices: [
      { value: 'copy', key: 'copy', label: translator.say(ui.ending.text_copy) },
      ...(shared.page === undefined || !opensPages
        ? []
        : [{ value: 'open', key: 'open', label: translator.say(ui.ending.text_open, { place }) } as const]),
      { value: 'nothing', key: 'nothing', label: translator.say(ui.ending.text_back) },
    ],
  });
  if (given.kind === 'back' || given.value === 'nothing') return;
  if (given.value === 'copy') {
    const copied = await copyText(shared.title === undefined ? shared.text : `${shared.title}\n\n${shared.text}`);
    prompter.say(
      note(
        session,
        translator.say(ui.share[copied === 'copied' ? 'copied' : copied === 'asked' ? 'copy_asked' : 'copy_failed']),
        'quiet',
      ),
    );
  } else if (shared.page !== undefined) {
    const opened = await host.openPage(shared.page);
    prompter.say(
      note(session, translator.say(opened === 'asked' ? ui.share.opened : ui.share.open_failed, { place }), 'quiet'),
    );
    if (opened !== 'asked') prompter.say(note(session, shared.page, 'quiet'));
  }
}

/** Shows what would be on the card, then writes it when wanted. */
export async function offerCard(
  { prompter, translator }: Sharer,
  record: JourneyRecord,
  sharing: Sharing,
): Promise<void> {
  const { ui } = translator;
  const card = await sharing.card(record);
  if (card === undefined) return;
  prompter.say(card.document);
  const given = await prompter.askOne<boolean>({
    id: 'card',
    title: translator.say(ui.ending.card_ask),
    help: translator.line(ui.ending.card_help),
    back: true,
    choices: [
      { value: true, key: 'yes', label: translator.say(ui.ending.card_yes, { file: card.name }) },
      { value: false, key: 'no', label: translator.say(ui.ending.card_no) },
    ],
  });
  if (given.kind === 'answer' && given.value) await card.write();
}
