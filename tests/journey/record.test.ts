// The Record: what the person said, kept by step; saving and reading it back changes nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import { readAnswers, readRecord } from '../../src/content/outside-schema';
import { addDays } from '../../src/journey/dates';
import { BILLERS, UNSURE, USES } from '../../src/journey/profile';
import type { Profile } from '../../src/journey/profile';
import {
  firstOpen,
  isComplete,
  MOST_PROOFS,
  missingBefore,
  startRecord,
  stateOf,
  withExtras,
  withProfile,
  withProof,
  withState,
} from '../../src/journey/record';
import type { JourneyRecord, Proof } from '../../src/journey/record';
import { ALL_GOALS, ALL_PLANS, ALL_ROLES } from '../journeys/profiles';
import { aJourney, aProfile, aProof, aRecord, idsOf, RENEWAL, TODAY } from '../support/builders';

const LATER = addDays(TODAY, 3);

describe('marking a step', () => {
  test('done twice is done once, on the first day', () => {
    const once = withState(aRecord(), 'cancel-web', 'done', TODAY);
    expect(withState(once, 'cancel-web', 'done', LATER)).toBe(once);
    expect(once.steps).toEqual({ 'cancel-web': { state: 'done', on: TODAY } });
  });
  test('skipped after done counts from that day', () =>
    expect(withState(aRecord({ done: ['cancel-web'] }), 'cancel-web', 'skipped', LATER).steps['cancel-web']).toEqual({
      state: 'skipped',
      on: LATER,
    }));
  test('taken back leaves the receipts', () => {
    const record = withState(
      aRecord({ done: ['cancel-web'], proofs: { 'cancel-web': [aProof()] } }),
      'cancel-web',
      undefined,
      LATER,
    );
    expect(record.steps['cancel-web']).toEqual({ proofs: [aProof()] });
    expect(stateOf(record, 'cancel-web')).toBeUndefined();
  });
  test('touches no other step and does not change the Record it came from', () => {
    const before = aRecord({ done: ['cancel-web'] });
    const frozen = JSON.stringify(before);
    expect(withState(before, 'tell-others', 'skipped', LATER).steps['cancel-web']).toBe(before.steps['cancel-web']);
    expect(JSON.stringify(before)).toBe(frozen);
  });
  test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'a step nobody spoke of has no state, even by the name %s',
    (id) => expect(stateOf(aRecord(), id)).toBeUndefined(),
  );
  test('says when it was last changed', () => {
    expect(withState(aRecord(), 'cancel-web', 'done', LATER)).toMatchObject({ started: TODAY, updated: LATER });
    expect(withProfile(aRecord(), aProfile({ plan: 'pro' }), LATER)).toMatchObject({
      updated: LATER,
      profile: { plan: 'pro' },
    });
    expect(withExtras(aRecord({ extras: { name: 'Ada' } }), { reason: 'donations' }, LATER)).toMatchObject({
      updated: LATER,
      extras: { name: 'Ada', reason: 'donations' },
    });
  });
});

describe('a receipt', () => {
  test('does not mark its step done', () =>
    expect(stateOf(aRecord({ proofs: { 'cancel-web': [aProof()] } }), 'cancel-web')).toBeUndefined());
  test('leaves a done step done', () =>
    expect(aRecord({ done: ['cancel-web'], proofs: { 'cancel-web': [aProof()] } }).steps['cancel-web']).toEqual({
      state: 'done',
      on: TODAY,
      proofs: [aProof()],
    }));
  test('given twice counts once, by its content and not by its day', () => {
    const record = withProof(
      withProof(withProof(aRecord(), 'cancel-web', aProof()), 'cancel-web', aProof({}, 'b')),
      'cancel-web',
      aProof({ on: LATER }),
    );
    expect(record.steps['cancel-web']?.proofs).toEqual([aProof({}, 'b'), aProof({ on: LATER })]);
  });
  test('more than can be read again takes the place of the oldest', () => {
    const many = Array.from({ length: MOST_PROOFS + 1 }, (_, at) => aProof({}, String.fromCodePoint(0x4e00 + at)));
    const record = many.reduce((sofar, proof) => withProof(sofar, 'cancel-web', proof), aRecord());
    expect(record.steps['cancel-web']?.proofs).toEqual(many.slice(1));
  });
  test('stays with its step when that is marked again', () =>
    expect(
      withState(aRecord({ proofs: { 'cancel-web': [aProof()] } }), 'cancel-web', 'done', LATER).steps['cancel-web'],
    ).toEqual({ state: 'done', on: LATER, proofs: [aProof()] }));
});

describe('where the person stands', () => {
  const journey = aJourney();
  const ids = idsOf(journey);
  test('the first open step is the first nobody spoke of', () => {
    expect(firstOpen(journey, aRecord())?.step.id).toBe(ids[0]);
    expect(firstOpen(journey, aRecord({ done: [ids[0] ?? ''], skipped: [ids[1] ?? ''] }))?.step.id).toBe(ids[2]);
    expect(firstOpen(journey, aRecord({ done: ids.slice(1) }))?.step.id).toBe(ids[0]);
  });
  test('all done or skipped is complete; one open is not', () => {
    expect(isComplete(journey, aRecord({ done: ids.slice(1), skipped: ids.slice(0, 1) }))).toBe(true);
    expect(isComplete(journey, aRecord({ done: ids.slice(1) }))).toBe(false);
    expect(isComplete(journey, aRecord({ done: ['delete-account'] }))).toBe(false);
  });
  test('before what cannot be undone, what was skipped or left is named, but only what is on the way', () => {
    const deletion = aJourney({ goal: 'delete', billedBy: ['apple'] });
    const step = guide.steps.find(({ id }) => id === 'delete-account') ?? expect.fail('delete-account is gone');
    const before = (record: JourneyRecord): readonly string[] =>
      missingBefore(step, deletion, record).map((entry) => entry.step.id);
    expect(before(aRecord())).toEqual(expect.arrayContaining(['export-data', 'verify-export', 'cancel-apple']));
    expect(before(aRecord())).not.toContain('cancel-google');
    expect(before(aRecord({ done: ['export-data', 'cancel-apple'], skipped: ['verify-export'] }))).toContain(
      'verify-export',
    );
    expect(before(aRecord({ done: idsOf(deletion) }))).toEqual([]);
  });
});

test('a step that comes after no other waits for nothing', () => {
  const [{ step }] = aJourney().steps as [ReturnType<typeof aJourney>['steps'][number]];
  expect(missingBefore({ ...step, after: undefined }, aJourney(), aRecord())).toEqual([]);
});

describe('saving and reading back', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays(TODAY, days));
  const proof: fc.Arbitrary<Proof> = fc.record(
    {
      sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
      bytes: fc.integer({ min: 1 }),
      kind: fc.constantFrom('png', 'jpeg', 'webp', 'heic', 'gif', 'pdf', 'eml'),
      on: day,
    },
    { noNullPrototype: true },
  );
  const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
  const profile = fc.record(
    {
      goal: fc.constantFrom(...ALL_GOALS),
      plan: fc.constantFrom(...ALL_PLANS),
      role: fc.constantFrom(...ALL_ROLES),
      billedBy: sometimes(fc.subarray([...BILLERS])),
      uses: fc.oneof(fc.constant(UNSURE), fc.subarray([...USES])),
      nextBilling: fc.constantFrom<Profile['nextBilling']>(RENEWAL, UNSURE, undefined),
      lockedOut: sometimes(fc.boolean()),
    },
    { noNullPrototype: true },
  );
  const act = fc.oneof(
    fc.record({
      kind: fc.constant('state' as const),
      id: fc.constantFrom(...guide.steps.map(({ id }) => id)),
      state: fc.constantFrom('done', 'skipped', undefined),
      on: day,
    }),
    fc.record({ kind: fc.constant('proof' as const), id: fc.constantFrom(...guide.steps.map(({ id }) => id)), proof }),
    fc.record({
      kind: fc.constant('extras' as const),
      extras: fc.record(
        {
          name: sometimes(fc.string({ maxLength: 100 })),
          reason: sometimes(fc.string({ maxLength: 60 })),
          reasonText: sometimes(fc.string({ unit: 'grapheme', maxLength: 200 })),
        },
        { noNullPrototype: true },
      ),
      on: day,
    }),
  );
  const records = fc
    .tuple(profile, fc.array(act, { maxLength: 12 }))
    .map(([own, acts]) =>
      acts.reduce(
        (record: JourneyRecord, one) =>
          one.kind === 'state'
            ? withState(record, one.id, one.state, one.on)
            : one.kind === 'proof'
              ? withProof(record, one.id, one.proof)
              : withExtras(record, one.extras, one.on),
        startRecord(own, TODAY),
      ),
    );

  test('gives the same Record, whatever happened', () =>
    fc.assert(
      fc.property(records, (record) => {
        const saved: unknown = JSON.parse(JSON.stringify(record));
        expect(readRecord(saved)).toEqual({ ok: true, value: saved });
        expect(saved).toEqual(JSON.parse(JSON.stringify(record)));
        for (const id of Object.keys(record.steps))
          expect(stateOf((readRecord(saved) as { value: JourneyRecord }).value, id)).toBe(stateOf(record, id));
      }),
    ));
  test('reading twice is reading once', () =>
    fc.assert(
      fc.property(records, (record) => {
        const first = readRecord(JSON.parse(JSON.stringify(record)));
        expect(readRecord(JSON.parse(JSON.stringify(first.ok ? first.value : undefined)))).toEqual(first);
      }),
    ));

  test.each<[string, object, string]>([
    ['another version', { schema: 2 }, 'schema'],
    ['a key nobody knows', { path: '/home/ada/shot.png' }, 'path'],
    ['a day that does not exist', { started: '2026-02-30' }, 'started'],
    ['a state nobody gives', { steps: { 'cancel-web': { state: 'maybe' } } }, 'steps.cancel-web.state'],
    ['a step id with a path in it', { steps: { '../../etc': {} } }, 'steps.../../etc'],
    [
      'a hash that is none',
      { steps: { 'cancel-web': { proofs: [{ ...aProof(), sha256: 'xyz' }] } } },
      'steps.cancel-web.proofs.0.sha256',
    ],
    ['a plan nobody sells', { profile: { plan: 'platinum' } }, 'profile.plan'],
    ['a secret where none belongs', { profile: { password: 'hunter2' } }, 'profile.password'],
  ])('refuses %s and says where', (_what, change, where) =>
    expect(readRecord({ ...aRecord(), ...change })).toMatchObject({ ok: false, where }),
  );

  test.each([null, 1, 'text', [], undefined])('refuses %j', (value) => {
    expect(readRecord(value).ok).toBe(false);
    expect(readAnswers(value).ok).toBe(false);
  });
  test('an answers file may be empty, and unknown keys in it are named', () => {
    expect(readAnswers({})).toEqual({ ok: true, value: {} });
    expect(readAnswers({ card: '4111' })).toMatchObject({ ok: false, where: 'card' });
  });
});
