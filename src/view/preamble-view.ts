// The first screen: what this does, what it never does, what it writes and where, how to stop and carry on.
import type { CivilDate } from '../journey/dates';
import type { Journey } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import type { Due } from '../journey/timeline';
import { oldCopyBlocks } from './age-view';
import { dueBlocks } from './due-view';
import { settledOf } from './status-view';
import type { Block, Screen } from './document';
import { paragraph } from './document';
import type { Translator } from './translator';

/** The first screen of somebody who comes back: where they stand, what is too late, what they wait for. */
export function backAgainScreen(
  translator: Translator,
  opening: Opening,
  journey: Journey,
  record: JourneyRecord,
  dues: readonly Due[],
): Screen {
  const { parts } = preambleScreen(translator, opening);
  const { say, ui } = translator;
  return {
    key: 'opening',
    lang: translator.lang,
    parts: [
      ...parts.slice(0, 1),
      { rank: 0, block: paragraph(say(ui.status.settled, settledOf(journey, record))) },
      ...dueBlocks(translator, dues).map((block) => ({ rank: 0, block })),
      ...oldCopyBlocks(translator, opening.checked, opening.today).map((block) => ({ rank: 1, block })),
      { rank: 6, block: paragraph(say(ui.preamble.never)) },
    ],
  };
}

export type Opening = {
  readonly version: string;
  readonly checked: string;
  readonly today: CivilDate;
  /** Where progress is kept, in short form; `undefined` with `--no-record`. */
  readonly folder: string | undefined;
  /** Other languages by tag and name, when the language was guessed. */
  readonly others: readonly { readonly tag: string; readonly name: string }[];
  /** What the language calls itself, where it is written for another part of the world than the system’s. */
  readonly near: string | undefined;
};

/** The first screen, seen together with the first question. */
export function preambleScreen(translator: Translator, opening: Opening): Screen {
  const { ui } = translator;
  const { folder, others, near } = opening;
  const title: Block = {
    kind: 'heading',
    level: 1,
    text: translator.say(ui.preamble.title, { version: opening.version }),
    aside: { text: translator.say(ui.preamble.checked, { date: translator.day(opening.checked) }), tone: 'quiet' },
  };
  const stop = paragraph(
    `${translator.say(folder === undefined ? ui.preamble.stop_nothing : ui.preamble.stop)} ${translator.say(ui.common.not_affiliated)}`,
  );
  const lines: readonly Block[] = [
    paragraph(translator.say(ui.preamble.what)),
    paragraph(
      `${translator.say(ui.preamble.never)} ${folder === undefined ? translator.say(ui.preamble.keeps_nothing) : translator.say(ui.preamble.keeps, { folder })}`,
    ),
  ];
  const old = oldCopyBlocks(translator, opening.checked, opening.today);
  const first = others[0];
  const written =
    near === undefined ? [] : [paragraph(translator.say(ui.preamble.language_near, { name: near }), 'quiet')];
  const languages =
    first === undefined
      ? []
      : [
          paragraph(
            translator.line(ui.preamble.language, {
              list: translator.list(others.map(({ name }) => name)),
              tag: first.tag,
            }),
            'quiet',
          ),
        ];
  return {
    key: 'opening',
    lang: translator.lang,
    parts: [
      { rank: 3, block: title },
      ...[...lines, stop, ...old].map((block) => ({ rank: block === stop ? 1 : 0, block })),
      ...written.map((block) => ({ rank: 0, block })),
      ...languages.map((block) => ({ rank: 2, block })),
    ],
  };
}
