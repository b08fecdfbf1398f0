// A QR code of half blocks: drawn, read back as pixels, and decoded by a program that reads codes.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import { qrModules } from '../../src/render/qr';
import { qrLines } from '../../src/render/qr-text';
import { plainStyle } from '../../src/render/style';
import { aFolder } from '../support/tools';

const SCALE = 6;
const canRead = spawnSync('zbarimg', ['--version']).status === 0;
const urls = Object.values(guide.links).map(({ url }) => url);

/** The lines as a grey picture, each half of a character a square of black or white. */
function asPicture(lines: readonly string[]): Buffer {
  const rows = lines.flatMap((line) => [
    [...line].map((cell) => cell === '█' || cell === '▀'),
    [...line].map((cell) => cell === '█' || cell === '▄'),
  ]);
  const width = (rows[0]?.length ?? 0) * SCALE;
  const pixels = rows.flatMap((row) => {
    const one = row.flatMap((dark) => Array.from({ length: SCALE }, () => (dark ? 0 : 255)));
    return Array.from({ length: SCALE }, () => one).flat();
  });
  return Buffer.concat([Buffer.from(`P5\n${width} ${rows.length * SCALE}\n255\n`), Buffer.from(pixels)]);
}

test.skipIf(!canRead)('every address of the guide is read back from its lines', () => {
  const folder = aFolder();
  for (const [index, url] of urls.entries()) {
    const lines = qrLines(qrModules(url) ?? [], 80, plainStyle);
    expect(lines, url).toBeDefined();
    writeFileSync(join(folder, `${index}.pgm`), asPicture(lines ?? []));
  }
  const files = urls.map((_, index) => join(folder, `${index}.pgm`));
  const read = execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...files], {
    encoding: 'utf8',
  });
  expect(read.trim().split('\n')).toEqual(urls);
});

test('fits the row count it says, and is left out where it is wider than the window', () => {
  const modules = qrModules('https://chatgpt.com/#settings/Billing') ?? [];
  const lines = qrLines(modules, 80, plainStyle) ?? [];
  expect(lines).toHaveLength(Math.ceil(modules.length / 2));
  expect(lines.length).toBeLessThanOrEqual(17);
  expect(qrLines(modules, modules.length - 1, plainStyle)).toBeUndefined();
});
