// Finds where each conversation of a file begins and ends while its bytes pass, without parsing them.
import { textOfBytes } from '../container/bytes';
import { BLANK, ENDS_SCALAR, valueScanner } from './value-scanner';
import type { Element } from './value-scanner';

export type { Element } from './value-scanner';

/** `cut`: the input ended inside. `broken`: it is no list of that form, or goes on after its end. */
export type Ending = 'whole' | 'cut' | 'broken';

export type ArraySplitter<Read = never> = {
  /** The elements that end in this chunk, in order. The chunk is kept and must not change. */
  push(chunk: Uint8Array): readonly (Element | { readonly kind: 'read'; readonly value: Read })[];
  /** Says how the list ended; nothing may be pushed afterwards. */
  end(): Ending;
};

/** What may come next outside the values. `first` and `key-first` may also be the end of an empty list or object. */
type Place =
  | 'start'
  | 'first'
  | 'value'
  | 'after'
  | 'key-first'
  | 'key'
  | 'colon'
  | 'member'
  | 'after-member'
  | 'done'
  | 'broken';

/**
 * Finds the elements of a JSON array, or of the array in `{"conversations": […]}`, with or without a byte order mark. Commas
 * and brackets of the list itself are held to the grammar; what an element holds is for its receiver to parse. Elements of
 * more than `most` bytes are counted and not kept. Time is linear in the bytes, however they are cut.
 *
 * `read` tries to read an element that begins at a place, and gives what it is and where it ends, or `undefined` when it is not
 * whole: so an element that lies in one chunk need not be looked at twice.
 */
export function arraySplitter<Read = never>(
  most: number,
  read?: (chunk: Uint8Array, at: number) => { readonly value: Read; readonly end: number } | undefined,
): ArraySplitter<Read> {
  const value = valueScanner(most);
  let place: Place = 'start';
  let marks = 0;
  /** What the value that is being read is: an element, a key of the outer object, or a member that nobody wants. */
  let reading: 'element' | 'key' | 'member' | undefined;
  let form: 'array' | 'object' = 'array';
  let isConversations = false;
  let listIsOver = false;
  /** About how long the last elements were: one that cannot end in the chunk is not tried. */
  let usual = 0;
  type Piece = Element | { readonly kind: 'read'; readonly value: Read };

  const finished = (found: Piece[]): void => {
    const was = reading;
    reading = undefined;
    const whole = value.take();
    if (was === 'element') {
      place = 'after';
      found.push(whole);
    } else if (was === 'key') {
      isConversations = keyOf(whole) === 'conversations';
      // JSON.parse would let the second list win: the first was given away already.
      place = isConversations && listIsOver ? 'broken' : 'colon';
    } else place = 'after-member';
  };

  /** The place after an element that was read, or -1 when it has to be found first. */
  const tried = (chunk: Uint8Array, at: number, found: Piece[]): number => {
    if (read === undefined || reading !== 'element' || chunk.length - at < usual / 2) return -1;
    const done = read(chunk, at);
    if (done === undefined || done.end - at > most) return -1;
    usual += (done.end - at - usual) / 8;
    found.push({ kind: 'read', value: done.value });
    place = 'after';
    reading = undefined;
    return done.end;
  };

  const listEnds = (): void => {
    listIsOver = true;
    place = form === 'array' ? 'done' : 'after-member';
  };

  /** Takes one byte between values. True when it is the first of a value. */
  const step = (byte: number): boolean => {
    switch (place) {
      case 'start':
        form = byte === OPEN_BRACE ? 'object' : 'array';
        place = byte === OPEN_BRACKET ? 'first' : byte === OPEN_BRACE ? 'key-first' : 'broken';
        return false;
      case 'first':
      case 'value':
        if (byte === CLOSE_BRACKET && place === 'first') listEnds();
        else if (ENDS_SCALAR[byte] === 1) place = 'broken';
        else reading = 'element';
        return reading !== undefined;
      case 'after':
        if (byte === CLOSE_BRACKET) listEnds();
        else place = byte === COMMA ? 'value' : 'broken';
        return false;
      case 'key-first':
      case 'key':
        if (byte === QUOTE) reading = 'key';
        // An object without that list is another kind of file.
        else place = 'broken';
        return reading !== undefined;
      case 'colon':
        place = byte === COLON ? 'member' : 'broken';
        return false;
      case 'member':
        if (isConversations) place = byte === OPEN_BRACKET ? 'first' : 'broken';
        else if (ENDS_SCALAR[byte] === 1) place = 'broken';
        else reading = 'member';
        return reading !== undefined;
      case 'after-member':
        if (byte === CLOSE_BRACE) place = listIsOver ? 'done' : 'broken';
        else place = byte === COMMA ? 'key' : 'broken';
        return false;
      case 'done':
      case 'broken':
        place = 'broken';
        return false;
    }
  };

  return {
    push(chunk) {
      const found: Piece[] = [];
      let at = 0;
      while (marks < MARK.length && at < chunk.length && place === 'start') {
        if (chunk[at] === MARK[marks]) [at, marks] = [at + 1, marks + 1];
        else if (marks === 0) marks = MARK.length;
        else place = 'broken';
      }
      if (reading !== undefined && at < chunk.length) {
        at = value.go(chunk, at, reading !== 'member');
        if (at >= 0) finished(found);
        else return found;
      }
      while (at < chunk.length) {
        if (place === 'broken') break;
        const byte = chunk[at] ?? 0;
        if (BLANK[byte] === 1) at += 1;
        else if (step(byte)) {
          const end = tried(chunk, at, found);
          at = end === -1 ? value.begin(chunk, at, reading !== 'member') : end;
          if (at < 0) break;
          if (end === -1) finished(found);
        } else at += 1;
      }
      return found;
    },
    end: () => (place === 'done' || place === 'broken' ? (place === 'done' ? 'whole' : 'broken') : 'cut'),
  };
}

function keyOf(whole: Element): unknown {
  if (whole.kind !== 'element' || whole.bytes.length > 1000) return undefined;
  try {
    return JSON.parse(textOfBytes(whole.bytes));
  } catch {
    return undefined;
  }
}

const [QUOTE, COMMA, COLON] = [0x22, 0x2c, 0x3a];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];
/** The byte order mark of UTF-8. */
const MARK = [0xef, 0xbb, 0xbf] as const;
