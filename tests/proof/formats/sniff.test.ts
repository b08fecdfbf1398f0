// Kinds, pixel sizes and wholeness of files, from their bytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROOF_KINDS } from '../../../src/proof/proof-facts';
import { cleanPicture } from '../../../src/proof/clean/clean';
import { readFacts, sniff } from '../../../src/proof/formats/sniff';
import {
  aGif,
  aHeic,
  aJpeg,
  aJpegSegment,
  anEmail,
  anIsoBox,
  aPdf,
  aPng,
  aPngChunk,
  aRiffChunk,
  aWebp,
  bytes,
  oneOfEach,
  u16,
  u16le,
  u32,
  u32le,
} from '../../support/pictures';
import { LINEAR, growthOf } from '../../support/growth';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('the kind of a file', () => {
  it('is told for one whole file of each kind', () => {
    expect(Object.keys(oneOfEach()).toSorted()).toEqual([...PROOF_KINDS].toSorted());
    for (const [kind, file] of Object.entries(oneOfEach())) {
      expect(sniff(file)).toBe(kind);
      expect(readFacts(file)).toMatchObject({ ok: true, kind });
    }
  });

  it('is told by the brands of an ISO file, which HEIC and AVIF share', () => {
    expect(sniff(aHeic({ brand: 'mif1', brands: ['mif1', 'heic'] }))).toBe('heic');
    expect(sniff(aHeic({ brand: 'mif1', brands: ['mif1', 'miaf', 'avif'] }))).toBe('avif');
    expect(sniff(aHeic({ brand: 'avif', brands: ['mif1'] }))).toBe('avif');
    expect(sniff(aHeic({ brand: 'hevc', brands: [] }))).toBe('heic');
    expect(sniff(aHeic({ brand: 'isom', brands: ['mp42'] }))).toBeUndefined();
    expect(sniff(bytes(u32(16), 'ftyp', 'mif1', u32(0), 'heic'))).toBeUndefined();
    expect(sniff(bytes(u32(8), 'ftyp', 'heic', u32(0), 'heic'))).toBeUndefined();
  });

  it('is named in a refusal for pictures that are not taken', () => {
    const refused = {
      avif: aHeic({ brand: 'avif', brands: ['mif1'] }),
      bmp: bytes('BM', u32le(70), u32(0), u32le(54)),
      tiff: bytes('II*\0', u32le(8)),
    };
    for (const [kind, file] of Object.entries(refused))
      expect(readFacts(file)).toEqual({ ok: false, problem: 'unsupported-kind', kind });
    expect(sniff(bytes('MM\0*', u32(8)))).toBe('tiff');
  });

  it('is unknown for anything else', () => {
    const others = [
      'hello',
      'PK\u0003\u0004',
      'BM is how this begins',
      '<html><body>From: me</body></html>',
      'RIFF\u0004\0\0\0WAVE',
      'GIF88a',
      '{"From": 1}',
      '\0\0\0\0',
      '%PD',
    ];
    for (const other of others) expect(readFacts(bytes(other))).toEqual({ ok: false, problem: 'unknown-kind' });
  });

  it('is not looked for in an empty file', () => {
    expect(readFacts(new Uint8Array())).toEqual({ ok: false, problem: 'empty' });
  });

  it('does not depend on where the bytes lie in memory', () => {
    for (const [kind, file] of Object.entries(oneOfEach())) {
      const around = bytes('xyz', file, 'xyz');
      expect(readFacts(around.subarray(3, 3 + file.length))).toEqual(readFacts(file));
      expect(sniff(around.subarray(3, 3 + file.length))).toBe(kind);
    }
  });
});

describe('the pixel size', () => {
  const shapes = [
    { width: 1, height: 1 },
    { width: 3, height: 2 },
    { width: 257, height: 1 },
    { width: 40, height: 300 },
    { width: 1290, height: 70 },
  ];

  it('is read from PNG, JPEG, GIF, HEIC and the three shapes of WebP', () => {
    for (const shape of shapes) {
      const files = [
        aPng(shape),
        aJpeg(shape),
        aGif(shape),
        aHeic(shape),
        aWebp(shape),
        aWebp({ ...shape, form: 'VP8 ' }),
        aWebp({ ...shape, form: 'VP8X' }),
      ];
      for (const file of files) expect(readFacts(file)).toMatchObject({ ok: true, ...shape });
    }
  });

  it('is read at its limits', () => {
    expect(readFacts(aWebp({ width: 16384, height: 16384 }))).toMatchObject({ width: 16384, height: 16384 });
    expect(readFacts(aWebp({ width: 16383, height: 16383, form: 'VP8 ' }))).toMatchObject({
      width: 16383,
      height: 16383,
    });
    expect(readFacts(aWebp({ width: 2 ** 24, height: 70_000, form: 'VP8X' }))).toMatchObject({
      width: 2 ** 24,
      height: 70_000,
    });
    expect(readFacts(aPng({ width: 3, height: 70_000 }))).toMatchObject({ width: 3, height: 70_000 });
  });

  it('is found behind parts of odd length, which WebP fills up', () => {
    const picture = aWebp({ width: 30, height: 20 }).subarray(12);
    const chunks = bytes(aRiffChunk('ICCP', bytes('odd')), picture, aRiffChunk('EXIF', bytes('odd')));
    const file = bytes('RIFF', u32le(4 + chunks.length), 'WEBP', chunks);
    expect(readFacts(file)).toEqual({ ok: true, kind: 'webp', width: 30, height: 20 });
    expect(readFacts(file.subarray(0, -1))).toEqual({ ok: false, problem: 'truncated', kind: 'webp' });
  });

  it('leaves out the scale that a lossy WebP keeps in the upper bits', () => {
    const file = bytes(
      'RIFF',
      u32le(22),
      'WEBP',
      aRiffChunk('VP8 ', bytes([0x30, 1, 0, 0x9d, 1, 0x2a], u16le(0x4000 | 5), u16le(0xc000 | 6))),
    );
    expect(readFacts(file)).toEqual({ ok: true, kind: 'webp', width: 5, height: 6 });
  });

  it('is that of the picture, not of a preview inside a JPEG', () => {
    const preview = aJpegSegment(0xe1, bytes('Exif\0\0', aJpeg({ width: 160, height: 120 })));
    expect(readFacts(aJpeg({ width: 30, height: 20, extra: [preview] }))).toEqual({
      ok: true,
      kind: 'jpeg',
      width: 30,
      height: 20,
    });
  });

  it('is found in progressive and other frames of JPEG, and not in the tables that share their range', () => {
    const frame = (marker: number): Uint8Array =>
      bytes(
        [0xff, 0xd8],
        aJpegSegment(marker, bytes([8], u16(9), u16(7), [1, 1, 0x11, 0])),
        aJpegSegment(0xda, new Uint8Array(6)),
        [1, 0xff, 0xd9],
      );
    for (const marker of [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc9, 0xcf])
      expect(readFacts(frame(marker))).toEqual({ ok: true, kind: 'jpeg', width: 7, height: 9 });
    for (const marker of [0xc4, 0xc8, 0xcc]) expect(readFacts(frame(marker))).toMatchObject({ problem: 'truncated' });
  });

  it('is that of the main picture of a HEIC, else of the largest', () => {
    expect(readFacts(aHeic({ width: 100, height: 50 }))).toMatchObject({ width: 100, height: 50 });
    expect(readFacts(aHeic({ width: 100, height: 50, primary: false }))).toMatchObject({ width: 512, height: 512 });
  });

  it('is read from HEIC tables with wide numbers', () => {
    const size = (w: number, h: number): Uint8Array => anIsoBox('ispe', [0, 0, 0, 0], u32(w), u32(h));
    const ipma = anIsoBox(
      'ipma',
      [1, 0, 0, 1],
      u32(2),
      u32(70_000),
      [1],
      u16(1),
      u32(70_001),
      [2],
      u16(0x8003),
      u16(2),
    );
    const pitm = anIsoBox('pitm', [1, 0, 0, 0], u32(70_001));
    const meta = anIsoBox(
      'meta',
      u32(0),
      pitm,
      anIsoBox('iprp', anIsoBox('ipco', size(9, 9), size(4, 3), anIsoBox('hvcC')), ipma),
      anIsoBox('idat', [1]),
    );
    expect(readFacts(bytes(anIsoBox('ftyp', 'heic', u32(0), 'mif1'), meta))).toEqual({
      ok: true,
      kind: 'heic',
      width: 4,
      height: 3,
    });
    const wide = bytes(u32(1), 'meta', u32(0), u32(meta.length + 8), meta.subarray(8));
    expect(readFacts(bytes(anIsoBox('ftyp', 'heic', u32(0), 'mif1'), wide))).toEqual({
      ok: true,
      kind: 'heic',
      width: 4,
      height: 3,
    });
  });

  it('is read from HEIC tables that mark it as essential', () => {
    const size = (w: number, h: number): Uint8Array => anIsoBox('ispe', u32(0), u32(w), u32(h));
    for (const tie of [
      anIsoBox('ipma', u32(0), u32(1), u16(7), [1, 0x82]),
      anIsoBox('ipma', u32(1), u32(1), u16(7), [1], u16(0x8002)),
    ]) {
      const meta = anIsoBox(
        'meta',
        u32(0),
        anIsoBox('pitm', u32(0), u16(7)),
        anIsoBox('iprp', anIsoBox('ipco', size(9, 9), size(4, 3)), tie),
      );
      expect(readFacts(bytes(anIsoBox('ftyp', 'heic', u32(0), 'mif1'), meta, anIsoBox('mdat', [1])))).toMatchObject({
        width: 4,
        height: 3,
      });
    }
  });

  it('is left out where the file does not say it', () => {
    const nameless = bytes(anIsoBox('ftyp', 'heic', u32(0), 'mif1'), anIsoBox('meta', u32(0)), anIsoBox('mdat', [0]));
    for (const file of [nameless, aPdf(), anEmail(), aJpeg({ height: 0 })]) {
      expect(readFacts(file)).toMatchObject({ ok: true });
      expect(Object.keys(readFacts(file))).not.toContain('width');
    }
  });
});

describe('a cut file', () => {
  it('is never taken, wherever a picture, PDF or message header was cut', () => {
    const progressive = bytes(
      aJpeg().subarray(0, -2),
      aJpegSegment(0xda, new Uint8Array(6)),
      [1, 0xff, 0, 2, 0xff, 0xd3, 3, 0xff, 0xff, 0xd9],
    );
    const header = anEmail({ body: '' }).subarray(0, -2);
    const whole = oneOfEach();
    const files = [
      ...Object.values({ ...whole, eml: header }),
      aWebp({ form: 'VP8 ' }),
      aWebp({ form: 'VP8X' }),
      aPng({ width: 50, height: 50 }),
      aGif({ width: 40, height: 40 }),
      progressive,
      aHeic({ brand: 'mif1' }),
    ];
    for (const file of files) {
      expect(readFacts(file)).toMatchObject({ ok: true });
      for (let end = 0; end < file.length; end += 1) {
        const read = readFacts(file.subarray(0, end));
        // Only its end marker is gone, or a further scan that a baseline picture has no use for: all of it is drawn.
        if ((file === whole.jpeg || file === progressive) && end >= whole.jpeg.length - 2 && read.ok) {
          expect(cleanPicture(file.subarray(0, end)).ok).toBe(true);
          continue;
        }
        expect(read.ok, `${String(sniff(file))} cut at ${end} of ${file.length}`).toBe(false);
        if (!read.ok) expect(['empty', 'unknown-kind', 'truncated']).toContain(read.problem);
      }
      if (file !== whole.jpeg && file !== progressive)
        expect(readFacts(file.subarray(0, -1))).toEqual({ ok: false, problem: 'truncated', kind: sniff(file) });
    }
  });

  it('is taken for whole when more bytes follow its end', () => {
    const after = 'pixels that were cropped away';
    for (const file of [
      aPng({ after }),
      aJpeg({ after }),
      aWebp({ after }),
      aGif({ after }),
      aHeic({ after }),
      aPdf({ after }),
    ])
      expect(readFacts(file)).toMatchObject({ ok: true });
  });

  it('is a PDF whose end mark is not near the end', () => {
    expect(readFacts(aPdf({ after: ' '.repeat(1019) }))).toMatchObject({ ok: true });
    expect(readFacts(aPdf({ after: ' '.repeat(1020) }))).toEqual({ ok: false, problem: 'truncated', kind: 'pdf' });
  });

  it('is a picture that has its frame but no picture in it', () => {
    const header = aPng().subarray(0, 33);
    const framesOnly = [
      bytes(header, aPngChunk('IEND')),
      bytes(aPng().subarray(0, 8), aPngChunk('IDAT'), aPngChunk('IEND')),
      bytes([0xff, 0xd8, 0xff, 0xd9]),
      bytes([0xff, 0xd8], aJpegSegment(0xda, new Uint8Array(6)), [0xff, 0xd9]),
      bytes([0xff, 0xd8], aJpegSegment(0xc0, bytes([8], u16(9), u16(7), [1, 1, 0x11, 0])), [0xff, 0xd9]),
      bytes('RIFF', u32le(4), 'WEBP'),
      bytes('GIF89a', u16le(3), u16le(2), [0, 0, 0, 0x3b]),
      anIsoBox('ftyp', 'heic', u32(0), 'mif1'),
      bytes(anIsoBox('ftyp', 'heic', u32(0), 'mif1'), anIsoBox('mdat', [1])),
    ];
    for (const file of framesOnly) expect(readFacts(file)).toMatchObject({ ok: false, problem: 'truncated' });
  });

  it('is one whose sizes point far past its end', () => {
    const huge = [0xff, 0xff, 0xff, 0xff];
    const files = [
      bytes(aPng().subarray(0, 33), huge, 'IDAT'),
      bytes('RIFF', huge, 'WEBP', aRiffChunk('VP8L', new Uint8Array(10))),
      bytes('RIFF', u32le(30), 'WEBP', 'VP8L', huge, new Uint8Array(22)),
      bytes(anIsoBox('ftyp', 'heic', u32(0), 'mif1'), [0, 0, 0, 1], 'meta', huge, huge),
      bytes(anIsoBox('ftyp', 'heic', u32(0), 'mif1'), [0, 0, 0, 7], 'meta', new Uint8Array(50)),
      bytes(anIsoBox('ftyp', 'heic', u32(0), 'mif1'), [0, 0, 0, 1], 'meta', u32(0), u32(0)),
      bytes([0xff, 0xd8, 0xff, 0xe0], [0, 0], new Uint8Array(50)),
    ];
    for (const file of files) expect(readFacts(file)).toMatchObject({ ok: false, problem: 'truncated' });
  });

  it('is not one whose box runs to the end of the file by saying zero', () => {
    const head = aHeic();
    const start = head.length - 32;
    expect(readFacts(bytes(head.subarray(0, start), u32(0), 'mdat', new Uint8Array(24)))).toMatchObject({
      ok: true,
      width: 4032,
    });
    expect(
      readFacts(bytes(head.subarray(0, start), u32(1), 'mdat', u32(0), u32(40), new Uint8Array(24))),
    ).toMatchObject({ ok: true, width: 4032 });
    expect(
      readFacts(bytes(head.subarray(0, start), u32(1), 'mdat', u32(0), u32(41), new Uint8Array(24))),
    ).toMatchObject({ ok: false, problem: 'truncated' });
  });
});

describe('a saved e-mail', () => {
  const isEmail = (content: string): boolean => sniff(text(content)) === 'eml';

  it('is known with either line end, a byte order mark or a mailbox line in front', () => {
    for (const file of [
      anEmail(),
      anEmail({ lineEnd: '\n' }),
      bytes([0xef, 0xbb, 0xbf], anEmail()),
      bytes('From noreply Tue Nov  3 10:00:00 2026\n', anEmail({ lineEnd: '\n' })),
    ]) {
      expect(readFacts(file)).toEqual({ ok: true, kind: 'eml' });
    }
  });

  it('needs two different known headers before the first empty line', () => {
    expect(isEmail('From: a\nDate: b\n\n')).toBe(true);
    expect(isEmail('From: a\nX-Other: b\n\n')).toBe(false);
    expect(isEmail('Received: a\nReceived: b\n\n')).toBe(false);
    expect(isEmail('From: a\n\nDate: b\n')).toBe(false);
    expect(isEmail('FROM: a\nmessage-id : b\n\n')).toBe(true);
  });

  it('has nothing but fields in its header', () => {
    expect(isEmail('From: a\nDate: b\nand then prose\n\n')).toBe(false);
    expect(isEmail('Dear you,\nFrom: a\nDate: b\n\n')).toBe(false);
    expect(isEmail('From: a\n folded on\n\tand on\nDate: b\n\n')).toBe(true);
    expect(isEmail(' folded on nothing\nFrom: a\nDate: b\n\n')).toBe(false);
    expect(isEmail('From: a\nDate: b\nFrom the start it was prose\n\n')).toBe(false);
  });

  it('may write its header in UTF-8 and its body in anything', () => {
    expect(isEmail('From: Zoë <z@example.com>\nSubject: reçu\n\nbody: €')).toBe(true);
    expect(sniff(bytes('From: a\nDate: b\n\n', [0xff, 0xfe, 0x80]))).toBe('eml');
  });

  it('is not a binary file that begins like one', () => {
    expect(sniff(bytes('From: a\nDate: b\n\n', [0, 1, 2]))).toBeUndefined();
  });
});

describe('no bytes', () => {
  const whole = [...Object.values(oneOfEach()), aWebp({ form: 'VP8X' }), aWebp({ form: 'VP8 ' })];
  const mutated = fc
    .tuple(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255))), { maxLength: 8 }),
      fc.nat(),
    )
    .map(([file, changes, cut]) => {
      const copy = Uint8Array.from(file);
      for (const [at, value] of changes) copy[at % copy.length] = value;
      return cut % 3 === 0 ? copy.subarray(0, cut % copy.length) : copy;
    });
  const behindStart = fc
    .tuple(fc.constantFrom(...whole), fc.nat(40), fc.uint8Array({ maxLength: 300 }))
    .map(([file, keep, rest]) => bytes(file.subarray(0, keep), rest));

  it('make the reader throw, or give sizes that are no whole positive numbers', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), mutated, behindStart), (file) => {
        const read = readFacts(file);
        if (!read.ok) return;
        expect((read.width ?? 1) > 0 && Number.isInteger(read.width ?? 1)).toBe(true);
        expect((read.height ?? 1) > 0 && Number.isInteger(read.height ?? 1)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  const FTYP = anIsoBox('ftyp', 'heic', u32(0), 'mif1');
  it.each<readonly [string, (size: number) => Uint8Array, part: Uint8Array]>([
    ['chunks of a PNG', () => aPng().subarray(0, 33), aPngChunk('tEXt')],
    ['fill bytes of a JPEG', () => bytes([0xff, 0xd8]), bytes([0xff])],
    ['segments of a JPEG', () => bytes([0xff, 0xd8]), aJpegSegment(0xe1, new Uint8Array())],
    ['a scan', () => bytes([0xff, 0xd8], aJpegSegment(0xda, new Uint8Array())), bytes([0xff, 0])],
    ['chunks of a WebP', (size) => bytes('RIFF', u32le(size - 8), 'WEBP'), aRiffChunk('junk', new Uint8Array())],
    ['blocks of a GIF', () => aGif().subarray(0, 19), bytes([0x21, 0xfe, 0])],
    ['boxes', () => FTYP, anIsoBox('free')],
    ['boxes in a box', (size) => bytes(FTYP, u32(size - 100), 'meta', u32(0)), anIsoBox('free')],
    ['brands', (size) => bytes(u32(size), 'ftyp'), bytes('xxxx')],
    ['line ends of a mail', () => bytes('From: a\nDate: b\n'), bytes('\r')],
    ['fields of a mail', () => bytes('From: a\nDate: b\n'), bytes('X: y\n')],
    ['one field of a mail', () => bytes('From: a\nDate: b\n'), bytes('z')],
  ])('keep it for longer than their size asks for, made of the smallest parts: %s', (_what, start, part) => {
    const filled = (size: number): Uint8Array => {
      const file = new Uint8Array(size);
      file.set(start(size));
      for (let at = start(size).length; at + part.length <= size; at += part.length) file.set(part, at);
      return file;
    };
    const growth = growthOf(1024 * 1024, filled, (file) => expect(readFacts(file).ok).toBe(false));
    expect(growth).toBeLessThan(LINEAR);
  });
});
