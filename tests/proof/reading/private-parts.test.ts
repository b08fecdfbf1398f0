// What would be blacked out, from words and boxes alone; and that words of a picture show themselves to nobody.
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readingWords } from '../../../src/content/compiled/reading-words';
import { privateParts } from '../../../src/proof/reading/private-parts';
import { Unshareable } from '../../../src/proof/reading/unshareable';
import { linesOf, packed } from './made-lines';

/** The words that would be covered, as `kind:words`. */
function hidden(row: string | readonly string[], name?: string): readonly string[] {
  const [line] = linesOf(row);
  if (line === undefined) return [];
  return privateParts([line], readingWords, name).map(
    ({ kind, box }) =>
      `${kind}:${line.words
        .filter((word) => word.box.left >= box.left && word.box.right <= box.right)
        .map(({ text }) => Unshareable.wordsOf(text))
        .join(' ')}`,
  );
}

describe('what is covered', () => {
  test.each<[string, readonly string[]]>([
    ['ana.martin@example.com', ['email:ana.martin@example.com']],
    ['ana.marän©example.com', ['email:ana.marän©example.com']],
    ['Ana.Lopez1987(@example.co.uk', ['email:Ana.Lopez1987(@example.co.uk']],
    ['anamartin.example.com', ['email:anamartin.example.com']],
    ['ana. martin @ example.com', ['email:ana. martin @ example.com']],
    ['ana. martin © example.com', ['email:ana. martin © example.com']],
    ['ana martin © example', ['email:ana martin © example']],
    ['+33 6 12 34 56 78', ['phone:+33 6 12 34 56 78']],
    ['Telefonnummer 030 1234567', ['phone:030 1234567']],
    ['(415) 555-2671 22', ['phone:(415) 555-2671 22']],
    ['Visa •••• 4242', ['card:4242']],
    ['Visa see 4242', ['card:4242']],
    ['Mastercard ending in 4242', ['card:4242']],
    ['Carte se terminant par 4242', ['card:4242']],
    ['4242 4242 4242 4242', ['phone:4242 4242 4242 4242', 'card:4242 4242 4242 4242']],
    ['Rechnung A1B2C3D4-0007', ['invoice:A1B2C3D4-0007']],
    ['Factura n.º 20260001', ['invoice:20260001']],
    ['GPA.3301-1234-5678-90123', ['invoice:GPA.3301-1234-5678-90123']],
    ['Visa x7731', ['card:x7731']],
    ['Visae°* 7731', ['card:7731']],
    ['Visa *4242', ['card:*4242']],
    ['SEPA-Lastschrift ••31', ['card:••31']],
    ['SEPA-Lastschrift «31', ['card:«31']],
    ['DE44••••••4931', ['card:DE44••••••4931']],
    ['IBAN FR7630006000011234567890189', ['card:FR7630006000011234567890189']],
    ['IBAN NL91 ABNA 0417 1643 00', ['phone:0417 1643 00', 'card:NL91 ABNA 0417 1643 00']],
    ['INV-2026-00431', ['invoice:INV-2026-00431']],
    ['Rechnungsnr. RE 10-4432', ['invoice:10-4432']],
    ['Customer cus_Q8sKd92hFaLOxZ', ['invoice:cus_Q8sKd92hFaLOxZ']],
    ['org-a8Kd92hsFaLOxZqQ', ['invoice:org-a8Kd92hsFaLOxZqQ']],
    ['GPA.3312…', ['invoice:GPA.3312…']],
  ])('“%s”', (text, parts) => expect(hidden(text)).toEqual(parts));

  test.each([
    ['Your plan ends on December 3, 2026.'],
    ['13.12.2026'],
    ['2026-12-03'],
    ['€23.00'],
    ['chatgpt.com'],
    ['https://chatgpt.com/#settings'],
    ['Plus €23.00 / month'],
    ['3/12/2026'],
    ['Plus $20.00'],
    ['© 2026 OpenAI'],
    ['Copyright *2026'],
    ['Terms of 2026'],
    ['Plan x64'],
    ['Hi there,'],
    ['Hello ChatGPT,'],
    ['Via App Store'],
    ['2 members'],
    ['In 5 days, spring begins'],
    ['Spring 2026'],
    ['Line 12 of a long page'],
    ['Wag 3 times'],
    ['user-agent'],
  ])('nothing in “%s”', (text) => expect(hidden(text)).toEqual([]));

  test('an address takes the words that touch it along, not another column', () => {
    expect(hidden(['Signed in as ana@example.com', 'Plan ends 3 December'])).toEqual([
      'email:Signed in as ana@example.com',
    ]);
  });
  test('the name only when the person typed it', () => {
    expect(hidden('Ana Martin-Lôpez')).toEqual([]);
    expect(hidden('Ana Martin-Lôpez', 'Ana Martín-López')).toEqual(['name:Ana Martin-Lôpez']);
    expect(hidden('Plan of Bo Li', 'Bo Li')).toEqual([]);
  });
  test.each<[string, string]>([
    ['Hi Maria Lopez,', 'Maria Lopez'],
    ['Good morning, Marguerite', 'Marguerite'],
    ['Bonjour Élodie Lemoyne,', 'Élodie Lemoyne'],
    ['Chère Madame Dubreuil,', 'Dubreuil'],
    ['Hallo Henrike,', 'Henrike'],
    ['Sehr geehrter Herr Brömmelkamp,', 'Brömmelkamp'],
    ['Hola, Ximena:', 'Ximena'],
    ['Estimado Rodrigo Salvatierra:', 'Rodrigo Salvatierra'],
    ['Olá, Tainá Figueiró!', 'Tainá Figueiró'],
    ['Ciao Ludovica,', 'Ludovica'],
    ['Gentile Corrado Valsecchi,', 'Corrado Valsecchi'],
    ['Bill to Martha Kelloway', 'Martha Kelloway'],
    ['Facturé à Bastien Lemoyne', 'Bastien Lemoyne'],
  ])('the name in “%s”', (row, name) => {
    const words = hidden(row)
      .filter((part) => part.startsWith('name:'))
      .flatMap((part) => part.slice('name:'.length).split(' '));
    expect(words.map((word) => word.replace(/[,!:.]$/, ''))).toEqual(name.split(' '));
  });
  test('the name before an e-mail address', () => {
    expect(hidden('Odalys Quintero <o.quintero@example.com>').join()).toMatch(/name:Odalys Quintero/);
  });
  test('a name is covered wherever else it stands, with what stands behind it', () => {
    expect(
      privateParts(
        linesOf('Good morning, Marguerite', 'Billing', 'Marguerite Okonkwo', 'Okonkwo family'),
        readingWords,
      ).map(({ kind, box }) => `${kind} ${box.left > 100 ? 'right' : 'left'}`),
    ).toEqual(['name right', 'name left', 'name left']);
  });
  test.each([
    ['12 rue de la Paix'],
    ['Lindenstraße 12'],
    ['48 Tannery Lane, Leeds'],
    ['Calle Mayor 5'],
    ['Rua das Flores, 100'],
    ['Via Roma 12'],
    ['Musterweg 3a'],
  ])('the street in “%s”', (row) => expect(hidden(row).map((part) => part.split(':')[0])).toEqual(['address']));
  test('a billing address is covered to its last row, and no label under it', () => {
    const kinds = privateParts(
      packed('Bill to', 'Martha Kelloway', '48 Tannery Lane', 'Leeds LS9 7QT', 'United Kingdom', 'Invoice'),
      readingWords,
    ).map(({ kind, box }) => `${kind} ${Math.round(box.top / 18)}`);
    expect(kinds).toEqual(['name 1', 'address 2', 'address 3', 'address 4']);
  });
  test('an address that goes on in the next row is covered in both', () => {
    expect(
      privateParts(packed('a_martin-', 'lopez@example.org', 'Billing'), readingWords).map(({ kind }) => kind),
    ).toEqual(['email', 'email']);
  });
});

test('words of a picture show themselves neither in text, JSON nor the console', () => {
  const text = new Unshareable('ana@example.com');
  for (const shown of [
    `${String(text)}`,
    JSON.stringify({ text }),
    inspect({ text }, { depth: 5, showHidden: true }),
    Object.values(text).join(),
    structuredCloneOf(text),
  ])
    expect(shown).not.toContain('ana');
});

function structuredCloneOf(value: unknown): string {
  return JSON.stringify(structuredClone(value));
}
