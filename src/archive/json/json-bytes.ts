// Passes over JSON in its bytes, as strict as JSON.parse, and makes no values of it. Depth costs no recursion.

/** Thrown where the bytes are no JSON or end too early: no Error, since it is thrown often and its stack never read. */
export const NOT_JSON: unique symbol = Symbol('not JSON');

export const [QUOTE, COMMA, COLON] = [0x22, 0x2c, 0x3a];
export const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const [BACKSLASH, MINUS, PLUS, POINT, EXPONENT, ZERO, NINE] = [0x5c, 0x2d, 0x2b, 0x2e, 0x65, 0x30, 0x39];
const [TRUE, FALSE, NULL] = [0x74, 0x66, 0x6e];

/** The place of the next byte that is no blank; the end of the bytes when there is none. */
export function afterBlanks(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let at = from;
  for (;;) {
    // The newest form is indented: most blanks are runs of spaces.
    while (at < length && bytes[at] === 0x20) at += 1;
    const byte = at < length ? (bytes[at] ?? 0) : 0;
    if (byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at += 1;
  }
}

/** The place after a string that begins before `from`, at its quote. */
export function afterString(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let at = from;
  for (;;) {
    // Four at a time: most of an export is plain text.
    for (const safe = length - 4; at < safe; at += 4) {
      if (STOPS[bytes[at] ?? 0] !== 0) break;
      if (STOPS[bytes[at + 1] ?? 0] !== 0) {
        at += 1;
        break;
      }
      if (STOPS[bytes[at + 2] ?? 0] !== 0) {
        at += 2;
        break;
      }
      if (STOPS[bytes[at + 3] ?? 0] !== 0) {
        at += 3;
        break;
      }
    }
    while (at < length && STOPS[bytes[at] ?? 0] === 0) at += 1;
    if (at >= length) throw NOT_JSON;
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte !== BACKSLASH || at + 1 >= length) throw NOT_JSON;
    const escape = ESCAPES[bytes[at + 1] ?? 0] ?? 0;
    if (escape === 0 || (escape === 6 && !isHex(bytes, at + 2))) throw NOT_JSON;
    at += escape;
  }
}

/** The same for a string without escapes, which its bytes are then the text of; -1 when it has some. For short ones. */
export function afterPlainString(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && STOPS[bytes[at] ?? 0] === 0) at += 1;
  return at < bytes.length && bytes[at] === QUOTE ? at + 1 : -1;
}

function isHex(bytes: Uint8Array, at: number): boolean {
  return (
    at + 4 <= bytes.length &&
    ((HEX[bytes[at] ?? 0] ?? 0) &
      (HEX[bytes[at + 1] ?? 0] ?? 0) &
      (HEX[bytes[at + 2] ?? 0] ?? 0) &
      (HEX[bytes[at + 3] ?? 0] ?? 0)) ===
      1
  );
}

/** The place after a number, or one of the words `true`, `false` and `null`. */
function afterScalar(bytes: Uint8Array, from: number): number {
  const first = bytes[from] ?? 0;
  if (first === NULL || first === TRUE) {
    const word = first === NULL ? WORDS.null : WORDS.true;
    if (
      from + 4 > bytes.length ||
      bytes[from + 1] !== word[1] ||
      bytes[from + 2] !== word[2] ||
      bytes[from + 3] !== word[3]
    )
      throw NOT_JSON;
    return from + 4;
  }
  if (first === FALSE) {
    const word = WORDS.false;
    if (
      from + 5 > bytes.length ||
      bytes[from + 1] !== word[1] ||
      bytes[from + 2] !== word[2] ||
      bytes[from + 3] !== word[3] ||
      bytes[from + 4] !== word[4]
    )
      throw NOT_JSON;
    return from + 5;
  }
  let at = first === MINUS ? from + 1 : from;
  at = at < bytes.length && bytes[at] === ZERO ? at + 1 : afterDigits(bytes, at);
  if (at < bytes.length && bytes[at] === POINT) at = afterDigits(bytes, at + 1);
  if (at < bytes.length && ((bytes[at] ?? 0) | 0x20) === EXPONENT) {
    at += 1;
    if (at < bytes.length && (bytes[at] === PLUS || bytes[at] === MINUS)) at += 1;
    at = afterDigits(bytes, at);
  }
  return at;
}

function afterDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) break;
    at += 1;
  }
  if (at === from) throw NOT_JSON;
  return at;
}

/** Whether each open bracket is that of an object: grows with the deepest value ever met, one byte a level. */
let nest = new Uint8Array(1024);

/** The place after any value that begins at `from`, or after blanks there. One loop: calls for each token take half as long again. */
export function afterValue(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let at = from;
  let depth = 0;
  let inObject = false;
  let isKey = false;
  for (;;) {
    let byte = at < length ? (bytes[at] ?? 0) : 0;
    if (byte <= 0x20) {
      at = afterBlanks(bytes, at);
      byte = at < length ? (bytes[at] ?? 0) : 0;
    }
    if (byte === QUOTE) {
      at = afterString(bytes, at + 1);
      if (isKey) {
        at = afterColon(bytes, at);
        isKey = false;
        continue;
      }
    } else if (isKey) throw NOT_JSON;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      if (depth === nest.length) nest = widened(nest);
      nest[depth] = inObject ? 1 : 0;
      depth += 1;
      inObject = byte === OPEN_OBJECT;
      at = afterBlanks(bytes, at + 1);
      if (at >= length) throw NOT_JSON;
      if (bytes[at] !== (inObject ? CLOSE_OBJECT : CLOSE_LIST)) {
        isKey = inObject;
        continue;
      }
      at += 1;
      depth -= 1;
      inObject = nest[depth] === 1;
    } else at = afterScalar(bytes, at);
    // After a value: what ends here is closed, or the next one begins.
    for (;;) {
      if (depth === 0) return at;
      byte = at < length ? (bytes[at] ?? 0) : 0;
      if (byte <= 0x20) {
        at = afterBlanks(bytes, at);
        byte = at < length ? (bytes[at] ?? 0) : 0;
      }
      at += 1;
      if (byte === COMMA) {
        isKey = inObject;
        break;
      }
      if (byte !== (inObject ? CLOSE_OBJECT : CLOSE_LIST)) throw NOT_JSON;
      depth -= 1;
      inObject = nest[depth] === 1;
    }
  }
}

/** The place after the colon that has to follow a key. */
export function afterColon(bytes: Uint8Array, from: number): number {
  if (from < bytes.length && bytes[from] === COLON) return from + 1;
  const at = afterBlanks(bytes, from);
  if (at >= bytes.length || bytes[at] !== COLON) throw NOT_JSON;
  return at + 1;
}

function widened(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(bytes.length * 2);
  wider.set(bytes);
  return wider;
}

const WORDS = { true: lettersOf('true'), false: lettersOf('false'), null: lettersOf('null') };

function lettersOf(word: string): Uint8Array {
  return Uint8Array.from(word, (letter) => letter.charCodeAt(0));
}

/** Bytes that cannot simply stand in a string. */
const STOPS = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === QUOTE || byte === BACKSLASH ? 1 : 0,
);
/** How long an escape is, by the byte after its backslash. */
const ESCAPES = Uint8Array.from({ length: 256 }, (_, byte) =>
  '"\\/bfnrt'.includes(String.fromCharCode(byte)) ? 2 : byte === 0x75 ? 6 : 0,
);
const HEX = Uint8Array.from({ length: 256 }, (_, byte) => (/[\da-fA-F]/.test(String.fromCharCode(byte)) ? 1 : 0));
