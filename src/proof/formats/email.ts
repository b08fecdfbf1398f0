// A saved e-mail: known by its header lines, since it has no signature.
import { CUT, wholeFile, type Reading } from '../reading';

/**
 * Whether this is a message as RFC 5322 writes it: header fields only, at least two different well-known ones, before
 * the first empty line. LF alone, a byte order mark and the "From " line of a mailbox file are accepted.
 * Source: RFC 5322 sections 2.1, 2.2 and 3.6; RFC 4155 for the "From " line; RFC 6532 for UTF-8 in headers.
 */
export function isEmail(bytes: Uint8Array): boolean {
  const head = headOf(bytes);
  if (head.includes('\0')) return false;
  const end = HEADER_END.exec(head)?.index;
  const lines = head.slice(0, end).split(/\r?\n/u);
  const named = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (index === 0 && line.startsWith('From ')) continue;
    if (index > 0 && /^[ \t]/u.test(line)) continue;
    const name = /^([!-9;-~]+)[ \t]*:/u.exec(line)?.[1]?.toLowerCase();
    // Without an empty line, the last one may be cut by the end of the file or of the part looked at.
    if (name === undefined && (end !== undefined || index < lines.length - 1)) return false;
    if (name !== undefined && KNOWN_FIELDS.has(name)) named.add(name);
  }
  return named.size >= 2;
}

/** Whole once the header has ended: a message cut inside its body cannot be told from a short one. */
export function readEmail(bytes: Uint8Array): Reading {
  return HEADER_END.test(headOf(bytes)) ? wholeFile() : CUT;
}

/** The header block, without the empty line that ends it; of a message cut inside its header, what is there. */
export function headerOf(bytes: Uint8Array): string {
  const head = headOf(bytes);
  return head.slice(0, HEADER_END.exec(head)?.index);
}

/** Long chains of Received and DKIM fields stay well below this. */
const HEAD_BYTES = 256 * 1024;
const HEADER_END = /\r?\n\r?\n/u;

const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'date',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'received',
  'return-path',
  'delivered-to',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'dkim-signature',
  'authentication-results',
]);

function headOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, HEAD_BYTES));
}
