// Letters for tests: every kind, in every language, for somebody who lives somewhere.
import { loadCatalogue } from '../../src/content/catalogue';
import { LANGUAGES } from '../../src/content/compiled/about';
import { lettersGuide, loadLetters } from '../../src/content/compiled/letters';
import type { Profile } from '../../src/journey/profile';
import { REGIONS, UNSURE } from '../../src/journey/profile';
import type { LetterFields, LetterVoice } from '../../src/view/letter-text';
import { letterFor } from '../../src/view/letter-view';
import type { Letter } from '../../src/view/letter-view';
import type { LetterKind } from '../../src/journey/letter';
import { translatorOf } from '../../src/view/translator';
import { aDay, TODAY } from './builders';

export const LIVES = [...REGIONS, UNSURE] as const;

/** All that a letter can be told. */
export const FIELDS: LetterFields = {
  name: 'Ana Müller',
  account: 'ana@example.org',
  amount: { value: 22.99, currency: 'EUR' },
  cancelled: aDay('2026-11-10'),
};
export const PROFILE: Profile = { plan: 'plus', billedBy: ['openai'], chargedOn: aDay('2026-11-15') };

export async function aVoice(lang: string): Promise<LetterVoice> {
  const [catalogue, words] = [await loadCatalogue(lang), await loadLetters[lang]?.()];
  if (words === undefined) throw new Error(`no letters in ${lang}`);
  return { translator: translatorOf(catalogue, lang), words };
}

export type LetterChanges = {
  readonly profile?: Profile;
  readonly fields?: LetterFields;
  readonly country?: string;
};

/** A letter as the command makes it. */
export async function aLetter(
  kind: LetterKind,
  lang: string,
  { profile = {}, fields = {}, country }: LetterChanges = {},
): Promise<Letter> {
  const english = lang === 'en' ? undefined : await aVoice('en');
  return letterFor(lettersGuide, await aVoice(lang), english, { kind, profile, fields, country, today: TODAY });
}

export { LANGUAGES };
