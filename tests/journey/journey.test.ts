// How a Journey is put together, on guides of a few steps: what applies, what is due, and what comes first.
import { describe, expect, test } from 'vitest';
import type { GuideStep } from '../../src/content/schema';
import { addDays } from '../../src/journey/dates';
import type { CivilDate } from '../../src/journey/dates';
import { findStep, journeyFor } from '../../src/journey/journey';
import type { Deadline, Journey } from '../../src/journey/journey';
import { UNSURE } from '../../src/journey/profile';
import type { Profile } from '../../src/journey/profile';
import { aDay, aProfile, idsOf, TODAY } from '../support/builders';

const aStep = (id: string, changes: Partial<GuideStep> = {}): GuideStep => ({
  id,
  minutes: 1,
  ways: [{ id: 'web' }],
  stuck: [{ id: 'help' }],
  sources: ['advice'],
  checked: '2026-11-01',
  ...changes,
});
const journey = (profile: Profile, ...steps: readonly GuideStep[]): Journey => journeyFor(profile, { steps }, TODAY);
const inDays = (days: number): CivilDate => addDays(TODAY, days);

describe('a step on the way', () => {
  test('has its number, and of its ways, notes, traps and helps only those that apply', () => {
    const apple = { billedBy: 'apple' } as const;
    const google = { billedBy: 'google' } as const;
    const { steps } = journey(
      aProfile({ billedBy: ['apple'] }),
      aStep('other', { when: google }),
      aStep('first'),
      aStep('second', {
        ways: [
          { id: 'g', when: google },
          { id: 'a', when: apple },
        ],
        notes: [
          { id: 'a', when: apple, weight: 'plain' },
          { id: 'g', when: google, weight: 'plain' },
        ],
        traps: [
          { id: 'g', when: google, weight: 'money' },
          { id: 'any', weight: 'money' },
        ],
        stuck: [{ id: 'any' }, { id: 'g', when: google }],
      }),
    );
    expect(steps.map(({ step, number }) => [step.id, number])).toEqual([
      ['first', 1],
      ['second', 2],
    ]);
    const named = (list: readonly { readonly id: string }[] | undefined) => list?.map(({ id }) => id);
    const [first, second] = steps;
    expect([named(first?.notes), named(first?.traps)]).toEqual([[], []]);
    expect([named(second?.ways), named(second?.notes), named(second?.traps), named(second?.stuck)]).toEqual([
      ['a'],
      ['a'],
      ['any'],
      ['any'],
    ]);
  });

  test('opens the page of its first way that has one, which may be its own, else none', () => {
    const ways = [
      { id: 'a', when: { billedBy: 'apple' }, link: 'apple' },
      { id: 'b', link: 'web' },
    ] as const;
    const links = journey(
      aProfile(),
      aStep('way', { link: 'own', ways }),
      aStep('own', { link: 'own' }),
      aStep('no way', { link: 'own', ways: ways.slice(0, 1) }),
      aStep('none'),
      aStep('second', { link: 'own', ways: [{ id: 'c', link: 'none' }, { id: 'd' }] }),
      aStep('neither', { link: 'own', ways: [{ id: 'c', link: 'none' }] }),
    ).steps;
    expect(links.map(({ link }) => link)).toEqual(['web', 'own', 'own', undefined, 'own', undefined]);
    expect(links[3]).not.toHaveProperty('link');
  });

  test('is found by its id, when it is on the way', () => {
    const found = journey(aProfile(), aStep('here'), aStep('there', { when: { plan: 'pro' } }));
    expect(findStep(found, 'here')?.number).toBe(1);
    expect(findStep(found, 'there')).toBeUndefined();
  });
});

describe('a journey', () => {
  test('takes as long as its steps together, and waits as long as the longest of them', () => {
    const steps = [
      aStep('a', { minutes: 3, waitDays: 7 }),
      aStep('b', { minutes: 4, waitDays: 2 }),
      aStep('c', { minutes: 9, waitDays: 30, when: { plan: 'pro' } }),
    ];
    expect(journey(aProfile(), ...steps)).toMatchObject({ minutes: 7, waitDays: 7 });
    expect(journey(aProfile(), aStep('a'))).toMatchObject({ waitDays: 0 });
  });

  test('names each use that was said and that no step of it is about', () => {
    const step = aStep('a', { covers: ['api', 'siri'] });
    expect(journey(aProfile({ uses: ['api', 'gpts'] }), step, aStep('b')).uncovered).toEqual(['gpts']);
    expect(journey(aProfile({ uses: UNSURE }), step).uncovered).toEqual([]);
    expect(journey(aProfile({ uses: undefined }), step).uncovered).toEqual([]);
  });

  test('acts on the goal that can be undone while the goal is open', () =>
    expect(journey(aProfile({ goal: UNSURE })).goal).toBe('cancel'));
});

describe('the next charge', () => {
  test.each([
    [-1, 'past'],
    [0, 'soon'],
    [2, 'soon'],
    [3, 'ahead'],
  ] as const)('in %i days is %s', (days, state) =>
    expect(journey(aProfile({ nextBilling: inDays(days) })).renewal).toEqual({ on: inDays(days), days, state }),
  );

  test.each([UNSURE, undefined] as const)('of which nothing is known (%s) is none', (nextBilling) =>
    expect(journey(aProfile({ nextBilling }))).not.toHaveProperty('renewal'),
  );
});

describe('a deadline', () => {
  const deadlineOf = (deadline: GuideStep['deadline'], profile: Profile): Deadline | undefined =>
    journey(aProfile(profile), aStep('a', { deadline })).steps[0]?.deadline;

  test.each<[GuideStep['deadline'], Profile, Deadline | undefined]>([
    ['before-renewal', { nextBilling: inDays(11) }, { kind: 'before', on: inDays(10) }],
    ['before-renewal', { nextBilling: inDays(3) }, { kind: 'before', on: inDays(2) }],
    ['before-renewal', { nextBilling: inDays(2) }, { kind: 'today', on: TODAY }],
    ['before-renewal', { nextBilling: inDays(0) }, { kind: 'today', on: TODAY }],
    ['before-renewal', { nextBilling: inDays(-1) }, undefined],
    ['before-renewal', { nextBilling: UNSURE }, undefined],
    ['after-renewal', { nextBilling: inDays(11) }, { kind: 'after', on: inDays(11) }],
    ['after-renewal', { nextBilling: inDays(1) }, { kind: 'after', on: inDays(1) }],
    ['after-renewal', { nextBilling: inDays(-1) }, undefined],
    ['after-renewal', { nextBilling: undefined }, undefined],
    ['withdrawal', { region: 'eea', chargedOn: inDays(-4) }, { kind: 'by', on: inDays(10) }],
    ['withdrawal', { region: 'eea', chargedOn: inDays(-14) }, { kind: 'by', on: TODAY }],
    ['withdrawal', { region: 'eea', chargedOn: inDays(-15) }, undefined],
    ['withdrawal', { region: 'us', chargedOn: inDays(-4) }, undefined],
    [undefined, { nextBilling: inDays(1), region: 'eea', chargedOn: TODAY }, undefined],
  ])('%s, where %j was said, is %j', (deadline, profile, wanted) =>
    expect(deadlineOf(deadline, profile)).toEqual(wanted),
  );

  test('that there is none leaves no trace', () =>
    expect(journey(aProfile(), aStep('a')).steps[0]).not.toHaveProperty('deadline'));
});

describe('the order', () => {
  const save = aStep('save');
  const tidy = aStep('tidy');
  const find = aStep('find');
  const cancel = aStep('cancel', { deadline: 'before-renewal', after: ['find', 'not-on-the-way'] });
  const refund = aStep('refund', { deadline: 'withdrawal', after: ['cancel'] });
  const order = (profile: Profile, ...steps: readonly GuideStep[]): readonly string[] =>
    idsOf(journey(aProfile(profile), ...steps));

  test('is that of the guide, where nothing waits for anything', () =>
    expect(order({}, tidy, save, find)).toEqual(['tidy', 'save', 'find']));

  test('has a step behind all that it comes after, and what follows moves up', () =>
    expect(order({}, aStep('last', { after: ['save', 'find'] }), save, tidy, find)).toEqual([
      'save',
      'tidy',
      'find',
      'last',
    ]));

  test('has what ends a charge first when that is near, with what has to be done before it', () => {
    const near = { nextBilling: inDays(1) };
    expect(order(near, save, tidy, find, cancel)).toEqual(['find', 'cancel', 'save', 'tidy']);
    expect(order({ nextBilling: inDays(3) }, save, tidy, find, cancel)).toEqual(['save', 'tidy', 'find', 'cancel']);
    expect(order({ nextBilling: inDays(-1) }, save, find, cancel)).toEqual(['save', 'find', 'cancel']);
    expect(order({ nextBilling: UNSURE }, save, find, cancel)).toEqual(['save', 'find', 'cancel']);
  });

  test('has only the end of the charge first, and no money to ask back for, when only the charge is near', () =>
    expect(order({ nextBilling: inDays(1) }, save, find, cancel, refund)).toEqual([
      'find',
      'cancel',
      'save',
      'refund',
    ]));

  test('has the end of the charge and asking for the money first while the purchase can be taken back', () => {
    const open: Profile = { region: 'eea', chargedOn: inDays(-3), nextBilling: inDays(27) };
    expect(order(open, save, refund, find, cancel, tidy)).toEqual(['find', 'cancel', 'refund', 'save', 'tidy']);
    expect(order(open, save, find, cancel)).toEqual(['find', 'cancel', 'save']);
    expect(order({ ...open, chargedOn: inDays(-15) }, save, refund, find, cancel)).toEqual([
      'save',
      'find',
      'cancel',
      'refund',
    ]);
  });

  test('keeps first what has to be first even then, for whom that holds, and only when something is urgent', () => {
    const window = aStep('window', { beforeUrgent: { sharedComputer: true } });
    const steps = [save, window, find, cancel];
    const near: Profile = { nextBilling: inDays(1), sharedComputer: true };
    expect(order(near, ...steps)).toEqual(['window', 'find', 'cancel', 'save']);
    expect(order({ ...near, sharedComputer: false }, ...steps)).toEqual(['find', 'cancel', 'save', 'window']);
    expect(order(near, save, window, find)).toEqual(['save', 'window', 'find']);
  });

  test('ends also where steps wait for each other', () => {
    const circle = [aStep('a', { after: ['b'] }), aStep('b', { after: ['a'] })];
    expect(order({}, ...circle, save)).toEqual(['save', 'a', 'b']);
    const hurried = circle.map((step) => ({ ...step, deadline: 'before-renewal' }) as const);
    expect(order({ nextBilling: TODAY }, ...hurried)).toEqual(['a', 'b']);
  });
});

describe('a step is in doubt', () => {
  const inDoubt = (when: GuideStep['when'], profile: Profile): boolean | undefined =>
    journey(profile, aStep('a', { when })).steps[0]?.inDoubt;

  test.each<[GuideStep['when'], Profile, boolean]>([
    [undefined, {}, false],
    [{ billedBy: ['apple', UNSURE] }, { plan: 'plus' }, true],
    [{ billedBy: ['apple', UNSURE] }, { plan: 'plus', billedBy: UNSURE }, true],
    [{ billedBy: ['apple', UNSURE] }, { plan: 'plus', billedBy: ['apple'] }, false],
    [{ uses: ['api', UNSURE] }, { uses: UNSURE }, true],
    [{ uses: ['api', UNSURE] }, {}, true],
    [{ uses: ['api', UNSURE] }, { uses: ['api'] }, false],
    [{ plan: ['business', UNSURE] }, {}, true],
    [{ plan: ['business', UNSURE] }, { plan: UNSURE }, true],
    [{ plan: ['business', UNSURE] }, { plan: 'business' }, false],
    [{ charged: true }, { plan: UNSURE }, false],
    [{ charged: true }, { plan: 'free', billedBy: UNSURE }, true],
  ])('when %j, for %j: %s', (when, profile, wanted) => expect(inDoubt(when, profile)).toBe(wanted));

  test('where it is for a plan that nobody charges, while the plan itself is not known', () => {
    const when = { paidByNobody: true } as const;
    expect(inDoubt(when, { plan: 'plus', billedBy: [] })).toBe(false);
    expect(inDoubt(when, { billedBy: [] })).toBe(true);
    expect(inDoubt(when, { plan: UNSURE, billedBy: [] })).toBe(true);
  });
});

test('the same answers on another day give other deadlines, and the same steps', () => {
  const steps = [aStep('a', { deadline: 'before-renewal' })];
  const on = (today: string): Journey => journeyFor(aProfile({ nextBilling: inDays(11) }), { steps }, aDay(today));
  expect(on('2026-12-02').steps[0]?.deadline).toEqual({ kind: 'today', on: '2026-12-02' });
  expect(idsOf(on('2026-12-02'))).toEqual(idsOf(on('2026-11-02')));
});
