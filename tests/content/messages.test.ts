// Messages as lines: menu words, pages and typed words in their places.
import { describe, expect, test } from 'vitest';
import { lineSpeaker, menuLabel, say } from '../../src/content/messages';
import type { Guide, Message } from '../../src/content/schema';

const label = (
  en: string,
  translations: Readonly<Record<string, readonly string[]>> = {},
): Guide['menuLabels'][string] => ({
  on: 'chatgpt',
  en,
  sources: ['somebody'],
  translations: Object.fromEntries(
    Object.entries(translations).map(([tag, text]) => [tag, { text, confidence: 'high', sources: ['somebody'] }]),
  ),
});
const guide: Pick<Guide, 'menuLabels' | 'links'> = {
  menuLabels: {
    billing: label('Billing', { fr: ['Facturation'], 'pt-BR': ['faturamento'] }),
    cancel: label('Cancel'),
    name: { ...label('ChatGPT'), named: true },
    delete: label('Delete', { fr: ['Supprimer', 'Effacer'] }),
    same: label('Menu', { fr: ['Menu'] }),
  },
  links: {
    'privacy-portal': {
      url: 'https://privacy.openai.com/',
      checked: '2026-11-21',
      sources: ['somebody'],
      confidence: 'high',
      group: 'account',
    },
  },
};
const message =
  (text: string): Message =>
  (args) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name]));
const french = lineSpeaker(guide, 'fr');
const english = lineSpeaker(guide, 'en');

describe('a menu word', () => {
  test.each([
    ['billing', 'fr', { kind: 'label', text: 'Facturation', english: 'Billing' }],
    ['billing', 'fr-CA', { kind: 'label', text: 'Facturation', english: 'Billing' }],
    ['billing', 'pt-BR', { kind: 'label', text: 'faturamento', english: 'Billing' }],
    ['billing', 'pt', { kind: 'label', text: 'Billing', unattested: true }],
    ['billing', 'en', { kind: 'label', text: 'Billing' }],
    ['billing', 'ja', { kind: 'label', text: 'Billing', unattested: true }],
    ['cancel', 'fr', { kind: 'label', text: 'Cancel', unattested: true }],
    ['delete', 'fr', { kind: 'label', text: 'Supprimer / Effacer', english: 'Delete' }],
    ['name', 'fr', { kind: 'label', text: 'ChatGPT' }],
    ['same', 'fr', { kind: 'label', text: 'Menu', english: 'Menu' }],
  ])('%s in %s', (id, menuLang, inline) => expect(menuLabel(guide, id, menuLang)).toEqual(inline));
  test('that is not there is a mistake, and is named', () => {
    expect(() => menuLabel(guide, 'nothing', 'en')).toThrow(/"nothing"/);
    expect(() => english(message('Open {menu_nothing}.'))).toThrow(/"nothing"/);
  });
});

describe('a line', () => {
  test('has menu words where they stand in the sentence', () =>
    expect(french(message('Choisissez {menu_billing}, puis {menu_cancel}.'))).toEqual([
      'Choisissez ',
      { kind: 'label', text: 'Facturation', english: 'Billing' },
      ', puis ',
      { kind: 'label', text: 'Cancel', unattested: true },
      '.',
    ]));
  test('has the addresses of pages, hyphens and all', () =>
    expect(english(message('Use {page_privacy_portal} now'))).toEqual([
      'Use ',
      { kind: 'address', url: 'https://privacy.openai.com/' },
      ' now',
    ]));
  test('sets apart what is typed', () => {
    expect(english('Type `DELETE` here.')).toEqual(['Type ', { kind: 'code', text: 'DELETE' }, ' here.']);
    expect(english(message('Type `DELETE`, {menu_cancel}'))).toEqual([
      'Type ',
      { kind: 'code', text: 'DELETE' },
      ', ',
      { kind: 'label', text: 'Cancel' },
    ]);
    expect(english('One ` alone')).toEqual(['One ` alone']);
  });
  test('fills in values before menu words, and a value is only ever text', () => {
    expect(english(message('Before {date}, {menu_cancel}.'), { date: '3 December' })).toEqual([
      'Before 3 December, ',
      { kind: 'label', text: 'Cancel' },
      '.',
    ]);
    expect(english(message('{n}'), { n: 0 })).toEqual(['0']);
    expect(english(message('{name}'), { name: '{menu_cancel}' })).toEqual(['{menu_cancel}']);
    expect(english(message('For {name}.'), { name: '\uE000menu_nothing\uE001' })).toEqual([
      'For \uFFFDmenu_nothing\uFFFD.',
    ]);
  });
  test('of a plain text is that text', () => expect(english('Open the page.')).toEqual(['Open the page.']));
});

test('as plain text, a message is itself with its values', () => {
  expect(say('Back')).toBe('Back');
  expect(say(message('{n} of {total}'), { n: 1, total: 2 })).toBe('1 of 2');
});
