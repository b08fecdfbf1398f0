// What is due when: each day by its rule, for every day of seven years, and in five time zones.
import { afterAll, describe, expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import type { CivilDate } from '../../src/journey/dates';
import { addDays, addMonths, civilDateOf, daysBetween } from '../../src/journey/dates';
import { journeyFor } from '../../src/journey/journey';
import type { Profile } from '../../src/journey/profile';
import { withExportCheck, withOwnWord, withState } from '../../src/journey/record';
import type { JourneyRecord } from '../../src/journey/record';
import { aheadOf, DUE_IDS, lateOf, sourcesBehind, timelineOf } from '../../src/journey/timeline';
import type { Due, DueId } from '../../src/journey/timeline';
import { aCheck, aDay, aRecord } from '../support/builders';

const START = aDay('2026-11-20');
const timeline = (record: JourneyRecord, today: CivilDate): readonly Due[] =>
  timelineOf(record, journeyFor(record.profile, guide, today), today);
const dueIn = (record: JourneyRecord, id: DueId, today = START): Due | undefined =>
  timeline(record, today).find((due) => due.id === id);
const started = (profile: Profile = {}): JourneyRecord => aRecord({ profile, today: START });
/** The Record after these steps were done, each on its day. */
const did = (record: JourneyRecord, steps: Readonly<Record<string, CivilDate>>): JourneyRecord =>
  Object.entries(steps).reduce((before, [id, on]) => withState(before, id, 'done', on), record);
/** The days from 2024 to 2030. */
const YEARS = Array.from({ length: daysBetween(aDay('2024-01-01'), aDay('2031-01-01')) }, (_, index) =>
  addDays(aDay('2024-01-01'), index),
);

test('every day rests on facts that the guide has, and each of these on a source', () => {
  const record = did(started({ goal: 'delete', region: 'eea', chargedOn: START }), {
    'cancel-web': START,
    'export-data': START,
    'delete-account': START,
  });
  const found = [
    ...timeline(record, START),
    ...timeline(started({ region: 'brazil', chargedOn: START }), START),
    ...timeline(did(started(), { 'cancel-web': START }), START),
  ];
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set(DUE_IDS));
  for (const due of found) {
    expect(due.facts.filter((fact) => guide.facts[fact] === undefined)).toEqual([]);
    expect(sourcesBehind(due, guide).length).toBeGreaterThan(0);
  }
});

test('what falls on one day stands in one order', () => {
  const record = did(started({ goal: 'delete', region: 'eea', nextBilling: aDay('2026-12-06'), chargedOn: START }), {
    'export-data': aDay('2026-11-26'),
  });
  const days = timeline(record, START).map(({ id, on }) => `${on} ${id}`);
  expect(days.filter((text) => text.startsWith('2026-12-04'))).toEqual([
    '2026-12-04 cancel-by',
    '2026-12-04 withdrawal',
    '2026-12-04 export-link',
  ]);
});

test('nothing is due where no day is known', () => {
  for (const nextBilling of [undefined, 'unsure'] as const)
    expect(timeline(started({ goal: 'delete', nextBilling: nextBilling as 'unsure' }), START)).toEqual([]);
});

describe('cancelling', () => {
  test('is due a day before the 24 hours in which a renewal may be charged, by the first step that is open', () => {
    expect(dueIn(started({ billedBy: ['openai', 'apple'] }), 'cancel-by')).toEqual({
      id: 'cancel-by',
      kind: 'by',
      on: '2026-12-01',
      step: 'cancel-web',
      facts: ['a-day-ahead'],
      state: 'ahead',
    });
    const half = did(started({ billedBy: ['openai', 'apple'] }), { 'cancel-web': START });
    expect(dueIn(half, 'cancel-by')).toMatchObject({ step: 'cancel-apple', state: 'ahead' });
  });

  test('agrees with the deadline of the step, which is before the day after', () => {
    const journey = journeyFor(started().profile, guide, START);
    const deadline = journey.steps.find(({ step }) => step.id === 'cancel-web')?.deadline;
    expect(deadline).toEqual({ kind: 'before', on: addDays(dueIn(started(), 'cancel-by')?.on ?? START, 1) });
  });

  test.each([
    ['2026-12-01', { state: 'today' }, undefined],
    ['2026-12-02', { state: 'over' }, 'open'],
    ['2026-12-20', { state: 'over' }, 'open'],
  ] as const)('on %s it is %j, and late: %s', (today, state, late) => {
    const due = dueIn(started(), 'cancel-by', aDay(today));
    expect(due).toMatchObject(state);
    expect(due?.late).toBe(late);
  });

  test('is settled once all is cancelled or left out, and says so when that was after the day', () => {
    const inTime = did(started(), { 'cancel-web': aDay('2026-12-01') });
    expect(dueIn(inTime, 'cancel-by', aDay('2026-12-09'))).toMatchObject({ state: 'settled' });
    expect(dueIn(inTime, 'cancel-by')?.late).toBeUndefined();
    const late = did(started(), { 'cancel-web': aDay('2026-12-02') });
    expect(dueIn(late, 'cancel-by', aDay('2026-12-09'))).toMatchObject({ state: 'settled', late: 'done' });
    const two = started({ billedBy: ['openai', 'apple'] });
    const half = did(two, { 'cancel-web': aDay('2026-12-02') });
    expect(dueIn(half, 'cancel-by', aDay('2026-12-02'))).toMatchObject({ state: 'over', late: 'open' });
    const both = did(two, { 'cancel-web': START, 'cancel-apple': aDay('2026-12-02') });
    expect(dueIn(both, 'cancel-by', aDay('2026-12-02'))).toMatchObject({ state: 'settled', late: 'done' });
    const left = withState(started(), 'cancel-web', 'skipped', aDay('2026-12-02'));
    expect(dueIn(left, 'cancel-by')).toMatchObject({ state: 'settled' });
    expect(dueIn(left, 'cancel-by')?.late).toBeUndefined();
  });
});

describe('the paid period', () => {
  const cancelled = did(started(), { 'cancel-web': START });
  test('ends on the day of the next payment, once the plan is cancelled', () => {
    expect(dueIn(started(), 'access-ends')).toBeUndefined();
    expect(dueIn(cancelled, 'access-ends')).toMatchObject({ kind: 'on', on: '2026-12-03', state: 'ahead' });
  });
  test('has no end to wait for where nothing was paid, where the payment was before, or where the account is gone', () => {
    const free = did(started({ billedBy: [] }), { 'cancel-web': START });
    const after = did(started(), { 'cancel-web': aDay('2026-12-04') });
    const gone = did(started({ goal: 'delete' }), { 'cancel-web': START, 'delete-account': START });
    for (const record of [free, after, gone]) expect(dueIn(record, 'access-ends')).toBeUndefined();
  });
});

describe('taking back a purchase', () => {
  const bought = (region: Profile['region'], more: Profile = {}): JourneyRecord =>
    started({ region: region as 'eea', chargedOn: aDay('2026-11-15'), ...more });
  test.each([
    ['eea', '2026-11-29', ['withdrawal-terms', 'withdrawal-help-page']],
    ['uk', '2026-11-29', ['withdrawal-terms', 'withdrawal-help-page']],
    ['switzerland', '2026-11-29', ['withdrawal-terms']],
    ['turkey', '2026-11-29', ['withdrawal-help-page']],
    ['brazil', '2026-11-22', ['brazil-withdrawal']],
  ] as const)('in %s lasts until %s', (region, on, facts) =>
    expect(dueIn(bought(region), 'withdrawal')).toEqual({
      id: 'withdrawal',
      kind: 'until',
      on,
      step: 'ask-refund',
      facts,
      state: 'ahead',
    }),
  );
  test('is nobody’s elsewhere, nor of a plan that Apple sold in Europe', () => {
    expect(dueIn(bought('us'), 'withdrawal')).toBeUndefined();
    expect(dueIn(bought('eea', { billedBy: ['apple'] }), 'withdrawal')).toBeUndefined();
  });
  test('can be too late', () => {
    expect(dueIn(bought('eea'), 'withdrawal', aDay('2026-11-29'))).toMatchObject({ state: 'today' });
    expect(dueIn(bought('eea'), 'withdrawal', aDay('2026-11-30'))).toMatchObject({ state: 'over', late: 'open' });
    const late = did(bought('eea'), { 'ask-refund': aDay('2026-11-30') });
    expect(dueIn(late, 'withdrawal', aDay('2026-12-01'))).toMatchObject({ state: 'settled', late: 'done' });
  });
});

describe('an export', () => {
  const asked = did(started({ goal: 'delete' }), { 'export-data': START });
  const days = (record: JourneyRecord, today: CivilDate): unknown =>
    timeline(record, today)
      .filter(({ id }) => id.startsWith('export'))
      .map(({ id, on, state, late }) => [id, on, state, late]);
  test('is looked for from the day it was asked, may take 7 days, and its link a day more', () => {
    expect(days(started({ goal: 'delete' }), START)).toEqual([]);
    expect(days(asked, START)).toEqual([
      ['export-asked', '2026-11-20', 'today', undefined],
      ['export-by', '2026-11-27', 'ahead', undefined],
      ['export-link', '2026-11-28', 'ahead', undefined],
    ]);
    expect(days(asked, aDay('2026-11-28'))).toEqual([
      ['export-asked', '2026-11-20', 'over', undefined],
      ['export-by', '2026-11-27', 'over', 'open'],
      ['export-link', '2026-11-28', 'today', undefined],
    ]);
  });
  test('is waited for no longer once it was looked at, or the person needs none', () => {
    const on = aDay('2026-11-22');
    for (const record of [
      did(asked, { 'verify-export': on }),
      withExportCheck(asked, aCheck({ on })),
      withExportCheck(asked, aCheck({ on, verdict: 'cannot-tell' })),
      withOwnWord(asked, 'own-copy', on),
    ])
      expect(days(record, on)).toEqual([
        ['export-asked', '2026-11-20', 'settled', undefined],
        ['export-by', '2026-11-27', 'settled', undefined],
        ['export-link', '2026-11-28', 'settled', undefined],
      ]);
  });
  test('is still waited for when what was checked is damaged, or older than the request', () => {
    for (const check of [aCheck({ on: START, verdict: 'damaged' }), aCheck({ on: addDays(START, -1) })])
      expect(dueIn(withExportCheck(asked, check), 'export-by')).toMatchObject({ state: 'ahead' });
  });
});

describe('the statement', () => {
  test.each([
    ['2026-12-03', '2026-12-04', '2027-01-04'],
    ['2027-01-31', '2027-02-01', '2027-03-01'],
    ['2028-01-31', '2028-02-01', '2028-03-01'],
    ['2028-01-30', '2028-01-31', '2028-03-01'],
    ['2026-12-31', '2027-01-01', '2027-02-01'],
  ])('after a payment on %s is looked at from %s and from %s', (next, first, second) => {
    const record = started({ nextBilling: aDay(next) });
    expect(dueIn(record, 'statement')).toMatchObject({ kind: 'from', on: first, step: 'check-statement' });
    expect(dueIn(record, 'statement-again')).toMatchObject({ kind: 'from', on: second, step: 'check-statement' });
  });

  test('nobody has looked before the day, but may not want to', () => {
    const state = (record: JourneyRecord, today: string): unknown =>
      (['statement', 'statement-again'] as const).map((id) => dueIn(record, id, aDay(today))?.state);
    expect(state(started(), '2026-12-04')).toEqual(['today', 'ahead']);
    expect(state(did(started(), { 'check-statement': START }), '2026-11-21')).toEqual(['ahead', 'ahead']);
    expect(state(did(started(), { 'check-statement': aDay('2026-12-04') }), '2026-12-04')).toEqual([
      'settled',
      'ahead',
    ]);
    expect(state(did(started(), { 'check-statement': aDay('2027-01-04') }), '2027-02-01')).toEqual([
      'settled',
      'settled',
    ]);
    expect(state(withState(started(), 'check-statement', 'skipped', START), '2026-11-21')).toEqual([
      'settled',
      'settled',
    ]);
    expect(dueIn(started(), 'statement', aDay('2027-01-01'))).not.toHaveProperty('late');
  });

  test('is nothing to look at for somebody whom nobody charges', () =>
    expect(dueIn(started({ plan: 'free', billedBy: [] }), 'statement')).toBeUndefined());
});

test('a deletion is complete after 30 days, and the address usable again, by either way of deleting', () => {
  for (const [step, lockedOut] of [
    ['delete-account', false],
    ['delete-by-request', true],
  ] as const) {
    const record = did(started({ goal: 'delete', lockedOut }), { [step]: aDay('2027-01-31') });
    expect(dueIn(record, 'deletion-complete')).toMatchObject({ kind: 'by', on: '2027-03-02' });
    expect(dueIn(record, 'e-mail-free')).toMatchObject({ kind: 'from', on: '2027-03-02' });
    expect(dueIn(record, 'deletion-complete', aDay('2027-04-01'))).not.toHaveProperty('late');
  }
});

test('what is too late is said once: a link that has lapsed stands for the export', () => {
  const asked = did(started({ goal: 'delete' }), { 'export-data': START });
  const late = (today: string): readonly string[] => lateOf(timeline(asked, aDay(today))).map(({ id }) => id);
  expect(late('2026-11-27')).toEqual([]);
  expect(late('2026-11-28')).toEqual(['export-by']);
  expect(late('2026-11-29')).toEqual(['export-link']);
  expect(late('2026-12-02')).toEqual(['export-link', 'cancel-by']);
});

test('over 45 days no day moves, none comes back, and each goes from ahead to today to over or is settled', () => {
  const steps: Readonly<Record<number, string>> = {
    1: 'cancel-web',
    2: 'export-data',
    6: 'verify-export',
    7: 'delete-account',
    13: 'check-statement',
    45: 'check-statement',
  };
  const order = ['ahead', 'today', 'over', 'settled'];
  let record = started({ goal: 'delete', region: 'uk', chargedOn: START });
  const before = new Map<DueId, Due>();
  for (let day = 0; day <= 45; day += 1) {
    const today = addDays(START, day);
    const step = steps[day];
    if (step !== undefined) record = withState(withState(record, step, undefined, today), step, 'done', today);
    for (const due of timeline(record, today)) {
      const last = before.get(due.id);
      expect(order.indexOf(due.state), `${today} ${due.id}`).toBeGreaterThanOrEqual(
        order.indexOf(last?.state ?? 'ahead'),
      );
      expect(due.on, due.id).toBe(last?.on ?? due.on);
      before.set(due.id, due);
    }
  }
  expect([...before.values()].map(({ id, on, state }) => `${on} ${id} ${state}`).sort()).toEqual([
    '2026-11-22 export-asked settled',
    '2026-11-29 export-by settled',
    '2026-11-30 export-link settled',
    '2026-12-01 cancel-by settled',
    '2026-12-03 access-ends ahead',
    '2026-12-04 statement settled',
    '2026-12-04 withdrawal over',
    '2026-12-27 deletion-complete over',
    '2026-12-27 e-mail-free over',
    '2027-01-04 statement-again settled',
  ]);
});

describe('for every day from 2024 to 2030', () => {
  const whole = (day: CivilDate): JourneyRecord =>
    did(started({ goal: 'delete', region: 'eea', chargedOn: day, nextBilling: addDays(day, 20) }), {
      'export-data': day,
      'delete-account': day,
    });

  test('each due day is as far away as its rule says, in order, and the states follow from the day', () => {
    for (const day of YEARS) {
      const list = timeline(whole(day), day);
      const away = Object.fromEntries(list.map(({ id, on }) => [id, daysBetween(day, on)]));
      if (
        away['export-by'] !== 7 ||
        away['export-link'] !== 8 ||
        away['withdrawal'] !== 14 ||
        away['cancel-by'] !== 18 ||
        away['statement'] !== 21 ||
        away['deletion-complete'] !== 30 ||
        away['e-mail-free'] !== 30
      )
        expect.fail(`${day}: ${JSON.stringify(away)}`);
      const days = list.map(({ on }) => on);
      expect(days).toEqual([...days].sort());
      for (const { on, state } of list)
        if (state !== 'settled' && state !== (on > day ? 'ahead' : on === day ? 'today' : 'over')) expect.fail(day);
      if (aheadOf(list).some(({ on, state }) => on < day || state === 'settled')) expect.fail(day);
    }
  });

  test('a month later is the same day of the month, or the last day of a shorter one', () => {
    for (const day of YEARS) {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
      const later = addMonths(day, 1);
      const [y = 0, m = 0, d = 0] = later.split('-').map(Number);
      expect(y * 12 + m, day).toBe(year * 12 + month + 1);
      if (d !== date) {
        expect(d, day).toBeLessThan(date);
        expect(addDays(later, 1).slice(8), day).toBe('01');
      }
      const seen = timeline(started({ nextBilling: day }), day).find(({ id }) => id === 'statement-again')?.on;
      expect(seen, day).toBe(addDays(later, 1));
    }
  });
});

describe('in five time zones', () => {
  const { TZ } = process.env;
  afterAll(() => {
    process.env['TZ'] = TZ;
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris', 'America/Sao_Paulo', 'Australia/Lord_Howe'])(
    '%s: the days are those of the person’s wall calendar, also where the clock jumps',
    (zone) => {
      process.env['TZ'] = zone;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      for (const day of YEARS) {
        const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
        for (const [hour, minute] of [
          [0, 0],
          [2, 30],
          [12, 0],
          [23, 59],
        ] as const) {
          const today = civilDateOf(new Date(year, month - 1, date, hour, minute));
          if (today !== day) expect.fail(`${day} ${hour}:${minute} is ${today}`);
        }
        const [first] = timeline(did(started({ goal: 'delete', nextBilling: 'unsure' }), { 'export-data': day }), day);
        if (first?.on !== day || first.state !== 'today') expect.fail(day);
        if (addMonths(day, 1) < day || daysBetween(day, addMonths(day, 1)) > 31) expect.fail(day);
      }
    },
  );
});
