// The last door before paper or screen: nothing unseen in a text gets through, and no text can become markup.

/** Controls, format characters, lone surrogates, line separators and tags: everything that acts without being seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u{E0000}-\u{E007F}]/gu;

/**
 * Shows every character that acts without being seen as `\u{1B}`, so that the reader sees that something was there.
 * `\n` stays (see `escapeToOneLine`), a tab becomes a space, and the no-break spaces U+00A0 and U+202F pass.
 * Zero-width joiners pass only where a script or an emoji needs them. Against CWE-150.
 */
export const escapeText = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(UNSEEN, (found: string, at: number, whole: string) => {
    if (found === '\n') return found;
    if (found === '\t') return ' ';
    if (joins(whole, at)) return found;
    return `\\u{${(found.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  });

/** `escapeText` for what must stay on one line: a title, a label, an address. */
export const escapeToOneLine = (text: string): string => escapeText(text).replaceAll('\n', ' ');

const INDIC =
  '\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}' +
  '\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}';
/** What may stand before and after a joiner, and which joiner. Persian writes a non-joiner inside words. */
type Joint = readonly [before: RegExp, joiners: string, after: RegExp];
/** Made for the first joiner met: few texts have one, and these patterns are a millisecond of a start. */
const joints = (): readonly Joint[] =>
  (made ??= [
    [/\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?$/u, '\u200D', /^\p{Extended_Pictographic}/u],
    [new RegExp(`[${INDIC}]$`, 'u'), '\u200C\u200D', new RegExp(`^[${INDIC}]`, 'u')],
    [/\p{Script=Arabic}$/u, '\u200C', /^\p{Script=Arabic}/u],
  ]);
let made: readonly Joint[] | undefined;

const joins = (text: string, at: number): boolean => {
  const joiner = text.charAt(at);
  if (joiner !== '\u200C' && joiner !== '\u200D') return false;
  const before = text.slice(Math.max(0, at - 6), at);
  const after = text.slice(at + 1, at + 5);
  return joints().some(([left, joiners, right]) => joiners.includes(joiner) && left.test(before) && right.test(after));
};

/** True for an https address in the characters of RFC 3986 and nothing else: only such a one is ever made a link. */
export const isLinkable = (url: string): boolean => /^https:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(url);

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** `escapeText`, then for HTML: good between tags and inside a quoted attribute. */
export const escapeHtml = (text: string): string =>
  escapeText(text).replace(/[&<>"'`]/g, (found) => HTML[found] ?? found);

/**
 * `escapeText`, then for GitHub Markdown: no emphasis, code, link, picture, HTML, table or formula opens, and a bare
 * web address stays words. What only acts at the start of a line is left to `escapeMarkdownStart`.
 */
export const escapeMarkdown = (text: string): string =>
  escapeText(text)
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/:(?=\/\/)|(?<=mailto|xmpp):/gi, '\\:')
    .replace(/(?<=www)\./gi, '\\.');

/** Keeps a finished line of Markdown from opening a heading, list, rule, table or block of code. */
export const escapeMarkdownStart = (line: string): string =>
  line
    .trimStart()
    .replace(/^#{1,6}(?=\s|$)/, '\\$&')
    .replace(/^[-+](?=\s|$)/, '\\$&')
    .replace(/^(?:[-:][-:\s]*|=+\s*)$/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
