// The Summary in words: what may be kept or sent, and nothing else.
import type { CivilDate } from '../journey/dates';
import type { Summary } from '../journey/summary';
import type { Block, Document, Json } from './document';
import { paragraph } from './document';
import { billerName } from './translator';
import type { Translator } from './translator';

/** The Summary as a page of its own. */
export function summaryDocument(translator: Translator, summary: Summary): Document {
  const { ui } = translator;
  const title =
    summary.name === undefined
      ? translator.say(ui.summary.title)
      : translator.say(ui.summary.title_name, { name: summary.name });
  const reason = reasonText(translator, summary);
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...outcomeLines(translator, summary).map((text) => paragraph(text)),
      ...(reason === undefined ? [] : [paragraph(reason, 'plain', translator.say(ui.summary.reason))]),
      { kind: 'heading', level: 2, text: translator.say(ui.summary.steps) },
      ...summary.steps.map((step) => summaryStep(translator, step)),
      paragraph(translator.say(ui.summary.made), 'quiet'),
    ],
    result: summaryResult(summary),
  };
}

/** What was reached, one sentence each: cancelled, paid until, deleted, how many steps. */
export function outcomeLines(translator: Translator, summary: Summary): readonly string[] {
  const { ui } = translator;
  const { plan, cancelled, paidUntil, deleted, exported, doneSteps, steps, complete } = summary;
  const own = cancelled.map(({ biller, on }) => {
    const args = { biller: billerName(translator, biller), date: translator.day(on) };
    return plan === undefined || plan === 'free'
      ? translator.say(ui.summary.cancelled_no_plan, args)
      : translator.say(ui.summary.cancelled, { ...args, plan: translator.say(ui.choices[`plan_${plan}`]) });
  });
  return [
    ...own,
    ...(paidUntil === undefined ? [] : [translator.say(ui.summary.access, { date: translator.day(paidUntil) })]),
    ...(deleted === undefined
      ? []
      : [
          translator.say(ui.summary.deleted, {
            date: translator.day(deleted.on),
            final: translator.day(deleted.dataGoneBy),
          }),
        ]),
    ...(exported === undefined ? [] : [exportedText(translator, exported)]),
    ...(doneSteps === 0
      ? [translator.say(ui.summary.nothing)]
      : [
          complete
            ? translator.say(ui.summary.complete, { total: steps.length })
            : translator.say(ui.summary.progress, { done: doneSteps, total: steps.length }),
        ]),
  ];
}

/** The reason as the person gave it: from the list, in their own words, or both. */
export function reasonText(
  { say, catalogue: { words } }: Translator,
  { reason, reasonText: own }: Pick<Summary, 'reason' | 'reasonText'>,
): string | undefined {
  const listed = reason === undefined ? undefined : words.claims[reason]?.title;
  const parts = [...(listed === undefined ? [] : [say(listed)]), ...(own === undefined ? [] : [own])];
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** The Summary for programs. `finalBy` is the first name of `dataGoneBy`, kept for programs that read it. Every key is named here: what is not on this list cannot be shared. */
export function summaryResult(summary: Summary): Json {
  return {
    goal: summary.goal,
    plan: summary.plan,
    complete: summary.complete,
    done: summary.doneSteps,
    total: summary.steps.length,
    cancelled: summary.cancelled.map(({ biller, on }) => ({ biller, on })),
    paidUntil: summary.paidUntil,
    deleted:
      summary.deleted === undefined
        ? undefined
        : { on: summary.deleted.on, dataGoneBy: summary.deleted.dataGoneBy, finalBy: summary.deleted.dataGoneBy },
    export:
      summary.exported === undefined
        ? undefined
        : {
            verdict: 'whole',
            on: summary.exported.on,
            conversations: summary.exported.conversations,
            first: summary.exported.first,
            last: summary.exported.last,
          },
    reason: summary.reason,
    reasonText: summary.reasonText,
    name: summary.name,
    steps: summary.steps.map(({ id, number, state, on, receipts }) => ({ id, number, state, on, receipts })),
  };
}

function exportedText(
  { say, day, ui: { summary: words } }: Translator,
  { on, conversations, first, last }: NonNullable<Summary['exported']>,
): string {
  const args = { date: day(on), n: conversations };
  return first === undefined || last === undefined
    ? say(words.exported_undated, args)
    : say(words.exported, { ...args, first: day(first), last: day(last) });
}

function summaryStep(translator: Translator, step: Summary['steps'][number]): Block {
  const { ui } = translator;
  const word = stateText(translator, step.state, step.on);
  return {
    kind: 'step',
    step: {
      id: step.id,
      number: step.number,
      state: step.state,
      stateWord: word,
      title: translator.say(translator.step(step.id).title),
      ...(step.receipts === 0
        ? {}
        : { aside: { text: translator.say(ui.summary.receipts, { n: step.receipts }), tone: 'quiet' } as const }),
      blocks: [],
    },
  };
}

/** "done on 21 November 2026", "skipped", "to do". */
export function stateText(
  { ui, say, day }: Translator,
  state: 'open' | 'done' | 'skipped',
  on: CivilDate | undefined,
): string {
  if (state === 'done') return say(ui.common.state_done, { date: on === undefined ? '' : day(on) });
  return say(state === 'skipped' ? ui.common.state_skipped : ui.common.state_open);
}
