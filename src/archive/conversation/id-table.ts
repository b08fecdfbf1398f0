// Numbers for ids, in little memory: a million take 20 MB, where a Map of their texts takes 110.

export type IdTable = {
  /** The number of this id: the next one from 0 when it is new. `undefined` when it is new and there is no room. */
  put(id: string): number | undefined;
  has(id: string): boolean;
  count(): number;
};

/** Holds `most` ids at most. An id is known by 64 bits of a hash: of a million, two are taken for one once in 30 million exports. */
export function idTable(most: number): IdTable {
  let slots = new Int32Array(1024).fill(EMPTY);
  let keys = new Uint32Array(1024);
  let count = 0;

  /** Where the id stands, or the empty slot where it would. */
  const slotOf = (high: number, low: number): number => {
    const mask = slots.length - 1;
    let slot = low & mask;
    for (let number = slots[slot] ?? EMPTY; number !== EMPTY; number = slots[slot] ?? EMPTY) {
      if (keys[2 * number] === high && keys[2 * number + 1] === low) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = (): void => {
    const old = keys;
    keys = new Uint32Array(old.length * 2);
    keys.set(old);
    slots = new Int32Array(slots.length * 2).fill(EMPTY);
    for (let number = 0; number < count; number += 1)
      slots[slotOf(keys[2 * number] ?? 0, keys[2 * number + 1] ?? 0)] = number;
  };

  return {
    put(id) {
      const [high, low] = hashOf(id);
      const slot = slotOf(high, low);
      const known = slots[slot] ?? EMPTY;
      if (known !== EMPTY) return known;
      if (count >= most) return undefined;
      const number = count;
      keys[2 * number] = high;
      keys[2 * number + 1] = low;
      slots[slot] = number;
      count += 1;
      if (count * 2 >= slots.length) grow();
      return number;
    },
    has(id) {
      const [high, low] = hashOf(id);
      return slots[slotOf(high, low)] !== EMPTY;
    },
    count: () => count,
  };
}

const EMPTY = -1;

/** Two 32-bit products over the letters, mixed at the end as MurmurHash3 does. Not against an enemy: who makes two ids meet deceives himself. */
function hashOf(id: string): readonly [high: number, low: number] {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < id.length; at += 1) {
    const letter = id.charCodeAt(at);
    high = Math.imul(high ^ letter, 0x9e3779b1);
    low = Math.imul(low ^ letter, 0x5f356495);
  }
  const first = mixed(high ^ (low >>> 15));
  return [first, mixed(low ^ (first >>> 13) ^ id.length)];
}

function mixed(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
