// Texts of made-up chats: they compress about as real ones do, and hold what trips readers up (Markdown, code, accents, marks).
import { diceOf } from './dice';
import type { Dice } from './dice';

export type Tongue = 'en' | 'fr' | 'cjk';

const VOCABULARY = 24_000;
/** A place for each word by how often it comes (Zipf). */
const PLACES = 2 ** 18;

let words: Readonly<Record<Tongue, readonly string[]>> | undefined;
let places: Uint16Array | undefined;
const often: { [tongue in Tongue]?: readonly string[] } = {};

/** A message of about `length` characters with `token` in it as a word of its own. */
export function messageText(
  dice: Dice,
  { token, length, tongue }: { readonly token: string; readonly length: number; readonly tongue: Tongue },
): string {
  const blocks: string[] = [`${sentence(dice, tongue)} ${token} ${sentence(dice, tongue)}`];
  let size = blocks[0]?.length ?? 0;
  while (size < length) {
    const block = blockOf(dice, tongue);
    blocks.push(block);
    size += block.length + 2;
  }
  if (blocks.length > 1 && dice.chance(0.5)) blocks.push(blocks.shift() ?? '');
  return blocks.join('\n\n');
}

/** A title as ChatGPT makes them: two to six words. */
export function titleText(dice: Dice, tongue: Tongue): string {
  const text = Array.from({ length: 2 + dice.int(5) }, () => word(dice, tongue)).join(tongue === 'cjk' ? '' : ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lines of a program with `token` in a comment. */
export function codeText(dice: Dice, token: string): string {
  const lines = Array.from({ length: 4 + dice.int(16) }, () => {
    const [one, two, three] = [name(dice), name(dice), name(dice)];
    return dice.pick([
      `def ${one}(${two}, ${three}=None):`,
      `    ${one} = ${two}[${dice.int(99)}] + "\\t${three}\\n"`,
      `    if ${one} is not None and ${two} > ${dice.int(1000)}:`,
      `        return {"${one}": ${two}, '${three}': ${dice.int(9999)}}`,
      `    print(f"${one}: {${two}:>8.2f}")`,
      '',
    ]);
  });
  return [`# ${token}`, 'import pandas as pd', ...lines].join('\n');
}

/** Every second sentence is one that came before, as in real chats: so the whole deflates to about a quarter. */
export function sentence(dice: Dice, tongue: Tongue): string {
  const known = (often[tongue] ??= Array.from({ length: 800 }, (_none, at) =>
    newSentence(diceOf('sentence', tongue, at), tongue),
  ));
  return dice.bits() % 2 === 0 ? dice.pick(known) : newSentence(dice, tongue);
}

function newSentence(dice: Dice, tongue: Tongue): string {
  let text = word(dice, tongue);
  text = text.charAt(0).toUpperCase() + text.slice(1);
  const gap = tongue === 'cjk' ? '' : ' ';
  for (let left = 5 + dice.int(14); left > 0; left -= 1)
    text += (dice.bits() % 11 === 0 && tongue !== 'cjk' ? ', ' : gap) + word(dice, tongue);
  return text + (tongue === 'cjk' ? '。' : dice.bits() % 9 === 0 ? '?' : '.');
}

function blockOf(dice: Dice, tongue: Tongue): string {
  const throwOf = dice.int(100);
  if (throwOf < 62) return Array.from({ length: 2 + dice.int(4) }, () => sentence(dice, tongue)).join(' ');
  if (throwOf < 76)
    return Array.from(
      { length: 3 + dice.int(4) },
      (_none, at) => `${throwOf % 2 === 0 ? '-' : `${at + 1}.`} **${word(dice, tongue)}**: ${sentence(dice, tongue)}`,
    ).join('\n');
  if (throwOf < 84) return `${'#'.repeat(2 + dice.int(3))} ${titleText(dice, tongue)}`;
  if (throwOf < 92)
    return `\`\`\`${dice.pick(['python', 'js', '', 'bash'])}\n${codeText(dice, word(dice, 'en'))}\n\`\`\``;
  if (throwOf < 95) return `| ${name(dice)} | ${name(dice)} |\n|---|---|\n| ${name(dice)} | ${dice.int(1000)} |`;
  return dice.pick(ODD_BLOCKS);
}

/** What a careless clean-up deletes or a careless renderer runs. */
const ODD_BLOCKS: readonly string[] = [
  'As cited above, the linked file is sourced from the turn0search page; see [1] and [^2] too.',
  'Tags such as <b>bold</b>, <script>alert("x")</script> and &amp; stay as they were typed.',
  'A fence in a fence:\n\n````md\n```js\nlet a = `b${"c"}`;\n```\n````',
  'Formulas: \\( a^2 + b_1 \\) and \\[ \\frac{1}{2} \\], $5 and $6, a\\b, C:\\temp\\new.',
  'Trailing blanks  \nand a tab\tand a line\u2028separator, a no-break\u00a0space, \u201cquotes\u201d\u2026 \u{1f469}\u200d\u{1f4bb}\u{1f44d}\u{1f3fd}',
  ':::writing{variant="email" id="48213"}\nDear reader, this is a draft.\n:::',
  '---\ntitle: not front matter\n---\n# Not the heading of the chat\n> quoted',
  'The file is at [download](sandbox:/mnt/data/report.csv).',
  '\u7b2c\u4e00\u3001\u5728\u8fd9\u91cc \u2014 \u00e9t\u00e9, na\u00efve, \u0153uvre, \u05e9\u05dc\u05d5\u05dd, \u0645\u0631\u062d\u0628\u0627, \ud55c\uad6d\uc5b4.',
];

function word(dice: Dice, tongue: Tongue): string {
  words ??= { en: vocabulary('en'), fr: vocabulary('fr'), cjk: vocabulary('cjk') };
  places ??= placesOf();
  return words[tongue][places[dice.bits() % PLACES] ?? 0] ?? '';
}

function name(dice: Dice): string {
  return `${word(dice, 'en')}_${word(dice, 'en')}`;
}

function placesOf(): Uint16Array {
  const made = new Uint16Array(PLACES);
  const weight = (rank: number): number => (rank + 2) ** -1.25;
  let sum = 0;
  for (let rank = 1; rank <= VOCABULARY; rank += 1) sum += weight(rank);
  let at = 0;
  for (let rank = 1; rank <= VOCABULARY && at < PLACES; rank += 1) {
    const until = Math.min(PLACES, Math.max(at + 1, at + Math.round((PLACES * weight(rank)) / sum)));
    made.fill(rank - 1, at, until);
    at = until;
  }
  return made;
}

/** Made-up words, short ones first: often used words are short. */
function vocabulary(tongue: Tongue): readonly string[] {
  const [onsets, middles, ends] = SYLLABLES[tongue];
  const made = new Set<string>();
  let state = 12_345;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  while (made.size < VOCABULARY) {
    const syllables = made.size < 60 ? 1 : made.size < 4000 ? 1 + next(2) : 2 + next(2);
    let text = '';
    for (let at = 0; at < syllables; at += 1) text += `${onsets[next(onsets.length)]}${middles[next(middles.length)]}`;
    made.add(text + (ends[next(ends.length)] ?? ''));
  }
  return [...made];
}

const SYLLABLES: Readonly<Record<Tongue, readonly [readonly string[], readonly string[], readonly string[]]>> = {
  en: [
    'b c d f g h l m n p r s t v w st tr pl ch sh th br gr cl'.split(' '),
    'a e i o u ea ou ai o e'.split(' '),
    ['', 'n', 'r', 's', 't', 'ng', 'ck', 'ly', 'ed'],
  ],
  fr: [
    'b c d f g l m n p r s t v ch qu pr gr tr ç'.split(' '),
    'a e i o u é è ê ou oi eau à û'.split(' '),
    ['', 'n', 'r', 's', 't', 'x', 'ment', 'ée'],
  ],
  cjk: [
    Array.from({ length: 300 }, (_none, at) => String.fromCodePoint(0x4e00 + at * 37)),
    [''],
    ['', 'の', 'は', 'を', '了', '的'],
  ],
};
