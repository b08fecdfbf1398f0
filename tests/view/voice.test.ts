// What stands beside a step and above the list: when a payment is near, and which of several remarks is the one to show.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../src/journey/dates';
import type { JourneyStep } from '../../src/journey/journey';
import { deadlineText, renewalText, stepAside, timeText } from '../../src/view/translator';
import type { Translator } from '../../src/view/translator';
import { aJourney, aTranslator, TODAY } from '../support/builders';

let translator: Translator;
beforeAll(async () => {
  translator = await aTranslator('en');
});

describe('a payment', () => {
  const said = (days: number): string | undefined =>
    renewalText(translator, aJourney({ nextBilling: addDays(TODAY, days) }));
  const deadline = (days: number) =>
    aJourney({ nextBilling: addDays(TODAY, days) }).steps.find(({ step }) => step.deadline === 'before-renewal')
      ?.deadline;

  test.each([0, 1, 2])('in %i days is near: the person is told to cancel at once', (days) => {
    expect(said(days)).toBe(translator.say(translator.ui.review.soon, { days }));
    expect(deadline(days)).toEqual({ kind: 'today', on: TODAY });
  });
  test.each([3, 4, 30])('in %i days is not: nothing is said, and there is time until the day before', (days) => {
    expect(said(days)).toBeUndefined();
    expect(deadline(days)).toEqual({ kind: 'before', on: addDays(TODAY, days - 1) });
  });
  test('of yesterday is past, and no step has to be done before it', () => {
    expect(said(-1)).toBe(translator.say(translator.ui.review.past, { date: translator.day(addDays(TODAY, -1)) }));
    expect(deadline(-1)).toBeUndefined();
  });
  test('on a day that nobody knows is neither', () => {
    expect(renewalText(translator, aJourney({ nextBilling: 'unsure' }))).toBeUndefined();
  });
});

describe('beside a step', () => {
  const entry = (step: object, deadline?: JourneyStep['deadline']): JourneyStep =>
    ({ number: 1, step: { id: 'x', minutes: 2, ...step }, deadline }) as unknown as JourneyStep;

  test('stands that it cannot be undone, whatever else is true of it', () => {
    expect(stepAside(translator, entry({ irreversible: true, optional: true }, { kind: 'today', on: TODAY }))).toEqual({
      text: translator.say(translator.ui.common.cannot_undo),
      tone: 'warning',
    });
  });
  test('then its deadline, which is quiet only where there is nothing to miss', () => {
    const tone = (kind: 'before' | 'today' | 'by' | 'after') =>
      stepAside(translator, entry({ optional: true }, { kind, on: TODAY } as JourneyStep['deadline']))?.tone;
    expect([tone('before'), tone('today'), tone('by'), tone('after')]).toEqual([
      'warning',
      'warning',
      'warning',
      'quiet',
    ]);
  });
  test('then that it is optional, else nothing', () => {
    expect(stepAside(translator, entry({ optional: true }))?.text).toBe(translator.say(translator.ui.common.optional));
    expect(stepAside(translator, entry({}))).toBeUndefined();
  });
  test('today has no date to read, every other deadline has', () => {
    const date = translator.day(TODAY, 'short');
    expect(deadlineText(translator, { kind: 'today', on: TODAY })).not.toContain(date);
    expect(deadlineText(translator, { kind: 'before', on: TODAY })).toContain(date);
  });
  test('days of waiting stand with the minutes', () => {
    expect(timeText(translator, entry({}))).toBe(translator.say(translator.ui.common.min, { n: 2 }));
    expect(timeText(translator, entry({ waitDays: 7 }))).toBe(
      translator.say(translator.ui.common.min_then_days, { n: 2, days: 7 }),
    );
  });
});
