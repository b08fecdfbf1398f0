// Whose name and street stand on a picture: beside a greeting, a label such as "Bill to", an e-mail address, or a house number.
import { fold, holdsOne, isWord, placesOf, tokensOf } from './folding';
import type { Box, PictureLine, PictureWord } from './picture-lines';
import type { ReadingWords } from './reading-words';
import { columnsOf, heightOf } from './sentences';
import { Unshareable } from './unshareable';

/** Words of one line that stand together: `words` are those of the line. */
export interface Found {
  readonly line: PictureLine;
  readonly words: readonly PictureWord[];
}

export interface People {
  /** Names to look for wherever they stand, one word each. */
  readonly names: readonly string[];
  readonly addresses: readonly Found[];
}

/** One column of one line. */
interface Cell {
  readonly line: PictureLine;
  readonly words: readonly PictureWord[];
  readonly texts: readonly string[];
  readonly box: Box;
}

/** A name has at most this many words. */
const NAME_WORDS = 4;
/** Rows of an address under its label. */
const ADDRESS_ROWS = 5;
/** Between a house number and the word for a street stand at most this many words. */
const STREET_WORDS = 4;

/** The people of a page. `isAddress` says which words are e-mail addresses. */
export function peopleOn(
  lines: readonly PictureLine[],
  words: ReadingWords,
  isAddress: (text: string) => boolean,
): People {
  const cells = lines.flatMap((line) =>
    columnsOf(line).map((column): Cell => ({
      line,
      words: column.words,
      texts: column.words.map(({ text }) => Unshareable.wordsOf(text)),
      box: column.box,
    })),
  );
  const isName = (text: string): boolean => looksLikeName(text, words);
  const labelled = cells.flatMap((cell) => valuesOf(cell, cells, words));
  const names = [
    ...cells.flatMap((cell) => greeted(cell, words)),
    ...labelled.flatMap(({ rows: [first] }) => (first === undefined ? [] : nameIn(first.texts, isName))),
    ...cells
      .filter(({ texts }) => texts.some(isAddress))
      .flatMap((cell) => besideAddress(cell, cells, isAddress, isName)),
  ];
  const streets = cells.filter((cell) => isStreet(cell, words.people));
  const under = streets.flatMap((street) => rowsUnder(street, cells, 2).filter(({ texts }) => hasPostcode(texts)));
  const blocks = labelled
    .filter(({ isBilling }) => isBilling)
    .flatMap(({ rows }) => rows.slice(1).filter(({ texts }) => !texts.some(isAddress) && !isLabel(texts, words)));
  const addresses = [...new Set([...streets, ...under, ...blocks])].map(({ line, words: found }) => ({
    line,
    words: found,
  }));
  const known = [...new Set(names.map(fold).filter((name) => name.length >= 3))];
  return {
    names: [...new Set([...known, ...cells.flatMap(({ texts }) => namesBeside(texts, known, isName))])],
    addresses,
  };
}

/** A capital letter, then small ones (or all capitals), and none of the words that a page of settings is made of. */
function looksLikeName(text: string, words: ReadingWords): boolean {
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, '');
  if (!/^\p{Lu}[\p{L}\p{M}’'-]*\.?$/u.test(bare)) return false;
  const token = fold(bare);
  const isKnown = (phrases: readonly string[]): boolean => phrases.some((phrase) => phrase.split(' ').includes(token));
  return (
    !isKnown(words.people.notNames) &&
    !isKnown(words.people.greetings) &&
    !isKnown(words.people.titles) &&
    !isKnown(words.service) &&
    !words.others.includes(token) &&
    !Object.values(words.languages).some(
      ({ months, subjects }) => isKnown(subjects) || months.some((names) => names.includes(token)),
    )
  );
}

/** "Hi Maria Lopez," and its like: what stands between the greeting and the end of it. */
function greeted({ texts }: Cell, words: ReadingWords): readonly string[] {
  const tokens = texts.map(fold);
  const greeting = words.people.greetings
    .flatMap((phrase) => placesOf(phrase, tokens))
    .filter(([from]) => from === 0)
    .map(([, to]) => to);
  if (greeting.length === 0) return [];
  const after = texts.slice(Math.max(...greeting));
  const end = after.findIndex((text) => /[,!:.]$/.test(text));
  const called = end === -1 ? after : after.slice(0, end + 1);
  const named = called.filter((text) => !words.people.titles.includes(fold(text)));
  return named.length > NAME_WORDS
    ? []
    : named.filter(
        (text) =>
          looksLikeName(text, words) ||
          (named.length === 1 && end !== -1 && ![...words.people.notNames, ...words.service].includes(fold(text))),
      );
}

/** All of the words, when they could be one name. */
function nameIn(texts: readonly string[], isName: (text: string) => boolean): readonly string[] {
  return texts.length <= NAME_WORDS && texts.every((text) => isName(text) || /^\p{Ll}{1,3}$/u.test(text))
    ? texts.filter(isName)
    : [];
}

/** "Marguerite" is known, so "Okonkwo" right behind it is the rest of the name. */
function namesBeside(
  texts: readonly string[],
  known: readonly string[],
  isName: (text: string) => boolean,
): readonly string[] {
  const isKnown = (text: string | undefined): boolean =>
    text !== undefined && known.some((name) => isWord(fold(text), name));
  const isEnd = (text: string | undefined): boolean => /[,.!?:;]$/.test(text ?? '');
  return texts
    .filter(
      (text, at) =>
        isName(text) && ((isKnown(texts[at - 1]) && !isEnd(texts[at - 1])) || (isKnown(texts[at + 1]) && !isEnd(text))),
    )
    .map(fold)
    .filter((name) => name.length >= 3);
}

/** What stands behind, beside or under a label for a person. */
function valuesOf(
  cell: Cell,
  cells: readonly Cell[],
  words: ReadingWords,
): readonly { readonly rows: readonly Cell[]; readonly isBilling: boolean }[] {
  const tokens = cell.texts.flatMap(tokensOf);
  const starting = (phrases: readonly string[]): readonly number[] =>
    phrases
      .flatMap((phrase) => placesOf(phrase, tokens))
      .filter(([from]) => from === 0)
      .map(([, to]) => to);
  const billing = starting(words.people.billTo);
  const named = starting(words.people.nameLabels).filter(
    (to) => to === tokens.length || (cell.texts[to - 1] ?? '').endsWith(':'),
  );
  const isBilling = billing.length > 0;
  const length = Math.max(...billing, ...named, 0);
  if (length === 0) return [];
  const rest = { ...cell, texts: cell.texts.slice(length), words: cell.words.slice(length) };
  const right = cells
    .filter(({ line, box }) => line === cell.line && box.left >= cell.box.right)
    .sort((one, other) => one.box.left - other.box.left)[0];
  const first = rest.texts.length > 0 ? rest : right;
  const under = rowsUnder(first === right && right !== undefined ? right : cell, cells, isBilling ? ADDRESS_ROWS : 1);
  return [
    { rows: [...(first === undefined ? [] : [first]), ...(first !== undefined && !isBilling ? [] : under)], isBilling },
  ];
}

/** Up to `most` rows right under a cell with the same left edge, without a gap. */
function rowsUnder(cell: Cell, cells: readonly Cell[], most: number): readonly Cell[] {
  const height = heightOf(cell.line);
  const found: Cell[] = [];
  let last = cell;
  while (found.length < most) {
    const next = cells.find(
      ({ box }) =>
        box.top >= last.box.bottom - height / 2 &&
        box.top - last.box.bottom < height * 1.6 &&
        Math.abs(box.left - last.box.left) < height * 1.5,
    );
    if (next === undefined) break;
    found.push(next);
    last = next;
  }
  return found;
}

/** "Maria Lopez <maria@…>", and the row right over an address. */
function besideAddress(
  cell: Cell,
  cells: readonly Cell[],
  isAddress: (text: string) => boolean,
  isName: (text: string) => boolean,
): readonly string[] {
  const at = cell.texts.findIndex(isAddress);
  const before = cell.texts.slice(0, at);
  const inRow = before.slice(before.findLastIndex((text) => !isName(text)) + 1).slice(-NAME_WORDS);
  if (at > 0) return inRow;
  const height = heightOf(cell.line);
  const above = cells.find(
    ({ box }) =>
      box.bottom <= cell.box.top + height / 2 &&
      cell.box.top - box.bottom < height * 1.5 &&
      Math.abs(box.left - cell.box.left) < height * 2,
  );
  return above === undefined ? [] : nameIn(above.texts, isName);
}

/** A house number near a word for a street: "12 rue de la Paix", "Lindenstraße 12", "Via Roma, 12". */
function isStreet({ texts }: Cell, { streets, streetEnds }: ReadingWords['people']): boolean {
  const tokens = texts.map(fold);
  const isNumber = (text: string | undefined): boolean =>
    text !== undefined && /^(?!20\d\d)\d{1,5}[a-zA-Z]?(?:[-/]\d{1,4}[a-zA-Z]?)?[,.]?$/.test(text);
  return tokens.some((token, at) => {
    // Exactly: "line 12" is one letter from a lane.
    const isWhole = streets.includes(token);
    const isEnd =
      token.length >= 6 && /^\p{Lu}/u.test(texts[at] ?? '') && streetEnds.some((end) => token.endsWith(end));
    if (!isWhole && !isEnd) return false;
    const near = [
      ...Array.from({ length: STREET_WORDS + 1 }, (_, step) => at - step - 1),
      ...Array.from({ length: STREET_WORDS + 1 }, (_, step) => at + step + 1),
    ];
    return near.some(
      (place) =>
        isNumber(texts[place]) &&
        texts
          .slice(Math.min(place, at) + 1, Math.max(place, at))
          .every((word) => /^\p{Lu}|^\p{Ll}{1,3}$|^[nN][º°.]$/u.test(word)),
    );
  });
}

const hasPostcode = (texts: readonly string[]): boolean =>
  texts.some((text) => /^(?:[A-Z]-)?\d{5}(?:-\d{3,4})?,?$|^[A-Z]{1,2}\d[A-Z\d]?$|^\d{4}$/.test(text));

function isLabel(texts: readonly string[], words: ReadingWords): boolean {
  const tokens = texts.flatMap(tokensOf);
  return (
    holdsOne(words.people.billTo, tokens) ||
    Object.values(words.languages).some(
      ({ billing, invoice }) =>
        holdsOne(invoice, tokens.slice(0, 2)) || billing.some((phrases) => holdsOne(phrases.words, tokens)),
    )
  );
}
