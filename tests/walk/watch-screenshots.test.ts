// Which picture is offered while a receipt is asked for, and when.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue';
import type { Screenshot } from '../../src/host/host';
import type { Offer } from '../../src/prompt/prompter';
import { translatorOf } from '../../src/view/translator';
import { watchScreenshots } from '../../src/walk/watch-screenshots';

const START = new Date('2026-11-22T10:02:15Z');
beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

const shot = (bytes: number, name = 'Screenshot 10.02.11.png'): Screenshot => ({
  path: `/home/ana/Pictures/${name}`,
  name,
  bytes,
  changed: new Date('2026-11-22T10:02:11Z'),
});

async function watched(
  looks: readonly (Screenshot | undefined)[],
  taken: readonly string[] = [],
): Promise<{ readonly offers: readonly Offer[]; readonly asked: number }> {
  const offers: Offer[] = [];
  let asked = 0;
  const host = { now: () => new Date(), newestScreenshot: async () => looks[Math.min(asked++, looks.length - 1)] };
  const catalogue = await loadCatalogue('en');
  const stop = watchScreenshots(host, translatorOf(catalogue, 'en'), new Set(taken))((offer) => offers.push(offer));
  await vi.advanceTimersByTimeAsync(2500);
  stop();
  const before = asked;
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toBe(before);
  return { offers, asked };
}

test('a picture of the same size twice is offered by name and age', async () => {
  const { offers } = await watched([undefined, shot(10)]);
  expect(offers).toEqual([
    {
      value: '/home/ana/Pictures/Screenshot 10.02.11.png',
      label: 'Screenshot 10.02.11.png, 6 seconds ago: press Enter to take it',
    },
  ]);
});
test('one that still grows is waited for', async () =>
  expect((await watched([shot(10), shot(20), shot(30)])).offers).toEqual([]));
test('an empty one is waited for', async () => expect((await watched([shot(0)])).offers).toEqual([]));
test('one that is a receipt already is not offered', async () =>
  expect((await watched([shot(10)], [shot(10).path])).offers).toEqual([]));
test('a copy made here is not offered', async () =>
  expect((await watched([shot(10, 'shot.blacked-out.png')])).offers).toEqual([]));
