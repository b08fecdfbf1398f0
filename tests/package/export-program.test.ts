// The built program on exports that lie on a disk: its exit codes, what it never prints, and how much memory the largest ones take.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measuredNode } from '../../scripts/bench/measured-child';
import type { Measured } from '../../scripts/bench/measured-child';
import { builtOf, DAMAGES } from '../../scripts/exports/damages';
import { MANY, smallExport } from '../../scripts/exports/edit';
import { portalEntries } from '../../scripts/exports/damages/portal';
import { largeExport } from '../../scripts/exports/large';
import { CANARIES } from '../../scripts/exports/layout';
import { rawZip } from '../../scripts/exports/raw-zip';
import { aFolder, PROGRAM } from '../support/tools';

const SECRETS = [...CANARIES, 'Secret Street', 'ending 4242'];

async function checked(path: string, ...flags: readonly string[]): Promise<Measured> {
  return measuredNode([PROGRAM, 'export', 'check', path, '--no-record', ...flags], { env: { HOME: dirname(path) } });
}

function resultOf({ stdout }: Measured): { readonly [name: string]: unknown } {
  return (JSON.parse(stdout) as { readonly result: { readonly [name: string]: unknown } }).result;
}

describe('quitgpt export check ends with', () => {
  const names = [
    'an export as it comes',
    'the Privacy Portal: ZIPs in a ZIP, stored',
    'a shard that the manifest lists is missing',
    'the last conversation of a shard is cut off, and the manifest agrees',
    'a wrong CRC of a shard',
    'the ZIP is cut at 80 %',
    'one large file as until early 2026',
    'no conversation in any shard',
    'one file with an empty list',
    'only decoys',
    'a picture instead of a ZIP',
    'a file of no bytes',
  ];
  const chosen = names
    .map((name) => DAMAGES.find((damage) => damage.name.startsWith(name)))
    .flatMap((damage) => (damage === undefined ? [] : [damage]));
  const codeOf = (verdict: string): number => ({ whole: 0, 'cannot-tell': 3 })[verdict] ?? 1;
  const cases = chosen.map((damage) => ({ damage, name: damage.name, code: codeOf(String(damage.verdict)) }));

  test('a code for each chosen damage', () => expect(chosen).toHaveLength(names.length));
  test.each(cases)('$code: $name', async ({ damage, code }) => {
    const path = join(aFolder(), 'export.zip');
    writeFileSync(path, builtOf(damage).zip());
    const ran = await checked(path, '--json');
    expect(ran.end, ran.stderr).toBe(code);
    if (typeof damage.verdict === 'string' && ['whole', 'damaged', 'cannot-tell'].includes(damage.verdict))
      expect(resultOf(ran)['verdict']).toBe(damage.verdict);
  });
  test.each(cases.filter(({ damage }) => builtOf(damage).files !== undefined).slice(0, 4))(
    '$code in a folder: $name',
    async ({ damage, code }) => {
      const folder = join(aFolder(), 'export');
      for (const { path, bytes } of builtOf(damage).files ?? []) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      const ran = await checked(folder, '--json');
      expect(ran.end, ran.stderr).toBe(code);
    },
  );
});

describe('what is private in an export', () => {
  test.each([['--json'], ['--titles'], ['--no-titles'], ['--format', 'markdown', '--titles']])(
    'is not printed with %s',
    async (...flags) => {
      const path = join(aFolder(), 'export.zip');
      writeFileSync(path, rawZip(portalEntries(smallExport(MANY))));
      const { stdout, stderr, end } = await checked(path, ...flags);
      expect(end, stderr).toBe(0);
      expect(SECRETS.filter((secret) => `${stdout}${stderr}`.includes(secret))).toEqual([]);
    },
  );

  test('is not saved', async () => {
    const folder = aFolder();
    const [path, to] = [join(folder, 'export.zip'), join(folder, 'saved')];
    writeFileSync(path, rawZip(portalEntries(smallExport(MANY))));
    const { end, stderr, stdout } = await measuredNode([PROGRAM, 'export', 'save', path, '--to', to, '--no-record'], {
      env: { HOME: folder },
    });
    expect(end, stderr).toBe(0);
    const files = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`);
    expect(texts.length).toBeGreaterThan(40);
    expect(SECRETS.filter((secret) => [...texts, stdout, stderr].some((text) => text.includes(secret)))).toEqual([]);
  });
});

describe('a very large export', () => {
  test.each([
    { what: 'one file past 512 MiB', parts: { conversations: 540, megabytes: 1, messages: 1 }, most: 160 },
    {
      what: 'one file past 512 MiB of escapes',
      parts: { conversations: 180, megabytes: 1, messages: 1, isEscaped: true },
      most: 160,
    },
    {
      what: 'one conversation of 100 MB in one message',
      parts: { conversations: 1, megabytes: 100, messages: 1 },
      most: 420,
    },
    {
      what: 'one conversation of 100 MB in 100,000 messages',
      parts: { conversations: 1, megabytes: 100, messages: 100_000 },
      most: 560,
    },
    {
      what: 'one conversation of 100 MB of letters outside ASCII, three times as long in escapes,',
      parts: { conversations: 1, megabytes: 100, messages: 50_000, isEscaped: true },
      most: 800,
    },
  ])('$what is read in $most MiB', async ({ parts, most }) => {
    const path = join(aFolder(), 'export.zip');
    writeFileSync(path, largeExport(parts));
    const ran = await checked(path, '--json');
    expect(ran.end, ran.stderr).toBe(3);
    expect(resultOf(ran)).toMatchObject({
      verdict: 'cannot-tell',
      conversations: parts.conversations,
      messages: { shown: parts.conversations * parts.messages, behind: 0, drafts: 0 },
      unparsed: 0,
      faults: [],
    });
    expect(ran.resident).toBeLessThan(most);
  });
});
