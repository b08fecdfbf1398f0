// What the header of a saved e-mail says: when, from whom, about what. Never to whom.
import { headerOf } from './email';

/** Every part is `undefined` when the header does not say it exactly once, or not as RFC 5322 asks. */
export interface EmailFacts {
  /** `YYYY-MM-DD`, the day in the sender's own time zone. */
  readonly date: string | undefined;
  /** The sender's address; of an address that may be a person's only what stands behind the @, such as `…@example.org`. */
  readonly sender: string | undefined;
  /** Decoded, on one line, of 200 characters at most; addresses inside are taken out. */
  readonly subject: string | undefined;
  /** Whether a DKIM-Signature field is there. It is not verified: that takes a key from the network. */
  readonly hasDkim: boolean;
}

/**
 * Reads the header block only, of 256 kB at most; the body is never looked at, nor are To, Cc or Delivered-To.
 * Sources: RFC 5322 sections 2.2.3, 3.3, 3.4 and 3.6; RFC 2047; RFC 6376 section 3.5.
 */
export function readEmailFacts(bytes: Uint8Array): EmailFacts {
  const fields = fieldsOf(headerOf(bytes));
  const only = (name: string): string | undefined => {
    const [value, ...others] = fields.filter((field) => field.name === name).map((field) => field.value);
    return others.length === 0 ? value : undefined;
  };
  const [date, from, subject] = [only('date'), only('from'), only('subject')];
  return {
    date: date === undefined ? undefined : dayOf(date),
    sender: from === undefined ? undefined : senderOf(from),
    subject: subject === undefined ? undefined : subjectOf(subject),
    hasDkim: fields.some(
      ({ name, value }) => name === 'dkim-signature' && /(^|;)\s*d\s*=/.test(value) && /(^|;)\s*b\s*=/.test(value),
    ),
  };
}

/** Unfolded fields in order, names in lower case. */
function fieldsOf(header: string): readonly { readonly name: string; readonly value: string }[] {
  const unfolded = header.replace(/\r?\n(?=[ \t])/g, '');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const field = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line);
    return field?.[1] === undefined ? [] : [{ name: field[1].toLowerCase(), value: (field[2] ?? '').trim() }];
  });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayOf(value: string): string | undefined {
  const said =
    /^(?:[a-z]{3}\s*,\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|[a-z]{1,5})\s*(?:\([^()]*\)\s*)?$/i.exec(
      value.slice(0, 200),
    );
  if (said === null) return undefined;
  const [, day = '', month = '', year = ''] = said;
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  const text = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== text ? undefined : text;
}

/** One mailbox: `Name <address>` or a bare address. Names are left out: they may be the person's. */
function senderOf(value: string): string | undefined {
  const address = /^[^<>]*<([^<>]+)>\s*$/.exec(value)?.[1] ?? value;
  const parts = /^\s*([\w!#$%&'*+/=?^`{|}~.-]{1,64})@((?:[a-z0-9-]{1,63}\.)+[a-z]{2,63})\s*$/i.exec(
    address.slice(0, 400),
  );
  const [, local = '', domain = ''] = parts ?? [];
  if (parts === null) return undefined;
  return `${OFFICE.test(local) ? local : '…'}@${domain.toLowerCase()}`;
}

/** Names of mailboxes that belong to an office and not to a person: RFC 2142 and common use. */
const OFFICE =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|support|help|info|billing|receipts?|invoices?|orders?|payments?|service|account|accounts|notifications?|team)$/i;

const MOST_SUBJECT = 200;

function subjectOf(value: string): string {
  const text = decodeWords(value.slice(0, 4000))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return [...text.replace(/[^\s<>()",;:]+@[^\s<>()",;:]+/gu, '…@…')].slice(0, MOST_SUBJECT).join('');
}

/** RFC 2047: encoded words become text, and the blanks between two of them go. A word in an unknown charset stays as written. */
function decodeWords(value: string): string {
  return value
    .replace(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?[^?\s]+\?[bq]\?[^?\s]*\?=)/gi, '$1')
    .replace(
      /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/gi,
      (word: string, charset: string, form: string, text: string) => {
        try {
          return new TextDecoder(charset).decode(
            form.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedBytes(text),
          );
        } catch {
          return word;
        }
      },
    );
}

function quotedBytes(text: string): Uint8Array {
  return Buffer.from(
    text
      .replaceAll('_', ' ')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
