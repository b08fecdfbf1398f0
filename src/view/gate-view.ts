// The page before an irreversible step: what goes, what stays, who keeps billing, what has not been done.
import type { CopyState } from '../journey/copy';
import type { Journey, JourneyStep } from '../journey/journey';
import { UNSURE } from '../journey/profile';
import type { Biller } from '../journey/profile';
import type { JourneyRecord, OwnWord } from '../journey/record';
import { missingBefore, stateOf } from '../journey/record';
import type { Document, Fact, Line } from './document';
import { stepAside, billerName } from './translator';
import type { Translator } from './translator';

/** All that the person should have read before the steps of an irreversible step are shown. `copy` is missing where there is no export to speak of. */
export function gateDocument(
  translator: Translator,
  journey: Journey,
  entry: JourneyStep,
  record: JourneyRecord,
  copy: CopyState | undefined,
): Document {
  const { ui } = translator;
  const words = translator.step(entry.step.id);
  const aside = stepAside(translator, entry);
  const title = translator.say(words.title);
  const missing = missingBefore(entry.step, journey, record);
  const rows: readonly Fact[] = [
    ...(copy === undefined ? [] : copyRows(translator, copy, record.export?.own)),
    ...(words.gate?.goes ?? []).map((text, index): Fact => ({
      term: index === 0 ? translator.say(ui.gate.goes) : '',
      line: translator.line(text),
    })),
    ...(words.gate?.stays ?? []).map((text, index): Fact => ({
      term: index === 0 ? translator.say(ui.gate.stays) : '',
      line: translator.line(text),
    })),
    ...billingLines(translator, journey, record, entry.step.deletesAccount === true).map((line, index): Fact => ({
      term: index === 0 ? translator.say(ui.gate.billing) : '',
      line,
    })),
    ...missing.map(({ step, number }, index): Fact => ({
      term: index === 0 ? translator.say(ui.gate.missing) : '',
      line: [`${number}  ${translator.say(translator.step(step.id).title)}`],
    })),
  ];
  return {
    lang: translator.lang,
    title,
    blocks: [
      {
        kind: 'heading',
        level: 3,
        text: translator.say(ui.common.step_of, { number: entry.number, total: journey.steps.length }),
        ...(aside === undefined ? {} : { aside }),
      },
      { kind: 'heading', level: 1, text: title },
      { kind: 'facts', rows },
    ],
    result: { step: entry.step.id, missing: missing.map(({ step }) => step.id) },
  };
}

/** Who goes on charging after this step, as far as the person said what they cancelled. `endsPlan`: a deletion ends what OpenAI bills. */
function billingLines(
  translator: Translator,
  journey: Journey,
  record: JourneyRecord,
  endsPlan: boolean,
): readonly Line[] {
  const { ui } = translator;
  const unsure = journey.profile.billedBy === undefined || journey.profile.billedBy === UNSURE;
  const lines = journey.steps.flatMap(({ step }): readonly Line[] => {
    const biller: Biller | undefined = step.stopsBilling;
    if (biller === undefined) return [];
    const name = billerName(translator, biller);
    const on = record.steps[step.id]?.on;
    if (stateOf(record, step.id) === 'done' && on !== undefined)
      return [[translator.say(ui.gate.billing_cancelled, { biller: name, date: translator.day(on) })]];
    if (biller === 'openai' && endsPlan) return [[translator.say(ui.gate.billing_openai)]];
    return [
      [
        {
          kind: 'strong',
          text: translator.say(unsure ? ui.gate.billing_maybe : ui.gate.billing_not, { biller: name }),
        },
      ],
    ];
  });
  return lines.length > 0 ? lines : [[translator.say(ui.gate.billing_none)]];
}

/** What is known of the copy stands first: without one nothing brings the chats back. */
function copyRows(translator: Translator, copy: CopyState, own: OwnWord | undefined): readonly Fact[] {
  const { say, ui, day } = translator;
  const words = ui.gate;
  const text = copyText(translator, copy);
  const said =
    own === undefined || copy.kind === 'whole'
      ? []
      : [say(own.word === 'no-copy' ? words.export_own_none : words.export_own_copy, { date: day(own.on) })];
  return [
    { term: say(words.export), line: copy.kind === 'whole' ? [text] : [{ kind: 'strong', text }] },
    ...said.map((one): Fact => ({ term: '', line: [one] })),
  ];
}

function copyText({ say, day, ui: { gate: words } }: Translator, copy: CopyState): string {
  if (copy.kind === 'none') return say(words.export_not);
  if (copy.kind === 'said') return say(words.export_said, { date: day(copy.on) });
  const { check } = copy;
  const { file, conversations, first, last } = check;
  const args = { file, date: day(check.on), n: conversations };
  if (copy.kind === 'whole')
    return first === undefined || last === undefined
      ? say(words.export_whole_undated, args)
      : say(words.export_whole, { ...args, first: day(first), last: day(last) });
  return say(
    words[
      `export_${({ gone: 'gone', 'lacks-chats': 'missing', damaged: 'damaged', unproved: 'unproved' } as const)[copy.kind]}`
    ],
    args,
  );
}
