// The command printed at the end reproduces where the person stands: typed into a fresh machine it gives the same Summary.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandFor } from '../../src/cli/typed/command-line';
import { guide } from '../../src/content/compiled/guide';
import type { CivilDate } from '../../src/journey/dates';
import { journeyFor } from '../../src/journey/journey';
import {
  BILLERS,
  GOALS,
  isOrganizationPlan,
  PLANS,
  REGIONS,
  ROLES,
  UNSURE,
  USES,
  type Profile,
} from '../../src/journey/profile';
import { nextRequired } from '../../src/journey/questions';
import { withExtras, withProof, withState, type JourneyRecord } from '../../src/journey/record';
import { summarise } from '../../src/journey/summary';
import { aHost, RECORD } from '../support/fake-host';
import { aRecord, expectRun, recordOn, today } from '../support/program';

const orUnsure = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | typeof UNSURE> =>
  fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: fc.constant(UNSURE) });
const someOf = <T>(values: readonly T[]): fc.Arbitrary<readonly T[]> => fc.subarray([...values], { minLength: 0 });
const profiles: fc.Arbitrary<Profile> = fc
  .record({
    goal: orUnsure(fc.constantFrom(...GOALS)),
    plan: orUnsure(fc.constantFrom(...PLANS)),
    billedBy: orUnsure(someOf(BILLERS)),
    role: orUnsure(fc.constantFrom(...ROLES)),
    uses: orUnsure(someOf(USES)),
    nextBilling: orUnsure(fc.constant('2026-12-03' as CivilDate)),
    lockedOut: fc.constantFrom(undefined, true),
    region: fc.constantFrom(...REGIONS, UNSURE),
    chargedOn: fc.constantFrom(undefined, UNSURE, today),
    marks: fc.record(
      { sharedComputer: fc.constant(true), cleanUp: fc.constant(true), share: fc.constant(true) },
      { requiredKeys: [] },
    ),
  })
  // As the interview leaves them: an organisation's plan always names the organisation, only Business has a role.
  .map(({ role, lockedOut, chargedOn, marks, ...rest }): Profile => {
    const billedBy =
      rest.billedBy === UNSURE || !isOrganizationPlan(rest.plan)
        ? rest.billedBy
        : (['organization', ...rest.billedBy.filter((biller) => biller !== 'organization')] as const);
    return {
      ...rest,
      billedBy,
      ...(rest.plan === 'business' ? { role } : {}),
      ...(lockedOut === undefined ? {} : { lockedOut }),
      ...(chargedOn === undefined ? {} : { chargedOn: chargedOn as CivilDate | typeof UNSURE }),
      ...(marks as Profile),
    };
  });
const records: fc.Arbitrary<JourneyRecord> = profiles.chain((profile) => {
  const steps = journeyFor(profile, guide, today).steps.map(({ step }) => step.id);
  return fc
    .array(fc.constantFrom('done' as const, 'skipped' as const, undefined), {
      minLength: steps.length,
      maxLength: steps.length,
    })
    .map((states) =>
      steps.reduce((record, id, index) => withState(record, id, states[index], today), aRecord({ profile })),
    );
});

async function replayed(record: JourneyRecord): Promise<JourneyRecord> {
  const journey = journeyFor(record.profile, guide, today);
  const command = commandFor(record, journey);
  const words = command.replace(/^.*?quitgpt /, '').split(' ');
  const complete = summarise(record, journey).complete;
  const host = await expectRun(aHost(words), {
    code: complete ? 0 : 3,
    stdout: /./,
    stderr: complete ? '' : /./,
    files: { [RECORD]: /./ },
    pages: [],
  });
  return recordOn(host) ?? expect.fail('nothing was kept');
}

describe('the command that does the same without questions', () => {
  test('gives the same Summary, for any person at any point', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (record) => {
        expect(nextRequired(record.profile)).toBeUndefined();
        const again = await replayed(record);
        expect(summarise(again, journeyFor(again.profile, guide, today))).toEqual(
          summarise(record, journeyFor(record.profile, guide, today)),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('needs no quotes in any shell, whatever the person typed', () => {
    const record = withExtras(
      withProof(aRecord(), 'cancel-apple', { sha256: 'b'.repeat(64), bytes: 1, kind: 'png', on: today }),
      { name: '$(rm -rf ~)', reasonText: '`x`; "y"' },
      today,
    );
    fc.assert(
      fc.property(records, (any) => {
        for (const one of [record, any])
          expect(commandFor(one, journeyFor(one.profile, guide, today))).toMatch(
            /^(npx |npm start -- )?quitgpt [a-z0-9, -]+$/,
          );
      }),
    );
  });

  test('leaves out what is no longer on the way', async () => {
    const record = withState(aRecord(), 'find-biller', 'done', today);
    expect(commandFor(record, journeyFor(record.profile, guide, today))).not.toContain('find-biller');
  });
});
