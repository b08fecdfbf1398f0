// What the guide once left out, or said to the wrong person, where that costs money or chats: each fault by its kind.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { guide } from '../../src/content/compiled/guide';
import { addDays } from '../../src/journey/dates';
import { journeyFor } from '../../src/journey/journey';
import type { Profile } from '../../src/journey/profile';
import { FORMATS, renderAs } from '../../src/render/formats';
import { plainStyle } from '../../src/render/style';
import { checklistDocument } from '../../src/view/checklist-view';
import { aDay, aJourney, aProfile, aTranslator, idsOf, TODAY } from '../support/builders';
import { aHost } from '../support/fake-host';
import { expectRun, resultIn } from '../support/program';

const quiet = { stderr: '', files: {}, pages: [] };
const stepsOf = (profile: Profile): readonly string[] => idsOf(journeyFor(profile, guide, TODAY));

/** Letters and digits only: how a form breaks, quotes or marks its words does not matter. */
const bare = (text: string): string =>
  text
    .replace(/<(?!https?:)[^>]*>|&[a-z]+;|&#\d+;/g, '')
    .replace(/\\[nu][0-9a-f]{0,4}/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

async function sheet(lang: string, profile: Profile, format: (typeof FORMATS)[number]): Promise<string> {
  const translator = await aTranslator(lang, 'en');
  const text = await renderAs(
    format,
    checklistDocument(translator, journeyFor(profile, guide, TODAY), '2026-11-27', TODAY),
    { columns: 80, style: plainStyle, paper: true, ids: true, qr: false },
  );
  return format === 'json' ? bare(JSON.stringify(JSON.parse(text))) : bare(text);
}

describe('warnings stood on the screen and nowhere else', () => {
  const people: readonly Profile[] = [
    { goal: 'delete', plan: 'plus', billedBy: ['openai', 'apple'], uses: ['api', 'codex', 'gpts', 'projects'] },
    { goal: 'cancel', plan: 'business', role: 'owner', billedBy: ['organization', 'google'], uses: [] },
    { goal: 'cancel', plan: 'go', billedBy: [], uses: [], region: 'india' },
    { goal: 'cancel', plan: 'free', uses: [], cleanUp: true, sharedComputer: true },
    { goal: 'delete', plan: 'edu', billedBy: ['partner'], lockedOut: true, region: 'eea' },
    {},
  ];
  test.each(LANGUAGES.flatMap((lang) => FORMATS.map((format) => [lang, format] as const)))(
    '%s, %s: what costs money or chats is on the sheet',
    async (lang, format) => {
      const translator = await aTranslator(lang, 'en');
      let counted = 0;
      for (const profile of people) {
        const text = await sheet(lang, profile, format);
        for (const { step, notes, traps } of journeyFor(profile, guide, TODAY).steps) {
          const words = translator.step(step.id);
          const heavy = [
            ...notes.map((note) => [note, words.notes] as const),
            ...traps.map((trap) => [trap, words.traps] as const),
          ].filter(([{ weight }]) => format === 'json' || weight !== 'plain');
          for (const [{ id }, own] of heavy) {
            counted += 1;
            if (!text.includes(bare(translator.say(own?.[id] ?? '?'))))
              expect.fail(`${step.id}.${id} for ${JSON.stringify(profile)}`);
          }
        }
      }
      expect(counted).toBeGreaterThan(60);
    },
  );

  test('JSON says what each weighs, with what may look different and what goes wrong', async () => {
    await expectRun(aHost('checklist --goal cancel --plan plus --billed-by openai --uses none --json'), {
      code: 0,
      stdout(text) {
        const [first] = resultIn(text)['steps'] as readonly Record<string, unknown>[];
        expect(first).toMatchObject({
          id: 'cancel-web',
          traps: expect.arrayContaining([
            expect.objectContaining({ id: 'a-day-ahead', weight: 'money', sources: ['help-7232927'] }),
          ]),
          notes: expect.arrayContaining([expect.objectContaining({ weight: 'money' })]),
        });
        expect(first?.['different']).toContain('A survey may appear on the way. You can usually skip it.');
        expect(first?.['stuck']).toEqual(
          expect.arrayContaining([expect.objectContaining({ id: 'no-button', try: expect.any(Array) })]),
        );
      },
      ...quiet,
    });
  });

  test.each(LANGUAGES)('in %s the menu path of every way goes to its last click', async (lang) => {
    const { words } = (await aTranslator(lang)).catalogue;
    for (const step of guide.steps) {
      for (const { id, path } of step.ways) {
        if (path === undefined) continue;
        const own = words.steps[step.id]?.ways[id];
        const source = JSON.stringify(
          (await import('../content/contents')).REAL.languages[lang]?.['steps']?.[step.id as never]?.['ways']?.[id],
        );
        expect(
          own?.last !== undefined || new RegExp(`\\{menu_${path.at(-1) ?? ''}\\}[^"]*"\\]`).test(source),
          `${step.id}.${id}`,
        ).toBe(true);
      }
    }
  });
});

describe('a paid plan that nobody charges had no step that ends it', () => {
  test.each(['go', 'plus', 'pro'] as const)('%s', (plan) => {
    const ids = stepsOf({ goal: 'cancel', plan, billedBy: [], uses: [] });
    expect(ids[0]).toBe('cancel-web');
    expect(stepsOf({ goal: 'delete', plan, billedBy: [], uses: [] })).toContain('cancel-web');
    expect(stepsOf({ goal: 'cancel', plan, billedBy: [], uses: [], lockedOut: true })).toContain('locked-out');
  });
  test('it says that a free time ends in a charge, and in India when', () => {
    const notes = (profile: Profile): readonly string[] =>
      aJourney(profile)
        .steps.find(({ step }) => step.id === 'cancel-web')
        ?.notes.map(({ id }) => id) ?? [];
    expect(notes({ plan: 'go', billedBy: [], region: 'india' })).toEqual(expect.arrayContaining(['nobody', 'india']));
    expect(notes({ plan: 'go', billedBy: [], region: 'eea' })).not.toContain('india');
    expect(notes({ plan: 'go', billedBy: ['openai'] })).not.toContain('nobody');
  });
  test('with UPI the mandate comes second', () => {
    const ids = stepsOf({ goal: 'cancel', plan: 'go', billedBy: [], uses: [], region: 'india' });
    expect(ids.indexOf('end-upi-mandate')).toBe(ids.indexOf('cancel-web') + 1);
    expect(stepsOf({ goal: 'cancel', plan: 'go', billedBy: ['openai'], uses: [], region: 'uk' })).not.toContain(
      'end-upi-mandate',
    );
  });
});

describe('a seat was given up with nothing saved', () => {
  test.each(['business', 'enterprise', 'edu'] as const)('%s', (plan) => {
    for (const goal of ['cancel', 'delete'] as const) {
      const ids = stepsOf({ goal, plan, role: 'member', billedBy: ['organization'], uses: [] });
      expect(ids.indexOf('save-by-hand')).toBeGreaterThan(-1);
      expect(ids.indexOf('save-by-hand')).toBeLessThan(ids.indexOf('ask-organization'));
    }
  });
  test('of a school the export is looked into first, where there is one', () => {
    const ids = stepsOf({ goal: 'delete', plan: 'edu', billedBy: ['organization'], uses: ['projects'] });
    for (const saving of ['export-data', 'verify-export', 'save-memory', 'copy-own-work'])
      expect(ids.indexOf(saving)).toBeLessThan(ids.indexOf('ask-organization'));
  });
});

describe('advice of another biller', () => {
  const said = async (profile: Profile): Promise<string> => {
    const translator = await aTranslator('en');
    return JSON.stringify(checklistDocument(translator, aJourney(profile), '2026-11-27', TODAY).result);
  };
  test.each(['cancel', 'delete'] as const)(
    '%s: whoever Apple alone charges reads nothing of OpenAI’s 14 days, form or Support',
    async (goal) => {
      for (const region of ['eea', 'uk', 'turkey', 'us', undefined] as const) {
        const text = await said({ goal, billedBy: ['apple'], ...(region === undefined ? {} : { region }) });
        expect(text).toContain('reportaproblem.apple.com');
        for (const other of ['model-withdrawal', '14 days', 'OpenAI’s terms', 'chat bubble', 'Google Play alone'])
          expect(text).not.toContain(other);
      }
    },
  );
  test('whoever OpenAI alone charges reads nothing of Apple’s refunds', async () => {
    const text = await said({ billedBy: ['openai'], region: 'eea' });
    expect(text).toContain('model-withdrawal');
    expect(text).not.toContain('reportaproblem');
    expect(text).not.toContain('Apple alone');
  });
  test('the form is only for where it counts', async () => {
    for (const region of ['us', 'india', 'brazil', 'turkey'] as const)
      expect(await said({ billedBy: ['openai'], region })).not.toContain('model-withdrawal');
  });
});

test('an API account that pays in advance turns off the recharge, and is told that there may be nothing to cancel', () => {
  const entry = aJourney({ uses: ['api'] }).steps.find(({ step }) => step.id === 'cancel-api-plan');
  expect(entry?.ways[0]).toMatchObject({ id: 'prepaid', path: expect.arrayContaining(['api_auto_recharge']) });
  expect(entry?.traps.map(({ id }) => id)).toContain('auto-recharge');
});

describe('a date that is tomorrow, today or gone', () => {
  const dated = (days: number, more: Profile = {}): Profile =>
    aProfile({ goal: 'delete', nextBilling: addDays(TODAY, days), ...more });
  test.each([0, 1, 2])('%i days: the cancellation is the first step, today', (days) => {
    const [first] = journeyFor(dated(days), guide, TODAY).steps;
    expect(first).toMatchObject({ number: 1, step: { id: 'cancel-web' }, deadline: { kind: 'today', on: TODAY } });
  });
  test('three days leave the order as it is', () => expect(stepsOf(dated(3))).toEqual(stepsOf(dated(30))));
  test('one that is over is no deadline', () => {
    const journey = journeyFor(dated(-7), guide, TODAY);
    expect(journey.renewal).toMatchObject({ state: 'past', days: -7 });
    expect(journey.steps.every(({ deadline }) => deadline === undefined)).toBe(true);
  });
  test.each(FORMATS)('%s says so in its first lines', async (format) => {
    for (const lang of LANGUAGES) {
      const translator = await aTranslator(lang, 'en');
      const { review } = translator.ui;
      expect(await sheet(lang, dated(1), format)).toContain(bare(translator.say(review.soon, { days: 1 })));
      expect(await sheet(lang, dated(-7), format)).toContain(
        bare(translator.say(review.past, { date: translator.day(addDays(TODAY, -7)) })),
      );
      expect(await sheet(lang, dated(20), format)).not.toContain(bare(translator.say(review.soon, { days: 20 })));
    }
  });
  test('a script is told as well', async () => {
    const flags = '--no-input --no-record --goal cancel --plan plus --billed-by openai --uses none';
    await expectRun(aHost(`${flags} --next-billing ${addDays(TODAY, 1)}`), {
      code: 3,
      stdout: /./,
      stderr: [/tomorrow/, /Step 1: Cancel with OpenAI/],
      files: {},
      pages: [],
    });
    await expectRun(aHost(`${flags} --next-billing ${addDays(TODAY, -9)}`), {
      code: 3,
      stdout: /./,
      stderr: /past/,
      files: {},
      pages: [],
    });
  });
});

describe('Business', () => {
  test('an Owner who cannot sign in asks another Owner, or Support', () => {
    const entry = aJourney({ plan: 'business', role: 'owner', billedBy: ['organization'], lockedOut: true }).steps.find(
      ({ step }) => step.id === 'ask-organization',
    );
    expect(entry?.ways.map(({ id }) => id)).toEqual(['other-owner', 'owner-support']);
  });
  test('one of several Owners may leave instead', () => {
    const { steps } = aJourney({ plan: 'business', role: 'owner', billedBy: ['organization'] });
    expect(steps.find(({ step }) => step.id === 'cancel-business')?.notes.map(({ id }) => id)).toContain(
      'several-owners',
    );
    expect(steps.find(({ step }) => step.id === 'leave-workspace')?.notes.map(({ id }) => id)).toContain('owner');
  });
  test.each(['openai', 'apple', 'google', 'partner'] as const)(
    'an own plan at %s beside the seat is exported and deleted as well',
    (biller) => {
      const journey = aJourney({
        goal: 'delete',
        plan: 'business',
        role: 'member',
        billedBy: ['organization', biller],
      });
      expect(idsOf(journey)).toEqual(
        expect.arrayContaining(['export-data', 'verify-export', 'save-memory', 'delete-account', 'ask-organization']),
      );
      expect(journey.steps.find(({ step }) => step.id === 'delete-account')?.notes.map(({ id }) => id)).toEqual([
        'own-account',
      ]);
    },
  );
  test('without one the guide says that a free account of their own is a second walk', () => {
    const entry = aJourney({ goal: 'delete', plan: 'business', role: 'member', billedBy: ['organization'] }).steps.find(
      ({ step }) => step.id === 'ask-organization',
    );
    expect(entry?.notes.map(({ id }) => id)).toContain('second-walk');
  });
});

test('the gate before a deletion names GPTs and projects that nobody copied', async () => {
  const { gateDocument } = await import('../../src/view/gate-view');
  const { aRecord } = await import('../support/builders');
  const translator = await aTranslator();
  const journey = aJourney({ goal: 'delete', uses: ['projects'] });
  const entry = journey.steps.find(({ step }) => step.id === 'delete-account') ?? expect.fail('no deletion');
  const text = JSON.stringify(gateDocument(translator, journey, entry, aRecord(), { kind: 'none' }).blocks);
  expect(text).toContain(translator.say(translator.step('copy-own-work').title));
  expect(text).toContain('projects, with their instructions and files');
});

test('nothing calls the thirty days a time in which the deletion is not final', async () => {
  await expectRun(
    aHost(
      '--no-input --no-record --goal delete --plan free --uses none --done export-data,save-memory,verify-export,delete-account',
    ),
    {
      code: 3,
      stdout: (text) => (expect(text).not.toMatch(/final/i), expect(text).toContain('cannot be undone')),
      stderr: /./,
      files: {},
      pages: [],
    },
  );
  await expectRun(aHost('--no-input --no-record --goal delete --plan free --uses none --done delete-account --json'), {
    code: 3,
    stdout: (text) => expect(resultIn(text)['deleted']).toMatchObject({ on: TODAY, dataGoneBy: addDays(TODAY, 30) }),
    stderr: /./,
    files: {},
    pages: [],
  });
});

test('quitgpt.org stood on every sheet: it is there for whoever asked for it', async () => {
  for (const format of FORMATS) {
    for (const goal of ['cancel', 'delete'] as const) {
      expect(await sheet('en', aProfile({ goal }), format)).not.toContain('quitgptorg');
      expect(await sheet('en', aProfile({ goal, share: true }), format)).toContain('quitgptorg');
    }
  }
});

test('a day that has passed says nothing about what is paid', async () => {
  const { summarise } = await import('../../src/journey/summary');
  const { aRecord } = await import('../support/builders');
  const record = aRecord({ profile: { nextBilling: aDay('2026-11-01') }, done: ['cancel-web'] });
  expect(summarise(record, journeyFor(record.profile, guide, TODAY)).paidUntil).toBeUndefined();
});
