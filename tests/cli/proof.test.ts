// `quitgpt proof`: reports without values, copies beside the original, and never a file lost.
import { linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { nodeFiles } from '../../src/host/node-files';
import type { PictureReading } from '../../src/proof/reading/read-picture';
import { main } from '../../src/main';
import { aGif, aHeic, aPng, aWebp, anEmail } from '../support/pictures';
import { aHost, type Setting } from '../support/fake-host';
import { TOKEN, anAnimatedPng, drawn, holdsToken, ladenJpeg, ladenPng } from '../support/laden-pictures';
import { codecs, pixelsOf, tagsIn } from '../support/picture-tools';
import { expectTidy } from '../support/program';
import { aFolder } from '../support/tools';

const reader = vi.hoisted(() => ({
  read: (): Promise<
    Pick<PictureReading, 'parts' | 'judgement'> & { readonly tilt?: number; readonly isCut?: boolean }
  > => Promise.resolve({ parts: [], judgement: { looks: 'none', plan: 'unsaid' } }),
}));
vi.mock('../../src/cli/pictures/picture-thread', () => ({
  pictureReader: () => async () => ({ tilt: 0, isCut: false, ...(await reader.read()) }),
}));

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs the command in a real folder, with everything else in memory. */
async function inFolder(folder: string, argv: readonly string[], setting: Setting = {}): Promise<Ran> {
  const host = aHost(['proof', ...argv], setting);
  const platform = setting.platform ?? 'linux';
  const real = {
    ...host,
    files: nodeFiles({ home: '/nowhere', cwd: folder, platform: 'linux' }),
    shipped: codecs.shipped,
    platform,
  };
  const code = await main(real);
  expectTidy(host);
  return { code, ...host.printed() };
}

function aDesk(files: Readonly<Record<string, Uint8Array>>): string {
  const folder = aFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const names = (folder: string): readonly string[] => readdirSync(folder).sort();
const filesOf = ({ stdout }: Ran): readonly Record<string, unknown>[] =>
  (JSON.parse(stdout) as { readonly result: { readonly files: readonly Record<string, unknown>[] } }).result.files;
const firstOf = (ran: Ran): Record<string, unknown> => filesOf(ran)[0] ?? {};

const OWN = 'ana.lopez@example.org';
const LETTER = anEmail({
  headers: [
    `Delivered-To: ${OWN}`,
    `To: ${OWN}`,
    'From: OpenAI <noreply@tm.openai.com>',
    'Date: Tue, 3 Nov 2026 10:00:00 +0000',
    `Subject: Cancelled for ${OWN}`,
    'DKIM-Signature: d=tm.openai.com; b=abc',
  ],
});

describe('the report on a receipt', () => {
  it('says what the file is and what it carries, in kinds and numbers, and writes nothing', async () => {
    const folder = aDesk({ 'a.jpg': ladenJpeg(drawn('jpeg')) });
    const ran = await inFolder(folder, ['a.jpg']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    for (const word of [
      /JPEG/,
      /61 × 47/,
      /place \(GPS\)/,
      /Exif/,
      /XMP/,
      /small copy of the picture \(3 times\)/,
      /bytes\s+behind the end/,
    ])
      expect(ran.stdout).toMatch(word);
    expect(ran.stdout).not.toContain('Ana');
    expect(names(folder)).toEqual(['a.jpg']);
  });
  it('for programs has kinds, counts, bytes and the whole fingerprint', async () => {
    const folder = aDesk({ 'a.png': ladenPng(drawn('png')) });
    const file = firstOf(await inFolder(folder, ['a.png', '--json']));
    expect(file).toMatchObject({
      kind: 'png',
      width: 61,
      height: 47,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      metadata: expect.arrayContaining([{ kind: 'gps', count: 1, bytes: 0 }]),
    });
    expect(JSON.stringify(file)).not.toContain(TOKEN);
  });
  it('on a saved e-mail never says to whom it went', async () => {
    const folder = aDesk({ 'mail.eml': LETTER });
    for (const form of [[], ['--json'], ['--format', 'html'], ['--lang', 'fr']]) {
      const { code, stdout, stderr } = await inFolder(folder, ['mail.eml', ...form]);
      expect(code).toBe(0);
      expect(stdout).toContain('noreply@tm.openai.com');
      expect(stdout + stderr).not.toMatch(/ana\.lopez/i);
    }
    expect(firstOf(await inFolder(folder, ['mail.eml', '--json']))).toMatchObject({
      kind: 'eml',
      email: { date: '2026-11-03', sender: 'noreply@tm.openai.com', subject: 'Cancelled for …@…', dkim: true },
    });
  });
  it('on a file that cannot be cleaned is no failure', async () => {
    const folder = aDesk({ 'a.heic': aHeic(), 'a.gif': aGif() });
    const ran = await inFolder(folder, ['a.heic', 'a.gif', '--json']);
    expect(ran.code).toBe(0);
    expect(filesOf(ran).map(({ kind, metadata, problem }) => [kind, metadata, problem])).toEqual([
      ['heic', undefined, undefined],
      ['gif', undefined, undefined],
    ]);
  });
  it('goes on behind a file that is missing, and ends with 1', async () => {
    const folder = aDesk({ 'a.png': aPng() });
    const ran = await inFolder(folder, ['nowhere.png', 'a.png', '--json']);
    expect(ran.code).toBe(1);
    expect(filesOf(ran)).toMatchObject([{ problem: { code: 'missing' } }, { kind: 'png' }]);
  });
  it('is written where it is asked for, but not under the name of a picture', async () => {
    const folder = aDesk({ 'a.png': aPng() });
    expect((await inFolder(folder, ['a.png', '--out', 'report.md'])).code).toBe(0);
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toMatch(/^# /);
    const refused = await inFolder(folder, ['a.png', '--out', 'b.PNG']);
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--clean') });
    expect(names(folder)).toEqual(['a.png', 'report.md']);
  });
});

describe('a copy', () => {
  it('that is cleaned stands beside the original, which stays', async () => {
    const before = ladenJpeg(drawn('jpeg'), { orientation: 8 });
    const folder = aDesk({ 'My shot.JPEG': before });
    const ran = await inFolder(folder, ['My shot.JPEG', '--clean']);
    expect(ran.code).toBe(0);
    expect(names(folder)).toEqual(['My shot.JPEG', 'My shot.cleaned.jpg']);
    const copy = readFileSync(join(folder, 'My shot.cleaned.jpg'));
    expect(holdsToken(copy)).toBe(false);
    expect(readFileSync(join(folder, 'My shot.JPEG')).equals(before)).toBe(true);
    expect(pixelsOf(join(folder, 'My shot.cleaned.jpg'))).toEqual(pixelsOf(join(folder, 'My shot.JPEG')));
    expect(lstatSync(join(folder, 'My shot.cleaned.jpg')).mode & 0o777).toBe(0o600);
  });
  it('that is blacked out is an upright PNG, boxes as they are seen, and nothing else in it', async () => {
    const folder = aDesk({ 'a.jpg': ladenJpeg(drawn('jpeg'), { orientation: 6 }) });
    const ran = await inFolder(folder, ['a.jpg', '--redact', '0,0,10,5', '--redact', '50%,50%,10px,100%', '--json']);
    expect(ran.code).toBe(0);
    expect(firstOf(ran)).toMatchObject({
      written: { how: 'blacked-out', boxes: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const made = join(folder, 'a.blacked-out.png');
    expect(tagsIn(made).filter((tag) => !/^(File|PNG):/.test(tag))).toEqual([]);
    const [seen, drawnThere] = [pixelsOf(made), pixelsOf(join(folder, 'a.jpg'))];
    for (let y = 0; y < 61; y += 1) {
      for (let x = 0; x < 47; x += 1) {
        const at = (y * 47 + x) * 4;
        const covered = (x < 10 && y < 5) || (x >= 23 && x < 34 && y >= 30);
        expect([...seen.subarray(at, at + 4)], `${x},${y}`).toEqual(
          covered ? [0, 0, 0, 255] : [...drawnThere.subarray(at, at + 4)],
        );
      }
    }
  });
  it('that is cut holds the part alone, blacked out where the whole picture was', async () => {
    const folder = aDesk({ 'a.png': drawn('png') });
    await inFolder(folder, ['a.png', '--crop', '10,10,20,10']);
    await inFolder(folder, ['a.png', '--crop', '10,10,20,10', '--redact', '0,0,12,12', '--out', 'b.png']);
    const [cut, both] = [pixelsOf(join(folder, 'a.cropped.png')), pixelsOf(join(folder, 'b.png'))];
    expect([cut.length, both.length]).toEqual([20 * 10 * 4, 20 * 10 * 4]);
    expect([...both.subarray(0, 12)]).toEqual([0, 0, 0, 255, 0, 0, 0, 255, ...cut.subarray(8, 12)]);
  });
  it('of a cleaned picture with boxes is one file, the blacked-out one', async () => {
    const folder = aDesk({ 'a.png': drawn('png') });
    await inFolder(folder, ['a.png', '--clean', '--redact', '0,0,1,1']);
    expect(names(folder)).toEqual(['a.blacked-out.png', 'a.png']);
  });
  it('of several files goes into a folder, each under its name', async () => {
    const folder = aDesk({ 'a.png': aPng(), 'b.webp': aWebp() });
    mkdirSync(join(folder, 'copies'));
    expect((await inFolder(folder, ['a.png', 'b.webp', '--clean', '--out', 'copies'])).code).toBe(0);
    expect(names(join(folder, 'copies'))).toEqual(['a.cleaned.png', 'b.cleaned.webp']);
    expect(await inFolder(folder, ['a.png', 'b.webp', '--clean', '--out', 'one.png'])).toMatchObject({
      code: 2,
      stdout: '',
    });
  });
  it.each([
    ['cleaned', '--clean'],
    ['blacked-out', '--redact', '0,0,1,1'],
  ])('is not written over another %s one without --force', async (how, ...flags) => {
    const folder = aDesk({ 'a.png': aPng(), [`a.${how}.png`]: Buffer.from('mine') });
    const refused = await inFolder(folder, ['a.png', ...flags]);
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('--force') });
    expect(readFileSync(join(folder, `a.${how}.png`), 'utf8')).toBe('mine');
    expect((await inFolder(folder, ['a.png', ...flags, '--force'])).code).toBe(0);
    expect(
      readFileSync(join(folder, `a.${how}.png`))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });
  it('is never written over an original, by whatever name', async () => {
    const before = ladenPng(drawn('png'));
    const folder = aDesk({ 'a.png': before, 'b.png': before });
    symlinkSync('a.png', join(folder, 'link.png'));
    linkSync(join(folder, 'a.png'), join(folder, 'twin.png'));
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'a.png'), before);
    symlinkSync('real', join(folder, 'other'));
    const attempts = [
      ['a.png', '--out', 'a.png'],
      ['a.png', '--out', './real/../a.png'],
      ['a.png', '--out', 'link.png'],
      ['link.png', '--out', 'a.png'],
      ['a.png', '--out', 'twin.png'],
      ['real/a.png', '--out', 'other/a.png'],
      ['other/a.png', '--out', 'real/a.png'],
    ];
    for (const [file = '', ...out] of attempts) {
      for (const flags of [['--clean'], ['--redact', '0,0,1,1']]) {
        const ran = await inFolder(folder, [file, ...out, ...flags, '--force', '--json']);
        expect(
          [ran.code, (firstOf(ran)['problem'] as { readonly code: string } | undefined)?.code],
          `${file} ${out.join(' ')}`,
        ).toEqual([1, 'proof_original']);
      }
    }
    for (const path of ['a.png', 'b.png', 'twin.png', 'real/a.png'])
      expect(readFileSync(join(folder, path)).equals(before), path).toBe(true);
    expect(names(folder)).toEqual(['a.png', 'b.png', 'link.png', 'other', 'real', 'twin.png']);
  });
  it('is not written over another of the files given', async () => {
    const folder = aDesk({ 'a.png': aPng(), 'a.cleaned.png': aPng({ width: 9 }) });
    const ran = await inFolder(folder, ['a.png', 'a.cleaned.png', '--clean', '--force', '--json']);
    expect(ran.code).toBe(1);
    expect(filesOf(ran)).toMatchObject([{ problem: { code: 'proof_original' } }, { written: { how: 'cleaned' } }]);
    expect(readFileSync(join(folder, 'a.cleaned.png')).equals(aPng({ width: 9 }))).toBe(true);
  });
  it('does not follow a link where it is to be written', async () => {
    const folder = aDesk({ 'a.png': aPng(), 'secret.txt': Buffer.from('mine') });
    symlinkSync('secret.txt', join(folder, 'out.png'));
    expect((await inFolder(folder, ['a.png', '--clean', '--out', 'out.png', '--force'])).code).toBe(1);
    expect(readFileSync(join(folder, 'secret.txt'), 'utf8')).toBe('mine');
  });
  it('has the ending of its kind', async () => {
    const folder = aDesk({ 'a.png': aPng(), 'a.webp': aWebp() });
    expect(await inFolder(folder, ['a.webp', '--clean', '--out', 'b.png'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('.webp'),
    });
    expect(await inFolder(folder, ['a.png', '--redact', '0,0,1,1', '--out', 'b.jpg'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('.png'),
    });
    expect(names(folder)).toEqual(['a.png', 'a.webp']);
  });
});

const EMAIL = { kind: 'email', box: { left: 3, top: 4, right: 20, bottom: 9 } } as const;
const ENDED = { judgement: { looks: 'openai', plan: 'ending', day: { kind: 'day', on: '2026-12-19' } } } as const;

describe('what a picture reads like', () => {
  it.each([
    ['goes-on', /also a payment/],
    ['told', /asked, explained or told/],
    ['unconfirmed', /asks for a confirmation/],
    ['denied', /not done/],
    ['others', /not your\s+ChatGPT plan/],
  ] as const)('with what speaks against an end (%s)', async (against, words) => {
    reader.read = async () => ({ judgement: { looks: 'openai', plan: 'unsaid', against }, parts: [] });
    expect((await inFolder(aDesk({ 'a.png': drawn('png') }), ['a.png'])).stdout).toMatch(words);
  });
  it('is said as the wizard says it, with what was not looked for', async () => {
    reader.read = async () => ({ ...ENDED, parts: [EMAIL] });
    const { code, stdout } = await inFolder(aDesk({ 'a.png': drawn('png') }), ['a.png']);
    expect(code).toBe(0);
    for (const words of [
      /a cancelled plan that ends on 19\s+December 2026/,
      /You decide/,
      /It shows an e-mail address/,
      /titles of\s+chats/,
    ])
      expect(stdout).toMatch(words);
  });
  it('is given to programs with the day and the boxes', async () => {
    reader.read = async () => ({ ...ENDED, parts: [EMAIL] });
    const ran = await inFolder(aDesk({ 'a.png': drawn('png') }), ['a.png', '--json']);
    expect(firstOf(ran)['reading']).toEqual({
      looks: 'openai',
      plan: 'ending',
      day: '2026-12-19',
      private: [{ kind: 'email', box: [3, 4, 17, 5] }],
      fits: true,
    });
  });
  it('is left out with --no-read, and for a letter', async () => {
    reader.read = () => Promise.reject(new Error('must not be asked'));
    const folder = aDesk({ 'a.png': drawn('png'), 'mail.eml': LETTER });
    for (const argv of [
      ['a.png', '--no-read', '--json'],
      ['mail.eml', '--json'],
    ]) {
      const ran = await inFolder(folder, argv);
      expect(ran.code).toBe(0);
      expect(firstOf(ran)).not.toHaveProperty('reading');
    }
  });
  it('is one sentence where no engine runs, and no failure', async () => {
    reader.read = () => Promise.reject(new Error('no engine here'));
    const folder = aDesk({ 'a.png': drawn('png') });
    expect(await inFolder(folder, ['a.png'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/could not be\s+read here/),
    });
    expect(firstOf(await inFolder(folder, ['a.png', '--json']))).toMatchObject({ reading: null });
  });
});

describe('a copy with what was found blacked out', () => {
  it('covers the parts that the reader found, and the boxes that were said', async () => {
    reader.read = async () => ({ ...ENDED, parts: [EMAIL] });
    const folder = aDesk({ 'a.png': drawn('png') });
    const ran = await inFolder(folder, ['a.png', '--auto-redact', '--redact', '40,40,1,1', '--json']);
    expect(firstOf(ran)).toMatchObject({ written: { how: 'blacked-out', boxes: 2 } });
    const [seen, before] = [pixelsOf(join(folder, 'a.blacked-out.png')), pixelsOf(join(folder, 'a.png'))];
    const at = (x: number, y: number): number => (y * 61 + x) * 4;
    for (const [x, y] of [
      [3, 4],
      [19, 8],
      [40, 40],
    ] as const)
      expect([...seen.subarray(at(x, y), at(x, y) + 4)]).toEqual([0, 0, 0, 255]);
    for (const [x, y] of [
      [2, 4],
      [20, 8],
      [41, 40],
    ] as const)
      expect([...seen.subarray(at(x, y), at(x, y) + 4)]).toEqual([...before.subarray(at(x, y), at(x, y) + 4)]);
  });
  it('is not made when nothing is found, and it is said', async () => {
    reader.read = async () => ({ ...ENDED, parts: [] });
    const folder = aDesk({ 'a.png': drawn('png') });
    expect(await inFolder(folder, ['a.png', '--auto-redact'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('--redact'),
    });
    expect(names(folder)).toEqual(['a.png']);
  });
  it.each([
    ['only its upper part was read', { isCut: true }, 'proof_too_long', '--crop'],
    ['it is tilted: what was not read would stay bare', { tilt: 4 }, 'proof_tilted', '--redact'],
  ])('is not made of a picture when %s', async (_why, seen, code, instead) => {
    reader.read = async () => ({ ...ENDED, parts: [EMAIL], ...seen });
    const folder = aDesk({ 'a.png': drawn('png') });
    const ran = await inFolder(folder, ['a.png', '--auto-redact', '--json']);
    expect(ran.code).toBe(1);
    expect(firstOf(ran)).toMatchObject({ problem: { code, message: expect.stringContaining(instead) } });
    expect(names(folder)).toEqual(['a.png']);
  });
  it('is not made when the picture cannot be read, even where boxes were said', async () => {
    reader.read = () => Promise.reject(new Error('no engine here'));
    const folder = aDesk({ 'a.png': drawn('png') });
    const ran = await inFolder(folder, ['a.png', '--auto-redact', '--redact', '0,0,5,5', '--json']);
    expect(ran.code).toBe(1);
    expect(firstOf(ran)).toMatchObject({
      problem: { code: 'proof_unread', message: expect.stringContaining('no engine here') },
    });
    expect(names(folder)).toEqual(['a.png']);
  });
});

describe('a copy that cannot be made', () => {
  it.each([
    ['darwin', 'sips'],
    ['win32', 'Paint'],
    ['linux', 'GIMP'],
  ] as const)('of a HEIC says on %s how to export a PNG', async (platform, word) => {
    const folder = aDesk({ 'a.heic': aHeic() });
    const ran = await inFolder(folder, ['a.heic', '--clean'], { platform });
    expect(ran).toMatchObject({ code: 1, stdout: expect.stringContaining(word) });
    expect(names(folder)).toEqual(['a.heic']);
  });
  it.each([
    ['an e-mail', LETTER, ['--clean'], 'cannot-read'],
    ['an animation', anAnimatedPng(), ['--redact', '0,0,1,1'], 'animated'],
    ['inks', drawn('jpeg', ['-colorspace', 'CMYK']), ['--crop', '0,0,1,1'], 'cannot-draw'],
    ['a broken PNG', Buffer.from(aPng()).fill(1, 43, 45), ['--clean'], 'damaged'],
    ['a box outside', aPng(), ['--redact', '0,0,1,1', '--redact', '3,0,1,1'], 'box_outside'],
    ['a cut outside', aPng(), ['--crop', '0,2,1,1'], 'box_outside'],
  ])('for %s is said why, and nothing is written', async (_what, content, flags, code) => {
    const folder = aDesk({ proof: content });
    const ran = await inFolder(folder, ['proof', ...flags, '--json']);
    expect(ran.code).toBe(1);
    expect(firstOf(ran)).toMatchObject({ problem: { code, message: expect.stringMatching(/\.$/) } });
    expect(names(folder)).toEqual(['proof']);
    const french = await inFolder(folder, ['proof', ...flags, '--lang', 'fr']);
    expect(french.code).toBe(1);
  });
  it.each([
    [['--redact', '1,2,3'], 'bad_box'],
    [['--crop', 'all'], 'bad_box'],
    [['--clean', '--out', '-'], 'proof_out_stdout'],
    [[], 'missing_argument'],
  ])('for %j is refused before anything is read', async (flags, code) => {
    const host = aHost(['proof', ...(code === 'missing_argument' ? [] : ['a.png']), ...flags, '--json']);
    expect(await main(host)).toBe(2);
    expect(JSON.parse(host.printed().stdout)).toMatchObject({ error: { code } });
    expect(host.operations.filter(({ name }) => name !== 'look')).toEqual([]);
  });
  it('for want of room on the disk leaves nothing behind', async () => {
    const host = aHost(['proof', 'a.png', '--clean'], {
      files: { 'a.png': aPng() },
      fault: ({ name }) => {
        if (name === 'write') throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    });
    expect(await main(host)).toBe(1);
    expect(host.printed().stdout).toContain('the disk is full');
    expect(host.changed()).toEqual({});
  });
});
