// No version is released with a fact that was compared with its sources more than 90 days before.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/journey/dates';
import { addDays, daysBetween } from '../../src/journey/dates';
import { aDay } from '../support/builders';
import { REAL, spoilt } from './contents';
import type { Loose } from './contents';

const MOST_DAYS = 90;

/** The day of the newest version in a changelog; what has no day is not released yet. */
function releaseDay(changelog: string): CivilDate {
  const days = [...changelog.matchAll(/^## \[[^\]]+\] - (\d{4}-\d{2}-\d{2})$/gm)].map(([, day]) => day ?? '');
  return aDay(days.sort().at(-1) ?? 'none');
}

/** Every entry of the guide with a day of its comparison, in whatever file it stands. */
function checksIn(value: unknown, where: string): readonly (readonly [where: string, checked: CivilDate])[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'checked' in value ? [[where, aDay(String(value.checked))] as const] : [];
  return [...own, ...Object.entries(value).flatMap(([key, item]) => checksIn(item, `${where}.${nameOf(item) ?? key}`))];
}

const nameOf = (item: unknown): string | undefined =>
  typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : undefined;

const staleOn = (day: CivilDate, guide: unknown): readonly string[] =>
  checksIn(guide, 'guide')
    .filter(([, checked]) => daysBetween(checked, day) > MOST_DAYS)
    .map(([where]) => where);

const RELEASED = releaseDay(readFileSync('CHANGELOG.md', 'utf8'));
const FILES = [
  'steps',
  'facts',
  'links',
  'plans',
  'billers',
  'claims',
  'campaign',
  'alternatives',
  'prices',
  'places',
  'letters',
  'recipients',
  'authorities',
] as const;

test(`every fact was compared with its sources in the ${MOST_DAYS} days before the release of ${RELEASED}`, () =>
  expect(staleOn(RELEASED, REAL.guide)).toEqual([]));

describe('an older comparison is found', () => {
  const entries = (content: Loose, file: string): Loose[] => Object.values(content.guide[file]);

  test.each(FILES)('in %s', (file) => {
    const withDay = (days: number): unknown =>
      spoilt((content) => (entries(content, file)[0].checked = addDays(RELEASED, -days))).guide;
    expect(staleOn(RELEASED, withDay(MOST_DAYS))).toEqual([]);
    expect(staleOn(RELEASED, withDay(MOST_DAYS + 1))).toEqual([
      expect.stringMatching(new RegExp(`^guide\\.${file}\\.`)),
    ]);
  });
  test('everywhere, when a release comes too late', () =>
    expect(staleOn(addDays(aDay('2026-11-27'), 365), REAL.guide).length).toBe(checksIn(REAL.guide, 'guide').length));
  test('in none of the files is an entry without such a day', () => {
    for (const file of FILES)
      expect(checksIn(REAL.guide[file], file), file).toHaveLength(Object.keys(REAL.guide[file] as object).length);
  });
});

describe('the day of the release', () => {
  test.each([
    ['## [0.2.0] - 2026-12-01\n\n## [0.1.0] - 2026-11-22\n', '2026-12-01'],
    ['## [Unreleased]\n\n## [0.1.0] - 2026-11-22\n', '2026-11-22'],
    ['## [0.1.1] - 2027-01-05\n## [0.2.0] - 2026-12-01\n', '2027-01-05'],
  ])('is the newest one of %j', (changelog, day) => expect(releaseDay(changelog)).toBe(day));
  test('is missed when there is none', () => expect(() => releaseDay('## [Unreleased]\n')).toThrow());
});
