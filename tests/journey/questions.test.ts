// Which questions are asked: only those that matter, six at most, each once, and each can be taken back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import { BILLERS, UNSURE, USES } from '../../src/journey/profile';
import type { Profile } from '../../src/journey/profile';
import {
  answered,
  canCountQuestions,
  nextQuestion,
  nextRequired,
  NONE,
  questionBefore,
  questionsAfter,
  questionsFor,
  unanswered,
} from '../../src/journey/questions';
import type { Question, QuestionId } from '../../src/journey/questions';
import { subsetsOf } from '../journeys/profiles';
import { aProfile, RENEWAL, TODAY } from '../support/builders';

const asked = (profile: Profile): readonly QuestionId[] => questionsFor(profile).map(({ id }) => id);

/** Every answer the wizard can take to a question; of the uses, one of each kind. */
function answersTo({ id, kind, choices }: Question): readonly (string | readonly string[])[] {
  if (kind === 'day') return [RENEWAL, UNSURE];
  if (kind === 'past-day') return [TODAY, UNSURE];
  // Of the regions, one of each kind: with days to take a purchase back, with UPI, and without either.
  if (id === 'region') return ['eea', 'brazil', 'india', 'elsewhere', UNSURE];
  if (kind === 'one') return [...choices, UNSURE];
  if (id === 'uses') return [[USES[0]], [...USES], [NONE], [UNSURE]];
  return [
    ...subsetsOf(choices.filter((choice) => choice !== NONE)).filter(({ length }) => length > 0),
    ...(choices.includes(NONE) ? [[NONE]] : []),
    [UNSURE],
  ];
}

type Path = { readonly ids: readonly QuestionId[]; readonly profiles: readonly Profile[]; readonly end: Profile };

function everyPath(
  profile: Profile = {},
  ids: readonly QuestionId[] = [],
  profiles: readonly Profile[] = [],
): readonly Path[] {
  const question = nextQuestion(profile);
  if (question === undefined) return [{ ids, profiles, end: profile }];
  if (ids.length > 10) throw new Error(`no end: ${ids.join()}`);
  return answersTo(question).flatMap((answer) =>
    everyPath(answered(profile, question.id, answer), [...ids, question.id], [...profiles, profile]),
  );
}

const paths = everyPath();

describe(`on each of ${paths.length} ways through the questions`, () => {
  test('there are at most six, none is asked twice, and they come in the order of the review', () => {
    for (const { ids, end } of paths) {
      if (ids.length > 6 || new Set(ids).size !== ids.length || ids.join() !== asked(end).join())
        expect.fail(`${ids.join()}: ${JSON.stringify(end)}`);
    }
    expect(Math.max(...paths.map(({ ids }) => ids.length))).toBe(6);
  });

  test('once the number of questions can be told, it does not change', () => {
    for (const { profiles, end } of paths) {
      const counted = profiles.filter(canCountQuestions).map((profile) => questionsFor(profile).length);
      if (counted.some((count) => count !== questionsFor(end).length))
        expect.fail(`${counted.join()}: ${JSON.stringify(end)}`);
    }
    expect(canCountQuestions({})).toBe(false);
    expect(canCountQuestions({ plan: 'plus' })).toBe(false);
    expect(canCountQuestions({ plan: 'plus', billedBy: ['apple'] })).toBe(true);
    expect(canCountQuestions({ plan: 'free' })).toBe(true);
    expect(canCountQuestions({ billedBy: ['apple'] })).toBe(false);
    expect(canCountQuestions({ plan: 'plus', role: 'owner' })).toBe(false);
  });

  test('going back asks the same question with everything before it as it was', () => {
    for (const { ids, profiles, end } of paths) {
      let profile = end;
      for (let index = ids.length - 1; index >= 0; index -= 1) {
        profile = unanswered(profile, ids[index] as QuestionId);
        if (JSON.stringify(profile) !== JSON.stringify(profiles[index]) || nextQuestion(profile)?.id !== ids[index])
          expect.fail(`back to ${ids[index]}: ${JSON.stringify(end)}`);
      }
    }
  });

  test('the answers are kept as they were given', () => {
    for (const { end } of paths)
      for (const { id, answer, kind } of questionsFor(end))
        if (answer === undefined || (kind !== 'several' && typeof answer !== 'string'))
          expect.fail(`${id}: ${JSON.stringify(end)}`);
  });
});

describe('who is asked what', () => {
  test.each<[string, Profile, readonly QuestionId[]]>([
    ['somebody new', {}, ['goal', 'plan', 'billed-by', 'uses', 'next-billing']],
    ['a person on Free', { plan: 'free' }, ['goal', 'plan', 'uses']],
    ['a person on Plus', { plan: 'plus' }, ['goal', 'plan', 'billed-by', 'uses', 'next-billing']],
    [
      'a person on Plus whom OpenAI charges',
      { plan: 'plus', billedBy: ['openai'] },
      ['goal', 'plan', 'billed-by', 'uses', 'next-billing', 'region'],
    ],
    [
      'a person on Go whom nobody charges so far',
      { plan: 'go', billedBy: [] },
      ['goal', 'plan', 'billed-by', 'uses', 'next-billing', 'region'],
    ],
    [
      'a person on Plus whom Apple charges',
      { plan: 'plus', billedBy: ['apple', 'google'] },
      ['goal', 'plan', 'billed-by', 'uses', 'next-billing'],
    ],
    [
      'a person who gave a day of purchase by an option',
      { plan: 'plus', billedBy: ['apple'], chargedOn: TODAY },
      ['goal', 'plan', 'billed-by', 'uses', 'next-billing', 'charged-on'],
    ],
    [
      'a Business owner whom OpenAI charges too',
      { plan: 'business', role: 'owner', billedBy: ['organization', 'openai'] },
      ['goal', 'plan', 'role', 'billed-by', 'uses', 'next-billing'],
    ],
    [
      'a Business owner',
      { plan: 'business', role: 'owner' },
      ['goal', 'plan', 'role', 'billed-by', 'uses', 'next-billing'],
    ],
    [
      'a Business member with no plan of their own',
      { plan: 'business', role: 'member', billedBy: ['organization'] },
      ['goal', 'plan', 'role', 'billed-by', 'uses'],
    ],
    [
      'a Business member whom Apple charges too',
      { plan: 'business', role: 'member', billedBy: ['organization', 'apple'] },
      ['goal', 'plan', 'role', 'billed-by', 'uses', 'next-billing'],
    ],
    [
      'a Business member who is not sure who charges',
      { plan: 'business', role: 'member', billedBy: UNSURE },
      ['goal', 'plan', 'role', 'billed-by', 'uses', 'next-billing'],
    ],
    ['a student who has not said who charges', { plan: 'edu' }, ['goal', 'plan', 'billed-by', 'uses']],
    ['a student', { plan: 'edu', billedBy: ['organization'] }, ['goal', 'plan', 'billed-by', 'uses']],
  ])('%s', (_who, profile, ids) => expect(asked(profile)).toEqual(ids));

  test.each(['business', 'enterprise', 'edu'] as const)(
    'on %s only a plan of one’s own is asked about, in words of its own, and the organisation is taken for granted',
    (plan) => {
      const question = questionsFor({ plan }).find(({ id }) => id === 'billed-by');
      expect(question).toMatchObject({ words: 'billed-by-organization' });
      expect(question?.choices).toEqual([...BILLERS.filter((biller) => biller !== 'organization'), NONE]);
      expect(answered({ plan }, 'billed-by', ['apple']).billedBy).toEqual(['organization', 'apple']);
      expect(answered({ plan }, 'billed-by', [NONE]).billedBy).toEqual(['organization']);
      expect(answered({ plan }, 'billed-by', ['organization', 'apple']).billedBy).toEqual(['organization', 'apple']);
      expect(answered({ plan }, 'billed-by', [UNSURE]).billedBy).toBe(UNSURE);
      expect(
        questionsFor({ plan, billedBy: ['organization', 'apple'] }).find(({ id }) => id === 'billed-by')?.answer,
      ).toEqual(['apple']);
    },
  );

  test('a plan of one’s own may be charged by nobody so far', () =>
    expect(questionsFor({ plan: 'plus' }).find(({ id }) => id === 'billed-by')).toMatchObject({
      words: 'billed-by',
      choices: [...BILLERS, NONE],
    }));

  test('a script is never asked for the region or the day of purchase', () => {
    for (const { end } of paths) {
      const { region: _, chargedOn: __, ...rest } = end;
      expect(nextRequired(rest)).toBeUndefined();
    }
    expect(nextRequired({ goal: 'cancel' })?.id).toBe('plan');
  });

  test('a script has to answer everything else, in the order it is asked', () => {
    const whole: Profile = {
      goal: 'cancel',
      plan: 'business',
      role: 'owner',
      billedBy: [],
      uses: [],
      nextBilling: UNSURE,
    };
    const required: (QuestionId | undefined)[] = [];
    let profile: Profile = {};
    for (const [field, answer] of Object.entries(whole)) {
      required.push(nextRequired(profile)?.id);
      profile = { ...profile, [field]: answer };
    }
    expect(required).toEqual(['goal', 'plan', 'role', 'billed-by', 'uses', 'next-billing']);
    expect(nextRequired(profile)).toBeUndefined();
  });

  test('the uses are all offered, and none; a day has nothing to choose from', () => {
    const choices = (id: QuestionId): readonly string[] | undefined =>
      questionsFor({ plan: 'plus', chargedOn: TODAY }).find((question) => question.id === id)?.choices;
    expect(choices('uses')).toEqual([...USES, NONE]);
    expect([choices('next-billing'), choices('charged-on')]).toEqual([[], []]);
  });

  test('what was answered stays in sight and can be changed, where it changes nothing or is one too many', () => {
    expect(asked({ plan: 'plus', billedBy: ['apple'], region: 'uk' })).toContain('region');
    const owner: Profile = { plan: 'business', role: 'owner', billedBy: ['organization', 'openai'] };
    expect(asked({ ...owner, region: 'eea', chargedOn: TODAY })).toEqual([
      'goal',
      'plan',
      'role',
      'billed-by',
      'uses',
      'next-billing',
      'region',
      'charged-on',
    ]);
  });

  test('what did not fit is asked before the step that needs it, once', () => {
    const step = { asksFirst: ['region', 'chargedOn'] } as const;
    const owner: Profile = {
      plan: 'business',
      role: 'owner',
      billedBy: ['organization', 'openai'],
      uses: [],
      nextBilling: UNSURE,
    };
    expect(questionBefore(step, owner)?.id).toBe('region');
    expect(questionBefore(step, { ...owner, region: 'eea' })?.id).toBe('charged-on');
    expect(questionBefore(step, { ...owner, region: 'us' })).toBeUndefined();
    expect(questionBefore(step, { ...owner, region: 'eea', chargedOn: UNSURE })).toBeUndefined();
    expect(questionBefore(step, { ...owner, region: UNSURE })).toBeUndefined();
    expect(questionBefore(step, aProfile({ billedBy: ['apple'] }))).toBeUndefined();
    expect(questionBefore({}, owner)).toBeUndefined();
    expect(questionBefore({}, { ...owner, region: 'eea' })).toBeUndefined();
  });

  test('what only a step needs may be left open', () => {
    const openai = aProfile({ billedBy: ['openai'] });
    expect(questionBefore({ asksFirst: ['region'] }, openai)).toMatchObject({ kind: 'one', optional: true });
    expect(questionBefore({ asksFirst: ['chargedOn'] }, { ...openai, region: 'uk' })).toMatchObject({
      id: 'charged-on',
      kind: 'past-day',
      optional: true,
    });
  });
});

describe('an answer', () => {
  test('"none" is an empty list, "not sure" wins over what stands beside it', () => {
    expect(answered({}, 'uses', [NONE]).uses).toEqual([]);
    expect(answered({}, 'uses', NONE).uses).toEqual([]);
    expect(answered({}, 'uses', ['api', UNSURE]).uses).toBe(UNSURE);
    expect(answered({}, 'uses', ['api', NONE]).uses).toEqual(['api']);
    expect(answered({}, 'billed-by', 'apple').billedBy).toEqual(['apple']);
  });
  test('of a day is that day, beside what was said before', () => {
    const before = aProfile({ region: 'uk' });
    expect(answered(before, 'charged-on', TODAY)).toEqual({ ...before, chargedOn: TODAY });
    expect(answered(before, 'next-billing', TODAY)).toEqual({ ...before, nextBilling: TODAY });
    expect(unanswered({ ...before, chargedOn: TODAY }, 'charged-on')).toStrictEqual(before);
  });
  test('changes its own field and no other', () => {
    const before = aProfile({ plan: 'business', role: 'owner' });
    for (const question of questionsFor(before)) {
      const after = answered(before, question.id, UNSURE) as Record<string, unknown>;
      expect(Object.keys(after).filter((key) => after[key] !== (before as Record<string, unknown>)[key])).toHaveLength(
        1,
      );
      expect(questionsFor(after).find(({ id }) => id === question.id)?.answer).toBe(UNSURE);
    }
  });
  test('taken back leaves no trace', () =>
    fc.assert(
      fc.property(
        fc.constantFrom<QuestionId>('goal', 'plan', 'billed-by', 'role', 'uses', 'next-billing'),
        (id) => void expect(unanswered(answered({}, id, UNSURE), id)).toStrictEqual({}),
      ),
    ));
});

describe('after a step that finds something out', () => {
  const finder = guide.steps.find(({ id }) => id === 'find-biller') ?? expect.fail('find-biller is gone');
  test('what the person was not sure of is asked again, and nothing else', () => {
    expect(questionsAfter(finder, aProfile({ billedBy: UNSURE }))).toEqual(['billed-by']);
    expect(questionsAfter(finder, aProfile({ billedBy: UNSURE, plan: UNSURE }))).toEqual(['billed-by', 'plan']);
    expect(questionsAfter(finder, aProfile({ billedBy: UNSURE, plan: 'business', role: UNSURE }))).toEqual([
      'billed-by',
      'role',
    ]);
    expect(questionsAfter(finder, aProfile())).toEqual([]);
    expect(questionsAfter(finder, aProfile({ billedBy: undefined }))).toEqual(['billed-by']);
  });
  test('a step that finds nothing out asks nothing', () => expect(questionsAfter({}, {})).toEqual([]));
});
