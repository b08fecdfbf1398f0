// The words of a letter filled in, in one language, and as the text of a mail.
import { say } from '../content/messages';
import type { LettersWords } from '../content/words';
import type { CivilDate } from '../journey/dates';
import type { LetterKind } from '../journey/letter';
import { UNSURE } from '../journey/profile';
import type { Profile } from '../journey/profile';
import type { Basis } from './letter-basis';
import type { Translator } from './translator';

/** What is written where nothing is known. */
export const BLANK = '____';

/** The words of the letters in one language, with its translator. */
export type LetterVoice = { readonly translator: Translator; readonly words: LettersWords };

/** What a letter is filled in with; what was not given stays blank. */
export type LetterFields = {
  readonly name?: string | undefined;
  readonly account?: string | undefined;
  readonly amount?: { readonly value: number; readonly currency: string } | undefined;
  readonly cancelled?: CivilDate | undefined;
};

export type LetterAsked = {
  readonly kind: LetterKind;
  readonly profile: Profile;
  readonly fields: LetterFields;
  /** The person's country by its two letters, where an authority is to be named. */
  readonly country?: string | undefined;
  readonly today: CivilDate;
};

/** A letter in one language; whom it goes to is a name or a blank. */
export type LetterText = { readonly to: string; readonly subject: string; readonly paragraphs: readonly string[] };

/** The words of one kind of letter. */
export function wordsOf(words: LettersWords, kind: LetterKind): LettersWords['kinds'][string] {
  const own = words.kinds[kind];
  if (own === undefined) throw new Error(`no words for the letter "${kind}"`);
  return own;
}

/** The letter in one language. What a right says is left out once its time is over. */
export function letterText({ translator, words }: LetterVoice, basis: Basis, asked: LetterAsked): LetterText {
  const own = wordsOf(words, asked.kind);
  const { name, account, amount, cancelled } = asked.fields;
  const { plan, chargedOn } = asked.profile;
  const day = (on: CivilDate | undefined): string => (on === undefined ? BLANK : translator.day(on));
  const args = {
    name: name ?? BLANK,
    account: account ?? BLANK,
    amount: amount === undefined ? BLANK : moneyText(translator.lang, amount),
    plan: plan === undefined || plan === UNSURE ? BLANK : translator.say(translator.ui.choices[`plan_${plan}`]),
    charged: day(chargedOn === UNSURE ? undefined : chargedOn),
    cancelled: day(cancelled),
    today: translator.day(asked.today),
    line: basis.line ?? BLANK,
  };
  const says = basis.ground === undefined || basis.isOver ? undefined : own.grounds[basis.ground.id]?.says;
  const ground = says === undefined ? '' : say(says, args);
  const { openai, bank, administrator } = words.common;
  return {
    to: basis.recipient?.name ?? translator.say({ openai, bank, administrator }[basis.letter.to]),
    subject: say(own.subject, args),
    paragraphs: own.body.map((message) => say(message, { ...args, ground })).filter((text) => text !== ''),
  };
}

/** The text of a draft: what to do first, whom it goes to where no address is known, and both languages. */
export function mailText(
  voices: readonly (LetterVoice | undefined)[],
  texts: readonly LetterText[],
  { letter, recipient }: Basis,
): string {
  const [own] = voices;
  const draft = own === undefined ? '' : own.translator.say(own.words.common.draft);
  const bodies = texts.map(({ to, paragraphs }) =>
    [...(letter.mail === undefined ? [[to, ...(recipient?.post ?? [])].join('\n')] : []), ...paragraphs].join('\n\n'),
  );
  return [draft, bodies.join('\n\n* * *\n\n')].join('\n\n');
}

function moneyText(lang: string, { value, currency }: NonNullable<LetterFields['amount']>): string {
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, { style: 'currency', currency }).format(value);
}
