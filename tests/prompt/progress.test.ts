// The progress of a long reading: a bar that fits and leaves no trace, lines where there is no terminal, nothing when quiet.
import { PassThrough } from 'node:stream';
import xterm from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { progressFor } from '../../src/cli/exports/reading-progress';
import { plainStyle } from '../../src/render/style';
import { aTranslator } from '../support/builders';
import { aHost } from '../support/fake-host';

const GB = 1024 ** 3;

type Shown = {
  readonly screen: () => Promise<string>;
  readonly raw: () => string;
  readonly progress: ReturnType<typeof progressFor>;
};

async function showing({
  columns = 80,
  tty = true,
  plain = false,
  unicode = true,
  quiet = false,
  lang = 'en',
} = {}): Promise<Shown> {
  const terminal = new xterm.Terminal({ cols: columns, rows: 6, allowProposedApi: true });
  let raw = '';
  const stderr = Object.assign(new PassThrough(), { isTTY: tty, columns });
  stderr.on('data', (bytes: Buffer) => {
    raw += bytes.toString();
    terminal.write(bytes);
  });
  const host = {
    ...aHost(''),
    stderr,
    terminal: { stdinIsTTY: tty, stderrIsTTY: tty, stdoutIsTTY: tty, columns: () => columns },
  };
  const progress = progressFor({
    host,
    mode: { asks: tty, plain, colour: { stdout: false, stderr: false }, hyperlinks: false, unicode },
    style: plainStyle,
    flags: { quiet },
    translator: await aTranslator(lang),
  });
  // The bar is drawn ten times a second.
  const screen = (): Promise<string> =>
    new Promise((resolve) =>
      setTimeout(
        () =>
          terminal.write('', () =>
            resolve(
              Array.from(
                { length: 6 },
                (_, index) => terminal.buffer.active.getLine(index)?.translateToString(true) ?? '',
              )
                .join('\n')
                .trimEnd(),
            ),
          ),
        150,
      ),
    );
  return { screen, raw: () => raw, progress };
}

describe('on a terminal', () => {
  it('is a bar with bytes and conversations', async () => {
    const { progress, screen } = await showing();
    progress.to(GB / 2, 2 * GB, 1204);
    expect(await screen()).toMatch(/^█+░+ 25% · 512.MB of 2.GB · 1,204 conversations(?: · \d+.s left)?$/u);
    progress.end();
  });
  it.each([20, 30, 40, 60, 120])('fits into %d columns', async (columns) => {
    const { progress, screen } = await showing({ columns, lang: 'fr' });
    progress.to(GB, 2 * GB, 90_000);
    const shown = await screen();
    progress.end();
    expect(shown.split('\n')).toHaveLength(1);
    expect(shown.length).toBeLessThan(columns);
    expect(shown).toContain('50');
  });
  it('is made of plain signs where there are no others', async () => {
    const { progress, screen } = await showing({ unicode: false });
    progress.to(GB, 2 * GB, 2);
    expect(await screen()).toMatch(/^#+\.+ 50%, /);
    progress.end();
  });
  it('goes without a trace, and gives the cursor and the line breaks back', async () => {
    const { progress, screen, raw } = await showing();
    progress.to(1, GB, 0);
    progress.to(GB, GB, 3);
    progress.end();
    progress.end();
    progress.to(GB, GB, 4);
    expect(await screen()).toBe('');
    expect(raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(raw().lastIndexOf('\u001b[?25l'));
    expect(raw().lastIndexOf('\u001b[?7h')).toBeGreaterThan(raw().lastIndexOf('\u001b[?7l'));
  });
  it('shows nothing when there was nothing to read', async () => {
    const { progress, raw } = await showing();
    progress.end();
    expect(raw()).toBe('');
  });
  it('bears being told of every chunk', async () => {
    const { progress } = await showing();
    for (let at = 0; at < 200_000; at += 1) progress.to(at, 200_000, at);
    progress.end();
  });
});

describe('elsewhere', () => {
  it.each([{ tty: false }, { plain: true }])('is three lines for a long reading (%j)', async (where) => {
    const { progress, raw } = await showing(where);
    for (let at = 0; at <= 100; at += 1) progress.to((at * GB) / 100, GB, at * 10);
    progress.end();
    expect(raw()).toBe(
      '25% read, 250 conversations so far.\n50% read, 500 conversations so far.\n75% read, 750 conversations so far.\n',
    );
  });
  it('is nothing for a short one', async () => {
    const { progress, raw } = await showing({ tty: false });
    for (let at = 0; at <= 100; at += 1) progress.to(at * 1000, 100_000, at);
    expect(raw()).toBe('');
  });
  it('is nothing with --quiet', async () => {
    for (const tty of [true, false]) {
      const { progress, raw } = await showing({ tty, quiet: true });
      progress.to(GB / 2, GB, 1);
      progress.end();
      expect(raw()).toBe('');
    }
  });
});
