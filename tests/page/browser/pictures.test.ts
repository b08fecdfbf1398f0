// Pictures in the page: black is black in the copy, nothing of the file comes along, and the way there is open to fingers, mice and keys.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHtml } from '../../../scripts/build/page-html';
import { readRecord } from '../../../src/content/outside-schema';
import { hasChromium, PLUS, servePage, sitAt, startChromium } from '../../support/page-driver';
import type { Seated, Served } from '../../support/page-driver';
import { pixelsOf, tagsIn } from '../../support/picture-tools';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TO_PROOF = [...PLUS, 'review=start', 'way:cancel-web=billing', 'step:cancel-web=done', 'sure:cancel-web=yes'];
const folder = mkdtempSync(join(tmpdir(), 'quitgpt-cover-'));
const WIDTH = 1170;
const HEIGHT = 2532;

/** A picture with an even ground and much beside its pixels. */
function ladenPicture(kind: 'png' | 'jpg' | 'webp'): string {
  const path = join(folder, `shot.${kind}`);
  execFileSync('convert', ['-size', `${WIDTH}x${HEIGHT}`, 'xc:#3a7f5d', path]);
  execFileSync('exiftool', [
    '-q',
    '-overwrite_original',
    '-Artist=Ana',
    '-GPSLatitude=48.85',
    '-GPSLatitudeRef=N',
    path,
  ]);
  expect(tagsIn(path).join()).toContain('Artist');
  return path;
}

describe.skipIf(!hasChromium)('the page in Chromium', () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await startChromium();
    served = await servePage(await pageHtml(['en', 'fr']));
  });
  afterAll(async () => {
    served.close();
    await browser.close();
  });

  async function covering(path: string, options: BrowserContextOptions = {}): Promise<Seated> {
    const person = await sitAt(browser, served.url, options);
    await person.answer(...TO_PROOF);
    await person.page.setInputFiles('form.ask input[type=file]', path);
    await person.page.locator('.cover').waitFor();
    return person;
  }
  const click = ({ page }: Seated, key: string): Promise<void> => page.locator(`#screen [data-key="${key}"]`).click();
  async function downloaded({ page }: Seated, key: string): Promise<{ readonly name: string; readonly path: string }> {
    const [download] = (await Promise.all([
      page.waitForEvent('download'),
      page.locator(`#screen [data-key="${key}"]`).click(),
    ])) as [Download, unknown];
    const path = join(mkdtempSync(join(folder, 'got-')), download.suggestedFilename());
    await download.saveAs(path);
    return { name: download.suggestedFilename(), path };
  }
  /** Corners of a place in the window, by shares of the picture. */
  async function shares(
    { page }: Seated,
    ...at: readonly number[]
  ): Promise<readonly [number, number, number, number]> {
    const box = (await page.locator('.cover canvas').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const [left = 0, top = 0, right = 0, bottom = 0] = at;
    return [box.x + left * box.width, box.y + top * box.height, box.x + right * box.width, box.y + bottom * box.height];
  }
  async function dragged(person: Seated, ...at: readonly number[]): Promise<void> {
    const [left, top, right, bottom] = await shares(person, ...at);
    const { mouse } = person.page;
    await mouse.move(left, top);
    await mouse.down();
    await mouse.move((left + right) / 2, (top + bottom) / 2);
    await mouse.move(right, bottom);
    await mouse.up();
  }
  /** Of the copy: how many pixels are black and opaque, how many have the ground's colour, how many anything else. */
  function countedIn(path: string): readonly [black: number, ground: number, other: number] {
    const pixels = pixelsOf(path);
    expect(pixels.length).toBe(WIDTH * HEIGHT * 4);
    let [black, same, other] = [0, 0, 0];
    for (let at = 0; at < pixels.length; at += 4) {
      // Colours pass through what a browser knows of them, and those of two kinds were packed with loss.
      const near = GROUND.every((value, part) => Math.abs((pixels[at + part] ?? 0) - value) <= 4);
      if (pixels[at] === 0 && pixels[at + 1] === 0 && pixels[at + 2] === 0 && pixels[at + 3] === 255) black += 1;
      else if (near && pixels[at + 3] === 255) same += 1;
      else other += 1;
    }
    return [black, same, other];
  }
  const GROUND = [0x3a, 0x7f, 0x5d];

  it.each(['png', 'jpg', 'webp'] as const)(
    'blacks out a %s for good, at full size, and leaves all else of the file behind',
    async (kind) => {
      const person = await covering(ladenPicture(kind), { deviceScaleFactor: 2 });
      await dragged(person, 0.1, 0.2, 0.6, 0.25);
      await dragged(person, 0.9, 0.9, 0.5, 0.8);
      const { name, path } = await downloaded(person, 'save');
      expect(name).toBe('shot.blacked-out.png');
      const [black, ground, other] = countedIn(path);
      expect(other).toBe(0);
      const drawn = (0.5 * 0.05 + 0.4 * 0.1) * WIDTH * HEIGHT;
      expect(Math.abs(black - drawn) / drawn).toBeLessThan(0.05);
      expect(black + ground).toBe(WIDTH * HEIGHT);
      // What is left is the size, the colours and how they are packed.
      expect(
        tagsIn(path).filter((tag) => !tag.startsWith('PNG:') && !tag.startsWith('File:') && !tag.startsWith('PNG-')),
      ).toEqual([]);
      expect(tagsIn(path).join()).not.toMatch(/Artist|GPS|Date|Time|Software|Profile|Comment/);
      expect(person.heard).toEqual([]);
    },
  );

  it('keeps of the original what the command keeps, and of the picture nothing', async () => {
    const original = ladenPicture('png');
    const before = served.asked.length;
    const person = await covering(original);
    await dragged(person, 0.1, 0.2, 0.6, 0.25);
    await click(person, 'done');
    expect(await person.question()).toBe('proof:cancel-web');
    await person.page.locator('#tools > summary').click();
    const { path } = await (async () => {
      const [download] = (await Promise.all([person.page.waitForEvent('download'), person.page.click('#save')])) as [
        Download,
        unknown,
      ];
      return { path: await download.path() };
    })();
    const bytes = readFileSync(original);
    const record = readRecord(JSON.parse(readFileSync(path, 'utf8')));
    expect(record.ok && record.value.steps['cancel-web']?.proofs).toEqual([
      {
        kind: 'png',
        width: WIDTH,
        height: HEIGHT,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        on: expect.any(String),
      },
    ]);
    expect(served.asked.slice(before)).toEqual(['/']);
    expect(await person.page.evaluate(`[localStorage.length, sessionStorage.length, document.cookie]`)).toEqual([
      0,
      0,
      '',
    ]);
    expect(person.heard).toEqual([]);
  });

  it('is gone through with the keyboard alone', async () => {
    const person = await covering(ladenPicture('png'));
    const { keyboard } = person.page;
    const focused = (): Promise<string> =>
      person.page.evaluate(`document.activeElement.dataset.key ?? document.activeElement.tagName`);
    const toKey = async (key: string): Promise<void> => {
      for (let press = 0; press < 30 && (await focused()) !== key; press += 1) await keyboard.press('Tab');
      expect(await focused()).toBe(key);
    };
    const place = (): Promise<Readonly<Record<string, string>>> =>
      person.page.evaluate(
        `(({ left, top, width, height }) => ({ left, top, width, height }))(document.activeElement.style)`,
      );
    expect(await focused()).toBe('H1');
    await toKey('add');
    await keyboard.press('Enter');
    expect(await focused()).toBe('box-0');
    const outline: string = await person.page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`);
    expect(outline).toBe('solid');
    const before = await place();
    const label: string = await person.page.evaluate(`document.activeElement.getAttribute('aria-label')`);
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowLeft');
    const moved = await place();
    expect(Number.parseFloat(moved['top'] ?? '')).toBeGreaterThan(Number.parseFloat(before['top'] ?? ''));
    expect(Number.parseFloat(moved['left'] ?? '')).toBeLessThan(Number.parseFloat(before['left'] ?? ''));
    expect(moved['width']).toBe(before['width']);
    await keyboard.press('Shift+ArrowRight');
    expect(Number.parseFloat((await place())['width'] ?? '')).toBeGreaterThan(Number.parseFloat(moved['width'] ?? ''));
    const said: string = await person.page.evaluate(`document.querySelector('.spoken').textContent`);
    expect(said).not.toBe(label);
    expect(said).toBe(await person.page.evaluate(`document.activeElement.getAttribute('aria-label')`));
    await toKey('add');
    await keyboard.press('Space');
    await keyboard.press('Delete');
    expect(await focused()).toBe('box-0');
    expect(await person.page.locator('.box').count()).toBe(1);
    await toKey('undo');
    await keyboard.press('Enter');
    expect(await person.page.locator('.box').count()).toBe(2);
    await toKey('save');
    const [download] = (await Promise.all([person.page.waitForEvent('download'), keyboard.press('Enter')])) as [
      Download,
      unknown,
    ];
    expect(download.suggestedFilename()).toBe('shot.blacked-out.png');
    await toKey('done');
    await keyboard.press('Enter');
    expect(await person.question()).toBe('proof:cancel-web');
    expect(person.heard).toEqual([]);
  });

  it('is drawn on with a finger, which does not move the page', async () => {
    const person = await covering(ladenPicture('png'), { hasTouch: true, isMobile: true });
    const [left, top, right, bottom] = await shares(person, 0.2, 0.3, 0.7, 0.4);
    const wire = await person.page.context().newCDPSession(person.page);
    const touch = (type: string, ...points: readonly { readonly x: number; readonly y: number }[]): Promise<unknown> =>
      wire.send('Input.dispatchTouchEvent', { type, touchPoints: points } as never);
    await touch('touchStart', { x: left, y: top });
    await touch('touchMove', { x: (left + right) / 2, y: (top + bottom) / 2 });
    await touch('touchMove', { x: right, y: bottom });
    await touch('touchEnd');
    expect(await person.page.locator('.box').count()).toBe(1);
    expect(await person.page.evaluate('scrollY')).toBe(0);
    // The box is moved by a second drag, and sized by its corner.
    const box = person.page.locator('.box');
    const first = await box.boundingBox();
    await touch('touchStart', { x: left + 20, y: top + 10 });
    await touch('touchMove', { x: left + 20, y: top + 60 });
    await touch('touchEnd');
    const second = await box.boundingBox();
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(50, -1);
    const corner = { x: (second?.x ?? 0) + (second?.width ?? 0) + 3, y: (second?.y ?? 0) + (second?.height ?? 0) + 3 };
    await touch('touchStart', corner);
    await touch('touchMove', { x: corner.x + 20, y: corner.y + 40 });
    await touch('touchEnd');
    const third = await box.boundingBox();
    expect((third?.height ?? 0) - (second?.height ?? 0)).toBeCloseTo(40, -1);
    expect(await person.page.locator('.box').count()).toBe(1);
    await click(person, 'undo');
    expect((await box.boundingBox())?.height).toBeCloseTo(second?.height ?? 0, 1);
  });

  it('says so when it cannot show a picture, and keeps it as the command does', async () => {
    const path = join(folder, 'photo.png');
    // A whole PNG by its chunks, which no decoder can unpack.
    const whole = readFileSync(ladenPicture('png'));
    const at = whole.indexOf('IDAT') + 4;
    const broken = Buffer.from(whole);
    broken.fill(0xff, at, at + 40);
    execFileSync('tee', [path], { input: broken, stdio: ['pipe', 'ignore', 'ignore'] });
    const person = await sitAt(browser, served.url);
    await person.answer(...TO_PROOF);
    await person.page.setInputFiles('form.ask input[type=file]', path);
    await person.page.locator('section p').first().waitFor();
    expect(await person.page.locator('.cover').count()).toBe(0);
    expect(await person.page.locator('form.ask').textContent()).toContain('photo.png');
  });

  it('gives the picture back for another one', async () => {
    const person = await covering(ladenPicture('png'));
    await click(person, 'another');
    expect(await person.question()).toBe('proof:cancel-web');
    expect(await person.page.locator('p.done').count()).toBe(0);
  });

  /** To the extras at the end, with whatever goes on. */
  async function toExtras(person: Seated): Promise<void> {
    await person.answer(...TO_PROOF, 'proof:cancel-web=""');
    for (let turn = 0; turn < 60 && (await person.question()) !== 'extras'; turn += 1) {
      const has = await person.keys();
      if (has.includes('go-on')) {
        if (has.includes('unsure')) await person.press('unsure');
        await person.press('go-on');
      } else
        await person.press(
          ['skip', 'yes', 'no', 'none'].find((key) => has.includes(key)) ?? has.find((key) => key !== 'back') ?? '',
        );
    }
  }
  const LONG =
    'I would rather write my own letters, badly and slowly, than read those of a machine that has read everybody’s';

  it.each(['en', 'fr'])('draws the card and saves it in both forms, with no line cut, in %s', async (locale) => {
    const person = await sitAt(browser, served.url, { locale });
    await toExtras(person);
    await person.answer(
      'extras=reason',
      'reason=own',
      `reasonText="${LONG}"`,
      'extras=name',
      'name="Anaëlle Wolfeschlegelsteinhausen"',
      'extras=card',
    );
    await person.page.locator('#card').waitFor();
    for (const [size, width, height, margin] of [
      ['wide', 1200, 630, 64],
      ['tall', 1080, 1350, 80],
    ] as const) {
      const { name, path } = await downloaded(person, `save-${size}`);
      expect(name).toMatch(new RegExp(`^quitgpt-card-\\d{4}-\\d\\d-\\d\\d-${size}\\.png$`));
      const pixels = pixelsOf(path);
      expect(pixels.length).toBe(width * height * 4);
      // Letters stay off the edges: half of the margin is paper on each side, and there is ink inside.
      let ink = 0;
      const outside: string[] = [];
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1) {
          const at = (y * width + x) * 4;
          if (pixels[at] === 0xf7 && pixels[at + 1] === 0xf2 && pixels[at + 2] === 0xe8) continue;
          ink += 1;
          const edge = margin / 2;
          if (x < edge || y < edge || x >= width - edge || y >= height - edge) outside.push(`${x},${y}`);
        }
      expect(outside).toEqual([]);
      expect(ink).toBeGreaterThan(10_000);
      expect(tagsIn(path).join()).not.toMatch(/Date|Time|Software|Profile/);
    }
    const words = (await person.page.locator('#card-words').textContent()) ?? '';
    expect(words).toContain('Anaëlle');
    expect(words).toContain(LONG);
    await click(person, 'reason');
    expect(await person.page.locator('#card-words').textContent()).not.toContain(LONG);
    expect(await person.page.locator('canvas.wide').getAttribute('aria-label')).not.toContain(LONG);
    await click(person, 'back');
    expect(await person.question()).toBe('extras');
    expect(person.heard).toEqual([]);
  });
  it('has no card before anything is cancelled', async () => {
    const person = await sitAt(browser, served.url);
    await person.answer(...TO_PROOF.slice(0, -2), 'step:cancel-web=skip');
    for (let turn = 0; turn < 60 && (await person.question()) !== 'extras'; turn += 1) {
      const has = await person.keys();
      await person.press(
        ['skip', 'yes', 'no'].find((key) => has.includes(key)) ?? has.find((key) => key !== 'back') ?? '',
      );
    }
    await person.answer('extras=card');
    expect(await person.question()).toBe('extras');
    expect(await person.page.locator('#card').count()).toBe(0);
  });

  it.each([
    ['en', 'light'],
    ['fr', 'dark'],
  ] as const)('shows both screens in %s, %s, without a fault for axe at 320 pixels', async (locale, colorScheme) => {
    const look = { locale, colorScheme, viewport: { width: 320, height: 640 } };
    const fine = async ({ page, heard }: Seated): Promise<void> => {
      await page.evaluate(axe);
      expect(
        await page.evaluate(
          `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
        ),
      ).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(
        await page.evaluate(
          `[...document.querySelectorAll('#screen button:not(.box), #screen label.choice')].map((one) => one.getBoundingClientRect().height).filter((height) => height < 44)`,
        ),
      ).toEqual([]);
      expect(heard).toEqual([]);
    };
    const person = await covering(ladenPicture('png'), look);
    await fine(person);
    await click(person, 'add');
    await click(person, 'add');
    await downloaded(person, 'save');
    await fine(person);
    const other = await sitAt(browser, served.url, look);
    await toExtras(other);
    await other.answer('extras=card');
    await other.page.locator('#card').waitFor();
    await fine(other);
  });
});
