// The first screen: what this does, what it never does, what it writes and where, how to stop and carry on.
import type { CivilDate } from '../journey/dates';
import { oldCopyBlocks } from './age-view';
import type { Block, Document } from './document';
import { paragraph } from './document';
import type { Voice } from './voice';

export type Opening = {
  readonly version: string;
  readonly checked: string;
  readonly today: CivilDate;
  /** Where progress is kept, in short form; `undefined` with `--no-record`. */
  readonly folder: string | undefined;
  /** Other languages by tag and name, when the language was guessed. */
  readonly others: readonly { readonly tag: string; readonly name: string }[];
};

export function preambleDocument(voice: Voice, opening: Opening): Document {
  const { ui } = voice;
  const { folder, others } = opening;
  const lines: readonly Block[] = [
    {
      kind: 'heading',
      level: 1,
      text: voice.say(ui.preamble.title, { version: opening.version }),
      aside: { text: voice.say(ui.preamble.checked, { date: voice.day(opening.checked) }), tone: 'quiet' },
    },
    paragraph(voice.say(ui.preamble.what)),
    paragraph(
      `${voice.say(ui.preamble.never)} ${folder === undefined ? voice.say(ui.preamble.keeps_nothing) : voice.say(ui.preamble.keeps, { folder })}`,
    ),
    paragraph(
      `${voice.say(folder === undefined ? ui.preamble.stop_nothing : ui.preamble.stop)} ${voice.say(ui.common.not_affiliated)}`,
    ),
  ];
  const old = oldCopyBlocks(voice, opening.checked, opening.today);
  const first = others[0];
  const languages =
    first === undefined
      ? []
      : [
          paragraph(
            voice.line(ui.preamble.language, { list: voice.list(others.map(({ name }) => name)), tag: first.tag }),
            'quiet',
          ),
        ];
  return {
    lang: voice.lang,
    title: voice.say(ui.preamble.title, { version: opening.version }),
    blocks: [...lines, ...old, ...languages],
    result: { version: opening.version, checked: opening.checked },
  };
}
