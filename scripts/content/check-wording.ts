// Checks the sentences themselves: ICU syntax, placeholders, plural forms, length, words to avoid, characters, typography.
import { parse } from '@messageformat/parser';
import type { Guide } from '../../src/content/schema';
import type { RawWords } from '../../src/content/words-schema';
import type { Problem } from './problem';

/** GOV.UK's published limit for a sentence. */
const MOST_WORDS = 25;
const MOST_HINT = 40;

/** Controls, bidi, zero-width, private use, tags: nothing of the kind belongs in a text. */
export const ODD =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uE000-\uF8FF]|[\u{E0000}-\u{E007F}]/u;

/** A plain space, or none, where French print has a no-break space. */
const FRENCH_SPACING = / [:;!?»]|« |[\p{L}\d)][;!?](?=\s|$)|\p{L}:(?=\s|$)/u;

/** All problems with the texts of one language. `english` gives the placeholders each interface text may use. */
export function checkWording(tag: string, words: RawWords, guide: Guide, english: RawWords): Problem[] {
  const problems: Problem[] = [];
  const pages = new Set(Object.keys(guide.links).map((id) => id.replaceAll('-', '_')));
  const wanted = new Map(
    textsOf({ ui: english.ui, letters: english.letters }, '').map(([where, text]) => [where, placeholders(text)]),
  );
  const menuWords = new Set(
    Object.values(guide.menuLabels)
      .flatMap(({ en, translations }) => [en, ...(translations?.[tag]?.text ?? [])])
      .filter((label) => /^\p{Lu}.* /u.test(label)),
  );

  const { avoid: avoided_, countedAsCancelled, ...language } = words.language;
  const avoid = new RegExp(`(?<!\\p{L})(${avoided_.join('|')})(?!\\p{L})`, 'iu');
  const cancelled = new RegExp(countedAsCancelled, 'iu');
  for (const [where, text] of textsOf({ ...words, language }, '')) {
    const report = (rule: string, what: string): void =>
      void problems.push({ rule, where: `${tag}/${where}`, what: `${what}: ${text}` });
    const names = placeholders(text);
    if (typeof names === 'string') {
      report('icu', names);
      continue;
    }
    for (const fault of formFaults(text, tag)) report('forms', fault);
    for (const name of names) {
      const [kind, id] = [name.slice(0, 5), name.slice(5)];
      if (kind === 'menu_' && guide.menuLabels[id] === undefined)
        report('placeholder', `{${name}} is not in menu-labels.yaml`);
      if (kind === 'page_' && !pages.has(id)) report('placeholder', `{${name}} is not in links.yaml`);
      if (kind !== 'menu_' && kind !== 'page_' && !hasValues(where))
        report('placeholder', `{${name}} is not a menu word or a page`);
    }
    if (hasValues(where)) {
      const own = [...names].sort().join(' ');
      const reference = wanted.get(where);
      if (reference !== undefined && typeof reference !== 'string' && own !== [...reference].sort().join(' '))
        report('placeholder', `the English text has {${[...reference].join('} {')}}`);
    }
    if (ODD.test(text)) report('character', 'holds a character nobody can see');
    if (/\{menu_\w+\}\s\{menu_/.test(text))
      report('menus-apart', 'two words of buttons stand side by side: put a word or a comma between them');
    if (text.includes("'")) report('apostrophe', "write ’ instead of '");
    if (tag === 'fr' && FRENCH_SPACING.test(withoutCode(text)))
      report('typography', 'needs a no-break space before : ; ! ? » and after «');
    if (/^(claims|campaign|alternatives)\./.test(where) && cancelled.test(text))
      report('cancellations', 'claimed actions are no cancellations');
    const avoided = avoid.exec(withoutCode(text));
    if (avoided) report('avoid', `do not write "${avoided[0]}"`);
    if (where.endsWith('.hint') && text.length > MOST_HINT)
      report('hint', `a hint has ${MOST_HINT} characters at most`);
    if (!/^(?:ui|links)\.|\.(?:label|hint|title|problem|short)$/.test(where))
      for (const label of menuWords)
        if (standsInside(text, label)) report('menu-word', `write the placeholder for "${label}"`);
    for (const sentence of sentencesOf(withoutCode(text)))
      if (sentence.split(/\s+/).length > MOST_WORDS) report('length', `a sentence has ${MOST_WORDS} words at most`);
  }
  return problems;
}

/** Values are filled in by the program here: only those of the English text. */
const hasValues = (where: string): boolean => /^(?:ui|letters)\./.test(where);

/** Whether the label stands within a sentence. At the start of one, the same words may be ordinary language. */
function standsInside(text: string, label: string): boolean {
  if (!text.includes(label)) return false;
  const [first = '', ...rest] = text.split(label);
  let before = first;
  for (const part of rest) {
    if (/[^.!?\s]\s*$/u.test(before)) return true;
    before += label + part;
  }
  return false;
}

/** Every text with its place, such as `steps.cancel-web.title`. */
export function textsOf(value: unknown, where: string): (readonly [string, string])[] {
  if (typeof value === 'string') return [[where, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, where === '' ? key : `${where}.${key}`));
}

type Token = {
  readonly type: string;
  readonly arg?: string;
  readonly cases?: readonly { readonly key: string; readonly tokens: readonly Token[] }[];
};

/** The argument names of an ICU message, or why it does not parse. */
function placeholders(text: string): ReadonlySet<string> | string {
  try {
    return new Set(tokensIn(text).flatMap(({ arg }) => arg ?? []));
  } catch (cause) {
    return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  }
}

/** What is wrong with the forms of a plural or choice: `other` is always there, and no plural has forms its language does not know. */
function formFaults(text: string, tag: string): readonly string[] {
  return tokensIn(text).flatMap(({ type, arg = '', cases = [] }) => {
    if (cases.length === 0) return [];
    const keys = cases.map(({ key }) => key);
    const known =
      type === 'select'
        ? keys
        : new Intl.PluralRules(tag, { type: type === 'selectordinal' ? 'ordinal' : 'cardinal' }).resolvedOptions()
            .pluralCategories;
    const unknown = keys.filter((key) => !/^=?\d+$/.test(key) && !(known as readonly string[]).includes(key));
    return [
      ...(keys.includes('other') ? [] : [`{${arg}} has no form "other"`]),
      ...unknown.map((key) => `{${arg}} has the form "${key}", which this language does not know`),
    ];
  });
}

/** Read once each: a text is asked for its arguments and its forms, and an English one by every language. */
const read = new Map<string, readonly Token[]>();

/** All tokens of an ICU message. Throws when it does not parse. */
function tokensIn(text: string): readonly Token[] {
  const known = read.get(text);
  if (known !== undefined) return known;
  const tokens = allTokens(parse(text) as readonly Token[]);
  read.set(text, tokens);
  return tokens;
}

function allTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [token, ...(token.cases ?? []).flatMap((one) => allTokens(one.tokens))]);
}

function withoutCode(text: string): string {
  let plain = text.replace(/`[^`]*`/g, '').replace(/\b\w+:\/\/\S+/g, '');
  // Arguments may hold arguments: the innermost braces go first.
  while (/\{[^{}]*\}/.test(plain)) plain = plain.replace(/\{[^{}]*\}/g, 'x');
  return plain;
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?:;])[\s\u00A0\u202F]+/u).filter((sentence) => sentence.trim() !== '');
}
