// What is said about a picture, from its words alone: plans that go on, plans that end, and what is neither, in six languages.
import { describe, expect, test } from 'vitest';
import { readingWords } from '../../../src/content/compiled/reading-words';
import { fitOf, judge } from '../../../src/proof/reading/judge';
import type { Judgement } from '../../../src/proof/reading/judge';
import { linesOf } from './made-lines';

const TODAY = '2026-11-22';
const judged = (...rows: readonly (string | readonly string[])[]): Judgement =>
  judge(linesOf(...rows), readingWords, TODAY);
const on = (day: string) => ({ kind: 'day', on: day });

describe('ChatGPT’s own page', () => {
  test.each<[string, string, string, string]>([
    ['en', 'Billing', 'Your plan renews on December 3, 2026.', 'Cancel plan'],
    ['fr', 'Facturation', 'Votre forfait se renouvelle le 3 décembre 2026.', 'Résilier le forfait'],
    ['de', 'Abrechnung', 'Dein Abo verlängert sich am 3. Dezember 2026.', 'Abo kündigen'],
    ['es', 'Facturación', 'Tu plan se renueva el 3 de diciembre de 2026.', 'Cancelar plan'],
    ['pt-BR', 'Faturamento', 'Seu plano será renovado em 3 de dezembro de 2026.', 'Cancelar plano'],
    ['it', 'Fatturazione', 'Il tuo piano si rinnova il 3 dicembre 2026.', 'Annulla piano'],
  ])('an active plan with its button to cancel is active (%s)', (_lang, title, says, button) => {
    expect(judged(title, 'ChatGPT Plus', [says, button])).toEqual({
      looks: 'openai',
      plan: 'active',
      day: on('2026-12-03'),
    });
  });

  test.each<[string, string, string, string]>([
    ['en', 'Billing', 'Your plan was canceled and ends on December 3, 2026.', 'Renew plan'],
    ['en', 'Billing', 'Your plan will not renew. Access ends on Dec 3, 2026.', 'Renew plan'],
    ['fr', 'Facturation', 'Votre forfait a été résilié et prend fin le 3 déc. 2026.', 'Renouveler le forfait'],
    ['fr', 'Facturation', 'Votre forfait ne sera pas renouvelé. Il se termine le 3 décembre 2026.', 'Renouveler'],
    ['de', 'Abrechnung', 'Dein Abo wurde gekündigt und endet am 03.12.2026.', 'Abo verlängern'],
    ['de', 'Abrechnung', 'Dein Abo wird nicht verlängert. Es läuft am 3. Dez. 2026 ab.', 'Abo verlängern'],
    ['es', 'Facturación', 'Tu plan no se renovará. Termina el 3/12/2026.', 'Renovar plan'],
    ['pt-BR', 'Faturamento', 'Seu plano foi cancelado e termina em 3 de dez. de 2026.', 'Renovar plano'],
    ['it', 'Fatturazione', 'Il tuo piano è stato annullato e termina il 3 dic 2026.', 'Rinnova piano'],
  ])('a cancelled plan with its button to renew is ending (%s: %s, %s)', (_lang, title, says, button) => {
    expect(judged(title, 'ChatGPT Plus', [says, button])).toEqual({
      looks: 'openai',
      plan: 'ending',
      day: on('2026-12-03'),
    });
  });

  test.each([
    ['You can cancel at any time. If you cancel, your plan ends with the period you paid for.'],
    ['Si vous résiliez, votre forfait prend fin le 3 décembre 2026.'],
    ['Wenn du kündigst, endet dein Abo am 3. Dezember 2026.'],
    ['Si cancelas, tu plan termina el 3 de diciembre de 2026.'],
    ['Se cancelar, o plano termina em 3 de dezembro de 2026.'],
    ['Se annulli, il piano termina il 3 dicembre 2026.'],
    ['Would you like your plan to be cancelled?'],
  ])('what would be is not what is: “%s”', (says) => {
    expect(judged('Settings', 'ChatGPT Plus', says).plan).toBe('unsaid');
  });

  test.each([
    ['active', 'Wird am 13. Dez. automatisch erneuert', 'Abrechnung'],
    ['active', 'Siguiente cobro el 13 de dic.', 'Facturación'],
    ['active', 'Auto-renews on Dec 13', 'Billing'],
    ['active', 'Renouvellement automatique le 13 déc.', 'Facturation'],
    ['unsaid', 'Your trial ends on Dec 13, then $20 per month', 'Billing'],
    ['unsaid', 'Visa, card expires 12/13/2027', 'Billing'],
    ['ending', 'Cancels Dec 13', 'Billing'],
    ['ending', 'Le renouvellement automatique est désactivé.', 'Facturation'],
    ['ending', 'Assinatura ativa até 13/12/2026', 'Faturamento'],
    ['ending', 'L’abbonamento si concluderà il 13 dicembre 2026', 'Fatturazione'],
    ['ending', 'Deine Mitgliedschaft endet zum 13.12.2026', 'Abrechnung'],
  ])('%s: “%s”', (plan, says, title) => expect(judged(title, 'ChatGPT Plus', says).plan).toBe(plan));

  test('a page that says both is mixed', () => {
    expect(
      judged('Billing', 'ChatGPT Plus', 'Your plan renews on 3 December 2026', 'Your plan was cancelled').plan,
    ).toBe('mixed');
  });

  test('a slip of the reading changes nothing', () => {
    expect(judged('Fakturation', 'Chat GPT Plus', 'Seu plano seré renovado em 3 de dezembro de 2026').plan).toBe(
      'active',
    );
    expect(judged('Billing', 'ChatGPT Plus', 'Your plan was canceIed and ends on Decernber 3, 2026.').plan).toBe(
      'ending',
    );
  });

  test('a button to cancel with a letter lost stays a button', () => {
    expect(judged('Facturation', 'ChatGPT Plus', 'Annuler', 'Résilier le forfait').plan).toBe('unsaid');
  });
});

describe('the stores', () => {
  test('Apple: the date stands beside the words', () => {
    expect(judged('Apple Account', 'Subscriptions', 'ChatGPT', ['Expires on', 'Dec 3, 2026'])).toEqual({
      looks: 'apple',
      plan: 'ending',
      day: on('2026-12-03'),
    });
  });
  test('Google: a next payment is an active plan', () => {
    expect(judged('Google Play', 'Abonnements', 'ChatGPT Plus', 'Prochain paiement : 3 décembre 2026')).toEqual({
      looks: 'google',
      plan: 'active',
      day: on('2026-12-03'),
    });
  });
  test('another subscription that has ended says nothing about ChatGPT', () => {
    const rows = [
      'App Store',
      'Subscriptions',
      'ChatGPT',
      'Renews on 3 December 2026',
      'Cancel subscription',
      'Inactive',
      'Older ones',
      'Bought in spring',
      'Filmbox',
      'Expired on 1 May 2026',
    ];
    expect(judged(...rows)).toMatchObject({ looks: 'apple', plan: 'active' });
  });
});

describe('notices and pictures of something else', () => {
  test.each([
    ['Your account has been deleted'],
    ['Votre compte sera définitivement supprimé sous 30 jours.'],
    ['Dein Konto wurde gelöscht'],
    ['Tu cuenta ha sido eliminada'],
    ['Sua conta foi excluída'],
    ['Il tuo account è stato eliminato'],
  ])('“%s” is a deletion', (says) => {
    expect(judged('ChatGPT', says)).toMatchObject({ looks: 'notice', plan: 'deleted' });
  });
  test('somebody else’s subscription is nothing', () => {
    expect(judged('Filmbox', 'Billing', 'Your plan was canceled and ends on December 3, 2026.')).toEqual({
      looks: 'none',
      plan: 'unsaid',
    });
  });
  test('no words, no opinion', () => {
    expect(judge([], readingWords, TODAY)).toEqual({ looks: 'none', plan: 'unsaid' });
  });
});

describe('dates', () => {
  test.each<[string, unknown]>([
    ['12/3/2026', { kind: 'ambiguous', either: ['2026-03-12', '2026-12-03'] }],
    ['12/13/2026', on('2026-12-13')],
    ['2026-12-03', on('2026-12-03')],
    ['3rd of December', on('2026-12-03')],
    ['January 5', on('2027-01-05')],
    ['30 February 2027', undefined],
  ])('English “%s”', (date, day) => {
    expect(judged('Billing', 'ChatGPT Plus', `Your plan renews on ${date}`).day).toEqual(day);
  });
  test('numbers are day first outside English', () => {
    expect(judged('Facturation', 'ChatGPT Plus', 'Votre forfait se renouvelle le 03/12/2026').day).toEqual(
      on('2026-12-03'),
    );
  });
});

describe('of several things that a page says', () => {
  const page = ['Billing', 'ChatGPT Plus'] as const;
  const between = Array.from({ length: 12 }, () => 'Words');
  const ended = 'Your plan was canceled.';
  const renews = 'Your plan renews on December 3, 2026';

  test('the one nearest under the name of the service counts, where nothing else stands about as near', () => {
    expect(judged(...page, ended, ...between, renews).plan).toBe('ending');
    expect(judged(...page, renews, ...between, ended).plan).toBe('active');
    expect(judged(...page, renews, ended).plan).toBe('mixed');
  });
  test('what stands above the name is farther than what stands as near under it', () =>
    expect(judged('Billing', renews, 'Words', 'Words', 'Words', 'ChatGPT Plus', 'Words', ended).plan).toBe('ending'));
  test('a deletion outweighs the end of a plan, whichever stands first', () => {
    const deleted = 'Your account has been deleted';
    expect(judged('ChatGPT', ended, deleted).plan).toBe('deleted');
    expect(judged('ChatGPT', deleted, ended).plan).toBe('deleted');
  });
  test('the day of the end goes before that of the cancelling, and a sentence with a day before one without', () => {
    const cancelled = 'Your plan was canceled on November 20, 2026.';
    expect(judged(...page, cancelled, 'Access ends on December 3, 2026.').day).toEqual(on('2026-12-03'));
    expect(judged(...page, 'Your plan renews soon', renews).day).toEqual(on('2026-12-03'));
  });
});

test.each<[string, readonly string[], unknown]>([
  ['the only one to come', ['December 3, 2026'], on('2026-12-03')],
  ['one that may be two', ['12/3/2026'], { kind: 'ambiguous', either: ['2026-03-12', '2026-12-03'] }],
  ['written twice', ['December 3, 2026', 'December 3'], on('2026-12-03')],
  ['one of two', ['December 3, 2026', 'December 9, 2026'], undefined],
  ['today', ['November 22, 2026'], undefined],
  ['past', ['November 3, 2026'], undefined],
  ['beside that of an invoice', ['December 3, 2026', 'Invoice of December 9, 2026'], on('2026-12-03')],
  ['beside that of a card', ['December 3, 2026', 'Visa card expires December 9, 2026'], on('2026-12-03')],
  ['beside that of another service', ['December 3, 2026', 'Netflix December 9, 2026'], on('2026-12-03')],
])('where an end has no day of its own, a day elsewhere on the page is taken for it: %s', (_which, days, day) =>
  expect(judged('Billing', 'ChatGPT Plus', 'Your plan was canceled.', 'Something', 'More', ...days).day).toEqual(day),
);

test('how a picture goes with its step', () => {
  const cancel = { biller: 'apple', deletes: false } as const;
  expect(fitOf({ looks: 'apple', plan: 'ending' }, cancel)).toBe('fits');
  expect(fitOf({ looks: 'apple', plan: 'active' }, cancel)).toBe('still-active');
  expect(fitOf({ looks: 'openai', plan: 'ending' }, cancel)).toBe('other-biller');
  expect(fitOf({ looks: 'notice', plan: 'ending' }, cancel)).toBe('fits');
  expect(fitOf({ looks: 'none', plan: 'unsaid' }, cancel)).toBe('unsure');
  expect(fitOf({ looks: 'openai', plan: 'mixed' }, { deletes: false })).toBe('mixed');
  expect(fitOf({ looks: 'notice', plan: 'deleted' }, { deletes: true })).toBe('fits');
  expect(fitOf({ looks: 'openai', plan: 'ending' }, { deletes: true })).toBe('not-deletion');
  expect(fitOf({ looks: 'apple', plan: 'unsaid' }, cancel)).toBe('unsure');
  expect(fitOf({ looks: 'none', plan: 'ending' }, cancel)).toBe('unsure');
  expect(fitOf({ looks: 'openai', plan: 'unsaid' }, { deletes: true })).toBe('unsure');
  expect(fitOf({ looks: 'openai', plan: 'active' }, { deletes: true })).toBe('not-deletion');
  expect(fitOf({ looks: 'google', plan: 'mixed' }, cancel)).toBe('mixed');
  expect(fitOf({ looks: 'google', plan: 'ending' }, { deletes: false })).toBe('fits');
  expect(fitOf({ looks: 'notice', plan: 'deleted' }, cancel)).toBe('fits');
});
