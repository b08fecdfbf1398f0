// "Take your chats along": which assistant, what it takes over, and the files for it beside the export. Nothing here says that an import worked.
import type { Alternative } from '../content/schema';
import { journeyFor } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import type { Choice } from '../prompt/prompter';
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
  const { prompter, translator, guide, today } = session;
  const { say, ui } = translator;
  const own = ownWorkOf(record, journeyFor(record.profile, guide, today));
  let before = '';
  for (;;) {
    const given = await prompter.askOne<string>({
      id: 'move:which',
      title: say(ui.move.which),
      back: true,
      initial: before,
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
    });
    const one = given.kind === 'back' ? undefined : guide.alternatives.find(({ id }) => id === given.value);
    if (one === undefined) return;
    before = one.id;
    if ((await assistantTurn(session, record, place, one, own)) === 'enough') return;
  }
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
  const { prompter, translator, guide } = session;
  const url = one.link === undefined ? undefined : guide.links[one.link]?.url;
  const path = await exportPath(session, record);
  let notice: Block | undefined;
  let initial: Wish | undefined;
  for (;;) {
    const choices = choicesOf(session, one, { hasPage: url !== undefined, hasExport: path !== undefined });
    const given = await prompter.askOne<Wish>({
      id: `move:${one.id}`,
      title: translator.say(translator.ui.step.ask),
      back: true,
      ...(initial === undefined ? {} : { initial }),
      choices,
      above: assistantScreen(translator, place, one, own, notice),
    });
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

function choicesOf(
  { translator, exports }: Session,
  one: Alternative,
  { hasPage, hasExport }: { readonly hasPage: boolean; readonly hasExport: boolean },
): readonly Choice<Wish>[] {
  const { say, ui } = translator;
  const forms = [...new Set(one.takes.map((taken) => taken.with))].filter((form) => exports.writes.includes(form));
  return [
    ...(hasExport
      ? forms.map((form) => ({
          value: `write:${form}` as const,
          key: `write-${form}`,
          label: say(form === 'memory' ? ui.move.write_memory : ui.move.write_files),
          hint: say(ui.move.write_hint),
        }))
      : []),
    ...(hasPage ? [{ value: 'open', key: 'open', label: say(ui.step.open) } as const] : []),
    { value: 'another', key: 'another', label: say(ui.move.another) },
    { value: 'enough', key: 'enough', label: say(ui.move.enough) },
    ...(hasPage
      ? [
          {
            value: 'copy',
            key: 'copy',
            label: say(ui.step.copy),
            shortcut: { letter: 'c', label: say(ui.step.foot_copy) },
          } as const,
        ]
      : []),
  ];
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
