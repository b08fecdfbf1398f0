// Chance from a seed: the same numbers on every machine, so that an export can be made again and its truth worked out again.

export type Dice = {
  /** A whole number from 0 up to 4294967295. */
  bits(): number;
  /** From 0 up to `below`, without it. */
  int(below: number): number;
  /** From 0 up to 1, without it. */
  real(): number;
  chance(part: number): boolean;
  pick<T>(list: readonly T[]): T;
  hex(digits: number): string;
  uuid(): string;
};

/** Dice of their own for each list of labels: the conversation 7 of seed 1 never depends on what was thrown before. */
export function diceOf(...labels: readonly (number | string)[]): Dice {
  let [a, b, c] = spread(labels.join('/'));
  let counter = 1;
  // sfc32, a public-domain generator by Chris Doty-Humphrey.
  const bits = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) bits();
  const int = (below: number): number => Math.floor((bits() / 2 ** 32) * below);
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits) text += bits().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  };
  return {
    bits,
    int,
    real: () => bits() / 2 ** 32,
    chance: (part) => bits() / 2 ** 32 < part,
    pick<T>(list: readonly T[]): T {
      const one = list[int(list.length)];
      if (one === undefined) throw new RangeError('nothing to pick from');
      return one;
    },
    hex,
    uuid() {
      const text = hex(32);
      return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`;
    },
  };
}

/** Three numbers that differ in about half of their bits when one letter differs (FNV-1a with three beginnings). */
function spread(text: string): [number, number, number] {
  const numbers: [number, number, number] = [0x811c9dc5, 0x01000193, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    for (const place of [0, 1, 2] as const)
      numbers[place] = Math.imul(numbers[place] ^ (text.charCodeAt(at) + place * 0x51), 0x01000193);
  }
  return numbers;
}
