// Saved progress that is damaged: what of it could be read, and what not.
import type { Salvage } from '../content/salvage';
import type { Block, Screen } from './document';
import { paragraph } from './document';
import { heldCounts } from './status-view';
import type { Translator } from './translator';

/** How many names of what was lost are shown. */
const MOST_NAMES = 6;

/** A key of a damaged file may be anything. */
const MOST_LETTERS = 80;

/** What stands above the question how to go on. `file` is where the Record is, in short form. */
export function damagedScreen(translator: Translator, salvage: Salvage, file: string): Screen {
  const { lang, say, ui } = translator;
  const words = ui.damaged;
  const lost = lostText(translator, salvage);
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 1, text: say(words.title) },
    paragraph(say(words.where, { file })),
    paragraph(
      salvage.record === undefined
        ? say(words.read_nothing)
        : say(words.read, { what: say(ui.forget.held, heldCounts(salvage.record)) }),
    ),
    ...(lost === undefined || salvage.record === undefined ? [] : [paragraph(lost, 'warning')]),
  ];
  return { key: 'damaged', lang, parts: blocks.map((block, index) => ({ rank: index === 1 ? 1 : 0, block })) };
}

/** By the names that people know; `undefined` where nothing of that kind was lost. */
function lostText(
  { say, list, ui, catalogue: { words } }: Translator,
  { lostAnswers, lostSteps, lostMore }: Salvage,
): string | undefined {
  const [open, close] = words.language.quotes;
  const names = [
    ...lostAnswers.map((field) => {
      const id = field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const own = Object.hasOwn(words.questions, id) ? words.questions[id] : undefined;
      return own === undefined ? field : say(own.short);
    }),
    ...lostSteps.map((id) => {
      const own = Object.hasOwn(words.steps, id) ? words.steps[id] : undefined;
      return own === undefined ? id : `${open}${say(own.title)}${close}`;
    }),
  ].map((name) => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS)}…` : name));
  if (names.length === 0) return lostMore ? say(ui.damaged.lost_more) : undefined;
  const more = lostMore || names.length > MOST_NAMES;
  return `${say(ui.damaged.lost, { list: list(names.slice(0, MOST_NAMES)) })}${more ? ` ${say(ui.damaged.lost_more)}` : ''}`;
}
