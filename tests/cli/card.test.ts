// `quitgpt card`: what it writes, what it says, and every way in which it does not.
import { beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/journey/dates';
import { penWith } from '../../src/card/draw';
import { cardTools } from '../support/card-tools';
import { aHost, errno, RECORD } from '../support/fake-host';
import type { Setting } from '../support/fake-host';
import { aRecord, expectRun, keptAs, resultIn } from '../support/program';
import { expectRefused } from '../support/refused';

const on = '2026-11-21' as CivilDate;
const record = aRecord({ steps: { 'cancel-apple': { state: 'done', on } }, extras: { reasonText: 'My notes moved.' } });
const files = keptAs(record);
const BYTES = /^\(\d+ bytes\)\n$/;
const SVG = /^<svg /;
const BASE = '~/desk/quitgpt-card-2026-11-22';
let shipped: Readonly<Record<string, Uint8Array>>;
let picture: Uint8Array;
beforeAll(async () => {
  const tools = await cardTools();
  shipped = tools.files;
  picture = (await penWith(tools)).png(
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#fff"/></svg>',
  );
});
const setting = (more: Setting = {}): Setting => ({ shipped, ...more, files: { ...files, ...more.files } });

test('writes both forms as PNG and SVG with the words beside them, and says what is on it', async () => {
  const host = await expectRun(aHost('card --price 23 --currency EUR', setting()), {
    code: 0,
    stdout: '',
    stderr: [
      /I cancelled ChatGPT Plus\. 21 November 2026\./,
      /No longer paid a year +€276/,
      /Reason: My notes moved\./,
      /Written: /,
    ],
    files: {
      [`${BASE}-wide.png`]: BYTES,
      [`${BASE}-tall.png`]: BYTES,
      [`${BASE}-wide.svg`]: SVG,
      [`${BASE}-tall.svg`]: SVG,
      [`${BASE}.txt`]: /^I cancelled ChatGPT Plus\.\n21 November 2026\.\n/,
    },
    pages: [],
  });
  expect(
    Buffer.from(host.disk()['/home/ana/desk/quitgpt-card-2026-11-22-wide.png'] as Uint8Array)
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('in French', async () => {
  await expectRun(aHost('card --lang fr --size wide --format png', setting()), {
    code: 0,
    stdout: '',
    stderr: /J’ai résilié ChatGPT Plus\./,
    files: { [`${BASE}-wide.png`]: BYTES, [`${BASE}.txt`]: /^J’ai résilié ChatGPT Plus\.\n21 novembre 2026\.\n/ },
    pages: [],
  });
});

test('writes under a name of one’s own, and only what was wished', async () => {
  await expectRun(aHost('card --size tall --format svg --out mine.svg --quiet', setting()), {
    code: 0,
    stdout: '',
    stderr: '',
    files: { '~/desk/mine.svg': SVG, '~/desk/mine.txt': /./ },
    pages: [],
  });
  await expectRun(aHost('card --size both --format png --out mine.png --quiet', setting()), {
    code: 0,
    stdout: '',
    stderr: '',
    files: { '~/desk/mine-wide.png': BYTES, '~/desk/mine-tall.png': BYTES, '~/desk/mine.txt': /./ },
    pages: [],
  });
});

test('holds no name, reason, money or picture unless they were given', async () => {
  await expectRun(aHost('card --size wide --format png --no-reason --json', setting()), {
    code: 0,
    stdout: (text) =>
      expect(resultIn(text)).toMatchObject({
        sentence: 'I cancelled ChatGPT Plus.',
        rows: [{ label: 'Paid until', value: '3 December 2026' }],
        alt: expect.not.stringMatching(/notes|€|screenshot/i) as unknown,
      }),
    stderr: '',
    files: { [`${BASE}-wide.png`]: BYTES, [`${BASE}.txt`]: (text) => expect(text).not.toMatch(/notes|Reason/) },
    pages: [],
  });
});

test('takes a picture and says that it is as it was given', async () => {
  await expectRun(aHost('card --size wide --picture shot.png', setting({ files: { 'shot.png': picture } })), {
    code: 0,
    stdout: '',
    stderr: [/~\/desk\/shot\.png, as you gave it/],
    files: { [`${BASE}-wide.png`]: BYTES, [`${BASE}-wide.svg`]: /<image /, [`${BASE}.txt`]: /A screenshot\./ },
    pages: [],
  });
});

test('says which emoji are left out', async () => {
  await expectRun(aHost(['card', '--size', 'wide', '--name', 'Ana 🎉'], setting()), {
    code: 0,
    stdout: '',
    stderr: /Left out[^]*🎉/,
    files: { [`${BASE}-wide.png`]: BYTES, [`${BASE}-wide.svg`]: SVG, [`${BASE}.txt`]: /2026, Ana\./ },
    pages: [],
  });
});

describe('never replaces', () => {
  test.each([`${BASE}-wide.png`, `${BASE}-tall.svg`, `${BASE}.txt`])(
    '%s, and then writes nothing at all',
    async (there) => {
      await expectRefused('card', {
        id: 'file_exists',
        code: 1,
        flag: '--force',
        names: [there],
        setting: setting({ files: { [there]: 'old' } }),
      });
    },
  );
  test('but with --force', async () => {
    await expectRun(
      aHost('card --size wide --format png --force --quiet', setting({ files: { [`${BASE}.txt`]: 'old' } })),
      {
        code: 0,
        stdout: '',
        stderr: '',
        files: { [`${BASE}-wide.png`]: BYTES, [`${BASE}.txt`]: /^I cancelled/ },
        pages: [],
      },
    );
  });
});

describe('is refused', () => {
  test('without a Record, or with one in which nothing ended', async () => {
    await expectRefused('card', { id: 'no_record', code: 1, names: [RECORD] });
    await expectRefused('card', {
      id: 'card_nothing',
      code: 1,
      names: [RECORD],
      setting: { files: keptAs(aRecord()) },
    });
  });
  test.each([
    ['card --price 20', 'price_and_currency', '--currency'],
    ['card --currency EUR', 'price_and_currency', '--price'],
    ['card --price free --currency EUR', 'bad_price', '--price'],
    ['card --price 0 --currency EUR', 'bad_price', '--price'],
    ['card --price -5 --currency EUR', 'bad_price', '--price'],
    ['card --price 1e9 --currency EUR', 'bad_price', '--price'],
    ['card --price 20 --currency Euro', 'bad_currency', '--currency'],
    ['card --size huge', 'bad_choice', '--size'],
    ['card --format gif', 'bad_choice', '--format'],
    ['card --out -', 'card_out', '--out'],
    ['card --name ana@example.org', 'private_text', '--name'],
  ])('%s', async (argv, id, flag) => {
    await expectRefused(argv, { id, flag, setting: setting() });
  });
  test.each(['nul', 'nul.png', 'a<b'])(
    'for a name that Windows does not take, before anything is written: %s',
    async (out) => {
      await expectRefused(`card --out ${out}`, {
        id: 'file_write',
        code: 1,
        flag: '--out',
        names: [`~/desk/${out}`],
        setting: setting({ platform: 'win32' }),
      });
    },
  );
  test('for letters the typeface does not have', async () => {
    await expectRefused(['card', '--name', 'Анна'], { id: 'card_letters', code: 1, names: ['А'], setting: setting() });
  });
  test('for a reason that does not fit', async () => {
    const long = keptAs(
      aRecord({ steps: { 'cancel-apple': { state: 'done', on } }, extras: { reasonText: 'and so on '.repeat(200) } }),
    );
    await expectRefused('card', {
      id: 'card_too_long',
      code: 1,
      flag: '--no-reason',
      setting: { shipped, files: long },
    });
  });
  test.each([
    ['a missing picture', {}, 'card_picture'],
    [
      'a JPEG',
      {
        'shot.png': Buffer.from(
          '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAARCAABAAEDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AH+AAf/Z',
          'base64',
        ),
      },
      'card_picture_kind',
    ],
    ['a text', { 'shot.png': 'no picture' }, 'card_picture'],
  ] as const)('%s', async (_what, more, id) => {
    await expectRefused('card --picture shot.png', {
      id,
      code: 1,
      flag: '--picture',
      setting: setting({ files: more }),
    });
  });
  test('a picture with a lying header, before memory is taken', async () => {
    const lying = Buffer.from(picture);
    lying.writeUInt32BE(60_000, 16);
    lying.writeUInt32BE(60_000, 20);
    await expectRefused('card --picture shot.png', {
      id: 'card_picture_big',
      code: 1,
      flag: '--picture',
      setting: setting({ files: { 'shot.png': lying } }),
    });
  });
  test('where the disk does not take it, with the system’s reason', async () => {
    await expectRefused('card --size wide', {
      id: 'file_write',
      code: 1,
      flag: '--out',
      names: ['disk is full'],
      setting: setting({
        fault: ({ name, path }) => {
          if (name === 'write') throw errno('ENOSPC', path);
        },
      }),
    });
  });
});
