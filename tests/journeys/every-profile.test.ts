// What holds on every journey there is, whatever the person answered.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import type { GuideStep } from '../../src/content/schema';
import { addDays } from '../../src/journey/dates';
import { journeyFor } from '../../src/journey/journey';
import type { Journey } from '../../src/journey/journey';
import { BILLERS, UNSURE, USES } from '../../src/journey/profile';
import type { Biller, Profile } from '../../src/journey/profile';
import { aJourney, aProfile, idsOf, RENEWAL, TODAY } from '../support/builders';
import {
  ALL_BILLED_BY,
  ALL_GOALS,
  ALL_PLANS,
  ALL_ROLES,
  ALL_USES,
  conditionsOf,
  everyProfile,
  everySituation,
  mostUsesTogether,
  usesIn,
} from './profiles';

/** What the person said, read without the code under test. */
const isUnknown = (answer: unknown): boolean => answer === undefined || answer === UNSURE;
const isCharged = ({ plan, billedBy }: Profile): boolean =>
  plan !== 'free' || (billedBy !== undefined && billedBy.length > 0);
const hasOwn = (profile: Profile): boolean =>
  !isOrganization(profile) ||
  (Array.isArray(profile.billedBy) && profile.billedBy.some((biller) => biller !== 'organization'));
const isOrganization = ({ plan }: Profile): boolean => plan === 'business' || plan === 'enterprise' || plan === 'edu';
const doesNotKnowBiller = ({ plan, billedBy }: Profile): boolean =>
  billedBy === UNSURE || (billedBy === undefined && plan !== 'free');
const hasNamed = ({ billedBy }: Profile, biller: Biller): boolean =>
  Array.isArray(billedBy) && billedBy.includes(biller);

/** Whether a step for this biller may be shown: named, not known, or (an organisation) implied by the plan. */
function mayMeet(profile: Profile, biller: Biller): boolean {
  return (
    hasNamed(profile, biller) || doesNotKnowBiller(profile) || (biller === 'organization' && isOrganization(profile))
  );
}

/** A plan that costs money and that nobody charges so far. */
const nobodyCharges = (profile: Profile): boolean =>
  profile.plan !== 'free' && !isOrganization(profile) && profile.billedBy?.length === 0;

const has = (journey: Journey, id: string): boolean => journey.steps.some(({ step }) => step.id === id);
const placeOf = (journey: Journey, id: string): number => journey.steps.findIndex(({ step }) => step.id === id);
const deletion = (journey: Journey): number => journey.steps.findIndex(({ step }) => step.deletesAccount === true);
const firstIrreversible = (journey: Journey): number =>
  journey.steps.findIndex(({ step }) => step.irreversible === true);
const STOPPED_BY: Readonly<Record<Biller, readonly string[]>> = {
  openai: ['cancel-web', 'locked-out'],
  apple: ['cancel-apple'],
  google: ['cancel-google'],
  partner: ['cancel-partner'],
  organization: ['cancel-business', 'ask-organization', 'locked-out'],
};
const ENDS_A_PLAN = [...new Set(Object.values(STOPPED_BY).flat())];
const CHARGES_BESIDE = { api: 'cancel-api-plan', gpts: 'end-paid-gpts', 'ads-manager': 'end-ads-campaigns' };
const placeInGuide = new Map(guide.steps.map(({ id }, index) => [id, index]));
const inGuide = (id: string): number => placeInGuide.get(id) ?? -1;
/** All that has to come before a step, at once or by the way of others. */
const waits = new Map<string, readonly string[]>();
function waitsFor(id: string): readonly string[] {
  const known = waits.get(id);
  if (known !== undefined) return known;
  const direct = guide.steps.find((step) => step.id === id)?.after ?? [];
  const all = [...new Set(direct.flatMap((one) => [one, ...waitsFor(one)]))];
  waits.set(id, all);
  return all;
}
/** Where the way itself begins: behind the private window. */
const start = (journey: Journey): number => (journey.profile.sharedComputer === true ? 1 : 0);
const isHurried = (journey: Journey): boolean =>
  journey.renewal?.state === 'soon' || journey.steps.some(({ deadline }) => deadline?.kind === 'by');
/** Knows a biller to cancel with, needs nobody else for it and can get in. */
const cancelsAtOnce = (profile: Profile): boolean =>
  !isOrganization(profile) &&
  profile.plan !== UNSURE &&
  profile.plan !== undefined &&
  Array.isArray(profile.billedBy) &&
  profile.billedBy.some((biller) => biller !== 'organization' && (biller !== 'openai' || profile.lockedOut !== true)) &&
  (profile.lockedOut !== true || profile.billedBy.every((biller) => biller !== 'openai' && biller !== 'organization'));

const INVARIANTS: Readonly<Record<string, (journey: Journey) => boolean>> = {
  'it has steps, numbered from 1 without a gap': ({ steps }) =>
    steps.length > 0 && steps.every(({ number }, index) => number === index + 1),
  'no step comes twice': ({ steps }) => new Set(steps.map(({ step }) => step.id)).size === steps.length,
  'a step stands behind one that the guide has later only because it waits for something or because a charge is near': (
    journey,
  ) =>
    isHurried(journey) ||
    journey.steps.every(({ step }, index) =>
      journey.steps
        .slice(0, index)
        .every(
          (before) =>
            inGuide(before.step.id) < inGuide(step.id) ||
            waitsFor(step.id).some((id) => has(journey, id) && inGuide(id) >= inGuide(before.step.id)) ||
            waitsFor(step.id).includes(before.step.id),
        ),
    ),
  'what a step wants done before it comes before it': ({ steps }) =>
    steps.every(({ step }, index) =>
      (step.after ?? []).every((id) => !steps.slice(index).some((later) => later.step.id === id)),
    ),
  'the time it takes is the sum of its steps, and the wait is the longest of them': ({ steps, minutes, waitDays }) =>
    minutes === steps.reduce((sum, { step }) => sum + step.minutes, 0) &&
    waitDays === steps.reduce((most, { step }) => Math.max(most, step.waitDays ?? 0), 0),
  'every step has a way that applies': ({ steps }) => steps.every(({ ways }) => ways.length > 0),
  'every subscription is cancelled before anything that cannot be undone': (journey) =>
    firstIrreversible(journey) === -1 ||
    journey.steps.slice(firstIrreversible(journey)).every(({ step }) => step.stopsBilling === undefined),
  'nobody who cannot sign in is sent to the settings to cancel or to confirm': ({ steps, profile }) =>
    profile.lockedOut !== true ||
    steps.every(
      ({ step, ways }) =>
        (step.stopsBilling === undefined && step.id !== 'confirm-cancelled') ||
        ways.every(({ path }) => !['settings', 'workspace_settings'].includes(path?.[0] ?? '')),
    ),
  'every biller that was named has a step that stops it, or someone who can': (journey) =>
    BILLERS.every((biller) => !hasNamed(journey.profile, biller) || STOPPED_BY[biller].some((id) => has(journey, id))),
  'no step cancels with a biller who was not named, unless nobody knows': ({ steps, profile }) =>
    steps.every(
      ({ step }) =>
        step.stopsBilling === undefined ||
        mayMeet(profile, step.stopsBilling) ||
        (step.stopsBilling === 'openai' && nobodyCharges(profile)),
    ),
  'confirming looks only at billers who were named, unless nobody knows': ({ steps, profile }) =>
    steps.every(
      ({ step, ways }) =>
        step.id !== 'confirm-cancelled' ||
        profile.billedBy?.length === 0 ||
        ways.every(({ id }) => !BILLERS.some((biller) => biller === id) || mayMeet(profile, id as Biller)),
    ),
  'whoever does not know the biller finds it out first, and nobody else is asked to': (journey) =>
    doesNotKnowBiller(journey.profile)
      ? placeOf(journey, 'find-biller') === start(journey)
      : !has(journey, 'find-biller'),
  'asking for the export and checking it come before the account goes, and both are there': (journey) =>
    deletion(journey) === -1 ||
    (has(journey, 'export-data') &&
      has(journey, 'verify-export') &&
      placeOf(journey, 'export-data') < placeOf(journey, 'verify-export') &&
      placeOf(journey, 'verify-export') < deletion(journey)),
  'nobody in a company or school workspace is led to delete an account, unless they pay for one of their own': (
    journey,
  ) => hasOwn(journey.profile) || (!has(journey, 'delete-account') && !has(journey, 'delete-by-request')),
  'whoever wants the account deleted gets exactly one step for their own, and asks the organisation for its': (
    journey,
  ) => {
    const wanted = journey.profile.goal === 'delete';
    const steps = journey.steps.filter(({ step }) => step.deletesAccount === true).length;
    return (
      steps === (wanted && hasOwn(journey.profile) ? 1 : 0) &&
      (!wanted || !isOrganization(journey.profile) || has(journey, 'ask-organization'))
    );
  },
  'every paid plan has a step that ends it, also one that nobody charges': ({ profile: { plan }, steps }) =>
    plan === 'free' || steps.some(({ step }) => ENDS_A_PLAN.includes(step.id)),
  'nothing is given up before all that is saved on this way': ({ steps }) =>
    steps.every(
      ({ step }, index) =>
        step.givesUp !== true ||
        steps
          .slice(index)
          .every(
            (later) => later.step.saves !== true || (step.id === 'cancel-business' && later.step.id !== 'save-by-hand'),
          ),
    ),
  'nothing is given up with nothing saved': ({ steps }) =>
    steps.every(({ step }) => step.givesUp !== true) || steps.some(({ step }) => step.saves === true),
  'GPTs and projects that were named are copied before anything goes, by whoever can sign in': ({ profile, steps }) =>
    profile.lockedOut === true ||
    !Array.isArray(profile.uses) ||
    !profile.uses.some((use) => use === 'gpts' || use === 'projects') ||
    !steps.some(({ step }) => step.givesUp === true) ||
    steps.some(({ step }) => step.saves === true && (step.covers ?? []).includes('projects')),
  'whatever was named as also in use has a step about it, or a sentence': ({ profile: { uses }, steps, uncovered }) =>
    !Array.isArray(uses) ||
    uses.every((use) => uncovered.includes(use) || steps.some(({ step }) => step.covers?.includes(use) === true)),
  'what charges beside the plan always has a step': (journey) =>
    !Array.isArray(journey.profile.uses) ||
    Object.entries(CHARGES_BESIDE).every(
      ([use, id]) => journey.profile.uses?.includes(use as never) !== true || has(journey, id),
    ),
  'no deadline is over': ({ steps }) => steps.every(({ deadline }) => deadline === undefined || deadline.on >= TODAY),
  'a charge within two days makes the cancellation the first thing to do': (journey) =>
    journey.renewal?.state !== 'soon' ||
    !cancelsAtOnce(journey.profile) ||
    journey.steps[start(journey)]?.step.deadline === 'before-renewal',
  'a private window comes first and signing out last, and only on a computer that is not theirs': (journey) =>
    journey.profile.sharedComputer === true
      ? placeOf(journey, 'private-window') === 0 &&
        journey.steps
          .slice(placeOf(journey, 'sign-out-here') + 1)
          .every(({ step }) => ['tell-others', 'check-statement'].includes(step.id))
      : !has(journey, 'private-window') && !has(journey, 'sign-out-here'),
  'the campaign is on nobody’s way who did not ask for it': ({ profile, steps }) =>
    profile.share === true || steps.every(({ link }) => link !== 'quitgpt-campaign'),
  'an account is emptied only for whoever asked for it, after the export was looked into': (journey) =>
    !has(journey, 'clean-account') ||
    (journey.profile.cleanUp === true &&
      journey.goal === 'cancel' &&
      placeOf(journey, 'verify-export') > -1 &&
      placeOf(journey, 'verify-export') < placeOf(journey, 'clean-account')),
  'nothing that deletes an account is shown to someone who did not ask for it': (journey) =>
    journey.profile.goal === 'delete' || deletion(journey) === -1,
  'every step that deletes the account is marked as irreversible': ({ steps }) =>
    steps.every(({ step }) => step.deletesAccount !== true || step.irreversible === true),
  'whoever may be charged confirms the end and looks at the statement last, and nobody else does': (journey) =>
    isCharged(journey.profile)
      ? has(journey, 'confirm-cancelled') && placeOf(journey, 'check-statement') === journey.steps.length - 1
      : !has(journey, 'confirm-cancelled') && !has(journey, 'check-statement'),
  'confirming the end comes after every cancellation': (journey) =>
    journey.steps.every(
      ({ step }, index) => step.stopsBilling === undefined || index < placeOf(journey, 'confirm-cancelled'),
    ),
  'only whoever cannot sign in gets help with that, before anything else but finding the biller': (journey) =>
    journey.profile.lockedOut === true
      ? isHurried(journey) || placeOf(journey, 'locked-out') === start(journey) + (has(journey, 'find-biller') ? 1 : 0)
      : !has(journey, 'locked-out'),
  'a step is in doubt only for someone who left something open': ({ steps, profile: { plan, billedBy, uses } }) =>
    isUnknown(plan) || isUnknown(billedBy) || isUnknown(uses) || steps.every(({ inDoubt }) => !inDoubt),
  'a biller who was named is never in doubt': ({ steps, profile }) =>
    steps.every(
      ({ step, inDoubt }) => !inDoubt || step.stopsBilling === undefined || !hasNamed(profile, step.stopsBilling),
    ),
  'without a date there is no deadline': ({ steps, profile }) =>
    !isUnknown(profile.nextBilling) || steps.every(({ deadline }) => deadline === undefined || deadline.kind === 'by'),
};

const broken = new Map<string, string[]>(Object.keys(INVARIANTS).map((name) => [name, []]));
const reached = { steps: new Set<string>(), ways: new Set<string>(), notes: new Set<string>() };
let count = 0;
for (const profile of [...everyProfile(), ...everySituation()]) {
  const journey = journeyFor(profile, guide, TODAY);
  count += 1;
  for (const name in INVARIANTS)
    if (INVARIANTS[name]?.(journey) === false) broken.get(name)?.push(JSON.stringify(profile));
  for (const { step, ways, notes } of journey.steps) {
    reached.steps.add(step.id);
    for (const { id } of ways) reached.ways.add(`${step.id}.${id}`);
    for (const { id } of notes) reached.notes.add(`${step.id}.${id}`);
  }
}

describe(`on each of ${count} journeys`, () => {
  test.each(Object.keys(INVARIANTS))('%s', (name) => {
    const found = broken.get(name) ?? [];
    expect(found.slice(0, 5), `${found.length} of ${count}`).toEqual([]);
  });

  test('all goals, plans, billers and roles are among them, with every use and every pair of uses', () => {
    const people = ALL_GOALS.length * (ALL_PLANS.length - 1 + ALL_ROLES.length) * ALL_BILLED_BY.length;
    expect(people).toBe(4 * (8 + 5) * (2 ** 5 + 2));
    const uses = 1 + 9 + (9 * 8) / 2 + 9 + 1 + 2;
    expect([...everyProfile()].length).toBe(people * uses * 2);
    expect(count).toBeGreaterThan(people * uses * 2);
  });

  test('that is all of them: no step reads more than two uses together, so pairs show it every set it can tell apart', () => {
    expect(mostUsesTogether(guide.steps)).toBeLessThanOrEqual(2);
    const [any] = guide.steps;
    expect(
      mostUsesTogether(
        any === undefined
          ? []
          : [
              {
                ...any,
                when: { any: [{ uses: ['api', UNSURE] }, { not: { uses: 'siri' } }] },
                notes: [{ id: 'one', when: { uses: 'gpts' }, weight: 'plain' }],
              },
            ],
      ),
    ).toBe(3);
  });

  test('and no invariant falls for any other set of uses, day or word about signing in', () => {
    const profile = fc.record({
      goal: fc.constantFrom(...ALL_GOALS),
      plan: fc.constantFrom(...ALL_PLANS),
      billedBy: fc.constantFrom(...ALL_BILLED_BY),
      uses: fc.constantFrom(...ALL_USES),
      nextBilling: fc.constantFrom<Profile['nextBilling']>(RENEWAL, UNSURE, undefined),
      lockedOut: fc.constantFrom(true, false, undefined),
      role: fc.constantFrom(...ALL_ROLES),
    });
    fc.assert(
      fc.property(profile, (one) => {
        const own = one.plan === 'business' ? one : { ...one, role: undefined };
        const journey = journeyFor(own, guide, TODAY);
        for (const [name, holds] of Object.entries(INVARIANTS)) expect(holds(journey), name).toBe(true);
      }),
      { numRuns: 3000, seed: 2 },
    );
  });
});

describe('a rule falls on a guide that breaks it', () => {
  type Loose = { -readonly [Key in keyof GuideStep]: GuideStep[Key] };
  const spoilt = (id: string, spoil: (step: Loose) => void): readonly GuideStep[] =>
    guide.steps.map((step) => (step.id === id ? (({ ...copy }: Loose) => (spoil(copy), copy))(step) : step));
  const soon = { nextBilling: addDays(TODAY, 1) };
  test.each<readonly [rule: string, profile: Profile, steps: readonly GuideStep[]]>([
    [
      'every paid plan has a step that ends it, also one that nobody charges',
      { plan: 'go', billedBy: [] },
      spoilt('cancel-web', (step) => (step.when = { billedBy: ['openai', UNSURE] })),
    ],
    [
      'nothing is given up before all that is saved on this way',
      { plan: 'enterprise', billedBy: ['organization'] },
      [
        ...guide.steps.filter(({ id }) => id === 'ask-organization').map((step) => ({ ...step, after: [] })),
        ...guide.steps.filter(({ id }) => id !== 'ask-organization'),
      ],
    ],
    [
      'nothing is given up with nothing saved',
      { plan: 'edu', billedBy: ['organization'] },
      spoilt('save-by-hand', (step) => (step.when = { plan: 'business' })),
    ],
    [
      'GPTs and projects that were named are copied before anything goes, by whoever can sign in',
      { goal: 'delete', uses: ['projects'] },
      guide.steps.filter(({ id }) => id !== 'copy-own-work'),
    ],
    [
      'what charges beside the plan always has a step',
      { plan: 'free', uses: ['ads-manager'] },
      spoilt('end-ads-campaigns', (step) => (step.when = { goal: 'delete' })),
    ],
    [
      'a charge within two days makes the cancellation the first thing to do',
      { goal: 'delete', ...soon },
      spoilt('cancel-web', (step) => delete step.deadline),
    ],
    [
      'a private window comes first and signing out last, and only on a computer that is not theirs',
      {},
      spoilt('private-window', (step) => delete step.when),
    ],
    ['the campaign is on nobody’s way who did not ask for it', {}, spoilt('tell-others', (step) => delete step.when)],
    [
      'an account is emptied only for whoever asked for it, after the export was looked into',
      { cleanUp: true },
      spoilt('verify-export', (step) => (step.when = { goal: 'delete' })),
    ],
    [
      'nobody in a company or school workspace is led to delete an account, unless they pay for one of their own',
      { goal: 'delete', plan: 'edu', billedBy: ['organization'] },
      spoilt('delete-account', (step) => (step.when = { goal: 'delete' })),
    ],
    [
      'what a step wants done before it comes before it',
      { goal: 'delete' },
      guide.steps
        .toReversed()
        .map((step) => (step.id === 'verify-export' ? { ...step, after: ['export-data', 'delete-account'] } : step)),
    ],
  ])('%s', (rule, profile, steps) => {
    expect(INVARIANTS[rule]?.(journeyFor(aProfile(profile), guide, TODAY))).toBe(true);
    expect(INVARIANTS[rule]?.(journeyFor(aProfile(profile), { steps }, TODAY))).toBe(false);
  });
  test('an answer that no step and no sentence takes up is seen', () => {
    const journey = aJourney({ uses: ['sign-in'] });
    const rule = INVARIANTS['whatever was named as also in use has a step about it, or a sentence'];
    expect([rule?.(journey), rule?.({ ...journey, uncovered: [] })]).toEqual([true, false]);
  });
  test('a deadline that is over is seen', () => {
    const journey = aJourney();
    const [first] = journey.steps;
    const rule = INVARIANTS['no deadline is over'];
    expect([
      rule?.(journey),
      rule?.({
        ...journey,
        steps: first === undefined ? [] : [{ ...first, deadline: { kind: 'before', on: addDays(TODAY, -1) } }],
      }),
    ]).toEqual([true, false]);
  });
});

describe('the guide has nothing that nobody meets', () => {
  test('every step is on the way of somebody', () =>
    expect(guide.steps.map(({ id }) => id).filter((id) => !reached.steps.has(id))).toEqual([]));
  test('every way to do a step is shown to somebody', () =>
    expect(
      guide.steps.flatMap(({ id, ways }) => ways.map((way) => `${id}.${way.id}`)).filter((id) => !reached.ways.has(id)),
    ).toEqual([]));
  test('every note is shown to somebody', () =>
    expect(
      guide.steps
        .flatMap(({ id, notes = [] }) => notes.map((note) => `${id}.${note.id}`))
        .filter((id) => !reached.notes.has(id)),
    ).toEqual([]));
  test.each(USES)('using %s changes the way of someone who deletes the account', (use) => {
    const shape = (uses: Profile['uses']): string =>
      JSON.stringify(aJourney({ goal: 'delete', uses }).steps.map(({ step, ways, notes }) => [step.id, ways, notes]));
    expect(shape([use])).not.toBe(shape([]));
  });
});

describe('deadlines', () => {
  const withDeadline = guide.steps.filter(({ deadline }) => deadline !== undefined);

  test('hang on nothing but the step and the date', () => {
    for (const step of withDeadline) expect(conditionsOf(step).flatMap(usesIn)).toEqual([]);
    for (const profile of everyProfile([[], UNSURE], RENEWAL)) {
      for (const { step, deadline } of journeyFor(profile, guide, TODAY).steps) {
        const wanted =
          step.deadline === undefined || step.deadline === 'withdrawal'
            ? undefined
            : step.deadline === 'before-renewal'
              ? { kind: 'before', on: addDays(RENEWAL, -1) }
              : { kind: 'after', on: RENEWAL };
        if (deadline?.kind !== wanted?.kind || deadline?.on !== wanted?.on)
          expect.fail(`${step.id}: ${JSON.stringify(profile)}`);
      }
    }
  });

  test('every cancellation is due a day before the renewal, and the statement comes after it', () => {
    expect(withDeadline.filter(({ deadline }) => deadline === 'before-renewal').map(({ id }) => id)).toEqual(
      guide.steps.filter(({ stopsBilling }) => stopsBilling !== undefined).map(({ id }) => id),
    );
    expect(withDeadline.filter(({ deadline }) => deadline === 'after-renewal').map(({ id }) => id)).toEqual([
      'check-statement',
    ]);
    expect(withDeadline.filter(({ deadline }) => deadline === 'withdrawal').map(({ id }) => id)).toEqual([
      'ask-refund',
    ]);
  });

  test('change nothing else about the journey', () => {
    for (const profile of everyProfile([[], UNSURE], RENEWAL)) {
      const [dated, unsure, silent] = ([RENEWAL, UNSURE, undefined] as const).map((nextBilling) =>
        idsOf(journeyFor({ ...profile, nextBilling }, guide, TODAY)).join(),
      );
      if (dated !== unsure || dated !== silent) expect.fail(JSON.stringify(profile));
    }
  });
});

describe('the same answers', () => {
  const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...list], { minLength: list.length });
  const answers = fc
    .record({
      goal: fc.constantFrom(...ALL_GOALS),
      plan: fc.constantFrom(...ALL_PLANS),
      billedBy: fc.subarray([...BILLERS]),
      uses: fc.subarray([...USES]),
      lockedOut: fc.boolean(),
    })
    .chain((profile) => fc.tuple(fc.constant(profile), shuffled(profile.billedBy), shuffled(profile.uses)));

  test('give the same journey, in whichever order they were listed', () =>
    fc.assert(
      fc.property(
        answers,
        ([profile, billedBy, uses]) =>
          void expect(journeyFor({ ...profile, billedBy, uses }, guide, TODAY).steps).toEqual(
            journeyFor(profile, guide, TODAY).steps,
          ),
      ),
      { seed: 2 },
    ));

  test('give the same journey each time, and change neither Profile nor guide', () => {
    const before = JSON.stringify(guide);
    const profile = Object.freeze(
      aProfile({ goal: 'delete', billedBy: Object.freeze(['apple', 'openai'] as const), uses: UNSURE }),
    );
    expect(journeyFor(profile, guide, TODAY)).toEqual(journeyFor(profile, guide, TODAY));
    expect(JSON.stringify(guide)).toBe(before);
  });

  test('a role counts in Business only, and "can sign in" is what is taken for granted', () => {
    for (const profile of everyProfile([[], UNSURE])) {
      const said = {
        ...profile,
        lockedOut: profile.lockedOut ?? false,
        role: profile.plan === 'business' ? profile.role : 'owner',
      } as const;
      if (idsOf(journeyFor(said, guide, TODAY)).join() !== idsOf(journeyFor(profile, guide, TODAY)).join())
        expect.fail(JSON.stringify(said));
    }
  });
});
