// The way into an irreversible step: what is known of the copy, what goes and stays, and a word to type.
import type { CopyState } from '../journey/copy';
import { copyState } from '../journey/copy';
import type { Journey, JourneyStep } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { withOwnWord } from '../journey/record';
import type { Choice } from '../prompt/prompter';
import { gateDocument } from '../view/gate-view';
import { exportTurn } from './export-turn';
import { note } from './review';
import type { Session } from './session';

/** `open`: the person passed. `hasCopy`: a whole export is on this computer, or there is none to speak of. */
export type GateTurn = {
  readonly decided: 'open' | 'later' | 'stop' | 'back';
  readonly record: JourneyRecord;
  readonly hasCopy: boolean;
};

/** What is known of the copy of the chats; `undefined` on a way that has no export. */
export async function copyOf(
  { host: { files } }: Pick<Session, 'host'>,
  { steps }: Journey,
  record: JourneyRecord,
): Promise<CopyState | undefined> {
  const step = steps.find((one) => one.step.checksExport === true)?.step.id;
  if (step === undefined) return undefined;
  const check = record.export?.check;
  if (check === undefined) return copyState(record, step, false);
  const look = await files.look(files.resolve(check.file));
  // A folder has no fingerprint, and no size of its own to compare.
  return copyState(
    record,
    step,
    check.sha256 === undefined ? look.kind === 'directory' : look.kind === 'file' && look.bytes === check.bytes,
  );
}

/** Shows what goes, stays and keeps billing, and asks for a typed word. Enter alone leaves the step for now. */
export async function passGate(
  session: Session,
  journey: Journey,
  entry: JourneyStep,
  start: JourneyRecord,
): Promise<GateTurn> {
  const { prompter, translator } = session;
  const { ui } = translator;
  const deletes = entry.step.deletesAccount === true;
  const empties = entry.step.emptiesAccount === true;
  const losesChats = deletes || empties;
  const word = translator.say(deletes ? ui.gate.word : empties ? ui.gate.word_empty : ui.gate.word_leave);
  const accepted = [word, deletes ? 'DELETE' : empties ? 'EMPTY' : 'LEAVE'];
  let record = start;
  let copy = losesChats ? await copyOf(session, journey, record) : undefined;
  prompter.say(gateDocument(translator, journey, entry, record, copy));
  while (copy !== undefined && copy.kind !== 'whole') {
    const wish = await askWithoutCopy(session, copy, record);
    if (wish === 'back' || wish === 'stop') return { decided: wish, record, hasCopy: false };
    if (wish !== 'check') {
      record = await session.keep(withOwnWord(record, wish, session.today));
      break;
    }
    record = await exportTurn(session, record);
    copy = await copyOf(session, journey, record);
    if (copy?.kind === 'whole') prompter.say(gateDocument(translator, journey, entry, record, copy));
  }
  const given = await prompter.askText({
    id: `gate:${entry.step.id}`,
    title: translator.say(ui.gate.ask, { word }),
    back: true,
    check: (text) =>
      text.trim() === '' || accepted.includes(text.trim()) ? undefined : translator.say(ui.gate.wrong, { word }),
  });
  if (given.kind === 'back') return { decided: 'back', record, hasCopy: false };
  // While the word was typed, another window may have found the export damaged: the person sees that before anything goes.
  const found = await session.catchUp(record);
  const now = losesChats ? await copyOf(session, journey, found) : undefined;
  if (now !== undefined && now.kind !== copy?.kind && now.kind !== 'whole')
    return passGate(session, journey, entry, found);
  record = found;
  copy = now;
  if (given.value.trim() !== '')
    return { decided: 'open', record, hasCopy: copy === undefined || copy.kind === 'whole' };
  prompter.say(
    note(session, translator.say(deletes ? ui.gate.left : empties ? ui.gate.left_chats : ui.gate.left_workspace)),
  );
  return { decided: deletes ? 'stop' : 'later', record, hasCopy: false };
}

type Wish = 'stop' | 'check' | 'own-copy' | 'no-copy' | 'back';

/** Without a whole export the way on is the person's own word; to stop is the default. A word given before is the default then. */
async function askWithoutCopy(
  { prompter, translator }: Session,
  copy: CopyState,
  record: JourneyRecord,
): Promise<Wish> {
  const words = translator.ui.gate;
  // A copy that is known to be broken is enough for nobody.
  const mayDo = copy.kind !== 'damaged';
  const choices: readonly Choice<Wish>[] = [
    { value: 'stop', key: 'stop', label: translator.say(words.copy_stop) },
    {
      value: 'check',
      key: 'check',
      label: translator.say(words.copy_check),
      hint: translator.say(translator.ui.export_check.action_hint),
    },
    ...(mayDo ? [{ value: 'own-copy', key: 'own', label: translator.say(words.copy_own) } as const] : []),
    { value: 'no-copy', key: 'none', label: translator.say(words.copy_none) },
    { value: 'back', key: 'back', label: translator.say(translator.ui.common.back) },
  ];
  const before = record.export?.own?.word;
  const given = await prompter.askOne<Wish>({
    id: 'copy',
    title: translator.say(words.copy_ask),
    back: false,
    initial: choices.find(({ value }) => value === before)?.value ?? 'stop',
    choices,
  });
  return given.kind === 'back' ? 'back' : given.value;
}
