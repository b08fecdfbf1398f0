// One usual case on a sheet of its own: whom it is for, in the words of the questions, then the steps of the checklist.
import type { CivilDate } from '../journey/dates';
import type { QuestionId } from '../journey/questions';
import { UNSURE } from '../journey/profile';
import { oldCopyBlocks } from './age-view';
import { questionWords } from './answers-view';
import { checklistSteps } from './checklist-view';
import type { Block, Fact, SheetBody } from './document';
import { paragraph } from './document';
import type { AlsoNeeded, KitCase } from './kit-cases';
import { OWN_PLANS } from './kit-cases';
import { billerName } from './translator';
import type { Translator } from './translator';

/** The case in a few words, as the helpers call it. */
export function caseTitle(translator: Translator, { kind, biller }: KitCase): string {
  const { kit } = translator.ui;
  if (kind === 'also') return translator.say(kit.case_also);
  if (biller === undefined) return translator.say(kit.case_delete_free);
  return translator.say(kind === 'cancel' ? kit.case_cancel : kit.case_delete, {
    biller: billerName(translator, biller),
  });
}

/** The kit around one case: its other cases, and what they say of the last one. */
type Around = {
  readonly cases: readonly KitCase[];
  readonly needed: AlsoNeeded;
  readonly checked: string;
  readonly today: CivilDate;
};

/** What stands on its sheet. `cases` are all of the kit; how old the copy is on the day `today` is told as on every checklist. */
export function caseBody(translator: Translator, one: KitCase, { cases, needed, checked, today }: Around): SheetBody {
  const { ui } = translator;
  return {
    kind: 'case',
    number: one.number,
    whom: whomFor(translator, one, needed),
    blocks: [
      ...oldCopyBlocks(translator, checked, today),
      paragraph(`${translator.say(ui.checklist.intro)} ${translator.say(ui.checklist.computer_first)}`),
      ...alsoBlocks(translator, one, cases, needed),
      ...checklistSteps(translator, one.journey, today),
      paragraph(translator.say(ui.checklist.computer_last)),
      paragraph(
        `${translator.say(ui.checklist.checked, { date: translator.day(checked) })} ${translator.say(ui.common.not_affiliated)}`,
        'quiet',
      ),
    ],
  };
}

/** The questions that tell this case from the others, each with its answer. */
function whomFor(translator: Translator, { kind, biller, journey }: KitCase, needed: AlsoNeeded): readonly Fact[] {
  const { plan } = journey.profile;
  const goal = answerOf(translator, 'goal', [journey.goal]);
  if (kind === 'also') return [answerOf(translator, 'uses', needed.delete.uses)];
  const plans = plan === 'free' ? answerOf(translator, 'plan', ['free']) : answerOf(translator, 'plan', OWN_PLANS);
  return [goal, plans, ...(biller === undefined ? [] : [answerOf(translator, 'billed-by', [biller])])];
}

/** A question and its answers; what is said beside an answer stands there where it is the only one. */
function answerOf(translator: Translator, id: QuestionId, values: readonly string[]): Fact {
  const { title, choices } = questionWords(translator, { words: id });
  const labels = values.flatMap((value) => choices[value]?.label ?? []).map((label) => translator.say(label));
  const hint = values.length === 1 ? choices[values[0] ?? UNSURE]?.hint : undefined;
  return {
    term: translator.say(title),
    line: labels.flatMap((text, index) => [...(index === 0 ? [] : [' · ']), { kind: 'strong' as const, text }]),
    ...(hint === undefined ? {} : { aside: { text: translator.say(hint), tone: 'quiet' } }),
  };
}

/** Whoever uses more than the chats is sent to the last sheet; that one says who does what. */
function alsoBlocks(
  translator: Translator,
  { kind }: KitCase,
  cases: readonly KitCase[],
  needed: AlsoNeeded,
): readonly Block[] {
  const { line, say, ui } = translator;
  const { kit } = ui;
  const titleOf = (id: string): string => say(translator.step(id).title);
  const sheet = cases.find((one) => one.kind === 'also');
  const last = cases.flatMap(({ journey }) => journey.steps).find(({ step }) => step.deletesAccount === true);
  if (sheet === undefined || last === undefined) return [];
  const steps = translator.list(needed.cancel.steps.map((id) => say(kit.also_step, { step: titleOf(id) })));
  const step = titleOf(last.step.id);
  if (kind === 'also') return [paragraph(line(kit.also_both, { steps, step }), 'warning')];
  const { choices } = questionWords(translator, { words: 'uses' });
  const list = needed[kind].uses
    .flatMap((use) => choices[use]?.label ?? [])
    .map((label) => say(label))
    .join(' · ');
  const { number } = sheet;
  return [
    paragraph(
      kind === 'cancel' ? line(kit.also_cancel, { number, list }) : line(kit.also_delete, { number, step, list }),
      'warning',
    ),
  ];
}
