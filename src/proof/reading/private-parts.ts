// Where a picture shows what should not be shared: boxes and what they hide in a word, never the text itself.
import { holdsOne, isWord, tokensOf } from './folding';
import type { Box, PictureLine } from './picture-lines';
import type { LanguageWords, ReadingWords } from './reading-words';
import { boxOf, runs, touching, TOUCHING } from './word-boxes';
import { peopleOn } from './private-people';
import { heightOf } from './sentences';
import { Unshareable } from './unshareable';

export type PrivateKind = 'email' | 'phone' | 'card' | 'invoice' | 'name' | 'address';
export interface PrivatePart {
  readonly kind: PrivateKind;
  readonly box: Box;
}

/**
 * The parts of `lines` to black out, loosely: rather a word too many. `name` is what the person typed as theirs, if they did;
 * other names are found where a greeting, a label or an e-mail address gives them away.
 */
export function privateParts(
  lines: readonly PictureLine[],
  words: ReadingWords,
  name?: string,
): readonly PrivatePart[] {
  const languages = Object.values(words.languages);
  const people = peopleOn(lines, words, (text) => isAddress(text, words.publicHosts));
  return lines.flatMap((line, row) => {
    const texts = line.words.map(({ text }) => Unshareable.wordsOf(text));
    const hide = (kind: PrivateKind, at: readonly number[]): readonly PrivatePart[] =>
      at.length === 0 ? [] : runs(at).map((run) => ({ kind, box: boxOf(line, run) }));
    return [
      ...hide(
        'email',
        touching(
          line,
          indexes(
            texts,
            (text, index) =>
              isAddress(text, words.publicHosts) ||
              isLoneAt(text, index) ||
              isPartOfAddress(lines, row, index, words.publicHosts),
          ),
        ),
      ),
      ...hide('phone', phones(texts, languages)),
      ...hide('card', cards(texts, words)),
      ...hide('invoice', invoices(texts, languages)),
      ...hide(
        'name',
        [...new Set([...(name === undefined ? [] : names(texts, name)), ...names(texts, people.names.join(' '))])].sort(
          (one, other) => one - other,
        ),
      ),
      ...people.addresses
        .filter((found) => found.line === line)
        .flatMap((found) =>
          hide(
            'address',
            found.words.map((word) => line.words.indexOf(word)),
          ),
        ),
    ];
  });
}

/** An @, or what it is read as before a domain, or a domain that is not one of the public ones. */
function isAddress(text: string, publicHosts: readonly string[]): boolean {
  const bare = text.toLowerCase().replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}@]+$/gu, '');
  if (/@|[\p{L}\d][©®]|[©®][\p{L}\d-]+\.\p{L}/u.test(text) || /[\p{L}\d]\(?[aàQ]?\)[\p{L}\d-]+\.\p{L}/u.test(text))
    return true;
  const host = /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\d_+-]+\.)+\p{L}{2,})(?:[/?#].*)?$/u.exec(bare)?.[1];
  return host !== undefined && /[\p{L}\d]{2}\.\p{L}{2,12}$/u.test(host) && !publicHosts.includes(host);
}

/** A mark that an @ is read as, with blanks around it. At the beginning of a row it says whose the page is. */
function isLoneAt(text: string, index: number): boolean {
  return index > 0 && /^[©®]$/.test(text);
}

/** An address may break at the end of a row: its first part ends in a mark, or its second one is missing. */
function isPartOfAddress(
  lines: readonly PictureLine[],
  row: number,
  index: number,
  publicHosts: readonly string[],
): boolean {
  const line = lines[row];
  const word = line?.words[index];
  if (line === undefined || word === undefined) return false;
  const text = Unshareable.wordsOf(word.text);
  const reach = heightOf(line) * TOUCHING;
  const others = lines.flatMap((other) =>
    other === line ? [] : other.words.map(({ box, text: words }) => ({ box, text: Unshareable.wordsOf(words) })),
  );
  const goesOn =
    /[-._+]$/.test(text) &&
    others.some(
      ({ box, text: next }) =>
        isAddress(next, publicHosts) && isNextRow(word.box, box, reach) && box.left <= word.box.left + reach,
    );
  const hasBegun = others.some(
    ({ box, text: before }) =>
      /@[^\s.]*[-.]?$|@.*[-.]$/.test(before) && isNextRow(box, word.box, reach) && word.box.left <= box.left + reach,
  );
  return goesOn || hasBegun;
}

function isNextRow(above: Box, below: Box, reach: number): boolean {
  return (
    below.top >= above.top + reach / 3 &&
    below.top - above.bottom < reach &&
    below.left < above.right + reach &&
    above.left < below.right + reach
  );
}

/** With a plus or after a word for telephone from six digits on, else from nine; no date and no sum has as many. */
function phones(texts: readonly string[], languages: readonly LanguageWords[]): readonly number[] {
  const found: number[] = [];
  for (let from = 0; from < texts.length; from += 1) {
    let to = from;
    while (to < texts.length && /^[+(]?[\dOo()./–-]+[),.]?$/.test(texts[to] ?? '') && /\d/.test(texts[to] ?? ''))
      to += 1;
    if (to === from) continue;
    const run = texts.slice(from, to).join(' ');
    const digits = run.replace(/\D/g, '').length;
    const isNamed = languages.some(({ phone }) => holdsOne(phone, tokensOf(texts.slice(0, from).join(' '))));
    const isDate = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[.,]?$/.test(run);
    if (!isDate && digits <= 19 && digits >= (run.startsWith('+') || isNamed ? 6 : 9))
      found.push(...Array.from({ length: to - from }, (_, index) => from + index));
    from = to;
  }
  return found;
}

/** "••31", "x7731", "°*4242": dots are read as many things, but not as sums, dates or years. */
const MASKED = /^(?:[^\p{L}\p{N}\s$€£¥#(]|[xXoe]){2,}\s?\d{2,5}\D?$|^[xX]\d{4}\D?$|^[•·●∙*°](?!20\d\d)\d{4}\D?$/u;

/** An IBAN, whole, in groups, or masked: "DE44••••••4931". */
function isAccount(texts: readonly string[], index: number): boolean {
  const bare = (text: string | undefined): string => (text ?? '').replace(/[,.;:]$/, '');
  const text = bare(texts[index]);
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(text) && text.replace(/\D/g, '').length >= 8) return true;
  if (/^[A-Z]{2}[\dO]{2}(?:[^\p{L}\p{N}]|[xXoe0O]){2,}\d{2,5}$/u.test(text)) return true;
  let start = index;
  while (start >= 0 && /^[A-Z0-9]{1,4}$/.test(bare(texts[start])) && !/^[A-Z]{2}\d{2}$/.test(bare(texts[start])))
    start -= 1;
  if (!/^[A-Z]{2}\d{2}$/.test(bare(texts[start]))) return false;
  const groups = texts.slice(start).map(bare);
  const end = groups.findIndex((group) => !/^[A-Z0-9]{1,4}$/.test(group));
  return (end === -1 ? groups : groups.slice(0, end)).join('').replace(/\D/g, '').length >= 8;
}

/** Digits behind dots, stars or the like, behind the name of a card, or four groups of four. */
function cards(texts: readonly string[], { cards: brands, languages }: ReadingWords): readonly number[] {
  const endings = Object.values(languages).flatMap(({ ending }) => ending);
  return indexes(texts, (text, index) => {
    const digits = text.replace(/\D/g, '');
    if (MASKED.test(text) || isAccount(texts, index)) return true;
    if (digits.length >= 12 && digits.length <= 19 && !/\p{L}/u.test(text)) return true;
    const isBehindDots = /[^\p{L}\p{N}\s$€£¥#(),.:;!?]{2,}$/u.test(texts[index - 1] ?? '');
    if (/^\d{2,3}\D?$/.test(text) && isBehindDots) return true;
    const before = tokensOf(texts.slice(Math.max(0, index - 5), index).join(' '));
    if (/^[^\p{L}\p{N}\s$€£¥#(/+-]\d{2,4}\D?$/u.test(text) && holdsOne(brands, before)) return true;
    if (!/^\W*\d{4}\W*$/.test(text)) return false;
    if (isBehindDots) return true;
    const isMasked = /^[^\p{L}\d]{2,}$|^[^\p{L}\d]*[eos0.*•+«»]{3,4}[^\p{L}\d]*$/u.test(texts[index - 1] ?? '');
    const isGrouped = [index - 1, index + 1].some((near) => /^\d{4}$/.test(texts[near] ?? ''));
    return isMasked || isGrouped || holdsOne(brands, before) || holdsOne(endings, before);
  });
}

/** Numbers behind a word for invoice or order, and the forms that Stripe, Apple and Google give them. */
function invoices(texts: readonly string[], languages: readonly LanguageWords[]): readonly number[] {
  return indexes(texts, (text, index) => {
    const bare = text.replace(/^[#(:]+|[),.:]+$/g, '');
    if (/^[A-Z0-9]{6,10}-\d{3,6}$|^[GC6]PA[.,:-]?\d[\d-]{3,}|^M[A-Z0-9]{9}$/i.test(bare) && /\d/.test(bare))
      return true;
    if (
      /^(?:cus|org|sub|pi|ch|in|acct|price|user|req|proj|sess|txn|cs|seti)[_-][A-Za-z0-9_-]{4,}/.test(bare) &&
      /\d|…|\.\./.test(bare)
    )
      return true;
    if (/^(?:org|cus|user|proj|acct)[_-](?:[A-Za-z0-9]{12,}|[A-Za-z0-9]*(?:…|\.{2,}))/.test(bare)) return true;
    if (/^[A-Z]{2,4}-\d[\d-]{3,}$/.test(bare)) return true;
    if (
      /^\d[\d/-]{3,}\d$/.test(bare) &&
      /^(?:RE|RG|RN|INV|FA|FC|FAC|FT|NF|NR|FV)[-.:]?$/i.test(texts[index - 1] ?? '') &&
      !/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(bare)
    )
      return true;
    const isNumber =
      /^[A-Z]{0,5}[-\d/_]*\d{3,}[-\dA-Z/_]*$/i.test(bare) &&
      !/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$|^20\d\d$/.test(bare);
    return (
      isNumber &&
      languages.some(({ invoice }) => holdsOne(invoice, tokensOf(texts.slice(Math.max(0, index - 4), index).join(' '))))
    );
  });
}

/** Words of the name of three letters or more; shorter ones only beside those. */
function names(texts: readonly string[], name: string): readonly number[] {
  const wanted = tokensOf(name);
  const long = wanted.filter((word) => word.length >= 3);
  const isOf =
    (list: readonly string[]) =>
    (text: string): boolean =>
      tokensOf(text).some((token) => list.some((word) => isWord(token, word)));
  const sure = indexes(texts, isOf(long));
  const short = indexes(texts, isOf(wanted)).filter((index) => sure.some((other) => Math.abs(other - index) === 1));
  return [...new Set([...sure, ...short])].sort((one, other) => one - other);
}

function indexes(texts: readonly string[], fits: (text: string, index: number) => boolean): readonly number[] {
  return texts.flatMap((text, index) => (fits(text, index) ? [index] : []));
}
