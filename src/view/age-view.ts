// What is said of a copy of the guide that has grown old: menus move, and a newer copy is one command away.
import type { CivilDate } from '../journey/dates';
import { daysBetween } from '../journey/dates';
import type { Block } from './document';
import { paragraph } from './document';
import type { Translator } from './translator';

/** Past this many days since the steps were checked, every form of them says how old they are. */
export const OLD_COPY_DAYS = 60;

/** The notice of a copy whose steps were checked on `checked`, as of `today`; `undefined` while they are new enough. */
export function oldCopyText({ say, ui, day }: Translator, checked: string, today: CivilDate): string | undefined {
  const days = daysBetween(checked as CivilDate, today);
  return days > OLD_COPY_DAYS ? say(ui.preamble.old_content, { date: day(checked), days }) : undefined;
}

/** The same for the screen and for paper: none, or one paragraph. */
export function oldCopyBlocks(translator: Translator, checked: string, today: CivilDate): readonly Block[] {
  const days = daysBetween(checked as CivilDate, today);
  return days > OLD_COPY_DAYS
    ? [
        paragraph(
          translator.line(translator.ui.preamble.old_content, { date: translator.day(checked), days }),
          'warning',
        ),
      ]
    : [];
}
