// "Take your chats along": which assistant, what it takes over, and the files for it beside the export. Nothing here says that an import worked.
import type { Alternative } from '../content/schema';
import { journeyFor } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import type { Choice, OneQuestion } from '../prompt/prompter';
import { paragraph } from '../view/document';
import type { Block } from '../view/document';
import { assistantScreen, assistantsScreen, takesText } from '../view/move-screen';
import { ownWorkOf } from '../view/own-work-view';
import type { OwnWork } from '../view/own-work-view';
import { copyAddress, openPage } from './step-pages';
import { note } from './review';
import type { Session } from './session';

/** Lets the person look at assistants until they have enough. `place`: the key of the screen it is opened from. */
export async function moveTurn(session: Session, record: JourneyRecord, place: string): Promise<void> {
  const { prompter, guide, today } = session;
  const own = ownWorkOf(record, journeyFor(record.profile, guide, today));
  let before = '';
  for (;;) {
    const given = await prompter.askOne({ ...whichQuestion(session, place, own), initial: before });
    const one = given.kind === 'back' ? undefined : guide.alternatives.find(({ id }) => id === given.value);
    if (one === undefined) return;
    before = one.id;
    if ((await assistantTurn(session, record, place, one, own)) === 'enough') return;
  }
}

/** Which assistant. `''`: none, or not yet. */
export function whichQuestion(
  { translator, guide }: Pick<Session, 'translator' | 'guide'>,
  place: string,
  own: readonly OwnWork[],
): OneQuestion<string> {
  const { say, ui } = translator;
  return {
    id: 'move:which',
    title: say(ui.move.which),
    back: true,
    choices: [
      { value: '', key: 'none', label: say(ui.move.none) },
      ...guide.alternatives.map((one) => ({
        value: one.id,
        key: one.id,
        label: one.name,
        hint: takesText(translator, one),
      })),
    ],
    above: assistantsScreen(translator, place, own),
  };
}

type Wish = 'open' | 'copy' | 'another' | 'enough' | `write:${string}`;

/** One assistant. `another`: the person wants to see the list again. */
async function assistantTurn(
  session: Session,
  record: JourneyRecord,
  place: string,
  one: Alternative,
  own: readonly OwnWork[],
): Promise<'another' | 'enough'> {
  const { prompter, guide } = session;
  const url = one.link === undefined ? undefined : guide.links[one.link]?.url;
  const path = await exportPath(session, record);
  const forms = path === undefined ? [] : offeredForms(session, one);
  let notice: Block | undefined;
  let initial: Wish | undefined;
  for (;;) {
    const question = assistantQuestion(session, place, one, { own, forms, notice });
    const given = await prompter.askOne({ ...question, ...(initial === undefined ? {} : { initial }) });
    if (given.kind === 'back' || given.value === 'another') return 'another';
    if (given.value === 'enough') return 'enough';
    if (given.value === 'open') notice = await openPage(session, url);
    else if (given.value === 'copy') notice = await copyAddress(session, url);
    else if (path !== undefined) {
      notice = await write(session, one, path, given.value.slice('write:'.length));
      initial = url === undefined ? 'enough' : 'open';
    }
  }
}

/** What to do about one assistant. `forms`: those that can be written; `notice`: what the last key has done. */
export function assistantQuestion(
  { translator }: Pick<Session, 'translator'>,
  place: string,
  one: Alternative,
  now: { readonly own: readonly OwnWork[]; readonly forms: readonly string[]; readonly notice?: Block | undefined },
): OneQuestion<Wish> {
  const { say, ui } = translator;
  const choice = (value: Wish, label: string, more: Partial<Choice<Wish>> = {}): Choice<Wish> => ({
    value,
    key: value.replace(':', '-'),
    label,
    ...more,
  });
  const hasPage = one.link !== undefined;
  return {
    id: `move:${one.id}`,
    title: say(ui.step.ask),
    back: true,
    choices: [
      ...now.forms.map((form) =>
        choice(`write:${form}`, say(form === 'memory' ? ui.move.write_memory : ui.move.write_files), {
          hint: say(ui.move.write_hint),
        }),
      ),
      ...(hasPage ? [choice('open', say(ui.step.open))] : []),
      choice('another', say(ui.move.another)),
      choice('enough', say(ui.move.enough)),
      ...(hasPage
        ? [choice('copy', say(ui.step.copy), { shortcut: { letter: 'c', label: say(ui.step.foot_copy) } })]
        : []),
    ],
    above: assistantScreen(translator, place, one, now.own, now.forms, now.notice),
  };
}

/** The forms of file that it takes and that can be written here, each once. */
function offeredForms({ exports }: Session, { takes }: Alternative): readonly string[] {
  return [...new Set(takes.map((taken) => taken.with))].filter((form) => exports.writes.includes(form));
}

/** Where the checked export is; `undefined` when none was, when it is broken, or when it is not there any more. */
async function exportPath({ host: { files } }: Session, { export: kept }: JourneyRecord): Promise<string | undefined> {
  if (kept?.check === undefined || kept.check.verdict === 'damaged') return undefined;
  const path = files.resolve(kept.check.file);
  const { kind } = await files.look(path);
  return kind === 'file' || kind === 'directory' ? path : undefined;
}

/** Writes the files, and gives what to say of it. */
async function write(session: Session, one: Alternative, path: string, form: string): Promise<Block> {
  const { prompter, translator, exports, host } = session;
  const { say, line, ui } = translator;
  const file = host.files.shorten(path);
  prompter.say(note(session, say(ui.move.working, { file }), 'quiet'));
  const outcome = await exports.write(path, form);
  switch (outcome.kind) {
    case 'failed':
      return paragraph(outcome.why, 'warning');
    case 'nothing':
      return paragraph(say(ui.move.write_nothing, { file }), 'warning');
    case 'stopped':
      return paragraph(say(ui.move.write_stopped, { folder: outcome.folder }), 'warning');
    case 'written':
      return outcome.isWhole
        ? paragraph(say(ui.move.written, { n: outcome.chats, folder: outcome.folder, name: one.name }))
        : paragraph(line(ui.move.written_partly, { file, folder: outcome.folder }), 'warning');
  }
}
