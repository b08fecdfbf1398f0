// What stands on the one screen of a step: each limit broken once, and what lies exactly on it.
import { describe, expect, test } from 'vitest';
import { fitsOf } from '../../scripts/content/check-fit';
import { guideSchema } from '../../src/content/schema';
import { wordsSchema } from '../../src/content/words-schema';
import { problemsAfter, REAL, step } from './contents';
import type { Loose } from './contents';

/** `rows` rows of `columns` columns, each filled by one word. */
const filled = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => 'x'.repeat(columns)).join(' ');
const words = (content: Loose): Loose => content.en.steps['cancel-web'];
const found = (spoil: (content: Loose) => void): readonly string[] =>
  problemsAfter(spoil).map(({ rule, where, what }) => `${where}: ${what} (${rule})`);

describe.each<
  [
    part: string,
    where: string,
    what: string,
    rows: number,
    columns: number,
    put: (text: string) => (content: Loose) => void,
  ]
>([
  ['a title', 'title', 'the title', 2, 30, (text) => (content) => (words(content).title = text)],
  ['a condition', 'onlyIf', 'the condition', 1, 70, (text) => (content) => (words(content).onlyIf = text)],
  [
    'a proof of success',
    'worked',
    'how to know that it worked',
    2,
    78,
    (text) => (content) => (words(content).worked = text),
  ],
  [
    'a proof of success',
    'worked',
    'how to know that it worked',
    5,
    28,
    (text) => (content) => (words(content).worked = text),
  ],
  ['clicks', 'ways.billing.do', 'the clicks', 6, 75, (text) => (content) => (words(content).ways.billing.do = [text])],
  ['clicks', 'ways.billing.do', 'the clicks', 11, 25, (text) => (content) => (words(content).ways.billing.do = [text])],
  [
    'a warning of the notes',
    'notes.promotion',
    'the warning beside the clicks',
    2,
    76,
    (text) => (content) => (words(content).notes.promotion = text),
  ],
  [
    'a warning of the notes',
    'notes.promotion',
    'the warning beside the clicks',
    5,
    26,
    (text) => (content) => (words(content).notes.promotion = text),
  ],
])('%s (%s): %s in %i rows of %i columns', (_part, where, what, rows, columns, put) => {
  const told = (text: string): readonly string[] =>
    found(put(text)).filter((one) => one.includes(`of ${columns} columns`));
  test('fits', () => expect(told(filled(rows, columns))).toEqual([]));
  test('fits no more with one word added', () =>
    expect(told(`${filled(rows, columns)} x`)).toEqual([
      `en/steps.cancel-web.${where}: ${rows + 1} rows of ${columns} columns for ${what}, and ${rows} fit (fit)`,
    ]));
});

describe('characters', () => {
  test.each<[string, string, string, number, (text: string) => (content: Loose) => void]>([
    ['a title', 'title', 'the title', 44, (text) => (content) => (words(content).title = text)],
    [
      'the name of a way',
      'ways.portal.title',
      'the name of the way',
      40,
      (text) => (content) => (words(content).ways.portal.title = text),
    ],
  ])('of %s', (_part, where, what, most, put) => {
    const text = (length: number): string => `${'x '.repeat(20)}${'x'.repeat(length)}`.slice(0, length);
    expect(found(put(text(most)))).toEqual([]);
    expect(found(put(`${text(most)}xx`.slice(0, most + 1)))).toEqual([
      `en/steps.cancel-web.${where}: ${most + 1} characters for ${what}, and ${most} fit (fit)`,
    ]);
  });
});

test('a menu word counts as long as it is on the screen, in English menus or in those of the language', () => {
  const long = 'x'.repeat(30);
  const inEnglish = found(({ guide }) => (guide.menuLabels.cancel.en = `${long} ${long} ${long} ${long}`));
  expect(inEnglish.filter((one) => one.includes('ways.billing.do')).map((one) => one.slice(0, 3))).toEqual(
    expect.arrayContaining(['en/', 'fr/']),
  );
  const inFrench = found(
    ({ guide }) => (guide.menuLabels.billing.translations.fr.text = [`${long} ${long} ${long} ${long}`]),
  );
  expect(inFrench.length).toBeGreaterThan(0);
  expect(inFrench.every((one) => one.startsWith('fr/'))).toBe(true);
});

test('all lines of a way count together, and each way for itself', () => {
  const spoil = (content: Loose): void => void words(content).ways.billing.do.push('Done.', 'Done.', 'Done.', 'Done.');
  expect(
    found(spoil)
      .filter((one) => one.startsWith('en/'))
      .every((one) => one.includes('ways.billing.do')),
  ).toBe(true);
  expect(found(spoil).some((one) => one.includes('of 75 columns for the clicks'))).toBe(true);
});

test('only the remark beside the clicks is measured', () => {
  const long = (part: 'notes' | 'traps', id: string) => (content: Loose) =>
    void (words(content)[part][id] = `${filled(9, 20)}.`);
  expect(found(long('notes', 'promotion')).length).toBeGreaterThan(0);
  expect(found(long('notes', 'promotion-after'))).toEqual([]);
  expect(found(long('traps', 'card'))).toEqual([]);
});

describe('the headline', () => {
  const remark = (content: Loose, id: string, part: 'notes' | 'traps', name: string): Loose =>
    step(content, id)[part].find((one: Loose) => one.id === name);
  test('is missed when nothing of what weighs something has one', () =>
    expect(found(({ guide }) => delete remark({ guide }, 'cancel-apple', 'traps', 'a-day-ahead').headline)).toEqual([
      'steps.cancel-apple: "deletion" weighs money, and whoever it applies to has no `headline` beside the clicks (headline)',
    ]));
  test('is missed by those for whom only another one has it', () =>
    expect(found(({ guide }) => delete remark({ guide }, 'end-ads-campaigns', 'notes', 'apart').headline)).toEqual([
      'steps.end-ads-campaigns: "apart" weighs money, and whoever it applies to has no `headline` beside the clicks (headline)',
    ]));
  test('is not missed where one without a condition has it', () =>
    expect(found(({ guide }) => delete remark({ guide }, 'cancel-web', 'notes', 'nobody').headline)).toEqual([]));
  test('is not for what weighs nothing', () =>
    expect(found(({ guide }) => (remark({ guide }, 'cancel-web', 'notes', 'ads').headline = true))).toEqual([
      expect.stringContaining('a headline weighs money or chats'),
    ]));
});

test('every way of every step is measured, in every language', () => {
  const guide = guideSchema.parse(REAL.guide);
  for (const [tag, raw] of Object.entries(REAL.languages)) {
    const measured = new Set(fitsOf(tag, wordsSchema.parse(raw), guide).map(({ where }) => where));
    for (const { id, ways } of guide.steps)
      for (const way of ways) expect(measured, tag).toContain(`steps.${id}.ways.${way.id}.do`);
  }
});
