// A question with its screen as the prompter draws it in a window, without colour.
import { layOut } from '../../src/prompt/list-parts';
import type { OneQuestion } from '../../src/prompt/prompter';
import { glyphsFor, type Canvas } from '../../src/prompt/rich-frame';
import { screenFrame } from '../../src/prompt/rich-screen';
import { plainStyle } from '../../src/render/style';
import { renderText } from '../../src/render/text';
import { widthOf } from '../../src/render/width';
import type { Document } from '../../src/view/document';
import type { Translator } from '../../src/view/translator';
import { words } from './prompt-samples';

/** `rows`: those of the window that it takes. `text`: all of it on one line. */
export type Frame = {
  readonly lines: readonly string[];
  readonly rows: number;
  readonly pages: number;
  readonly text: string;
};

/** Every run of blanks as one. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `page` counts from 0: where not even what always stays fits at once. */
export function frameOf<T>(
  translator: Translator,
  question: OneQuestion<T>,
  [columns, rows]: readonly [number, number],
  page = 0,
): Frame {
  const canvas: Canvas = {
    width: Math.min(columns, 80),
    rows,
    style: plainStyle,
    quotes: translator.catalogue.words.language.quotes,
    glyphs: glyphsFor(true),
  };
  const { prompt } = translator.ui;
  const own = {
    back: translator.say(translator.ui.common.back),
    footBack: translator.say(prompt.foot_back),
    keysOne: translator.say(prompt.keys_one),
    keysBack: translator.say(prompt.keys_back),
  };
  const { items, shortcuts, keys } = layOut(question, own);
  const draw = (document: Document): string =>
    renderText(document, { columns, style: plainStyle, quotes: canvas.quotes });
  const foot = shortcuts.map(({ letter, label }) => `${letter} ${label}`);
  const above = { screen: question.above ?? { key: '', lang: '', parts: [] }, draw, page, keysPage: words.keysPage };
  const { lines, pages } = screenFrame(canvas, above, {
    heading: question,
    items,
    active: 0,
    keys,
    foot,
    problem: undefined,
  });
  const high = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
  return { lines, rows: high, pages, text: flat(lines.join(' ')) };
}
