// Exports damaged by chance: each gets a verdict or a clear refusal, and none is called whole where something changed. More by `npx tsx scripts/exports/fuzz-export.ts`.
import { describe, expect, test } from 'vitest';
import { summed, tryJson, tryZip } from '../../../scripts/exports/fuzz';
import type { Tried } from '../../../scripts/exports/fuzz';

const FIRST = 1_000_000;

async function many(count: number, tried: (seed: number) => Promise<Tried>): Promise<readonly Tried[]> {
  const all: Tried[] = [];
  for (let seed = FIRST; seed < FIRST + count; seed += 1) all.push(await tried(seed));
  return all;
}

describe('2,000 ZIPs damaged by chance', () => {
  test('are whole only where nothing in them changed', async () => {
    const { faults, outcomes } = summed(await many(2000, tryZip));
    expect(faults).toEqual([]);
    // The damage is neither all too small nor all too large to tell anything.
    expect(outcomes['damaged']).toBeGreaterThan(1500);
    expect(outcomes['whole']).toBeGreaterThan(20);
  });
});

describe('2,000 files of conversations damaged by chance', () => {
  test('are counted as JSON.parse reads them, or said to be damaged', async () => {
    const { faults, outcomes } = summed(await many(2000, tryJson));
    expect(faults).toEqual([]);
    expect(outcomes['damaged']).toBeGreaterThan(1000);
    expect(outcomes['whole']).toBeGreaterThan(100);
  });
});
