// The page's own inflating, checksums and directories against Node's: on every damage of an export the two find the same.
import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builtOf, DAMAGES } from '../../scripts/exports/damages';
import { memoryDisk } from '../../scripts/exports/memory-disk';
import type { MemoryDisk } from '../../scripts/exports/memory-disk';
import { checkExport } from '../../src/archive/check/check-export';
import { LIMITS } from '../../src/archive/container/limits';
import type { Limits } from '../../src/archive/container/limits';
import { openExport } from '../../src/archive/container/open-export';
import type { BytesPort } from '../../src/host/bytes';
import { nodeBytes } from '../../src/host/node-bytes';
import { pageBytes } from '../../src/page/machine/bytes';

type Disk = Pick<MemoryDisk, 'files' | 'folders'>;

/** Everything a check finds: counts, faults with their details, titles, fingerprint. */
async function found(disk: Disk, bytes: BytesPort, limits: Partial<Limits> = {}): Promise<unknown> {
  const all = { ...LIMITS, ...limits };
  const opening = await openExport('/e/export.zip', { ...disk, bytes: async () => bytes }, all);
  if (!opening.ok) return opening;
  try {
    return await checkExport(opening.opened, { limits: all });
  } finally {
    await opening.opened.close();
  }
}

/** The same disk for engines that cannot read at once. */
function waiting(disk: Disk): Disk {
  return {
    files: disk.files,
    folders: {
      ...disk.folders,
      open: async (path) => {
        const { readNow: _now, ...file } = await disk.folders.open(path);
        return file;
      },
    },
  };
}

describe('a check finds what it finds in Node', () => {
  test.each(DAMAGES.map((damage) => [damage.name, damage] as const))('%s', async (_name, damage) => {
    const disk = memoryDisk({ '/e/export.zip': builtOf(damage).zip() });
    const wanted = await found(disk, nodeBytes, damage.limits);
    expect(await found(disk, pageBytes, damage.limits)).toEqual(wanted);
    expect(await found(waiting(disk), pageBytes, damage.limits)).toEqual(
      await found(waiting(disk), nodeBytes, damage.limits),
    );
  });
});

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function streamed(port: BytesPort, packed: Uint8Array, chunk: number): Promise<unknown> {
  const parts: Uint8Array[] = [];
  try {
    const inflating = port.inflating(inParts(packed, 1000), chunk);
    for (;;) {
      const next = await inflating.next();
      if (next.done === true) return { text: Buffer.concat(parts).toString('hex'), used: next.value };
      parts.push(next.value);
    }
  } catch {
    return 'broken';
  }
}

const texts = fc
  .array(fc.constantFrom('abcabcabc', 'a chat ', '\u0000', 'é', '{"id":1}'), { maxLength: 3000 })
  .map((parts) => Buffer.from(parts.join('')));
const packed = fc
  .tuple(
    texts,
    fc.integer({ min: 0, max: 9 }),
    fc.uint8Array({ maxLength: 5 }),
    fc.option(fc.nat()),
    fc.option(fc.tuple(fc.nat(), fc.nat(255))),
  )
  .map(([text, level, behind, cut, flip]) => {
    const whole = Buffer.concat([deflateRawSync(text, { level }), behind]);
    const bytes = cut === null ? whole : whole.subarray(0, cut % (whole.length + 1));
    if (flip !== null && bytes.length > 0) bytes[flip[0] % bytes.length] = flip[1];
    return { bytes, length: text.length };
  });

describe('inflating', () => {
  test('gives the same bytes, the same end and the same refusals as Node', () =>
    fc.assert(
      fc.property(packed, fc.integer({ min: -2, max: 2 }), ({ bytes, length }, more) => {
        const [own, wanted] = [pageBytes, nodeBytes].map((port) => port.inflate(bytes, Math.max(1, length + more)));
        const plain = (got: typeof own): unknown =>
          typeof got === 'object' ? { ...got, bytes: Buffer.from(got.bytes).toString('hex') } : got;
        // Data that becomes too much and is broken behind that is refused by both; which of the two is seen first is the engine's own.
        if (typeof own === 'string' && typeof wanted === 'string') return;
        expect(plain(own)).toEqual(plain(wanted));
      }),
    ));
  test('says which of the two it is where there is only one', () => {
    const bytes = deflateRawSync(Buffer.alloc(1000, 'a'));
    expect(pageBytes.inflate(bytes, 999)).toBe('too-much');
    expect(pageBytes.inflate(Uint8Array.of(0xff, 0xff), 1000)).toBe('broken');
  });
  test('does so in chunks too', () =>
    fc.assert(
      fc.asyncProperty(packed, fc.integer({ min: 64, max: 5000 }), async ({ bytes }, chunk) => {
        expect(await streamed(pageBytes, bytes, chunk)).toEqual(await streamed(nodeBytes, bytes, chunk));
      }),
    ));
});

describe('sums and texts are those of Node', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 100 }).map((text) => Buffer.from(`\uFEFF${text}`)),
  );
  test('for any bytes', () =>
    fc.assert(
      fc.property(bytes, fc.nat(300), (all, place) => {
        const cut = Math.min(place, all.length);
        const [head, tail] = [all.subarray(0, cut), all.subarray(cut)];
        expect(pageBytes.crc32(tail, pageBytes.crc32(head))).toBe(nodeBytes.crc32(all));
        const hash = pageBytes.sha256();
        hash.update(head);
        hash.update(tail);
        expect(Buffer.from(hash.digest())).toEqual(Buffer.from(nodeBytes.sha256Of(all)));
        expect(Buffer.from(pageBytes.sha256Of(all))).toEqual(Buffer.from(nodeBytes.sha256Of(all)));
        expect(pageBytes.isUtf8(tail)).toBe(nodeBytes.isUtf8(tail));
        expect(pageBytes.text(all, cut, all.length)).toBe(nodeBytes.text(all, cut, all.length));
      }),
      { numRuns: 1000 },
    ));
});
