// `quitgpt share`: the text for each place, printed, copied, or taken to its page; and what happens where neither can be done.
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/journey/dates';
import { PLACES } from '../../src/cli/typed/options';
import { aHost, RECORD } from '../support/fake-host';
import { aRecord, expectRun, keptAs, resultIn } from '../support/program';
import { expectRefused } from '../support/refused';

const on = '2026-11-21' as CivilDate;
const files = keptAs(
  aRecord({ steps: { 'cancel-apple': { state: 'done', on } }, extras: { reasonText: 'My notes moved.' } }),
);
const TEXT = 'I cancelled ChatGPT Plus on 21 November 2026. My reason: My notes moved.';
const nothing = { files: {}, pages: [] };

test.each(PLACES)('for %s prints a text and, where there is one, its limit', async (place) => {
  await expectRun(aHost(`share --on ${place}`, { files }), {
    code: 0,
    stdout: (text) => expect(text.endsWith(`${TEXT}\n`)).toBe(true),
    stderr: ['whatsapp', 'email', 'plain'].includes(place) ? '' : /\d+ of \d+/,
    ...nothing,
  });
});

test('says a title first where the place has one', async () => {
  await expectRun(aHost('share --on reddit', { files }), {
    code: 0,
    stdout: `I cancelled ChatGPT Plus on 21 November 2026.\n\n${TEXT}\n`,
    stderr: /./,
    ...nothing,
  });
});

test('in French', async () => {
  await expectRun(aHost('share --lang fr', { files }), {
    code: 0,
    stdout: 'J’ai résilié mon abonnement ChatGPT Plus le 21 novembre 2026. Ma raison\u00A0: My notes moved.\n',
    stderr: '',
    ...nothing,
  });
});

describe('copying', () => {
  test('goes through the system', async () => {
    const host = await expectRun(aHost('share --copy', { files, copies: 'copied' }), {
      code: 0,
      stdout: `${TEXT}\n`,
      stderr: /clipboard/,
      ...nothing,
    });
    expect(host.copied).toEqual([TEXT]);
  });

  test('asks the terminal where the system cannot', async () => {
    const host = aHost('share --copy', { files, copies: 'not-here', tty: 'conversation' });
    const { main } = await import('../../src/main');
    expect(await main(host)).toBe(0);
    expect(host.printed().stdout).toBe(`${TEXT}\n`);
    expect(host.printed().stderr).toContain(`\u001B]52;c;${Buffer.from(TEXT).toString('base64')}\u0007`);
  });

  test('ends with 1 where nothing can, and the text is there all the same', async () => {
    await expectRun(aHost('share --copy', { files, copies: 'failed' }), {
      code: 1,
      stdout: `${TEXT}\n`,
      stderr: /could copy/,
      ...nothing,
    });
  });
});

describe('opening', () => {
  const page = `https://x.com/intent/tweet?text=${encodeURIComponent(TEXT)}`;
  test('hands the page to the browser and posts nothing', async () => {
    await expectRun(aHost('share --on x --open', { files, opens: 'asked' }), {
      code: 0,
      stdout: `${TEXT}\n`,
      stderr: /Nothing is posted/,
      files: {},
      pages: [page],
    });
  });
  test('prints the address where no browser can be asked', async () => {
    await expectRun(aHost('share --on x --open', { files, opens: 'not-here' }), {
      code: 0,
      stdout: `${TEXT}\n`,
      stderr: (text) => expect(text).toContain(`\n${page}\n`),
      files: {},
      pages: [page],
    });
    await expectRun(aHost('share --on x --open', { files, opens: 'failed' }), {
      code: 1,
      stdout: `${TEXT}\n`,
      stderr: (text) => expect(text).toContain(page),
      files: {},
      pages: [page],
    });
  });
  test('with --no-open only prints it, in either order', async () => {
    for (const flags of ['--open --no-open', '--no-open --open'])
      await expectRun(aHost(`share --on x ${flags}`, { files }), {
        code: 0,
        stdout: `${TEXT}\n`,
        stderr: (text) => expect(text).toContain(page),
        ...nothing,
      });
  });
  test('says so where no page is known', async () => {
    for (const place of ['mastodon', 'email', 'plain'])
      await expectRun(aHost(`share --on ${place} --open`, { files }), {
        code: 1,
        stdout: /./,
        stderr: /No page/,
        ...nothing,
      });
  });
  test('is not done unless it was asked for', async () => {
    await expectRun(aHost('share --on x', { files }), { code: 0, stdout: /./, stderr: /./, ...nothing });
  });
});

test('for programs says everything in one object', async () => {
  await expectRun(aHost('share --on bluesky --json --copy --open', { files, copies: 'copied', opens: 'asked' }), {
    code: 0,
    stdout: (text) =>
      expect(resultIn(text)).toMatchObject({
        place: 'bluesky',
        text: TEXT,
        limit: 300,
        shortened: false,
        copied: 'copied',
        opened: 'asked',
      }),
    stderr: /./,
    files: {},
    pages: [`https://bsky.app/intent/compose?text=${encodeURIComponent(TEXT)}`],
  });
});

test('--quiet leaves the text alone', async () => {
  await expectRun(aHost('share --on x --quiet', { files }), { code: 0, stdout: `${TEXT}\n`, stderr: '', ...nothing });
});

test('an unknown place is refused with the nearest one, and without a Record there is nothing to say', async () => {
  await expectRefused('share --on bluesy', { id: 'bad_choice', flag: '--on', names: ['bluesky'], setting: { files } });
  await expectRefused('share', { id: 'no_record', code: 1, names: [RECORD] });
  await expectRefused('share --no-record', { id: 'record_needed', flag: '--record', setting: { files } });
});
