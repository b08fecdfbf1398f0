// The data export in the walk: find it, read it, say what was found, and keep counts, days and a fingerprint.
import type { Findings, Titles, Verdict } from '../archive/check/findings';
import type { FoundExport } from '../archive/container/find-export';
import { civilDateOf } from '../journey/dates';
import type { CivilDate } from '../journey/dates';
import type { ExportCheck, JourneyRecord } from '../journey/record';
import { withExportCheck } from '../journey/record';
import { pathCandidates } from '../proof/dropped-path';
import { dayOf } from '../view/export-facts';
import { exportDocument } from '../view/export-view';
import { sizeText } from '../view/size-text';
import { howToAllow } from './proof-turn';
import { note } from './review';
import type { Session } from './session';

/** What the Record keeps of a check: no title, no text. */
export function exportCheckOf(
  { file, verdict, findings }: { readonly file: string; readonly verdict: Verdict; readonly findings: Findings },
  today: CivilDate,
): ExportCheck {
  const { conversations, messages, first, last, bytes, sha256 } = findings;
  return {
    on: today,
    verdict,
    conversations,
    messages: messages.shown,
    ...(first === undefined ? {} : { first: dayOf(first) }),
    ...(last === undefined ? {} : { last: dayOf(last) }),
    file,
    bytes,
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}

/** Checks an export of the person's choice. The Record comes back as it was when they went back or it could not be read. */
export async function exportTurn(session: Session, record: JourneyRecord): Promise<JourneyRecord> {
  const { prompter, translator, exports } = session;
  const words = translator.ui.export_check;
  const path = await askExport(session);
  if (path === undefined) return record;
  prompter.say(note(session, translator.say(words.reading, { file: session.host.files.shorten(path) }), 'quiet'));
  const checked = await exports.check(path);
  if (!checked.ok) {
    prompter.say(note(session, checked.why, 'warning'));
    return record;
  }
  prompter.say(exportDocument(translator, { ...checked, today: session.today }));
  // Kept before the question: whoever leaves to look into ChatGPT has the result when they come back.
  const check = exportCheckOf(checked, session.today);
  let kept = await session.keep(withExportCheck(record, check));
  const seen = checked.verdict === 'damaged' ? undefined : await askTitles(session, checked.titles);
  if (seen !== undefined) kept = await session.keep(withExportCheck(kept, { ...check, seen }));
  if (session.keptIn !== undefined) prompter.say(note(session, translator.say(words.kept), 'quiet'));
  if (checked.verdict === 'damaged') prompter.say(note(session, translator.say(words.damaged_next), 'warning'));
  if (seen === 'missing') prompter.say(note(session, translator.say(words.titles_missing), 'warning'));
  return kept;
}

/** How many exports of Downloads are offered. */
const MOST_OFFERED = 3;

/** The absolute path of an export; `undefined` when the person goes back. */
async function askExport({ prompter, translator, exports, host }: Session): Promise<string | undefined> {
  const words = translator.ui.export_check;
  const found = (await exports.find()).slice(0, MOST_OFFERED);
  if (found.length > 0) {
    const given = await prompter.askOne<string>({
      id: 'export:which',
      title: translator.say(words.ask),
      back: true,
      choices: [
        ...found.map((one, index) => ({
          value: one.path,
          key: String(index + 1),
          label: translator.say(words.ask_yes, { name: one.name }),
          hint: hintOf(translator, one),
        })),
        { value: '', key: 'other', label: translator.say(words.ask_other) },
      ],
    });
    if (given.kind === 'back') return undefined;
    if (given.value !== '') return given.value;
  } else {
    const unseen = await host.hiddenFolder('downloads');
    const text =
      unseen === undefined
        ? translator.say(words.none_found)
        : translator.say(words.none_seen, {
            folder: host.files.shorten(unseen),
            how: howToAllow(translator, host.platform),
          });
    prompter.say(note({ translator }, text, unseen === undefined ? 'quiet' : 'plain'));
  }
  let path: string | undefined;
  const typed = await prompter.askText({
    id: 'export:path',
    takes: 'file',
    title: translator.say(words.typed),
    help: translator.line(words.typed_help),
    back: true,
    async check(text) {
      path = await locate(host, text);
      return path === undefined
        ? translator.say(translator.ui.errors.export_missing, { file: text.trim().slice(0, 200) })
        : undefined;
    },
  });
  return typed.kind === 'back' ? undefined : path;
}

/** The absolute path of a file or folder that was typed or dropped, if one is there. */
export async function locate(
  { files, platform }: Pick<Session['host'], 'files' | 'platform'>,
  typed: string,
): Promise<string | undefined> {
  for (const candidate of pathCandidates(typed, platform)) {
    const path = files.resolve(candidate);
    if ((await files.look(path)).kind !== 'missing') return path;
  }
  return undefined;
}

/** The size and the day of an export that was found, for the list to choose from. */
export function hintOf(translator: Session['translator'], { bytes, changed }: FoundExport): string {
  return translator.say(translator.ui.export_check.ask_hint, {
    size: sizeText(translator, bytes),
    date: translator.day(civilDateOf(changed), 'short'),
  });
}

/** The one check only a person can make. `undefined` when there is nothing to compare or they cannot look now. */
async function askTitles(
  { prompter, translator }: Session,
  { oldest, newest }: Titles,
): Promise<'both' | 'missing' | undefined> {
  if (oldest === undefined && newest === undefined) return undefined;
  const words = translator.ui.export_check;
  const given = await prompter.askOne<'both' | 'missing' | 'later'>({
    id: 'export:titles',
    title: translator.say(words.look_how),
    back: false,
    choices: [
      { value: 'both', key: 'yes', label: translator.say(words.titles_yes) },
      { value: 'missing', key: 'no', label: translator.say(words.titles_no) },
      { value: 'later', key: 'later', label: translator.say(words.titles_later) },
    ],
  });
  return given.kind === 'back' || given.value === 'later' ? undefined : given.value;
}
