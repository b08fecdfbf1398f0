// One picture given as a receipt: says what it reads like, lets the person decide, and covers what should not be shared.
import type { GuideStep } from '../content/schema';
import { boxOn, parseBox } from '../proof/black-out';
import { fitOf } from '../proof/reading/judge';
import type { Expected, Fit } from '../proof/reading/judge';
import type { Box } from '../proof/reading/picture-lines';
import { readingText, shownText } from '../view/reading-view';
import { note } from './review';
import type { PictureActions, PictureTurn, SeenPicture, Session } from './session';

/** See `Pictures.turn`. */
export async function pictureTurn(
  session: Session,
  pictures: PictureActions,
  step: Pick<GuideStep, 'stopsBilling' | 'deletesAccount'>,
  path: string,
  name: string | undefined,
): Promise<PictureTurn> {
  const { prompter, translator } = session;
  const { ui } = translator;
  prompter.say(note(session, translator.say(ui.reading.working), 'quiet'));
  const seen = await pictures.read(path, name);
  // The next question ends the walk.
  if (seen === 'stopped') return { kind: 'another' };
  if (seen === undefined) {
    prompter.say(note(session, translator.say(ui.reading.unread), 'quiet'));
    return { kind: 'keep', path };
  }
  const fit = fitOf(seen.judgement, expectedOf(step));
  prompter.say(
    note(session, readingText(translator, seen.judgement, fit), AGAINST.includes(fit) ? 'warning' : 'plain'),
  );
  if (AGAINST.includes(fit)) {
    const given = await prompter.askOne<'another' | 'keep'>({
      id: 'picture-fits',
      title: translator.say(ui.reading.fits_ask),
      back: false,
      choices: [
        { value: 'another', key: 'another', label: translator.say(ui.reading.fits_another) },
        { value: 'keep', key: 'keep', label: translator.say(ui.reading.fits_keep) },
      ],
    });
    if (given.kind === 'back' || given.value === 'another') return { kind: 'another' };
  }
  return { kind: 'keep', path: await covered(session, pictures, path, seen) };
}

/** What makes it worth asking before the picture is kept. */
const AGAINST: readonly Fit[] = ['still-active', 'mixed', 'other-biller', 'not-deletion'];

/** A step of a partner, of a workspace or of several billers fits any page. */
function expectedOf({
  stopsBilling,
  deletesAccount = false,
}: Pick<GuideStep, 'stopsBilling' | 'deletesAccount'>): Expected {
  const known =
    stopsBilling === 'openai' || stopsBilling === 'apple' || stopsBilling === 'google'
      ? { biller: stopsBilling }
      : stopsBilling === 'organization'
        ? ({ biller: 'openai' } as const)
        : {};
  return { ...known, deletes: deletesAccount };
}

/** The file to keep: the picture, or a copy the person has looked at. */
async function covered(session: Session, pictures: PictureActions, path: string, seen: SeenPicture): Promise<string> {
  const { prompter, translator } = session;
  const { ui } = translator;
  const shown = shownText(
    translator,
    seen.parts.map(({ kind }) => kind),
  );
  const yes = { value: 'yes', key: 'yes', label: translator.say(ui.reading.hide_yes) } as const;
  const own = { value: 'own', key: 'own', label: translator.say(ui.reading.hide_own) } as const;
  const no = { value: 'no', key: 'no', label: translator.say(ui.reading.hide_no) } as const;
  if (seen.tilt !== 0) prompter.say(note(session, translator.say(ui.reading.tilted), 'warning'));
  if (seen.isCut) prompter.say(note(session, translator.say(ui.reading.cut), 'warning'));
  prompter.say(note(session, translator.say(ui.reading.not_looked), 'quiet'));
  const given = await prompter.askOne<'yes' | 'own' | 'no'>({
    id: 'picture-hide',
    title:
      shown === undefined
        ? translator.say(ui.reading.hide_ask_nothing)
        : translator.say(ui.reading.hide_ask, { parts: shown }),
    back: false,
    choices: shown === undefined ? [no, own] : [yes, no],
  });
  if (given.kind === 'back' || given.value === 'no') return path;
  let boxes: readonly Box[] = seen.parts.map(({ box }) => box);
  let copy: string | undefined;
  if (given.value === 'own') {
    boxes = await anotherBox(session, seen, boxes);
    if (boxes.length === 0) return path;
  }
  for (;;) {
    copy = await writeCopy(session, pictures, path, boxes, copy);
    if (copy === undefined) return path;
    const looked = await prompter.askOne<'keep' | 'add' | 'original'>({
      id: 'picture-look',
      title: translator.say(ui.reading.look_ask),
      back: false,
      choices: [
        { value: 'keep', key: 'keep', label: translator.say(ui.reading.look_yes) },
        { value: 'add', key: 'add', label: translator.say(ui.reading.look_add) },
        { value: 'original', key: 'original', label: translator.say(ui.reading.look_original) },
      ],
    });
    if (looked.kind === 'back' || looked.value === 'original') return path;
    if (looked.value === 'keep') return copy;
    boxes = await anotherBox(session, seen, boxes);
  }
}

/** Writes the copy and opens it for the person; `undefined` when it could not be written, and why has been said. */
async function writeCopy(
  { prompter, translator, host, opensPages, ...session }: Session,
  pictures: PictureActions,
  path: string,
  boxes: readonly Box[],
  earlier: string | undefined,
): Promise<string | undefined> {
  const { ui } = translator;
  const tell = (text: string, tone?: 'warning'): void => prompter.say(note({ ...session, translator }, text, tone));
  const hidden = await pictures.hide(path, boxes, earlier);
  if (!hidden.ok) {
    tell(translator.say(ui.reading.not_written, { why: hidden.why }), 'warning');
    return undefined;
  }
  const opened = opensPages ? await host.showFile(hidden.path) : 'not-here';
  tell(
    `${translator.say(ui.reading.written, { file: host.files.shorten(hidden.path), n: hidden.boxes })} ${translator.say(opened === 'asked' ? ui.reading.shown : ui.reading.not_shown)}`,
  );
  return hidden.path;
}

/** The boxes with one more, which the person types; as they were when they go back or type nothing. */
async function anotherBox(
  { prompter, translator }: Session,
  size: SeenPicture,
  boxes: readonly Box[],
): Promise<readonly Box[]> {
  const { ui } = translator;
  let box: Box | undefined;
  const given = await prompter.askText({
    id: 'picture-box',
    title: translator.say(ui.reading.box_ask),
    help: translator.line(ui.reading.box_help, { width: size.width, height: size.height }),
    back: true,
    check: (typed) => {
      const said = parseBox(typed.trim());
      box = said === undefined ? undefined : boxOn(said, size);
      return typed.trim() === '' || box !== undefined
        ? undefined
        : translator.say(ui.reading.box_wrong, { typed: typed.trim().slice(0, 60) });
    },
  });
  return given.kind === 'back' || box === undefined ? boxes : [...boxes, box];
}
