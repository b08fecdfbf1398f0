// The file part of the Host on a real disk: looking, reading, writing, and what is left when it goes wrong.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  promises as fs,
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Files } from '../../src/host/host';
import { sweepLeftovers } from '../../src/host/leftovers';
import { nodeFiles } from '../../src/host/node-files';
import { asNobody } from './as-nobody';

let folder = '';
let files: Files;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'quitgpt-files-')));
  files = nodeFiles({ home: folder, cwd: folder, platform: 'linux' });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const modeOf = (path: string): number => statSync(path).mode & 0o777;
const codeFrom = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code,
  );

describe('looking at a path', () => {
  it('tells a file with its size from everything else', async () => {
    writeFileSync(at('a'), 'abc');
    mkdirSync(at('d'));
    execFileSync('mkfifo', [at('p')]);
    expect(await files.look(at('a'))).toEqual({ kind: 'file', bytes: 3, path: at('a') });
    expect(await files.look(at('d'))).toEqual({ kind: 'directory' });
    expect(await files.look(at('p'))).toEqual({ kind: 'fifo' });
    expect(await files.look('/dev/zero')).toEqual({ kind: 'device' });
    for (const gone of [at('gone'), at('a/below'), `${at('a')}\0`, at('x'.repeat(300))])
      expect(await files.look(gone)).toEqual({ kind: 'missing' });
  });

  it('follows a link and says where it leads', async () => {
    writeFileSync(at('a'), 'abc');
    symlinkSync('a', at('link'));
    symlinkSync(at('nowhere'), at('dangling'));
    symlinkSync(at('loop'), at('loop'));
    expect(await files.look(at('link'))).toEqual({ kind: 'file', bytes: 3, path: at('a') });
    expect(await files.look(at('dangling'))).toEqual({ kind: 'missing' });
    expect(await files.look(at('loop'))).toEqual({ kind: 'unreadable' });
  });

  it('keeps the name of a folder on the way that is a link', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real/a'), '');
    symlinkSync(at('real'), at('known'));
    expect(await files.look(at('known/a'))).toMatchObject({ path: at('known/a') });
  });

  it('tells a file that may not be read, and one in a folder that may not be entered', async ({ skip }) => {
    writeFileSync(at('locked'), 'abc', { mode: 0o000 });
    mkdirSync(at('closed'));
    writeFileSync(at('closed/a'), 'abc');
    const looks = `const files = require('./node-files.cjs').nodeFiles({ home: '/', cwd: '/', platform: 'linux' });
      Promise.all(process.argv.slice(1).map((path) => files.look(path))).then((all) => process.stdout.write(JSON.stringify(all)));`;
    await bundleHere();
    chmodSync(at('closed'), 0o000);
    chmodSync(folder, 0o755);
    // Root may read everything, and access(2) asks for the real user, so the look is had by a process of another user.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { stdout, error } = spawnSync(
      process.execPath,
      ['-e', looks, at('locked'), at('closed/a'), at('node-files.cjs')],
      { cwd: folder, encoding: 'utf8', ...nobody },
    );
    if (error !== undefined) skip('needs a Node that every user may run');
    chmodSync(at('closed'), 0o700);
    expect(JSON.parse(stdout)).toMatchObject([{ kind: 'unreadable' }, { kind: 'unreadable' }, { kind: 'file' }]);
    expect(await asNobody(() => codeFrom(files.read(at('locked'), 10)))).toBe('EACCES');
  });

  it('never opens anything', async () => {
    writeFileSync(at('a'), 'abc');
    const open = vi.spyOn(fs, 'open');
    await files.look(at('a'));
    expect(open).not.toHaveBeenCalled();
  });
});

describe('reading', () => {
  it('gives the bytes of a file up to the size asked for', async () => {
    const content = Buffer.alloc(100_000, 'quit');
    writeFileSync(at('a'), content);
    expect(Buffer.from(await files.read(at('a'), 100_000)).equals(content)).toBe(true);
    expect(await codeFrom(files.read(at('a'), 99_999))).toBe('EFBIG');
    writeFileSync(at('empty'), '');
    expect(await files.read(at('empty'), 0)).toHaveLength(0);
  });

  it('stops at the size asked for when a file says that it is empty and is not', async () => {
    const { length } = readFileSync('/proc/version');
    expect([statSync('/proc/version').size, length > 10]).toEqual([0, true]);
    expect(await files.read('/proc/version', length)).toHaveLength(length);
    expect(await codeFrom(files.read('/proc/version', length - 1))).toBe('EFBIG');
  });

  it('refuses a file larger than memory before reading any of it', async () => {
    writeFileSync(at('sparse'), '');
    truncateSync(at('sparse'), 2 ** 42);
    expect(await codeFrom(files.read(at('sparse'), 10))).toBe('EFBIG');
  });

  it('refuses what is no regular file, without waiting', async () => {
    execFileSync('mkfifo', [at('p')]);
    expect(await codeFrom(files.read(at('p'), 10))).toBe('EINVAL');
    expect(await codeFrom(files.read('/dev/zero', 10))).toBe('EINVAL');
    expect(await codeFrom(files.read(folder, 10))).toBe('EISDIR');
    expect(await codeFrom(files.read(at('gone'), 10))).toBe('ENOENT');
  });

  it('refuses a FIFO, a device or another file put there after the look, without waiting', async () => {
    execFileSync('mkfifo', [at('p')]);
    writeFileSync(at('other'), 'other');
    for (const intruder of [at('p'), '/dev/zero', at('other')]) {
      writeFileSync(at('a'), 'abc');
      const stat = fs.stat.bind(fs);
      vi.spyOn(fs, 'stat').mockImplementationOnce((async (path: string, options: object) => {
        const facts = await stat(path, options);
        rmSync(path);
        symlinkSync(intruder, path);
        return facts;
      }) as never);
      expect(await codeFrom(files.read(at('a'), 10))).toBe('ESTALE');
      rmSync(at('a'));
    }
  });
});

describe('writing', () => {
  it('makes a file that only its owner reads, and leaves one that is there', async () => {
    await files.write(at('a'), 'reçu', { replace: false });
    expect(readFileSync(at('a'), 'utf8')).toBe('reçu');
    expect(modeOf(at('a'))).toBe(0o600);
    expect(await codeFrom(files.write(at('a'), 'b', { replace: false }))).toBe('EEXIST');
    expect(readFileSync(at('a'), 'utf8')).toBe('reçu');
  });

  it('makes nothing through a link, not even a dangling one', async () => {
    symlinkSync(at('victim'), at('link'));
    expect(await codeFrom(files.write(at('link'), 'b', { replace: false }))).toBe('EEXIST');
    expect(await codeFrom(files.write(at('link'), 'b', { replace: true }))).toBe('ELOOP');
    expect(await codeFrom(files.writeAtomic(at('link'), 'b'))).toBe('ELOOP');
    expect(existsSync(at('victim'))).toBe(false);
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
  });

  it('replaces a file when asked, and takes rights away from others', async () => {
    writeFileSync(at('a'), 'old and much longer', { mode: 0o644 });
    await files.write(at('a'), 'new', { replace: true });
    expect(readFileSync(at('a'), 'utf8')).toBe('new');
    expect(modeOf(at('a'))).toBe(0o600);
    await files.write(at('b'), 'new', { replace: true });
    expect(modeOf(at('b'))).toBe(0o600);
    expect(readdirSync(folder).toSorted()).toEqual(['a', 'b']);
  });

  it('makes no folder for a file that the person named', async () => {
    expect(await codeFrom(files.write(at('no/a'), 'b', { replace: false }))).toBe('ENOENT');
    expect(await codeFrom(files.write(at('no/a'), 'b', { replace: true }))).toBe('ENOENT');
    expect(existsSync(at('no'))).toBe(false);
  });

  it('never replaces a folder, a FIFO or a device', async () => {
    mkdirSync(at('d'));
    execFileSync('mkfifo', [at('p')]);
    const paths = [
      [at('d'), 'EISDIR'],
      [at('p'), 'EINVAL'],
    ];
    // A device of its own: the system's would be lost to everybody if this went wrong.
    if (process.geteuid?.() === 0 && spawnSync('mknod', [at('null'), 'c', '1', '3']).status === 0)
      paths.push([at('null'), 'EINVAL']);
    for (const [path = '', code] of paths) {
      expect(await codeFrom(files.write(path, 'b', { replace: true }))).toBe(code);
      expect(await codeFrom(files.writeAtomic(path, 'b'))).toBe(code);
      expect(lstatSync(path).isFile()).toBe(false);
    }
  });

  it('waits for a virus scanner under Windows, and nowhere else', async () => {
    const held = Object.assign(new Error('held'), { code: 'EPERM' });
    const rename = vi.fn().mockRejectedValueOnce(held).mockRejectedValueOnce(held).mockResolvedValue(undefined);
    vi.doMock('write-file-atomic', () => ({ default: rename }));
    vi.resetModules();
    const { nodeFiles: mocked } = await import('../../src/host/node-files');
    await mocked({ home: 'C:\\', cwd: 'C:\\', platform: 'win32' }).write('C:\\gone\\a', 'text', { replace: true });
    expect(rename).toHaveBeenCalledTimes(3);
    rename.mockReset().mockRejectedValue(held);
    expect(
      await codeFrom(
        mocked({ home: folder, cwd: folder, platform: 'linux' }).write(at('a'), 'text', { replace: true }),
      ),
    ).toBe('EPERM');
    expect(rename).toHaveBeenCalledTimes(1);
    rename.mockReset().mockRejectedValue(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    expect(
      await codeFrom(
        mocked({ home: 'C:\\', cwd: 'C:\\', platform: 'win32' }).write('C:\\gone\\a', 'text', { replace: true }),
      ),
    ).toBe('ENOSPC');
    expect(rename).toHaveBeenCalledTimes(1);
    vi.doUnmock('write-file-atomic');
  });
});

describe('writing in one step', () => {
  it('makes the folders above, for the owner alone', async () => {
    await files.writeAtomic(at('state/quitgpt/record.json'), '{}');
    expect([modeOf(at('state')), modeOf(at('state/quitgpt')), modeOf(at('state/quitgpt/record.json'))]).toEqual([
      0o700, 0o700, 0o600,
    ]);
  });

  it('replaces the whole text, and takes rights away from others', async () => {
    writeFileSync(at('record.json'), 'x'.repeat(5000), { mode: 0o666 });
    chmodSync(at('record.json'), 0o666);
    for (const text of ['{"step":"é"}', '', 'y'.repeat(300_000)]) {
      await files.writeAtomic(at('record.json'), text);
      expect(readFileSync(at('record.json'), 'utf8')).toBe(text);
      expect(modeOf(at('record.json'))).toBe(0o600);
    }
    expect(readdirSync(folder)).toEqual(['record.json']);
  });

  it('ends with the last of several texts written at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => files.writeAtomic(at('record.json'), String(index))));
    expect(readFileSync(at('record.json'), 'utf8')).toBe('19');
    expect(readdirSync(folder)).toEqual(['record.json']);
  });

  it('goes on after a write that failed', async () => {
    mkdirSync(at('d'));
    const failing = files.writeAtomic(at('d'), 'x');
    const next = files.writeAtomic(at('record.json'), 'y');
    expect(await codeFrom(failing)).toBe('EISDIR');
    expect(await codeFrom(next)).toBe('no error');
  });

  it('on a full disk fails with ENOSPC, keeps the old file and leaves nothing behind', async ({ skip }) => {
    const disk = at('disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip('needs the right to mount a small tmpfs');
    }
    try {
      const record = join(disk, 'record.json');
      await files.writeAtomic(record, 'o'.repeat(20_000));
      writeFileSync(join(disk, 'filler'), 'f'.repeat(36_000));
      // 8 KiB are free: enough to begin with, not enough to end.
      for (const size of [12_000, 30_000, 200_000]) {
        expect(await codeFrom(files.writeAtomic(record, 'n'.repeat(size)))).toBe('ENOSPC');
        expect(await codeFrom(files.write(record, 'n'.repeat(size), { replace: true }))).toBe('ENOSPC');
        expect(await codeFrom(files.write(join(disk, 'summary.md'), 'n'.repeat(size), { replace: false }))).toBe(
          'ENOSPC',
        );
        expect(readFileSync(record, 'utf8')).toBe('o'.repeat(20_000));
        expect(readdirSync(disk).toSorted()).toEqual(['filler', 'record.json']);
      }
      await files.writeAtomic(record, 'n'.repeat(5_000));
      expect(readFileSync(record, 'utf8')).toBe('n'.repeat(5_000));
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('is never torn by a kill, and the leftovers are swept', async () => {
    const writer = at('writer.cjs');
    await bundleHere();
    writeFileSync(
      writer,
      `const { nodeFiles } = require('./node-files.cjs');
      const files = nodeFiles({ home: '/', cwd: '/', platform: 'linux' });
      (async () => {
        for (let round = 0; ; round += 1) {
          await files.writeAtomic(process.argv[2], JSON.stringify({ first: round, filling: 'x'.repeat(20000 + (round % 7) * 3000), last: round }));
          if (round === 1) process.stdout.write('writing');
        }
      })();`,
    );
    mkdirSync(at('killed'));
    const killOne = async (number: number): Promise<void> => {
      const record = at(`killed/${number}.json`);
      const child = spawn(process.execPath, [writer, record], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, (number * 7) % 23));
      child.kill('SIGKILL');
      await once(child, 'close');
      const kept = JSON.parse(readFileSync(record, 'utf8')) as { first: number; last: number };
      expect(kept.first).toBe(kept.last);
    };
    for (let number = 0; number < 20; number += 2) await Promise.all([killOne(number), killOne(number + 1)]);
    for (let number = 0; number < 20; number += 1) await sweepLeftovers(at(`killed/${number}.json`), true);
    expect(readdirSync(at('killed'))).toHaveLength(20);
  });
});

describe('sweeping leftovers', () => {
  it('takes temporary files of this record, however new, and nothing that a person named so', async () => {
    const seconds = String(Math.floor(Date.now() / 1000));
    const kept = [
      'record.json',
      'record.json.20261103',
      'record.json.4',
      `record.json.${seconds}`,
      'record.json.bak',
      'record.json.12345678901',
      'record.json.123456789.txt',
      'other.json.1234567890',
      'recordXjson.1234567890',
    ];
    for (const name of [...kept, 'record.json.1234567890', 'record.json.987654321', 'record.json.7654321'])
      writeFileSync(at(name), '');
    mkdirSync(at('record.json.2222222222'));
    symlinkSync(at('record.json'), at('record.json.3333333333'));
    expect(await sweepLeftovers(at('record.json'))).toEqual([
      at('record.json.1234567890'),
      at('record.json.7654321'),
      at('record.json.987654321'),
    ]);
    expect(readdirSync(folder).toSorted()).toEqual(
      [...kept, 'record.json.2222222222', 'record.json.3333333333'].toSorted(),
    );
    expect(await sweepLeftovers(at('record.json'), true)).toEqual([at('record.json.4')]);
  });

  it('finds nothing where there is no folder', async () => {
    expect(await sweepLeftovers(at('gone/record.json'))).toEqual([]);
  });

  it('takes the temporary file that a writer stopped before the rename leaves', async () => {
    let temporary = '';
    await files.writeAtomic(at('record.json'), 'old');
    const write = fs.writeFile.bind(fs);
    vi.spyOn(fs, 'writeFile').mockImplementation((async (path: string, text: string) => {
      temporary = path;
      await write(path, text);
    }) as never);
    await files.writeAtomic(at('record.json'), 'new');
    renameSync(at('record.json'), temporary);
    expect(await sweepLeftovers(at('record.json'), true)).toEqual([temporary]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('removing', () => {
  it('says whether there was a file', async () => {
    writeFileSync(at('a'), '');
    expect(await files.remove(at('a'))).toBe(true);
    expect(await files.remove(at('a'))).toBe(false);
    mkdirSync(at('d'));
    expect(await codeFrom(files.remove(at('d')))).toMatch(/EISDIR|EPERM/u);
  });
});

describe('a path', () => {
  const linux = nodeFiles({ home: '/home/m', cwd: '/work here', platform: 'linux' });
  const windows = nodeFiles({ home: 'C:\\Users\\m', cwd: 'D:\\work', platform: 'win32' });

  it('is made absolute from the working folder or from home', () => {
    const forms = {
      'a b.png': '/work here/a b.png',
      '../x': '/x',
      '/a//b/./c': '/a/b/c',
      '~': '/home/m',
      '~/a': '/home/m/a',
      '~other/a': '/work here/~other/a',
      '-rf': '/work here/-rf',
      '~\\a': '/work here/~\\a',
    };
    for (const [typed, path] of Object.entries(forms)) expect(linux.resolve(typed)).toBe(path);
    expect(windows.resolve('~\\a')).toBe('C:\\Users\\m\\a');
    expect(windows.resolve('~/a')).toBe('C:\\Users\\m\\a');
    expect(windows.resolve('a')).toBe('D:\\work\\a');
  });

  it('is shortened inside the home folder only', () => {
    const forms = {
      '/home/m/a/b': '~/a/b',
      '/home/m': '~',
      '/home/mary/a': '/home/mary/a',
      '/home': '/home',
      '/etc/x': '/etc/x',
      '/home/m/..a': '~/..a',
    };
    for (const [path, short] of Object.entries(forms)) expect(linux.shorten(path)).toBe(short);
    expect(windows.shorten('c:\\users\\M\\a')).toBe('~\\a');
    expect(windows.shorten('D:\\a')).toBe('D:\\a');
    expect(nodeFiles({ home: '/', cwd: '/', platform: 'linux' }).shorten('/etc/x')).toBe('/etc/x');
  });

  it('comes back from its short form', () => {
    for (const path of ['/home/m/a b', '/home/m', '/etc/x']) expect(linux.resolve(linux.shorten(path))).toBe(path);
  });

  it('is joined with the separator of the system', () => {
    expect(linux.join('a', 'b')).toBe('a/b');
    expect(windows.join('a', 'b')).toBe('a\\b');
  });
});

/** Puts the module, with all that it loads, into the folder as `node-files.cjs`, for processes of their own. */
async function bundleHere(): Promise<void> {
  const bundle = await rolldown({
    input: new URL('../../src/host/node-files.ts', import.meta.url).pathname,
    platform: 'node',
    logLevel: 'silent',
  });
  await bundle.write({ file: at('node-files.cjs'), format: 'cjs', codeSplitting: false });
  await bundle.close();
  chmodSync(at('node-files.cjs'), 0o644);
}
