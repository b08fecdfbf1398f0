// From what the person typed to facts about the file, on a real disk.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../../src/host/host';
import { nodeBytes } from '../../src/host/node-bytes';
import { nodeFiles } from '../../src/host/node-files';
import { MAX_PROOF_BYTES } from '../../src/proof/proof-facts';
import { readProof, type ProofOutcome } from '../../src/proof/read-proof';
import { asNobody } from '../host/as-nobody';
import { aHeic, aPng, anEmail, bytes, oneOfEach } from '../support/pictures';

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'quitgpt-proof-')));
});
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string, content: Uint8Array | string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const read = async (typed: string, files: Partial<Files> = {}): Promise<ProofOutcome> =>
  readProof(typed, {
    files: { ...nodeFiles({ home: folder, cwd: folder, platform: 'linux' }), ...files },
    platform: 'linux',
    bytes: async () => nodeBytes,
  });

describe('a proof', () => {
  it('gives facts about the file and leaves it and its folder alone', async () => {
    for (const [kind, content] of Object.entries(oneOfEach())) {
      const path = place(`whole.${kind}`, content);
      const before = { names: readdirSync(folder), facts: statSync(path) };
      const outcome = await read(path);
      const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
      expect(outcome).toMatchObject({ ok: true, path, facts: { kind, sha256, bytes: content.length } });
      expect({ names: readdirSync(folder), facts: { ...statSync(path), atime: 0, atimeMs: 0 } }).toEqual({
        ...before,
        facts: { ...before.facts, atime: 0, atimeMs: 0 },
      });
    }
  });

  it('has the pixel size when the kind has one', async () => {
    expect(await read(place('size.png', aPng({ width: 30, height: 20 })))).toMatchObject({
      facts: { width: 30, height: 20 },
    });
    const letter = await read(place('size.eml', anEmail()));
    expect(letter.ok && Object.keys(letter.facts).toSorted()).toEqual(['bytes', 'kind', 'sha256']);
  });

  it('has the fingerprint of all its bytes, those after the end of the picture too', async () => {
    const one = await read(place('one.png', aPng()));
    const two = await read(place('two.png', aPng({ after: 'x' })));
    expect(one.ok && two.ok && one.facts.sha256 !== two.facts.sha256).toBe(true);
  });

  it('is told by its bytes, whatever its name says', async () => {
    expect(await read(place('letter.png', anEmail()))).toMatchObject({ ok: true, facts: { kind: 'eml' } });
    expect(await read(place('no-ending', aPng()))).toMatchObject({ ok: true, facts: { kind: 'png' } });
    expect(await read(place('prose.png', 'this is no picture'))).toEqual({
      ok: false,
      problem: 'unknown-kind',
      path: join(folder, 'prose.png'),
    });
  });

  it('is found however a terminal typed it', async () => {
    const path = place("My it's (1).png", aPng());
    for (const typed of [
      path,
      `${path} `,
      `'${path.replaceAll("'", String.raw`'\''`)}' `,
      path.replaceAll(/[ ()']/gu, String.raw`\$&`),
      `~/My it's (1).png`,
      "My it's (1).png",
      `file://${path.replaceAll(' ', '%20')}`,
    ]) {
      expect(await read(typed)).toMatchObject({ ok: true, path });
    }
  });

  it('behind a link is the file that the link leads to', async () => {
    const path = place('target.png', aPng());
    symlinkSync(path, join(folder, 'link.png'));
    expect(await read('link.png')).toMatchObject({ ok: true, path });
  });
});

describe('a proof is refused', () => {
  const refusal = async (typed: string, files?: Partial<Files>): Promise<string> => {
    const outcome = await read(typed, files);
    return outcome.ok ? 'taken' : outcome.problem;
  };

  it('when nothing was typed', async () => {
    for (const typed of ['', '  ', '\n', '\u001b[200~\u001b[201~'])
      expect(await read(typed)).toEqual({ ok: false, problem: 'nothing-typed' });
  });

  it('when nothing is there, naming the best reading of what was typed', async () => {
    expect(await read("'/nowhere/my shot.png' ")).toEqual({
      ok: false,
      problem: 'missing',
      path: '/nowhere/my shot.png',
    });
    expect(await read('no\\ such.png')).toEqual({ ok: false, problem: 'missing', path: join(folder, 'no such.png') });
    expect(await refusal('a\0b')).toBe('missing');
    expect(await refusal(`${'a'.repeat(5000)}.png`)).toBe('missing');
    expect(await refusal(`${place('plain.png', aPng())}/below.png`)).toBe('missing');
    symlinkSync(join(folder, 'gone.png'), join(folder, 'dangling.png'));
    expect(await refusal('dangling.png')).toBe('missing');
  });

  it('when several files were dropped at once', async () => {
    const [one, two] = [place('1 a.png', aPng()), place('2 b.png', aPng())];
    expect(await read(`'${one}' '${two}' `)).toEqual({ ok: false, problem: 'several' });
    expect(await refusal(`${one.replace(' ', '\\ ')} ${two.replace(' ', '\\ ')} `)).toBe('several');
    expect(await refusal(`'${one}' /nowhere.png`)).toBe('missing');
  });

  it('when it is a folder, a device, a FIFO or a socket, without opening it', async () => {
    mkdirSync(join(folder, 'a folder'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const untouched: Partial<Files> = { read: () => Promise.reject(new Error('opened')) };
    expect(await read('a folder', untouched)).toEqual({
      ok: false,
      problem: 'directory',
      path: join(folder, 'a folder'),
    });
    expect(await refusal('pipe', untouched)).toBe('fifo');
    for (const device of ['/dev/zero', '/dev/null', '/dev/full', '/dev/tty'])
      expect(await refusal(device, untouched)).toBe('device');
    symlinkSync('/dev/zero', join(folder, 'endless.png'));
    expect(await refusal('endless.png', untouched)).toBe('device');
  });

  it('when it is empty', async () => {
    expect(await refusal(place('empty.png', ''))).toBe('empty');
  });

  it('when it is larger than 25 MB, and not a byte earlier', async () => {
    const path = place('large.png', aPng());
    truncateSync(path, 25 * 1024 * 1024);
    expect(MAX_PROOF_BYTES).toBe(25 * 1024 * 1024);
    expect(await read(path)).toMatchObject({ ok: true, facts: { kind: 'png', bytes: 25 * 1024 * 1024 } });
    truncateSync(path, 25 * 1024 * 1024 + 1);
    expect(await refusal(path)).toBe('too-large');
    truncateSync(path, 2 ** 42);
    expect(await refusal(path)).toBe('too-large');
  });

  it('when it is cut, or of a kind that is not taken, naming the kind', async () => {
    expect(await read(place('cut.png', aPng().subarray(0, -1)))).toMatchObject({
      ok: false,
      problem: 'truncated',
      kind: 'png',
    });
    expect(await read(place('a.avif', aHeic({ brand: 'avif', brands: [] })))).toMatchObject({
      ok: false,
      problem: 'unsupported-kind',
      kind: 'avif',
    });
  });

  it('when the person may not read it', async () => {
    const path = place('locked.png', aPng());
    chmodSync(path, 0o000);
    chmodSync(folder, 0o755);
    expect(await asNobody(() => refusal(path))).toBe('unreadable');
    mkdirSync(join(folder, 'shut'));
    const inside = place('shut/a.png', aPng());
    chmodSync(join(folder, 'shut'), 0o000);
    expect(await asNobody(() => refusal(inside))).toBe('unreadable');
    chmodSync(join(folder, 'shut'), 0o700);
  });

  it('when the disk fails or the file goes away while it is read', async () => {
    const path = place('failing.png', aPng());
    const failing = (code: string): Partial<Files> => ({
      read: () => Promise.reject(Object.assign(new Error(code), { code })),
    });
    expect(await refusal(path, failing('EIO'))).toBe('unreadable');
    expect(await refusal(path, failing('ESTALE'))).toBe('unreadable');
    expect(await refusal(path, failing('EFBIG'))).toBe('too-large');
    expect(await refusal(path, failing('ENOENT'))).toBe('missing');
    expect(await refusal(path, { read: () => Promise.reject(new Error('without a code')) })).toBe('unreadable');
    expect(await refusal(path, { read: () => Promise.resolve(new Uint8Array()) })).toBe('empty');
  });
});

describe('no file', () => {
  it('makes reading a proof reject', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(oneOfEach())),
        fc.nat(60),
        fc.uint8Array({ maxLength: 60 }),
        async (start, keep, rest) => {
          const outcome = await read(place('any', bytes(start.subarray(0, keep), rest)));
          expect(typeof outcome.ok).toBe('boolean');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('that any typing leads to makes reading a proof reject', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (typed) => {
        expect((await read(typed)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
