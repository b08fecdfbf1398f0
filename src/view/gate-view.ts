// The page before an irreversible step: what goes, what stays, who keeps billing, what has not been done.
import type { Journey, JourneyStep } from '../journey/journey';
import { UNSURE } from '../journey/profile';
import type { Biller } from '../journey/profile';
import type { JourneyRecord } from '../journey/record';
import { missingBefore, stateOf } from '../journey/record';
import type { Document, Fact, Line } from './document';
import { stepAside, billerName } from './voice';
import type { Voice } from './voice';

/** All that the person should have read before the steps of an irreversible step are shown. */
export function gateDocument(voice: Voice, journey: Journey, entry: JourneyStep, record: JourneyRecord): Document {
  const { ui } = voice;
  const words = voice.step(entry.step.id);
  const aside = stepAside(voice, entry);
  const title = voice.say(words.title);
  const missing = missingBefore(entry.step, journey, record);
  const rows: readonly Fact[] = [
    ...(words.gate?.goes ?? []).map((text, index): Fact => ({ term: index === 0 ? voice.say(ui.gate.goes) : '', line: voice.line(text) })),
    ...(words.gate?.stays ?? []).map((text, index): Fact => ({ term: index === 0 ? voice.say(ui.gate.stays) : '', line: voice.line(text) })),
    ...billingLines(voice, journey, record).map((line, index): Fact => ({ term: index === 0 ? voice.say(ui.gate.billing) : '', line })),
    ...exportRows(voice, journey, record),
    ...missing.map(({ step, number }, index): Fact => ({ term: index === 0 ? voice.say(ui.gate.missing) : '', line: [`${number}  ${voice.say(voice.step(step.id).title)}`] })),
  ];
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 3, text: voice.say(ui.common.step_of, { number: entry.number, total: journey.steps.length }), ...(aside === undefined ? {} : { aside }) },
      { kind: 'heading', level: 1, text: title },
      { kind: 'facts', rows },
    ],
    result: { step: entry.step.id, missing: missing.map(({ step }) => step.id) },
  };
}

/** Who goes on charging after this step, as far as the person said what they cancelled. */
function billingLines(voice: Voice, journey: Journey, record: JourneyRecord): readonly Line[] {
  const { ui } = voice;
  const unsure = journey.profile.billedBy === undefined || journey.profile.billedBy === UNSURE;
  const lines = journey.steps.flatMap(({ step }): readonly Line[] => {
    const biller: Biller | undefined = step.stopsBilling;
    if (biller === undefined) return [];
    const name = billerName(voice, biller);
    const on = record.steps[step.id]?.on;
    if (stateOf(record, step.id) === 'done' && on !== undefined) return [[voice.say(ui.gate.billing_cancelled, { biller: name, date: voice.day(on) })]];
    if (biller === 'openai') return [[voice.say(ui.gate.billing_openai)]];
    return [[{ kind: 'strong', text: voice.say(unsure ? ui.gate.billing_maybe : ui.gate.billing_not, { biller: name }) }]];
  });
  return lines.length > 0 ? lines : [[voice.say(ui.gate.billing_none)]];
}

function exportRows(voice: Voice, journey: Journey, record: JourneyRecord): readonly Fact[] {
  const { ui } = voice;
  if (!journey.steps.some(({ step }) => step.id === 'verify-export')) return [];
  const on = stateOf(record, 'verify-export') === 'done' ? record.steps['verify-export']?.on : undefined;
  const text = on === undefined ? voice.say(ui.gate.export_not) : voice.say(ui.gate.export_checked, { date: voice.day(on) });
  return [{ term: voice.say(ui.gate.export), line: on === undefined ? [{ kind: 'strong', text }] : [text] }];
}
