// The Translator: one language of the Catalogue with ready ways to say a message, a day, the name of a step.
import type { Catalogue } from '../content/catalogue';
import { formatDay, formatList } from '../content/locale';
import { lineSpeaker, menuLabel } from '../content/messages';
import type { LineSpeaker } from '../content/messages';
import type { Message } from '../content/schema';
import type { StepWords, Ui } from '../content/words';
import type { Deadline, Journey, JourneyStep } from '../journey/journey';
import type { CivilDate } from '../journey/dates';
import type { Biller, Use } from '../journey/profile';
import type { Aside, Inline, Line } from './document';

export type Translator = {
  readonly catalogue: Catalogue;
  readonly lang: string;
  readonly ui: Ui;
  /** A message as plain text: menu words stand in quotes. */
  say(message: Message, args?: Readonly<Record<string, string | number>>): string;
  /** A message with menu words and addresses in place. */
  line: LineSpeaker;
  label(id: string): Inline;
  day(day: CivilDate | string, form?: 'long' | 'short'): string;
  list(items: readonly string[]): string;
  step(id: string): StepWords;
};

/** Joins the Catalogue with the language of ChatGPT's own menus (`menuLang`, a BCP 47 tag) and how commands were typed. */
export function translatorOf(catalogue: Catalogue, menuLang: string, typedAs?: (typed: string) => string): Translator {
  const { guide, words, lang } = catalogue;
  const line = lineSpeaker(guide, menuLang, typedAs);
  return {
    catalogue,
    lang,
    ui: words.ui,
    say: (message, args) =>
      typeof message === 'string' && !message.includes('`')
        ? message
        : flatten(line(message, args), words.language.quotes),
    line,
    label: (id) => menuLabel(guide, id, menuLang),
    day: (day, form) => formatDay(lang, day, form, words.language.calendar),
    list: (items) => formatList(lang, items),
    step: (id) => {
      const words_ = words.steps[id];
      if (words_ === undefined) throw new Error(`no words for the step "${id}"`);
      return words_;
    },
  };
}

function flatten(line: Line, [open, close]: readonly [string, string]): string {
  return line
    .map((part) =>
      typeof part === 'string'
        ? part
        : part.kind === 'address'
          ? part.url
          : part.kind === 'label'
            ? `${open}${part.text}${close}`
            : part.kind === 'code'
              ? `\`${part.text}\``
              : part.text,
    )
    .join('');
}

/** "before 2 December", "today", "until 4 December", "after 3 December". */
export function deadlineText({ ui, say: tell, day }: Translator, deadline: Deadline): string {
  return tell(ui.common[deadline.kind], deadline.kind === 'today' ? {} : { date: day(deadline.on, 'short') });
}

/** What stands beside a step's title: that it cannot be undone, its deadline, or that it is optional. */
export function stepAside(translator: Translator, { step, deadline }: JourneyStep): Aside | undefined {
  const { ui } = translator;
  if (step.irreversible === true) return { text: translator.say(ui.common.cannot_undo), tone: 'warning' };
  if (deadline !== undefined)
    return { text: deadlineText(translator, deadline), tone: deadline.kind === 'after' ? 'quiet' : 'warning' };
  return step.optional === true ? { text: translator.say(ui.common.optional), tone: 'quiet' } : undefined;
}

/** "2 min", "2 min, then up to 7 days" in short form for lists. */
export function timeText({ ui, say: tell }: Translator, { step }: JourneyStep): string {
  const minutes = tell(ui.common.min, { n: step.minutes });
  return step.waitDays === undefined
    ? minutes
    : tell(ui.common.min_then_days, { n: step.minutes, days: step.waitDays });
}

/** The biller's name as people say it. */
export function billerName({ ui, say: tell }: Translator, biller: Biller): string {
  return tell(ui.choices[`biller_${biller}`]);
}

/** What the date of the next charge asks for at once: to cancel today, or to look at what has happened since. */
export function renewalText(
  { ui, say: tell, day }: Translator,
  { renewal }: Pick<Journey, 'renewal'>,
): string | undefined {
  if (renewal === undefined || renewal.state === 'ahead') return undefined;
  return renewal.state === 'soon'
    ? tell(ui.review.soon, { days: renewal.days })
    : tell(ui.review.past, { date: day(renewal.on) });
}

/** What the person also uses and no step is about: a sentence each, from the words of that question. */
export function remarksOf(
  { say: tell, catalogue: { words } }: Translator,
  { uncovered }: Pick<Journey, 'uncovered'>,
): readonly { readonly use: Use; readonly text: string }[] {
  return uncovered.map((use) => ({ use, text: tell(words.questions['uses']?.choices[use]?.otherwise ?? '') }));
}
