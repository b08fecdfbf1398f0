// What only the screen has, GPTs and projects: listed with what the person said of copying them, and nothing more.
import type { CivilDate } from '../journey/dates';
import type { Journey } from '../journey/journey';
import { UNSURE } from '../journey/profile';
import type { JourneyRecord, StepState } from '../journey/record';
import { stateOf } from '../journey/record';
import type { Block, Fact, Json } from './document';
import { paragraph } from './document';
import type { Translator } from './translator';

const OWN = ['gpts', 'projects'] as const;

/** `step`: the step that copies it, and what the person said of that step. Without one nobody was asked to copy it. */
export type OwnWork = {
  readonly what: (typeof OWN)[number];
  readonly step?: { readonly id: string; readonly state?: StepState | undefined; readonly on?: CivilDate | undefined };
};

/** What this person may have of it: all of it where they did not say. A step that is done counts before another one. */
export function ownWorkOf({ profile, steps: said }: JourneyRecord, { steps }: Journey): readonly OwnWork[] {
  const { uses = UNSURE } = profile;
  return OWN.filter((what) => uses === UNSURE || uses.includes(what)).map((what) => {
    const copying = steps.filter(({ step }) => step.saves === true && step.covers?.includes(what) === true);
    const found = copying.find(({ step }) => stateOf({ steps: said }, step.id) === 'done') ?? copying[0];
    if (found === undefined) return { what };
    const { id } = found.step;
    return { what, step: { id, state: stateOf({ steps: said }, id), on: said[id]?.on } };
  });
}

/** Where nothing is kept of anybody: what there may be. */
export const ANYBODYS: readonly OwnWork[] = OWN.map((what) => ({ what }));

/** Nothing where the person said that they have none. */
export function ownWorkBlocks(translator: Translator, own: readonly OwnWork[]): readonly Block[] {
  if (own.length === 0) return [];
  const { say, ui } = translator;
  const rows = own.map((one): Fact => ({ term: say(ui.move[`own_${one.what}`]), line: [stateText(translator, one)] }));
  return [
    { kind: 'heading', level: 2, text: say(ui.move.own_title) },
    paragraph(say(ui.move.own_intro)),
    { kind: 'facts', rows },
  ];
}

/** In one row each, without a heading: for a screen with little room. */
export function ownWorkRows(translator: Translator, own: readonly OwnWork[]): readonly Block[] {
  return ownWorkBlocks(translator, own).filter(({ kind }) => kind === 'facts');
}

export function ownWorkResult(translator: Translator, own: readonly OwnWork[]): Json {
  return own.map(({ what, step }) => ({
    what,
    step: step?.id,
    state: step === undefined ? undefined : (step.state ?? 'open'),
    on: step?.state === undefined ? undefined : step.on,
    text: stateText(translator, step === undefined ? { what } : { what, step }),
  }));
}

function stateText({ say, ui, day, step: wordsOf }: Translator, { step }: OwnWork): string {
  if (step === undefined) return say(ui.move.own_none);
  const title = say(wordsOf(step.id).title);
  const date = step.on === undefined ? '' : day(step.on, 'short');
  if (step.state === 'done') return say(ui.move.own_done, { step: title, date });
  return step.state === 'skipped'
    ? say(ui.move.own_skipped, { step: title, date })
    : say(ui.move.own_open, { step: title });
}
