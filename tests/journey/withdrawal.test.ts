// How long a purchase can be taken back, by region and biller, to the day.
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/journey/dates';
import type { Profile } from '../../src/journey/profile';
import { isWithdrawalOpen, withdrawalDays, withdrawalUntil } from '../../src/journey/withdrawal';

type Known = Parameters<typeof withdrawalDays>[0];

test.each<[Known, 14 | 7 | undefined]>([
  ...(['eea', 'switzerland', 'uk', 'turkey'] as const).flatMap((region): [Known, 14 | undefined][] => [
    [{ region, billedBy: ['apple', 'openai'] }, 14],
    [{ region, billedBy: ['apple'] }, undefined],
  ]),
  ...(['openai', 'apple', 'google'] as const).map((biller): [Known, 7] => [
    { region: 'brazil', billedBy: ['partner', biller] },
    7,
  ]),
  [{ region: 'brazil', billedBy: ['partner'] }, undefined],
  [{ region: 'brazil', billedBy: 'unsure' }, undefined],
  [{ region: 'eea' }, undefined],
  [{ region: 'us', billedBy: ['openai'] }, undefined],
  [{ billedBy: ['openai'] }, undefined],
])('%j has %s days', (known, days) => expect(withdrawalDays(known)).toBe(days));

test('a purchase can be taken back up to the last day, where the day of the charge is known', () => {
  const open = (chargedOn: Profile['chargedOn'], today: string): boolean =>
    isWithdrawalOpen({ region: 'eea', billedBy: ['openai'], chargedOn } as Profile, today as CivilDate);
  expect(open('2026-11-01' as CivilDate, '2026-11-15')).toBe(true);
  expect(open('2026-11-01' as CivilDate, '2026-11-16')).toBe(false);
  expect(open('unsure', '2026-11-01')).toBe(false);
  expect(open(undefined, '2026-11-01')).toBe(false);
});

test('the last day is told also when it is past, and where no days are known there is none', () => {
  const until = (region: Profile['region']): CivilDate | undefined =>
    withdrawalUntil({ region, billedBy: ['openai'], chargedOn: '2026-01-20' as CivilDate });
  expect(until('uk')).toBe('2026-02-03');
  expect(until('brazil')).toBe('2026-01-27');
  expect(until('us')).toBeUndefined();
});
