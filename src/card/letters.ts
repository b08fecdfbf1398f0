// Makes the card's words drawable. Of what the typeface lacks, signs that have an equivalent are replaced, emoji are left out, and other letters are reported.
import type { Card } from './card';
import type { Font } from './font';

/** Blanks and hyphens of a width of their own and the currency signs that are missing, and what stands for them. */
const SAME: Readonly<Record<string, string>> = {
  '\u202F': '\u00A0',
  '\u2009': '\u00A0',
  '\u200A': '\u00A0',
  '\u2007': '\u00A0',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\t': ' ',
  '₪': 'ILS\u00A0',
  '฿': 'THB\u00A0',
};
/** Emoji with their selectors, joiners and colours of skin, and everything that acts without being seen. */
const PICTURES =
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{Cc}\p{Cf}\p{Cn}\p{Cs}\u{FE00}-\u{FE0F}\u20E3\u2028\u2029]/u;

/** `lacking`: letters of a script the typeface does not have; such a card is not drawn. `leftOut`: emoji that are missing from the card. */
export type Drawable = {
  readonly card: Card;
  readonly leftOut: readonly string[];
  readonly lacking: readonly string[];
};

/** The card with every text in characters that `fonts` have. */
export function drawable(card: Card, fonts: readonly Font[]): Drawable {
  const leftOut = new Set<string>();
  const lacking = new Set<string>();
  const has = (character: string): boolean => fonts.every((font) => font.has(character));
  const clean = (text: string): string => {
    let kept = '';
    for (const character of text.normalize('NFC').replace(/\s*\n\s*/g, ' ')) {
      const same = SAME[character];
      if (PICTURES.test(character) && character !== '\t' && !(has(character) && /[©®™]/.test(character)))
        leftOut.add(character);
      else if (has(character)) kept += character;
      else if (same !== undefined) kept += same;
      else lacking.add(character);
    }
    return kept
      .replace(/ {2,}/g, ' ')
      .replace(/\u00A0{2,}/g, '\u00A0')
      .trim();
  };
  const optional = (text: string | undefined): string | undefined => {
    const cleaned = text === undefined ? '' : clean(text);
    return cleaned === '' ? undefined : cleaned;
  };
  const cleaned: Card = {
    ...card,
    sentence: clean(card.sentence),
    date: clean(card.date),
    name: optional(card.name),
    reason: optional(card.reason),
    rows: card.rows.map(({ label, value }) => ({ label: clean(label), value: clean(value) })),
    foot: clean(card.foot),
  };
  // Joiners and selectors go with their emoji; nobody is told of what nobody saw.
  return {
    card: cleaned,
    leftOut: [...leftOut].filter((one) => /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(one)),
    lacking: [...lacking],
  };
}
