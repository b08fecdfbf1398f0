// A letter as a draft for a mail program: a MIME message (RFC 5322, 2045, 2047) that says it was not sent.
import { escapeText, escapeToOneLine } from './escape';

/** `to` is left out where nobody knows it. `langs`: the languages of the text, in their order. */
export type Mail = {
  readonly to?: string;
  readonly subject: string;
  readonly text: string;
  readonly langs: readonly string[];
};

/** Octets of UTF-8 in one encoded word: with its frame it stays within the 75 characters of RFC 2047. */
const WORD_BYTES = 16;
const LINE = 76;

/** The message in ASCII, with the line ends of mail. No sender and no day: the mail program adds them when it is sent. */
export const renderEml = ({ to, subject, text, langs }: Mail): string =>
  [
    'MIME-Version: 1.0',
    'X-Unsent: 1',
    ...(to === undefined ? [] : [`To: ${escapeToOneLine(to)}`]),
    `Subject: ${encodedWords(escapeToOneLine(subject))}`,
    `Content-Language: ${langs.join(', ')}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    ...escapeText(text).replace(/\n+$/, '').split('\n').flatMap(quotedPrintable),
    '',
  ].join('\r\n');

/** ASCII as it is; else words of `=?utf-8?Q?…?=`, each on a line of its own, none ending inside a character. */
const encodedWords = (text: string): string => {
  if (/^[ -~]{0,60}$/.test(text) && !text.includes('=?')) return text;
  const words: string[] = [''];
  let bytes = 0;
  for (const letter of text) {
    const own = new TextEncoder().encode(letter);
    if (bytes + own.length > WORD_BYTES) {
      words.push('');
      bytes = 0;
    }
    bytes += own.length;
    const shown = /^[A-Za-z0-9]$/.test(letter) ? letter : letter === ' ' ? '_' : hexOf(own);
    words[words.length - 1] += shown;
  }
  return words.map((word) => `=?utf-8?Q?${word}?=`).join('\r\n ');
};

/** One line of text as lines of at most 76 characters; a `=` at the end joins a line to the next. */
const quotedPrintable = (line: string): readonly string[] => {
  const units = [...line].map((letter, index, all) =>
    /^[!-<>-~]$/.test(letter) || (letter === ' ' && index < all.length - 1)
      ? letter
      : hexOf(new TextEncoder().encode(letter)),
  );
  const lines = [''];
  for (const unit of units.flatMap((one) => one.match(/=..|./g) ?? [])) {
    if ((lines.at(-1) ?? '').length + unit.length > LINE - 1) {
      lines[lines.length - 1] += '=';
      lines.push('');
    }
    lines[lines.length - 1] += unit;
  }
  return lines;
};

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
