// A locale of the system that is no language tag ended the program before its first word.
import { expect, test } from 'vitest';
import { chooseLanguage, matchLanguage } from '../../src/content/locale';

test.each(['sr_RS@latin', 'fr_FR_euro', 'en_a', 'en-12', 'de-x'])('%s does not throw', (locale) => {
  expect(() => matchLanguage(locale, ['en', 'fr'])).not.toThrow();
  expect(() => chooseLanguage({ LANG: locale }, [], ['en', 'fr'])).not.toThrow();
});
test('its language is still understood', () =>
  expect(chooseLanguage({ LANG: 'fr_FR_euro' }, [], ['en', 'fr']).lang).toBe('fr'));
test('a script named after the character set is understood', () =>
  expect(matchLanguage('sr_RS.UTF-8@latin', ['sr', 'sr-Latn'])).toBe('sr-Latn'));
