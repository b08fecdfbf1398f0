// All that is kept, one Record after the other: whose it is, how far it is, what comes next.
import type { Journey } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { firstOpen, stateOf } from '../journey/record';
import type { Block, Document, Fact, Json } from './document';
import { paragraph } from './document';
import type { Translator } from './translator';

/** One file that holds a Record, or something that cannot be read as one. Files are in short form. */
export type ListedRecord = {
  /** `undefined`: the one without a name. */
  readonly name: string | undefined;
  readonly file: string;
  /** Damaged files of the same name, put aside. */
  readonly aside: readonly string[];
} & (
  | { readonly record: JourneyRecord; readonly journey: Journey }
  | { readonly state: 'damaged' | 'newer' | 'unreadable' | 'set-aside' }
);

/** A page with every Record in the order given. `folder` is where they are looked for, in short form. */
export function keptListDocument(translator: Translator, all: readonly ListedRecord[], folder: string): Document {
  const { lang, say, ui } = translator;
  const title = say(ui.kept.title);
  return {
    lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(say(all.length === 0 ? ui.kept.none : ui.kept.where, { folder }), 'quiet'),
      ...all.flatMap((one): readonly Block[] => [
        { kind: 'heading', level: 2, text: one.name ?? say(ui.kept.unnamed) },
        { kind: 'facts', rows: rowsOf(translator, one) },
      ]),
    ],
    result: { folder, records: all.map(resultOf) },
  };
}

function rowsOf(translator: Translator, one: ListedRecord): readonly Fact[] {
  const { say, day, list, ui } = translator;
  const row = (term: string, text: string): Fact => ({ term, line: [text] });
  const files = [
    row(say(ui.status.file), one.file),
    ...(one.aside.length === 0 ? [] : [row(say(ui.kept.aside), list(one.aside))]),
  ];
  if ('state' in one) return [row(say(ui.kept.state), say(ui.kept[`state_${one.state}`])), ...files];
  const { record, journey } = one;
  const open = firstOpen(journey, record);
  return [
    row(say(ui.kept.goal), goalText(translator, record)),
    row(say(ui.status.started), day(record.started)),
    row(say(ui.status.updated), day(record.updated)),
    row(say(ui.kept.settled), say(ui.kept.settled_value, { done: settledOf(one), total: journey.steps.length })),
    row(say(ui.status.next), open === undefined ? say(ui.kept.complete) : say(translator.step(open.step.id).title)),
    ...files,
  ];
}

function goalText({ say, ui, catalogue: { words } }: Translator, { profile }: JourneyRecord): string {
  const { goal } = profile;
  if (goal === undefined) return say(ui.review.not_given);
  const label = words.questions['goal']?.choices[goal]?.label;
  return say(label ?? ui.common.unsure);
}

function settledOf({ record, journey }: Extract<ListedRecord, { record: JourneyRecord }>): number {
  return journey.steps.filter(({ step }) => stateOf(record, step.id) !== undefined).length;
}

function resultOf(one: ListedRecord): Json {
  const file = { profile: one.name, file: one.file, ...(one.aside.length === 0 ? {} : { aside: one.aside }) };
  if ('state' in one) return { ...file, state: one.state };
  const { record, journey } = one;
  return {
    ...file,
    state: 'kept',
    started: record.started,
    updated: record.updated,
    goal: record.profile.goal,
    settled: settledOf(one),
    total: journey.steps.length,
    next: firstOpen(journey, record)?.step.id,
  };
}
