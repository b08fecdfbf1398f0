// Small damage by chance: bytes turned, cut, put in, doubled, swapped, and numbers in headers of ZIPs changed.
import type { Dice } from './dice';

/** What was done, for a report, and the bytes after it. */
export type Mutation = { readonly what: string; readonly bytes: Buffer };

/** One to three changes, most often one. The bytes given stay as they are. */
export function mutated(bytes: Uint8Array, dice: Dice, kind: 'zip' | 'json'): Mutation {
  let changed: Mutation = { what: '', bytes: Buffer.from(bytes) };
  for (let left = dice.chance(0.7) ? 1 : 2 + dice.int(2); left > 0 && changed.bytes.length > 0; left -= 1) {
    const next = dice.pick(kind === 'zip' ? [...COMMON, ...OF_ZIPS, ...OF_ZIPS] : [...COMMON, ...OF_JSON])(
      changed.bytes,
      dice,
    );
    changed = { what: changed.what === '' ? next.what : `${changed.what}; ${next.what}`, bytes: next.bytes };
  }
  return changed;
}

type Change = (bytes: Buffer, dice: Dice) => Mutation;

const COMMON: readonly Change[] = [
  function flip(bytes, dice) {
    const at = dice.int(bytes.length);
    const bit = 1 << dice.int(8);
    const made = Buffer.from(bytes);
    made[at] = (made[at] ?? 0) ^ bit;
    return { what: `bit ${bit} turned at ${at}`, bytes: made };
  },
  function replace(bytes, dice) {
    const at = dice.int(bytes.length);
    const made = Buffer.from(bytes);
    made[at] = dice.int(256);
    return { what: `byte ${made[at]} at ${at}`, bytes: made };
  },
  function cut(bytes, dice) {
    const at = dice.int(bytes.length);
    return { what: `cut at ${at}`, bytes: bytes.subarray(0, at) };
  },
  function drop(bytes, dice) {
    const [at, length] = span(bytes, dice);
    return {
      what: `${length} bytes dropped at ${at}`,
      bytes: Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
    };
  },
  function insert(bytes, dice) {
    const [at, length] = span(bytes, dice);
    const made = Buffer.from(Array.from({ length: Math.min(length, 40) }, () => dice.int(256)));
    return {
      what: `${made.length} bytes put in at ${at}`,
      bytes: Buffer.concat([bytes.subarray(0, at), made, bytes.subarray(at)]),
    };
  },
  function double(bytes, dice) {
    const [at, length] = span(bytes, dice);
    return {
      what: `${length} bytes doubled at ${at}`,
      bytes: Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]),
    };
  },
  function swap(bytes, dice) {
    const [[one, length], other] = [span(bytes, dice), dice.int(bytes.length)];
    const made = Buffer.from(bytes);
    bytes.copy(made, other, one, Math.min(one + length, one + bytes.length - other));
    return { what: `${length} bytes of ${one} put over ${other}`, bytes: made };
  },
  function blank(bytes, dice) {
    const [at, length] = span(bytes, dice);
    return { what: `${length} bytes at ${at} made zero`, bytes: Buffer.from(bytes).fill(0, at, at + length) };
  },
];

const ODD_NUMBERS = [
  0, 1, 2, 7, 8, 9, 20, 0x7f, 0xff, 0x100, 0x7fff, 0xfffe, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff,
];

const OF_ZIPS: readonly Change[] = [
  /** A number in a header, by the places that headers have. */
  function header(bytes, dice) {
    const made = Buffer.from(bytes);
    const found = SIGNATURES.flatMap(({ signature, length }) =>
      placesOf(made, signature).map((at) => ({ at, length })),
    );
    if (found.length === 0) return { what: 'nothing', bytes: made };
    const { at, length } = dice.pick(found);
    const place = at + 4 + dice.int(length - 4);
    const number = dice.chance(0.5) ? dice.pick(ODD_NUMBERS) : dice.bits();
    const width = Math.min(dice.pick([1, 2, 2, 4, 4]), made.length - place);
    if (width > 0) made.writeUIntLE(number % 2 ** (8 * width), place, width);
    return { what: `${width} bytes of the header at ${at} (+${place - at}) made ${number}`, bytes: made };
  },
  function nudge(bytes, dice) {
    const made = Buffer.from(bytes);
    const found = SIGNATURES.flatMap(({ signature, length }) =>
      placesOf(made, signature).map((at) => ({ at, length })),
    );
    if (found.length === 0) return { what: 'nothing', bytes: made };
    const { at, length } = dice.pick(found);
    const place = Math.min(at + 4 + dice.int(length - 5), made.length - 2);
    made.writeUInt16LE((made.readUInt16LE(place) + dice.pick([1, -1, 2, 0x100, -0x100]) + 0x10000) % 0x10000, place);
    return { what: `the number at ${at} (+${place - at}) nudged`, bytes: made };
  },
];

/** Local header, directory entry, end, long end, its pointer, descriptor. */
const SIGNATURES = [
  { signature: Buffer.from('504b0304', 'hex'), length: 30 },
  { signature: Buffer.from('504b0102', 'hex'), length: 46 },
  { signature: Buffer.from('504b0506', 'hex'), length: 22 },
  { signature: Buffer.from('504b0606', 'hex'), length: 56 },
  { signature: Buffer.from('504b0607', 'hex'), length: 20 },
  { signature: Buffer.from('504b0708', 'hex'), length: 16 },
] as const;

const PIECES = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  'null',
  'true',
  '1e999',
  '-0',
  '"\\ud800"',
  '\\u0000',
  '{}',
  '[]',
  '"parent":null,',
  '"mapping":{},',
  '"id":"x",',
  ' ',
  '\n',
  '\u0000',
  '00',
  '"__proto__":1,',
];

const OF_JSON: readonly Change[] = [
  function piece(bytes, dice) {
    const at = dice.int(bytes.length);
    const text = dice.pick(PIECES);
    return {
      what: `${JSON.stringify(text)} put in at ${at}`,
      bytes: Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)]),
    };
  },
  /** A value swapped for another: most often the file stays JSON, and means something else. */
  function value(bytes, dice) {
    const text = bytes.toString('latin1');
    const found = [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|null|true|false/g)];
    if (found.length === 0) return { what: 'nothing', bytes };
    const { 0: old, index } = dice.pick(found);
    const other = dice.chance(0.5)
      ? dice.pick(found)[0]
      : dice.pick([
          'null',
          '[]',
          '{}',
          '7',
          '""',
          '"all"',
          '"system"',
          'true',
          '[null]',
          '{"content_type":"text"}',
          '1e400',
          '-1',
        ]);
    return {
      what: `${old.slice(0, 30)} at ${index} made ${other.slice(0, 30)}`,
      bytes: Buffer.from(text.slice(0, index) + other + text.slice(index + old.length), 'latin1'),
    };
  },
];

function span(bytes: Buffer, dice: Dice): readonly [at: number, length: number] {
  const at = dice.int(bytes.length);
  return [at, 1 + dice.int(Math.min(bytes.length - at, dice.pick([4, 40, 400])))];
}

function placesOf(bytes: Buffer, signature: Buffer): readonly number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) found.push(at);
  return found;
}
