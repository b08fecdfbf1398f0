// Screens that end something else, or nothing yet, were read as cancelled; some ends and days were not seen. One of each kind.
import { expect, test } from 'vitest';
import { readingWords } from '../../src/content/compiled/reading-words';
import { judge } from '../../src/proof/reading/judge';
import { linesOf, packed } from '../proof/reading/made-lines';

const judged = (...rows: readonly (string | readonly string[])[]) =>
  judge(linesOf(...rows), readingWords, '2026-11-27');

test.each<[string, readonly (string | readonly string[])[]]>([
  ['a billing period', ['Billing', 'ChatGPT Plus', 'Billing period ends December 19, 2026']],
  ['a price', ['Billing', 'ChatGPT Plus', 'Your current price ends on January 1, 2027']],
  ['credits', ['Billing', 'ChatGPT', 'Sora credits', 'Expire on December 19, 2026']],
  [
    'a free month before the first charge',
    ['Billing', 'ChatGPT Plus', 'Free until December 19, 2026, then $20 a month'],
  ],
  [
    'one plan for another',
    ['Billing', 'Your ChatGPT Plus plan ends on December 19, 2026.', 'ChatGPT Pro starts on December 19, 2026'],
  ],
  [
    'a threat',
    [
      'Billing',
      'We could not charge your card.',
      'Your ChatGPT Plus plan will be canceled on December 19, 2026 unless you update it',
    ],
  ],
  ['a dialog', ['ChatGPT', 'Your Plus plan will be canceled on December 19, 2026.', 'Keep plan', 'Cancel plan']],
  [
    'a deletion to be confirmed',
    [
      'OpenAI',
      'We received your request to delete your account.',
      'Please confirm within 7 days that you want it deleted.',
    ],
  ],
  [
    'what will be unless something is done',
    ['Billing', 'Add your tax number by December 4, 2026, or your ChatGPT Plus plan will be canceled.'],
  ],
  [
    'the same in French',
    [
      'Facturation',
      'Ajoutez votre numéro de TVA avant le 4 décembre 2026, sinon votre forfait ChatGPT Plus sera résilié.',
    ],
  ],
  [
    'the same in German',
    ['Abrechnung', 'Bestätige deine Adresse bis zum 4. Dezember 2026, sonst wird dein ChatGPT-Abo gekündigt.'],
  ],
  [
    'the same in Spanish',
    ['Facturación', 'Añade tu NIF antes del 4 de diciembre de 2026 o tu plan ChatGPT Plus será cancelado.'],
  ],
  [
    'the same in Portuguese',
    ['Cobrança', 'Informe seu CPF até 4 de dezembro de 2026, ou seu plano ChatGPT Plus será cancelado.'],
  ],
  [
    'the same in Italian',
    [
      'Fatturazione',
      'Aggiungi il codice fiscale entro il 4 dicembre 2026, altrimenti il tuo piano ChatGPT Plus verrà annullato.',
    ],
  ],
  [
    'somebody in a chat',
    ['WG Südstadt', ['Tobi: Hab ChatGPT gekündigt, läuft noch bis 20.12.', '19:11'], ['Lena: echt?', '19:12']],
  ],
  ['a member in a list', ['ChatGPT', 'Abonnement', ['Tom Vasseur', 'Membre', 'Prend fin le 31/12/2026']]],
  ['a denial', ['Billing', 'Your ChatGPT Plus plan was not canceled.']],
  ['a denial in French', ['Facturation', 'Votre abonnement ChatGPT Plus n’a pas été annulé.']],
  ['another company', ['Inbox', 'ChatGPT', 'Your Netflix membership was cancelled and ends on December 19, 2026.']],
  ['a lesson', ['Help', 'How to cancel ChatGPT Plus', 'Your plan will then show that it ends on December 19, 2026.']],
  [
    'a quotation over two sentences',
    ['ChatGPT', '"Your subscription has been cancelled. It ends on 4 January 2027."', 'Did you get this mail?'],
  ],
])('%s is no end', (_what, rows) => expect(['ending', 'deleted']).not.toContain(judged(...rows).plan));

test.each<[string, readonly (string | readonly string[])[], string]>([
  [
    'the day of the end, not of the cancelling',
    ['Billing', 'ChatGPT Plus', 'Canceled on November 27, 2026. Your access ends December 19, 2026.'],
    '2026-12-19',
  ],
  [
    '“through”',
    ['Billing', 'ChatGPT Plus', 'Plus was canceled. It stays available through December 19, 2026.'],
    '2026-12-19',
  ],
  [
    'no year and a time of day',
    ['Abrechnung', 'ChatGPT Plus', 'Dein Abo wurde gekündigt und endet am 20.12. 19:11 Uhr.'],
    '2026-12-20',
  ],
  ['no year', ['Abrechnung', 'ChatGPT Plus', 'Abo gekündigt', ['Läuft ab', '05.01.']], '2027-01-05'],
  [
    'a weekday and no year',
    ['Billing', 'ChatGPT Plus', 'Your plan was canceled', ['Ends', 'Sat 19 Dec.']],
    '2026-12-19',
  ],
])('%s is seen', (_what, rows, on) =>
  expect(judged(...rows)).toMatchObject({ plan: 'ending', day: { kind: 'day', on } }),
);

test.each([
  [
    'en',
    'Apple',
    'This confirms that you cancelled the following subscription:',
    'ChatGPT Plus (monthly)',
    'You can go on using it until 19 December 2026.',
  ],
  [
    'fr',
    'Boîte de réception',
    'Ce message confirme que vous avez résilié votre abonnement ChatGPT Plus.',
    'Vous gardez l’accès jusqu’au 19 décembre 2026.',
  ],
  [
    'de',
    'Posteingang',
    'Diese Mail bestätigt, dass du dein ChatGPT-Abo gekündigt hast.',
    'Du kannst Plus noch bis zum 19. Dezember 2026 nutzen.',
  ],
  [
    'es',
    'Recibidos',
    'Este correo confirma que has cancelado tu suscripción a ChatGPT Plus.',
    'Conservas el acceso hasta el 19 de diciembre de 2026.',
  ],
  [
    'pt-BR',
    'Caixa de entrada',
    'Este e-mail confirma que você cancelou sua assinatura do ChatGPT Plus.',
    'O acesso continua até 19 de dezembro de 2026.',
  ],
  [
    'it',
    'Posta in arrivo',
    'Questa e-mail conferma che hai disdetto il tuo abbonamento a ChatGPT Plus.',
    'Puoi usarlo fino al 19 dicembre 2026.',
  ],
])('what confirms an end is no request to confirm one (%s)', (_lang, ...rows) =>
  expect(judged(...rows)).toMatchObject({ plan: 'ending', day: { kind: 'day', on: '2026-12-19' } }),
);

test.each<[string, string, readonly (string | readonly string[])[]]>([
  [
    'goes-on',
    'a trial',
    [
      'Billing',
      'Your ChatGPT Plus plan ends on December 19, 2026.',
      'Then $20 a month.',
      'ChatGPT Pro starts on December 19, 2026',
    ],
  ],
  [
    'told',
    'a dialog',
    ['ChatGPT', 'Your Plus plan will be canceled on December 19, 2026.', 'Keep plan', 'Cancel plan'],
  ],
  [
    'unconfirmed',
    'a request',
    ['OpenAI', 'Your account will be deleted.', 'Please confirm within 7 days that you want it deleted.'],
  ],
  [
    'denied',
    'a failure',
    ['Billing', 'Your ChatGPT Plus plan was not canceled.', 'Your plan ends on December 19, 2026.'],
  ],
  [
    'others',
    'another company',
    ['ChatGPT', 'Netflix', 'Your Netflix membership was cancelled.', 'Your membership ends on December 19, 2026.'],
  ],
])('what speaks against it is said: %s (%s)', (against, _what, rows) =>
  expect(judged(...rows)).toMatchObject({ plan: 'unsaid', against }),
);

test('a sentence that is broken before a capital letter is one', () => {
  expect(
    judge(
      packed(
        'Hi Harriet, the news:',
        'Your 50% student discount on the ChatGPT',
        'Plus plan expires on December 31, 2026.',
      ),
      readingWords,
      '2026-11-27',
    ).plan,
  ).toBe('unsaid');
});
test('two names in one row of tabs say nothing of what stands under them, whichever of them was read a pixel lower', () => {
  const lines = linesOf(
    ['Netflix', 'ChatGPT'],
    'Mitgliedschaft gekündigt',
    'Die Mitgliedschaft endet am 15. Dezember 2026.',
  );
  const lower = lines.map((line, row) =>
    row > 0
      ? line
      : {
          ...line,
          words: line.words.map((word, at) =>
            at === 0 ? word : { ...word, box: { ...word.box, top: word.box.top + 2, bottom: word.box.bottom + 2 } },
          ),
        },
  );
  expect(judge(lower, readingWords, '2026-11-27').plan).toBe('unsaid');
});
test('in a list of contracts an end is of the one in whose row it stands', () => {
  const head = ['Vertrag', 'Betrag', 'Status'];
  expect(
    judged(head, ['OpenAI ChatGPT', '22,99 €', 'läuft'], ['FitX', '29,00 €', 'gekündigt zum 31.01.2027'], 'Verträge')
      .plan,
  ).toBe('unsaid');
  expect(
    judged(head, ['FitX', '29,00 €', 'läuft'], ['OpenAI ChatGPT', '22,99 €', 'gekündigt zum 31.01.2027'], 'Verträge')
      .plan,
  ).toBe('ending');
});
test('a page whose address is of another host is no page of the service that a tab names', () => {
  const page = (host: string) =>
    judged(['Minha conta', 'ChatGPT'], host, 'Assinatura cancelada com sucesso', 'Acesso até 13/12/2026');
  expect(page('minhaconta.filmes.example/plano').plan).toBe('unsaid');
  expect(page('chatgpt.com/#settings').plan).toBe('ending');
});

test('nothing speaks against a page that names no end', () =>
  expect(judged('Billing', 'ChatGPT Plus', 'How to cancel your plan').against).toBeUndefined());
