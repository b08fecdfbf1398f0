// The table of facts counts every sentence once, under the age of the newest text behind it.
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../scripts/content/check-content';
import { AGES, countFacts } from '../../scripts/content/count-facts';
import { aDay } from '../support/builders';
import { spoilt, step, TODAY_OF_CHECK } from './contents';
import type { Loose } from './contents';

/** The content with one step, no claim and no alternative, whose sources are dated like this. */
function withStep(sources: Readonly<Record<string, object>>): Parameters<typeof countFacts>[0] {
  const raw = spoilt((content) => {
    const only = step(content, 'answer-survey');
    Object.assign(content.guide.sources, sources);
    Object.assign(only, { sources: Object.keys(sources) });
  });
  const checked = checkContent(raw, TODAY_OF_CHECK);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const { guide, languages } = checked.content;
  return {
    guide: { ...guide, steps: guide.steps.filter(({ id }) => id === 'answer-survey'), claims: [], alternatives: [] },
    languages,
  };
}

const counted = (sources: Readonly<Record<string, object>>): Loose =>
  countFacts(withStep(sources), 'en', aDay('2026-11-27')).find(({ file }) => file === 'steps, by the step');

describe('a sentence counts', () => {
  test.each([
    ['2026-10-28', 0],
    ['2026-10-27', 1],
    ['2026-10', 0],
    ['2026-09', 1],
    ['2026-09-27', 2],
    ['2026-07-30', 2],
    ['2026-07-29', 3],
    ['2026', 4],
  ])('of a text of %s in group %i', (date, place) => {
    const { sentences, sourced, addressed, ages } = counted({ mine: { publisher: 'Somebody', date } });
    expect(sentences).toBeGreaterThan(1);
    expect([sourced, addressed]).toEqual([sentences, 0]);
    expect(ages).toEqual(Array.from({ length: AGES.length + 2 }, (_, index) => (index === place ? sentences : 0)));
  });
  test('once for several sources, by the newest, and with an address when one of them has it', () => {
    const { sentences, addressed, ages } = counted({
      mine: { publisher: 'Somebody', date: '2025-01' },
      yours: { publisher: 'Somebody else', url: 'https://example.com/', date: '2026-11-01' },
    });
    expect([addressed, ages[0]]).toEqual([sentences, sentences]);
  });
});

test('in every language, for each file, never with more sources than sentences', () => {
  const checked = checkContent(
    spoilt(() => {}),
    TODAY_OF_CHECK,
  );
  if (!checked.ok) expect.fail('the content has problems');
  for (const lang of Object.keys(checked.content.languages)) {
    const rows = countFacts(checked.content, lang, aDay('2026-11-27'));
    expect(rows.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['steps, by a fact', 'steps, by the step', 'claims', 'alternatives']),
    );
    for (const { sentences, sourced, addressed, ages } of rows) {
      expect(ages.reduce((sum, one) => sum + one, 0)).toBe(sourced);
      expect(sourced).toBeLessThanOrEqual(sentences);
      expect(addressed).toBeLessThanOrEqual(sourced);
    }
  }
});
