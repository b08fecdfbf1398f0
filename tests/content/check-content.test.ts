// The checks of the content: the real one passes, and whoever spoils one thing is told which, where, and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../scripts/content/check-content';
import { textsOf } from '../../scripts/content/check-wording';
import { readContent } from '../../scripts/content/read-content';
import { refusalOf } from '../../src/content/hosts';
import { guideSchema } from '../../src/content/schema';
import type { Guide } from '../../src/content/schema';
import { problemsAfter, REAL, spoilt, step, TODAY_OF_CHECK } from './contents';
import type { Loose } from './contents';

type Spoilt = readonly [what: string, rule: string, where: string | readonly string[], spoil: (content: Loose) => void];

/** 26 words without a rest between them. */
const LONG = Array.from({ length: 26 }, () => 'word').join(' ');
const say = (text: string) => (content: Loose) => void (content.en.steps['cancel-web'].why = text);
const dit = (text: string) => (content: Loose) => void (content.fr.steps['cancel-web'].why = text);

const part = (content: Loose, id: string, list: 'traps' | 'notes', name: string): Loose =>
  step(content, id)[list].find((one: Loose) => one.id === name);
const without = (content: Loose, id: string, ...sources: string[]): void =>
  void (step(content, id).sources = step(content, id).sources.filter((source: string) => !sources.includes(source)));

const RULES: Readonly<Record<string, readonly Spoilt[]>> = {
  shapes: [
    ['a field nobody knows', 'shape', 'guide.steps.0', ({ guide }) => (guide.steps[0].colour = 'red')],
    ['a file nobody knows', 'shape', 'fr', ({ fr }) => (fr.jokes = {})],
    ['a file that is missing', 'shape', 'fr.claims', ({ fr }) => delete fr.claims],
    [
      'a copied folder with the name of another language',
      'language-name',
      'fr/language.name',
      ({ fr, en }) => (fr.language.name = en.language.name),
    ],
    ['an empty text', 'shape', 'en.steps.cancel-web.why', say('  ')],
    ['an id with a capital', 'shape', 'guide.steps.0.id', ({ guide }) => (guide.steps[0].id = 'FindBiller')],
    ['a step without a source', 'shape', 'guide.steps.0.sources', ({ guide }) => (guide.steps[0].sources = [])],
    ['a step without a way', 'shape', 'guide.steps.0.ways', ({ guide }) => (guide.steps[0].ways = [])],
    ['a step without help', 'shape', 'guide.steps.0.stuck', ({ guide }) => (guide.steps[0].stuck = [])],
    [
      'a day that does not exist',
      'shape',
      'guide.steps.0.checked',
      ({ guide }) => (guide.steps[0].checked = '2026-02-30'),
    ],
    [
      'a page without https',
      'shape',
      'guide.links.billing.url',
      ({ guide }) => (guide.links.billing.url = 'http://chatgpt.com/'),
    ],
    [
      'a condition on an answer that nobody can give',
      'shape',
      'guide.steps.0.when.plan',
      ({ guide }) => (guide.steps[0].when = { plan: 'platinum' }),
    ],
    ['a condition that says nothing', 'shape', 'guide.steps.0.when', ({ guide }) => (guide.steps[0].when = {})],
    [
      'a condition by a key nobody knows',
      'shape',
      'guide.steps.0.when',
      ({ guide }) => (guide.steps[0].when = { plan: 'plus', mood: 'sad' }),
    ],
    [
      'a figure of the campaign without its day',
      'shape',
      'guide.campaign.7',
      ({ guide }) => delete guide.campaign[7].date,
    ],
    ['a figure nobody reports', 'shape', 'guide.campaign.7', ({ guide }) => (guide.campaign[7].sources = [])],
    [
      'something not found that has a source',
      'shape',
      'guide.campaign.23',
      ({ guide }) => (guide.campaign.find(({ group }: Loose) => group === 'unknown').sources = ['pcmag']),
    ],
    [
      'a biller nobody knows',
      'shape',
      'guide.steps.0.stopsBilling',
      ({ guide }) => (guide.steps[0].stopsBilling = 'bank'),
    ],
    ['a claim that nobody makes', 'shape', 'guide.claims.0.said', ({ guide }) => (guide.claims[0].said = [])],
    [
      'a text whose span of months ends before it begins',
      'shape',
      'guide.sources.help-7232927.since',
      ({ guide }) => (guide.sources['help-7232927'].since = '2026-11'),
    ],
    [
      'a span of months that ends on a day',
      'shape',
      'guide.sources.help-7232927.since',
      ({ guide }) => (guide.sources['help-7232927'].date = '2026-10-07'),
    ],
    ['a language without English beside it', 'english', 'en', ({ languages }) => delete languages.en],
  ],
  references: [
    [
      'an id twice',
      'unique',
      'steps.tell-others',
      (content) => content.guide.steps.push(structuredClone(step(content, 'tell-others'))),
    ],
    [
      'a way twice',
      'unique',
      'steps.cancel-web.ways.portal',
      (content) =>
        step(content, 'cancel-web').ways.push({ id: 'portal', path: ['settings', 'account', 'payment', 'manage'] }),
    ],
    [
      'a problem twice',
      'unique',
      'steps.tell-others.stuck.what',
      (content) => step(content, 'tell-others').stuck.push({ id: 'what' }),
    ],
    [
      'a note twice',
      'unique',
      'steps.locked-out.notes.never-tell',
      (content) => step(content, 'locked-out').notes.push({ id: 'never-tell', weight: 'plain' }),
    ],
    [
      'a trap twice',
      'unique',
      'steps.cancel-web.traps.card',
      (content) =>
        step(content, 'cancel-web').traps.push({ id: 'card', weight: 'money', facts: ['card-is-no-cancellation'] }),
    ],
    [
      'a claim twice',
      'unique',
      'claims.donations',
      ({ guide }) => guide.claims.push(structuredClone(guide.claims.find(({ id }: Loose) => id === 'donations'))),
    ],
    [
      'a step that wants a later one first',
      'order',
      'steps.export-data',
      (content) => (step(content, 'export-data').after = ['verify-export']),
    ],
    [
      'a step that wants one first that is not there',
      'order',
      'steps.export-data',
      (content) => (step(content, 'export-data').after = ['take-a-walk']),
    ],
    [
      'a source of a step that is not there',
      'source',
      'steps.export-data',
      (content) => step(content, 'export-data').sources.push('my-uncle'),
    ],
    ['a source of a page', 'source', 'links.billing', ({ guide }) => guide.links.billing.sources.push('my-uncle')],
    [
      'a source of a label',
      'source',
      'menu-labels.billing',
      ({ guide }) => guide.menuLabels.billing.sources.push('my-uncle'),
    ],
    [
      'a source of a translation',
      'source',
      'menu-labels.billing.fr',
      ({ guide }) => guide.menuLabels.billing.translations.fr.sources.push('my-uncle'),
    ],
    [
      'a source of a claim',
      'source',
      'claims.donations',
      ({ guide }) => guide.claims.find(({ id }: Loose) => id === 'donations').answered.push('my-uncle'),
    ],
    [
      'a source of what is reported of the campaign',
      'source',
      'campaign.what',
      ({ guide }) => guide.campaign.find(({ id }: Loose) => id === 'what').sources.push('my-uncle'),
    ],
    [
      'a source of a plan',
      'source',
      'plus',
      ({ guide }) => guide.plans.find(({ id }: Loose) => id === 'plus').sources.push('my-uncle'),
    ],
    [
      'a source of a biller',
      'source',
      'apple',
      ({ guide }) => guide.billers.find(({ id }: Loose) => id === 'apple').sources.push('my-uncle'),
    ],
    [
      'a source of another assistant',
      'source',
      'alternatives.claude',
      ({ guide }) => guide.alternatives.find(({ id }: Loose) => id === 'claude').sources.push('my-uncle'),
    ],
    [
      'a source of a price',
      'source',
      'prices.plus.USD',
      ({ guide }) =>
        guide.prices
          .find(({ plan, currency }: Loose) => plan === 'plus' && currency === 'USD')
          .sources.push('my-uncle'),
    ],
    [
      'a page of a step that is not there',
      'link',
      'steps.export-data',
      (content) => (step(content, 'export-data').link = 'nowhere'),
    ],
    [
      'a page of another assistant that is not there',
      'link',
      'alternatives.claude',
      ({ guide }) => (guide.alternatives.find(({ id }: Loose) => id === 'claude').link = 'nowhere'),
    ],
    [
      'a label that is not there',
      'label',
      'steps.cancel-web.billing',
      (content) => (step(content, 'cancel-web').ways[0].path = ['settings', 'nothing']),
    ],
    [
      'a page at a host nobody allowed',
      'host',
      'links.billing',
      ({ guide }) => (guide.links.billing.url = 'https://chatgpt.example.com/'),
    ],
    [
      'a page with a password in its address',
      'host',
      'links.billing',
      ({ guide }) => (guide.links.billing.url = 'https://me:secret@chatgpt.com/'),
    ],
    [
      'a page at a port of its own',
      'host',
      'links.billing',
      ({ guide }) => (guide.links.billing.url = 'https://chatgpt.com:8443/'),
    ],
    [
      'a host that only looks like one',
      'host',
      'links.billing',
      ({ guide }) => (guide.links.billing.url = 'https://ch\u0430tgpt.com/'),
    ],
    [
      'a character nobody can see, on a button',
      'character',
      'menuLabels.billing.en',
      ({ guide }) => (guide.menuLabels.billing.en = 'Bill\u200Bing'),
    ],
  ],
  'facts behind a sentence': [
    [
      'a trap that costs money and rests on nothing',
      'uncited',
      'steps.cancel-web.traps.card',
      (content) => delete part(content, 'cancel-web', 'traps', 'card').facts,
    ],
    [
      'a note that costs chats and rests on nothing',
      'uncited',
      'steps.save-by-hand.notes.owner',
      (content) => delete part(content, 'save-by-hand', 'notes', 'owner').facts,
    ],
    [
      'a gate that rests on nothing',
      'uncited',
      'steps.delete-account.facts.gate',
      (content) => delete step(content, 'delete-account').facts.gate,
    ],
    [
      'a cancellation whose end rests on nothing',
      'uncited',
      'steps.cancel-web.facts.worked',
      (content) => delete step(content, 'cancel-web').facts.worked,
    ],
    [
      'a trap on a fact that is not there',
      'fact',
      'steps.cancel-web.traps.card',
      (content) => part(content, 'cancel-web', 'traps', 'card').facts.push('earth-is-flat'),
    ],
    [
      'a gate on a fact that is not there',
      'fact',
      ['steps.delete-account.facts.gate', 'steps.delete-by-request.facts.gate'],
      (content) => step(content, 'delete-account').facts.gate.push('earth-is-flat'),
    ],
    // The five of the first reading: a promotion in two steps, failed charges, the letter, and how to know.
    [
      'a promotion at Apple whose sources the step does not name',
      'carried',
      ['steps.cancel-apple.traps.promotion', 'steps.cancel-apple.facts.stuck'],
      (content) => without(content, 'cancel-apple', 'help-8381046', 'help-10492689'),
    ],
    [
      'the same at Google',
      'carried',
      ['steps.cancel-google.traps.promotion', 'steps.cancel-google.facts.stuck'],
      (content) => without(content, 'cancel-google', 'help-8381046', 'help-10492689'),
    ],
    [
      'a letter nobody needs',
      'carried',
      'steps.cancel-web.traps.letter-sites',
      (content) => without(content, 'cancel-web', 'postclic'),
    ],
    [
      'how to know that it worked',
      'carried',
      'steps.cancel-web.facts.worked',
      (content) => without(content, 'cancel-web', 'legalclarity', 'chatgptcancel'),
    ],
    [
      'a fact without a source of the list',
      'source',
      'facts.a-day-ahead',
      ({ guide }) => guide.facts['a-day-ahead'].sources.push('my-uncle'),
    ],
    [
      'a fact nobody says',
      'unused-fact',
      'facts.earth-is-flat',
      ({ guide }) => (guide.facts['earth-is-flat'] = structuredClone(guide.facts['a-day-ahead'])),
    ],
    [
      'a weight nobody knows',
      'shape',
      'guide.steps.0.traps.0.weight',
      ({ guide }) => (guide.steps[0].traps[0].weight = 'heavy'),
    ],
    [
      'a path that stops before its last click',
      'path-end',
      'fr/steps.cancel-web.ways.portal.last',
      ({ fr }) => delete fr.steps['cancel-web'].ways.portal.last,
    ],
    [
      'a last click without a path',
      'unused-words',
      'fr/steps.tell-others.ways.words.last',
      ({ fr }) => (fr.steps['tell-others'].ways.words.last = 'fini'),
    ],
  ],
  dates: [
    [
      'a fact checked tomorrow',
      'future',
      'facts.a-day-ahead',
      ({ guide }) => (guide.facts['a-day-ahead'].checked = '2999-01-01'),
    ],
    [
      'a step checked tomorrow',
      'future',
      'steps.export-data',
      (content) => (step(content, 'export-data').checked = '2999-01-01'),
    ],
    ['a page', 'future', 'links.billing', ({ guide }) => (guide.links.billing.checked = '2999-01-01')],
    [
      'a claim',
      'future',
      'claims.donations',
      ({ guide }) => (guide.claims.find(({ id }: Loose) => id === 'donations').checked = '2999-01-01'),
    ],
    [
      'what is said of the campaign',
      'future',
      'campaign.what',
      ({ guide }) => (guide.campaign.find(({ id }: Loose) => id === 'what').checked = '2999-01-01'),
    ],
    [
      'another assistant',
      'future',
      'alternatives.claude',
      ({ guide }) => (guide.alternatives.find(({ id }: Loose) => id === 'claude').checked = '2999-01-01'),
    ],
    [
      'a plan',
      'future',
      'plans.plus',
      ({ guide }) => (guide.plans.find(({ id }: Loose) => id === 'plus').checked = '2999-01-01'),
    ],
    [
      'a biller',
      'future',
      'billers.apple',
      ({ guide }) => (guide.billers.find(({ id }: Loose) => id === 'apple').checked = '2999-01-01'),
    ],
    [
      'a price',
      'future',
      'prices.plus.USD',
      ({ guide }) =>
        (guide.prices.find(({ plan, currency }: Loose) => plan === 'plus' && currency === 'USD').checked =
          '2999-01-01'),
    ],
    ['a source, by its year alone', 'future', 'sources.wired', ({ guide }) => (guide.sources.wired.date = '2999')],
  ],
  'words somebody forgot': [
    ['a step', 'missing-words', 'fr/steps.tell-others', ({ fr }) => delete fr.steps['tell-others']],
    [
      'a way',
      'missing-words',
      'fr/steps.cancel-web.ways.portal',
      ({ fr }) => delete fr.steps['cancel-web'].ways.portal,
    ],
    [
      'the title of a way among several',
      'missing-words',
      'fr/steps.cancel-web.ways.portal.title',
      ({ fr }) => delete fr.steps['cancel-web'].ways.portal.title,
    ],
    [
      'a problem',
      'missing-words',
      'fr/steps.cancel-web.stuck.no-plan',
      ({ fr }) => delete fr.steps['cancel-web'].stuck['no-plan'],
    ],
    [
      'a note',
      'missing-words',
      'fr/steps.locked-out.notes.never-tell',
      ({ fr }) => delete fr.steps['locked-out'].notes['never-tell'],
    ],
    [
      'what a picture should show',
      'missing-words',
      'fr/steps.cancel-web.proof',
      ({ fr }) => delete fr.steps['cancel-web'].proof,
    ],
    [
      'what goes and what stays',
      'missing-words',
      'fr/steps.delete-account.gate',
      ({ fr }) => delete fr.steps['delete-account'].gate,
    ],
    [
      'whom a step in doubt concerns',
      'missing-words',
      'fr/steps.cancel-web.onlyIf',
      ({ fr }) => delete fr.steps['cancel-web'].onlyIf,
    ],
    [
      'whom a step for the charged concerns',
      'missing-words',
      'fr/steps.check-statement.onlyIf',
      ({ fr }) => delete fr.steps['check-statement'].onlyIf,
    ],
    ['a trap', 'missing-words', 'fr/steps.cancel-web.traps.card', ({ fr }) => delete fr.steps['cancel-web'].traps.card],
    [
      'what is said of something also in use',
      'missing-words',
      'fr/questions.uses.choices.siri.otherwise',
      ({ fr }) => delete fr.questions.uses.choices.siri.otherwise,
    ],
    [
      'what may look different',
      'missing-words',
      'fr/steps.cancel-web.different',
      ({ fr }) => delete fr.steps['cancel-web'].different,
    ],
    ['a page', 'missing-words', 'fr/links.billing', ({ fr }) => delete fr.links.billing],
    ['a claim', 'missing-words', 'fr/claims.donations', ({ fr }) => delete fr.claims.donations],
    [
      'what backs a claim',
      'missing-words',
      'fr/claims.donations.established',
      ({ fr }) => delete fr.claims.donations.established,
    ],
    ['a word on the campaign', 'missing-words', 'fr/campaign.what', ({ fr }) => delete fr.campaign.what],
    ['another assistant', 'missing-words', 'fr/alternatives.claude', ({ fr }) => delete fr.alternatives.claude],
    ['a word of the program', 'missing-words', 'fr/ui.common.back', ({ fr }) => delete fr.ui.common.back],
    [
      'a choice of a question',
      'missing-words',
      ['fr/questions.plan.choices.plus.label', 'fr/questions.plan.choices.plus.hint'],
      ({ fr }) => delete fr.questions.plan.choices.plus,
    ],
    ['the same in English', 'missing-words', 'en/links.billing', ({ en }) => delete en.links.billing],
  ],
  'words nobody needs': [
    [
      'of a step',
      'unused-words',
      'fr/steps.take-a-walk',
      ({ fr }) => (fr.steps['take-a-walk'] = structuredClone(fr.steps['tell-others'])),
    ],
    [
      'of a way',
      'unused-words',
      'fr/steps.cancel-web.ways.fax',
      ({ fr }) => (fr.steps['cancel-web'].ways.fax = { title: 'Par fax', do: ['Envoyez un fax.'] }),
    ],
    [
      'of a gate where all can be undone',
      'unused-words',
      'fr/steps.tell-others.gate',
      ({ fr }) => (fr.steps['tell-others'].gate = { goes: ['Tout'], stays: ['Rien'] }),
    ],
    ['of the program', 'unused-words', 'fr/ui.common.forwards', ({ fr }) => (fr.ui.common.forwards = 'En avant')],
    [
      'of a trap that is not there',
      'unused-words',
      'fr/steps.tell-others.traps.dog',
      ({ fr }) => (fr.steps['tell-others'].traps = { dog: 'Attention au chien.' }),
    ],
  ],
  sentences: [
    ['a message that does not parse', 'icu', 'en/steps.cancel-web.why', say('Open {menu_billing.')],
    [
      'a plural without "other"',
      'forms',
      'en/ui.ending.steps_left',
      ({ en }) => (en.ui.ending.steps_left = '{n, plural, one{# day}}'),
    ],
    [
      'a plural form the language does not have',
      'forms',
      'en/ui.ending.steps_left',
      ({ en }) => (en.ui.ending.steps_left = '{n, plural, one{# day} few{# days} other{# days}}'),
    ],
    ['a menu word that is not there', 'placeholder', 'en/steps.cancel-web.why', say('Open {menu_nothing}.')],
    ['a page that is not there', 'placeholder', 'en/steps.cancel-web.why', say('Open {page_nowhere}.')],
    ['a value where none is filled in', 'placeholder', 'en/steps.cancel-web.why', say('Before {date}.')],
    [
      'a placeholder that was dropped',
      'placeholder',
      'fr/ui.common.before',
      ({ fr }) => (fr.ui.common.before = 'avant'),
    ],
    [
      'a placeholder that was translated',
      'placeholder',
      'fr/ui.common.before',
      ({ fr }) => (fr.ui.common.before = 'avant le {jour}'),
    ],
    [
      'a placeholder dropped in one form',
      'placeholder',
      'fr/ui.common.min_then_days',
      ({ fr }) => (fr.ui.common.min_then_days = '{days, plural, one{# jour} other{# jours}}'),
    ],
    ['a character nobody can see', 'character', 'en/steps.cancel-web.why', say('Open\u200B the page.')],
    ['a character that turns the text round', 'character', 'en/steps.cancel-web.why', say('Open \u202Ethe page.')],
    ['an escape', 'character', 'en/steps.cancel-web.why', say('Open \u001B[31mthe page.')],
    ['a stand-in of the program', 'character', 'en/steps.cancel-web.why', say('Open \uE000the page.')],
    ['a straight apostrophe', 'apostrophe', 'en/steps.cancel-web.why', say("You don't need it.")],
    ['a French colon without its space', 'typography', 'fr/steps.cancel-web.why', dit('Une chose: ouvrez la page.')],
    ['a French mark behind a plain space', 'typography', 'fr/steps.cancel-web.why', dit('Ouvrez la page !')],
    ['a French quotation with plain spaces', 'typography', 'fr/steps.cancel-web.why', dit('Ouvrez « la page\u202F».')],
    ['a word that belittles', 'avoid', 'en/steps.cancel-web.why', say('You just open the page.')],
    ['the same in French', 'avoid', 'fr/steps.cancel-web.why', dit('Ouvrez simplement la page.')],
    [
      'actions called cancellations',
      'cancellations',
      'en/campaign.claimed-700000',
      ({ en }) => (en.campaign['claimed-700000'] = '700,000 cancellations by 13 February.'),
    ],
    [
      'people said to have cancelled',
      'cancellations',
      'en/claims.leverage.claim',
      ({ en }) => (en.claims.leverage.claim = 'By March, 1.5 million people cancelled.'),
    ],
    [
      'the same in French',
      'cancellations',
      'fr/campaign.claimed-700000',
      ({ fr }) => (fr.campaign['claimed-700000'] = '700\u202F000 résiliations le 13 février.'),
    ],
    [
      'a hint that is too long',
      'hint',
      'en/questions.plan.choices.plus.hint',
      ({ en }) => (en.questions.plan.choices.plus.hint = 'x'.repeat(41)),
    ],
    [
      'a menu word typed by hand, and once more where a sentence begins',
      'menu-word',
      'en/steps.cancel-web.why',
      say('Cancel plan is there. Choose Cancel plan.'),
    ],
    [
      'two menu words side by side',
      'menus-apart',
      'en/steps.cancel-web.why',
      say('Under {menu_cancel_plan} {menu_cancel} it is.'),
    ],
    ['a menu word typed by hand', 'menu-word', 'en/steps.cancel-web.why', say('Choose Cancel plan there.')],
    [
      'a French menu word typed by hand',
      'menu-word',
      'fr/steps.cancel-web.why',
      dit('Choisissez Résilier le forfait.'),
    ],
    ['a sentence that is too long', 'length', 'en/steps.cancel-web.why', say(`${LONG}.`)],
    [
      'the same inside a plural',
      'length',
      'en/ui.common.help_article',
      ({ en }) => (en.ui.common.help_article = `${LONG} {number}.`),
    ],
  ],
};

test('the real content has no problem', () => expect(checkContent(REAL, TODAY_OF_CHECK)).toMatchObject({ ok: true }));

describe.each(Object.entries(RULES))('%s', (_group, table) => {
  test.each(table)('%s: fails for "%s" at %s, and for nothing else', (_what, rule, where, spoil) => {
    const wanted = (typeof where === 'string' ? [where] : where).map((one) => ({ rule, where: one }));
    expect(problemsAfter(spoil).map((problem) => ({ rule: problem.rule, where: problem.where }))).toEqual(wanted);
  });
});

describe('what is allowed', () => {
  test.each<[string, (content: Loose) => void]>([
    ['a sentence of 25 words', say(`${LONG.slice(5)}.`)],
    ['a hint of 40 characters', ({ en }) => (en.questions.plan.choices.plus.hint = 'x'.repeat(40))],
    ['something to type that holds a word to avoid', say('Type `just`.')],
    [
      'a word to avoid in another language',
      dit('Ouvrez la page « just ».'.replace('« ', '«\u00A0').replace(' »', '\u00A0»')),
    ],
    ['the French marks in their places', dit('Une chose\u00A0: ouvrez la page\u202F!')],
    ['a sentence that begins with the words of a button', dit('Rien ne presse. Résilier le forfait n’y change rien.')],
    [
      'a plural with a form for one number',
      ({ en }) => (en.ui.ending.steps_left = '{n, plural, =0{none} one{# day} other{# days}}'),
    ],
    ['a page that is checked today', ({ guide }) => (guide.links.billing.checked = TODAY_OF_CHECK)],
  ])('%s', (_what, spoil) => expect(problemsAfter(spoil)).toEqual([]));
});

describe('a problem', () => {
  test('says what is wrong in words, with the text it is about', () =>
    expect(problemsAfter(say('You just open the page.'))[0]?.what).toContain('You just open the page.'));
  test('does not hide another one elsewhere', () => {
    const both = problemsAfter((content) => {
      delete content.fr.links.billing;
      content.en.steps['cancel-web'].why = 'Open {page_nowhere}.';
    });
    expect(both.map(({ rule }) => rule).sort()).toEqual(['missing-words', 'placeholder']);
  });
  test('every rule of the checks has its fixture here', () => {
    const code = readdirSync('scripts/content')
      // What does not fit on a screen has a test of its own beside this one.
      .filter((name) => name.startsWith('check-') && name !== 'check-fit.ts')
      .map((name) => readFileSync(`scripts/content/${name}`, 'utf8'))
      .join('\n');
    const rules = [...code.matchAll(/(?:rule: |report\()'([a-z-]+)'/g)].map(([, rule]) => rule);
    const fixtures = Object.values(RULES).flatMap((table) => table.map(([, rule]) => rule));
    expect([...new Set(rules)].sort()).toEqual([...new Set(fixtures)].sort());
  });
});

test('a source that stands in both files is named', async () => {
  const { appendFileSync, cpSync, mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    cpSync('content', folder, { recursive: true });
    appendFileSync(
      join(folder, 'guide', 'sources-press.yaml'),
      '\npostclic: { publisher: postclic.com, date: 2026-01 }\n',
    );
    expect(() => readContent(folder)).toThrow(/"postclic" stands in sources\.yaml and in sources-press\.yaml/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file that is no YAML is named', async () => {
  const { cpSync, mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    cpSync('content', folder, { recursive: true });
    writeFileSync(join(folder, 'fr', 'ui.yaml'), 'common: [unclosed');
    expect(() => readContent(folder)).toThrow(/fr.ui\.yaml is not YAML/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('sources', () => {
  // Whether it is one is another test's business.
  const guide = REAL.guide as unknown as Guide;
  const sources = Object.entries(guide.sources);
  const addressOf = ({ article, url }: Guide['sources'][string]): string | undefined =>
    url ?? (article === undefined ? undefined : `https://help.openai.com/articles/${article}`);
  const bare = sources.filter(([, source]) => addressOf(source) === undefined);

  test(`${sources.length - bare.length} of ${sources.length} have a public address`, () => {
    for (const [id, source] of sources) {
      const address = addressOf(source);
      if (address === undefined) continue;
      const url = new URL(address);
      expect([url.protocol, url.port, url.username, url.password], id).toEqual(['https:', '', '', '']);
      expect(url.hostname, id).toMatch(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/);
    }
  });
  test('no more than 42 go without one, and each of those names its publisher and its date', () => {
    expect(bare.length).toBeLessThanOrEqual(42);
    for (const [id, { publisher, date }] of bare)
      expect(
        [publisher, date].every((text) => text.length > 2),
        id,
      ).toBe(true);
  });
  test('none has both an article and an address, and no two are the same article', () => {
    expect(sources.filter(([, { article, url }]) => article !== undefined && url !== undefined)).toEqual([]);
    const articles = sources.flatMap(([, { article }]) => article ?? []);
    expect(articles.filter((article, index) => articles.indexOf(article) !== index)).toEqual([]);
  });
  test('every one is cited somewhere', () => {
    const { sources: _, ...rest } = guide;
    const cited = new Set(textsOf(rest, '').map(([, text]) => text));
    expect(sources.map(([id]) => id).filter((id) => !cited.has(id))).toEqual([]);
  });
});

describe('the real content beyond what the build checks', () => {
  const everything = JSON.stringify(REAL);
  test.each(['#settings/Subscription', 'chatgpt.com/settings/billing', 'help.openai.com/en/articles'])(
    'never names %s, which only others use',
    (address) => expect(everything.toLowerCase()).not.toContain(address.toLowerCase()),
  );
  test('alternatives stand in alphabetical order', () => {
    const names = guideSchema.parse(REAL.guide).alternatives.map(({ name }) => name);
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
  });
  test('every menu word is used by a step or a sentence', () => {
    const guide = guideSchema.parse(REAL.guide);
    const used = new Set(guide.steps.flatMap(({ ways }) => ways.flatMap(({ path = [] }) => path)));
    expect(Object.keys(guide.menuLabels).filter((id) => !used.has(id) && !everything.includes(`{menu_${id}}`))).toEqual(
      [],
    );
  });
  test('a language has as many lines to do, to try and to read as English', () => {
    // What a language says of itself is as long as it needs.
    const lines = (tag: string): readonly string[] =>
      textsOf(REAL.languages[tag], '')
        .map(([where]) => where)
        .filter((where) => !where.startsWith('language.'))
        .sort();
    for (const tag of Object.keys(REAL.languages)) expect(lines(tag), tag).toEqual(lines('en'));
  });
});

describe('an address', () => {
  test.each([
    ['https://chatgpt.com/#settings/Billing', undefined],
    ['https://CHATGPT.com/', undefined],
    ['chatgpt.com', 'not-an-address'],
    ['', 'not-an-address'],
    ['http://chatgpt.com/', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['https://evil.example/', 'unknown-host'],
    ['https://chatgpt.com.evil.example/', 'unknown-host'],
    ['https://evil.example/chatgpt.com', 'unknown-host'],
    ['https://chatgpt.com@evil.example/', 'credentials-or-port'],
    ['https://me@chatgpt.com/', 'credentials-or-port'],
    ['https://chatgpt.com:444/', 'credentials-or-port'],
    ['https://chatgpt.com:443/', undefined],
    ['https://chatgpt.com./', 'unknown-host'],
  ])('%j: %s', (address, refusal) => expect(refusalOf(address)).toBe(refusal));
});

test('spoiling a copy leaves the real content whole', () => {
  spoilt(({ languages }) => delete languages.en);
  expect(Object.keys(REAL.languages)).toContain('en');
});

test('a missing file is called missing, and a path that stops too early says where its end is written', () => {
  const [missing] = problemsAfter(({ fr }) => delete fr.claims);
  expect(missing?.what).toBe('content/fr lacks this file; content/en has it');
  const [, , , ...rest] = Object.keys(REAL.languages['en']?.['steps'] ?? {});
  const told = rest.flatMap((id) => problemsAfter(({ en }) => delete en.steps[id].ways?.web?.last).slice(0, 1));
  expect(told.filter(({ rule }) => rule === 'path-end')[0]?.what).toContain('say in `last`');
});

test('the smallest step of the documentation is one that builds', () => {
  const blocks = [...readFileSync('docs/adding-a-step.md', 'utf8').matchAll(/```yaml\n([^]*?)```/g)];
  const [facts, words] = blocks.map(([, text = '']) => parse(text) as Loose);
  const problems = problemsAfter((content) => {
    content.guide.steps.push(...facts);
    for (const tag of Object.keys(content.languages)) Object.assign(content[tag].steps, words);
  });
  expect(problems).toEqual([]);
});
