// A card as bytes: the same every time, with nothing in it that was not meant to be.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { altText, moneyText } from '../../src/card/card';
import type { Card } from '../../src/card/card';
import { penWith } from '../../src/card/draw';
import { SIZES } from '../../src/card/layout';
import { makeCard } from '../../src/card/make';
import type { Made } from '../../src/card/make';
import { escapeXml, pictureSvg, withWords } from '../../src/card/svg';
import { loadCatalogue } from '../../src/content/catalogue';
import { translatorOf } from '../../src/view/translator';
import { aCard, cardTools } from '../support/card-tools';

type Tools = Awaited<ReturnType<typeof cardTools>>;
let tools: Tools;
beforeAll(async () => {
  tools = await cardTools();
});
const make = (card: Card, picture?: Parameters<typeof makeCard>[4]): ReturnType<typeof makeCard> =>
  makeCard(card, SIZES, tools, () => 'the words', picture);
const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
/** Short enough to be shown where two differ. */
const marksOf = (made: Made): readonly string[] =>
  made.ok ? made.drawings.flatMap(({ png, svg }) => [hash(png), hash(svg)]) : [made.problem];
const HOSTILE = '</text><script>alert(1)</script>&"\'<![CDATA[ ]]>&#x41;\u0000\u001B]0;x\u0007\uFFFE';

describe('the bytes', () => {
  test('are the same twice, and the files they are drawn with too', async () => {
    const card = await aCard(
      'fr',
      { reasonText: 'Pour voir.' },
      { name: 'Zoë', price: { amount: 23, currency: 'EUR' } },
    );
    const [one, other] = [await make(card), await make(card)];
    expect(marksOf(one)).toEqual(marksOf(other));
    expect(Object.values((await cardTools()).files).map(hash)).toEqual(Object.values(tools.files).map(hash));
  });

  test('are PNGs of the two sizes, small enough to post', async () => {
    const made = await make(await aCard('en', {}, { price: { amount: 23, currency: 'EUR' } }));
    if (!made.ok) throw new Error(made.problem);
    const seen = made.drawings.map(({ size, png }) => ({
      size,
      width: Buffer.from(png).readUInt32BE(16),
      height: Buffer.from(png).readUInt32BE(20),
      isSmall: png.length < 150_000,
    }));
    expect(seen).toEqual([
      { size: 'wide', width: 1200, height: 630, isSmall: true },
      { size: 'tall', width: 1080, height: 1350, isSmall: true },
    ]);
  });
});

describe('the SVG', () => {
  test('holds its letters as shapes, and the words for who cannot see them', async () => {
    const made = await make(await aCard('en'));
    if (!made.ok) throw new Error(made.problem);
    for (const { svg } of made.drawings) {
      expect(svg).toMatch(
        /^<svg [^>]*role="img"[^>]*>\n<title>I cancelled ChatGPT Plus\.<\/title>\n<desc>the words<\/desc>/,
      );
      expect(svg).not.toMatch(/<text|font-family|<script|https?:(?!\/\/www\.w3\.org\/)/);
    }
  });

  test('takes nothing typed for markup', async () => {
    const made = await make(await aCard('en', { reasonText: HOSTILE }, { name: HOSTILE }));
    if (!made.ok) throw new Error(made.problem);
    expect(made.card.name).toBe('</text><script>alert(1)</script>&"\'<![CDATA[ ]]>&#x41;]0;x');
    for (const { svg } of made.drawings) expect(svg).not.toMatch(/<script|CDATA|\u001B|\u0000/);
    const worded = withWords('<svg width="1"><path/></svg>', 'en"><x', HOSTILE, HOSTILE);
    expect(worded).not.toMatch(/<script|<!\[|<x|\u001B|\u0000|\uFFFE/);
  });

  test('drops what XML cannot hold and escapes the rest', () => {
    expect(escapeXml('a<b>&"\'\u0000\u001B\uD800z')).toBe('a&#60;b&#62;&#38;&#34;&#39;z');
  });
});

describe('the picture', () => {
  const png = async (width: number, height: number): Promise<Uint8Array> =>
    (await penWith(tools)).png(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#ffffff"/><rect x="8" y="8" width="${width / 2}" height="20" fill="#000000"/></svg>`,
    );

  test('is drawn anew: nothing of its file but pixels comes along', async () => {
    const plain = Buffer.from(await png(2400, 1500));
    const data = Buffer.from('tEXtSECRET\u0000value12');
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length - 4);
    check.writeUInt32BE(crc32(data));
    const chunk = Buffer.concat([length, data, check]);
    const told = Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33), Buffer.from('SECRET-AFTER-THE-END')]);
    const card = await aCard('en');
    const [one, other] = [
      await make(card, { bytes: told, width: 2400, height: 1500 }),
      await make(card, { bytes: plain, width: 2400, height: 1500 }),
    ];
    if (!one.ok || !other.ok) throw new Error('the picture was not taken');
    expect(marksOf(one)).toEqual(marksOf(other));
    for (const { png: drawn, svg } of one.drawings) {
      const inside = [...svg.matchAll(/base64,([^"]+)"/g)].map(([, kept = '']) =>
        Buffer.from(kept, 'base64').toString('latin1'),
      );
      expect(inside.length).toBe(1);
      for (const text of [...inside, Buffer.from(drawn).toString('latin1'), svg]) expect(text).not.toContain('SECRET');
    }
  });

  test('that cannot be decoded is refused, not left out', async () => {
    const broken = Buffer.from(await png(400, 300));
    broken.fill(7, 60, broken.length - 20);
    expect(await make(await aCard('en'), { bytes: broken, width: 400, height: 300 })).toMatchObject({
      ok: false,
      problem: 'picture',
    });
    expect((await penWith(tools)).draws(pictureSvg(new Uint8Array(10), 5, 5))).toBe(false);
  });
});

describe('the words', () => {
  test.each(['en', 'fr'])('say everything that is on the card, in %s', async (lang) => {
    const translator = translatorOf(await loadCatalogue(lang), lang);
    const card = await aCard(
      lang,
      { reasonText: 'Ein Grund' },
      { name: 'Ana', price: { amount: 23, currency: 'EUR' } },
    );
    const alt = altText(translator, card, true);
    for (const part of [
      card.sentence,
      card.date,
      'Ana',
      'Ein Grund',
      ...card.rows.flatMap(({ label, value }) => [label, value]),
      translator.say(translator.ui.card.alt_picture),
    ])
      expect(alt).toContain(part);
  });

  test('name nobody, no reason and no money that was not given', async () => {
    const card = await aCard('en', { reasonText: 'Because' }, { withReason: false });
    expect(card).toMatchObject({ name: undefined, reason: undefined });
    expect(card.rows.map(({ label }) => label)).toEqual(['Paid until', 'Receipts kept']);
  });

  test('write money as the language does', () => {
    expect(moneyText('en', 276, 'EUR')).toBe('€276');
    expect(moneyText('fr', 2759.88, 'EUR')).toBe('2\u202F759,88\u00A0€');
    expect(moneyText('en', 19.99 * 12, 'USD')).toContain('239.88');
    expect(moneyText('en', 3000 * 12, 'JPY')).toBe('¥36,000');
  });

  test('join two days of one month', async () => {
    const parts = { deleted: { on: '2026-11-24', dataGoneBy: '2026-12-24' } } as never;
    expect((await aCard('en', parts)).date).toBe('21–24 November 2026');
    expect((await aCard('fr', parts)).date).toBe('21–24 novembre 2026');
    const first = {
      cancelled: [{ biller: 'apple', on: '2026-11-01' }],
      deleted: { on: '2026-12-01', dataGoneBy: '2026-12-31' },
    } as never;
    expect((await aCard('fr', first)).date.replace(/[\u2009\u00A0 ]/g, ' ')).toBe('1er novembre – 1er décembre 2026');
  });
});
