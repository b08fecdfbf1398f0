// How long a text is by the count of each place: none of them counts like another.
import type { Place } from '../content/schema';

/** The length of `text` as `count` has it (content/guide/places.yaml). */
export function lengthBy(count: Place['count'], text: string): number {
  switch (count) {
    case 'weighted':
      return weightedLength(text);
    case 'graphemes':
      return graphemesOf(text).length;
    case 'links-as-23':
      return split(text, ADDRESS).reduce(
        (sum, { text: part, isMatch }) => sum + (isMatch ? LINK : graphemesOf(part).length),
        0,
      );
    case 'emoji-as-bytes':
      return graphemesOf(text).reduce(
        (sum, one) => sum + (isEmoji(one) ? new TextEncoder().encode(one).length : [...one].length),
        0,
      );
    case 'characters':
      return [...text].length;
  }
}

/** What X and Mastodon count for an address, however long it is. */
const LINK = 23;
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?'’)\]]/giu;
/** X also takes `example.com` for an address. What only looks like one is counted as whichever is longer. */
const BARE = /(?<![@\w])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?/giu;

/** Code points that count one; all others count two (twitter-text, config/v3.json). */
const SINGLE: readonly (readonly [first: number, last: number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/** X: composed characters, two for what is wide, two for an emoji however it is built, 23 for an address (docs.x.com, "Counting characters"). */
function weightedLength(text: string): number {
  const plain = (part: string): number =>
    graphemesOf(part).reduce(
      (sum, one) => sum + (isEmoji(one) ? 2 : [...one].reduce((all, character) => all + weightOf(character), 0)),
      0,
    );
  return split(text.normalize('NFC'), ADDRESS).reduce((sum, { text: part, isMatch }) => {
    if (isMatch) return sum + LINK;
    return (
      sum +
      split(part, BARE).reduce((all, one) => all + (one.isMatch ? Math.max(LINK, plain(one.text)) : plain(one.text)), 0)
    );
  }, 0);
}

function weightOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return SINGLE.some(([first, last]) => point >= first && point <= last) ? 1 : 2;
}

/** What a person sees as one character (UAX 29). */
export function graphemesOf(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

/** A picture, a flag or a keycap; digits and signs that may become one are not. */
function isEmoji(grapheme: string): boolean {
  return /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}|\u20E3/u.test(grapheme);
}

function split(text: string, pattern: RegExp): readonly { readonly text: string; readonly isMatch: boolean }[] {
  const parts: { text: string; isMatch: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push({ text: text.slice(at, match.index), isMatch: false }, { text: match[0], isMatch: true });
    at = match.index + match[0].length;
  }
  return [...parts, { text: text.slice(at), isMatch: false }];
}
