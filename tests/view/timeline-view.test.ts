// Due days in words: each kind in every language, with nothing left unfilled, and in time to help.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { DUE_IDS } from '../../src/journey/timeline';
import type { Due, DueId } from '../../src/journey/timeline';
import { dueLate, dueResult, dueRule, dueTitle, dueWhen } from '../../src/view/timeline-view';
import { aDay, aTranslator } from '../support/builders';

const due = (id: DueId, changes: Partial<Due> = {}): Due => ({
  id,
  kind: 'by',
  on: aDay('2026-12-01'),
  facts: [],
  state: 'ahead',
  ...changes,
});
/** What can be too late, and how. */
const LATE: readonly (readonly [DueId, 'open' | 'done'])[] = [
  ['cancel-by', 'open'],
  ['cancel-by', 'done'],
  ['withdrawal', 'open'],
  ['withdrawal', 'done'],
  ['export-by', 'open'],
  ['export-link', 'open'],
];
const HOLE = /[{}]|undefined/;

describe.each(LANGUAGES)('in %s', (lang) => {
  test('every kind of day has a title that fits into a calendar, and its rule', async () => {
    const translator = await aTranslator(lang);
    const titles = DUE_IDS.map((id) => dueTitle(translator, due(id)));
    expect(new Set(titles).size).toBe(DUE_IDS.length);
    for (const title of titles) {
      expect(title.length, title).toBeLessThanOrEqual(65);
      expect(title).not.toMatch(HOLE);
    }
    for (const id of DUE_IDS) expect(dueRule(translator, due(id))).toMatch(/^[^{}]+\.$/);
    expect(dueRule(translator, due('withdrawal', { facts: ['brazil-withdrawal'] }))).toMatch(/\b7\b/);
  });

  test('the day stands in words of its kind', async () => {
    const translator = await aTranslator(lang);
    const words = (['by', 'from', 'on', 'until'] as const).map((kind) =>
      dueWhen(translator, due('statement', { kind })),
    );
    expect(new Set(words).size).toBe(4);
    for (const text of words) expect(text).toMatch(/^[^{}]*\b1(?:er)?\b[^{}]*$/);
  });

  test('what is too late says what helps, and nothing else does', async () => {
    const translator = await aTranslator(lang);
    for (const [id, late] of LATE) expect(dueLate(translator, due(id, { late }))).toMatch(/^[^{}]+\.$/);
    for (const id of DUE_IDS) expect(dueLate(translator, due(id))).toBeUndefined();
  });
});

test('for programs it is the same, with the sources behind it', async () => {
  const translator = await aTranslator();
  const facts = ['export-seven-days', 'retention-exceptions', 'export-link-24-hours'];
  expect(
    dueResult(translator, due('export-by', { facts, late: 'open', state: 'over', step: 'verify-export' })),
  ).toEqual({
    id: 'export-by',
    kind: 'by',
    on: '2026-12-01',
    state: 'over',
    step: 'verify-export',
    title: dueTitle(translator, due('export-by')),
    rule: dueRule(translator, due('export-by')),
    late: 'open',
    instead: dueLate(translator, due('export-by', { late: 'open' })),
    facts,
    sources: ['help-7260999', 'help-8983778', 'eu-privacy-policy'],
  });
});
