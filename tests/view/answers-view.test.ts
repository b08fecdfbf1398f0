// What somebody answered, said back in words: on the review, the status and the checklist.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import type { CivilDate } from '../../src/journey/dates';
import { questionsFor } from '../../src/journey/questions';
import { answerRows } from '../../src/view/answers-view';
import { everySituation } from '../journeys/profiles';
import { aTranslator } from '../support/builders';

const DAY = '2026-11-02' as CivilDate;
const dated = [...everySituation()]
  .filter((_, index, all) => index % Math.ceil(all.length / 200) === 0)
  .map((profile) => ({ ...profile, nextBilling: DAY, chargedOn: DAY, region: 'eea' as const }));

describe.each(LANGUAGES)('in %s', (lang) => {
  test('no answer is said as it is kept: days have the form of the language, choices their label', async () => {
    const translator = await aTranslator(lang);
    const asked = new Set<string>();
    for (const profile of dated) {
      const kept = new Map(questionsFor(profile).map(({ id, answer }) => [id, answer]));
      for (const { id, value } of answerRows(translator, profile)) {
        asked.add(id);
        if (kept.get(id) === DAY) expect(value).toBe(translator.day(DAY));
        expect(value).not.toMatch(/\d{4}-\d{2}-\d{2}/);
        expect(value).not.toBe(kept.get(id));
      }
    }
    expect([...asked]).toEqual(expect.arrayContaining(['goal', 'plan', 'next-billing', 'charged-on', 'region']));
  });
});
