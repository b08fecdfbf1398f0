// "Take your chats along" in every language and window: the list with what each takes over, and each assistant with its steps and what is lost.
import { describe, expect, test } from 'vitest';
import { SAVE_FORMATS } from '../../src/cli/typed/options';
import { LANGUAGES } from '../../src/content/compiled/about';
import { guide } from '../../src/content/compiled/guide';
import { paragraph } from '../../src/view/document';
import { takesText } from '../../src/view/move-screen';
import { ANYBODYS } from '../../src/view/own-work-view';
import type { OwnWork } from '../../src/view/own-work-view';
import { assistantQuestion, whichQuestion } from '../../src/walk/move-turn';
import { aTranslator, TODAY } from '../support/builders';
import { flat, frameOf } from '../support/frames';

/** What takes the most room: both, with the day on which they were copied. */
const own: readonly OwnWork[] = ANYBODYS.map(({ what }) => ({
  what,
  step: { id: 'copy-own-work', state: 'done', on: TODAY },
}));
const MOST_ROWS = 23;
const PLACE = 'verify-export';

describe.each(LANGUAGES)('%s', (lang) => {
  test('80 × 24: the list stands whole, with what each takes over and what was copied', async () => {
    const translator = await aTranslator(lang);
    const { rows, text } = frameOf(translator, whichQuestion({ translator, guide }, PLACE, own), [80, 24]);
    expect(rows).toBeLessThanOrEqual(MOST_ROWS);
    for (const one of guide.alternatives) expect(text).toContain(`${one.name} ${takesText(translator, one)}`);
    expect(text.split(flat(translator.say(translator.step('copy-own-work').title)))).toHaveLength(3);
  });

  test.each([
    [80, 24],
    [60, 24],
    [40, 24],
    [30, 24],
  ] as const)('%i × %i', async (columns, rows) => {
    const translator = await aTranslator(lang);
    const { say, ui } = translator;
    for (const one of guide.alternatives)
      for (const forms of [
        [],
        one.takes.map((taken) => taken.with).filter((form) => (SAVE_FORMATS as readonly string[]).includes(form)),
      ])
        for (const notice of [undefined, paragraph(say(ui.step.open_failed))]) {
          const question = assistantQuestion({ translator }, PLACE, one, { own, forms, notice });
          const first = frameOf(translator, question, [columns, rows]);
          const pages = Array.from({ length: first.pages }, (_, page) =>
            frameOf(translator, question, [columns, rows], page),
          );
          const name = `${one.id} ${forms.join()}\n${first.lines.join('\n')}`;
          expect(Math.max(...pages.map((page) => page.rows)), name).toBeLessThan(rows);
          if (columns === 80) expect(first.pages, name).toBe(1);
          const asked = `? ${flat(say(ui.step.ask))}`;
          const all = pages.map(({ text }) => text.split(asked)[0]?.trim()).join(' ');
          expect(first.text).toContain(one.name);
          for (const page of pages) expect(page.text, name).toContain(asked);
          const words = translator.catalogue.words.alternatives[one.id];
          // Without the words of menus, whose English stands beside them only where there is room.
          const pieces = one.takes
            .flatMap((taken) => words?.takes?.[taken.id]?.do ?? [])
            .flatMap((line) => translator.line(line).filter((part) => typeof part === 'string'));
          for (const piece of pieces) expect(all, name).toContain(flat(piece));
          if (columns === 80 && words?.lost !== undefined) expect(all, name).toContain(flat(say(words.lost)));
        }
  });
});
