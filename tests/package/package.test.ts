// The packed package as strangers get it: what is in it, that it runs alone, what it writes, what `npx` fetches.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKED, VERSION } from '../../src/content/compiled/about';
import { loadCatalogue } from '../../src/content/catalogue';
import { plusFlags } from '../support/plus-flags';
import { oneRegistry } from '../support/registry';
import { runInTerminal } from '../support/terminal';
import { aFolder, filesIn, plainEnvironment, PROGRAM, ROOT, run, type Ran } from '../support/tools';

type Packed = {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
  readonly bundled: readonly string[];
};

let work: string;
let packed: Packed;
let tarball: string;
/** Where the package was installed, and the program as its people call it. */
let prefix: string;
let program: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'quitgpt-package-'));
  const home = join(work, 'npm-home');
  prefix = join(work, 'prefix');
  for (const folder of [home, prefix]) mkdirSync(folder);
  // Without scripts: the program is built already, and building it again would pull it from under the other tests.
  const pack = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', work], {
    cwd: ROOT,
    env: plainEnvironment(home),
  });
  expect(pack.code, pack.stderr).toBe(0);
  [packed] = JSON.parse(pack.stdout) as [Packed];
  tarball = join(work, packed.filename);
  const install = await run(
    'npm',
    ['install', '--global', '--prefix', prefix, '--offline', '--no-audit', '--no-fund', tarball],
    { cwd: work, env: plainEnvironment(home) },
  );
  expect(install.code, install.stderr).toBe(0);
  program = join(prefix, 'bin', 'quitgpt');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the package', () => {
  it('holds exactly these files', async () => {
    const list = packed.files.map(({ path }) => path.replace(/-[\w-]{8}(?=\.cjs$)/, '-<hash>')).sort();
    await expect(`${list.join('\n')}\n`).toMatchFileSnapshot('files.txt');
  });

  it('is one package of at most 3.9 MB, without dependencies and without scripts at install', () => {
    expect(packed.size).toBeLessThanOrEqual(3_900_000);
    expect(packed.bundled).toEqual([]);
    const manifest = installedManifest();
    for (const kind of [
      'dependencies',
      'optionalDependencies',
      'peerDependencies',
      'bundleDependencies',
      'bundledDependencies',
    ])
      expect(manifest).not.toHaveProperty(kind);
    const scripts = Object.keys((manifest['scripts'] ?? {}) as object);
    for (const script of ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare'])
      expect(scripts).not.toContain(script);
    expect(manifest['engines']).toEqual({ node: '^20.19.0 || >=22.3.0' });
    expect(readdirSync(join(prefix, 'lib', 'node_modules'))).toEqual(['quitgpt']);
  });

  it('names every bundled package with its version and licence', () => {
    const list = readFileSync(join(prefix, 'lib/node_modules/quitgpt/dist/THIRD-PARTY-LICENCES.txt'), 'utf8');
    const entries = [...list.matchAll(/^(@?[\w.-]+(?:\/[\w.-]+)?) (\d[\w.-]*) \((.+)\)$/gm)].map(
      ([, name = '', version, licence]) => ({ name, version, licence }),
    );
    expect(entries.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@inquirer/core', 'commander', 'open', 'uqr', 'write-file-atomic', 'zod']),
    );
    for (const { name, version, licence } of entries) {
      const own = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
        version: string;
        license: string;
      };
      expect({ name, version, licence }).toEqual({ name, version: own.version, licence: own.license });
    }
    expect(list.split('\n----------------------------------------\n')).toHaveLength(entries.length);
  });

  it('holds nothing of this machine: no path, no source map, no test', () => {
    const root = join(prefix, 'lib/node_modules/quitgpt');
    for (const file of filesIn(root)) {
      expect(file).not.toMatch(/\.map$|\.ts$|test/);
      expect(readFileSync(join(root, file), 'utf8')).not.toContain(ROOT);
    }
  });
});

describe('installed with an empty home', () => {
  const scripted = ['--no-input', ...plusFlags({ billedBy: 'apple' })];

  it.each<readonly [name: string, args: readonly string[], code: number, says: () => string]>([
    ['--version', ['--version'], 0, () => `quitgpt ${VERSION}`],
    ['--help', ['--help'], 0, () => '--billed-by'],
    ['the checklist', ['checklist', '--goal', 'cancel'], 0, () => 'cancel-web'],
    ['the pages', ['open'], 0, () => 'https://'],
    ['a walk that keeps nothing', [...scripted, '--no-record'], 3, () => 'Apple'],
  ])('%s runs and writes nothing at all', async (_name, args, code, says) => {
    const { ran, written } = await installed(args);
    expect(ran.code, ran.stderr).toBe(code);
    expect(ran.stdout).toContain(says());
    expect(written).toEqual([]);
  });

  it('a scripted walk writes the Record and the summary it was told to, and nothing else', async () => {
    const { ran, written } = await installed([...scripted, '--done', 'cancel-apple', '--out', 'summary.md']);
    expect(ran.code, ran.stderr).toBe(3);
    expect(written).toEqual(['home/.local/state/quitgpt/record.json', 'work/summary.md']);
    expect(ran.stderr).toContain('summary.md');
  });

  it('a checklist for the browser goes where it was told to, and nowhere else', async () => {
    const { ran, written } = await installed([
      'checklist',
      '--goal',
      'delete',
      '--format',
      'html',
      '--out',
      'list.html',
    ]);
    expect(ran.code, ran.stderr).toBe(0);
    expect(written).toEqual(['work/list.html']);
  });

  it('says when its steps were checked', async () => {
    expect((await installed(['--version'])).ran.stdout).toMatch(
      new RegExp(`^quitgpt ${VERSION.replaceAll('.', '\\.')} \\(.*${CHECKED.slice(0, 4)}.*\\)\\n$`),
    );
  });
});

it('npx asks a registry for this package and its tarball, and for nothing else', async () => {
  const home = aFolder();
  const registry = await oneRegistry(installedManifest() as { name: string; version: string }, tarball);
  try {
    // npm also asks about itself and about known holes; that is npm's own, and turned off here.
    const own = { npm_config_update_notifier: 'false', npm_config_audit: 'false' };
    const ran = await run('npx', ['--yes', '--registry', registry.url, 'quitgpt', '--version'], {
      cwd: home,
      env: plainEnvironment(home, own),
    });
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stdout).toContain(`quitgpt ${VERSION}`);
    expect([...new Set(registry.asked)].sort()).toEqual(['/quitgpt', `/quitgpt/-/quitgpt-${VERSION}.tgz`]);
  } finally {
    await registry.close();
  }
});

describe('the version of Node', () => {
  const startOn = (version: string): Promise<Ran> => {
    const home = aFolder();
    const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } }); process.argv.splice(1, 0, ''); require(${JSON.stringify(PROGRAM)});`;
    return run(process.execPath, ['-e', code, '--', '--version'], { cwd: home, env: plainEnvironment(home) });
  };

  it.each(['0.12.18', '8.17.0', '18.20.8', '20.0.0', '20.18.3'])(
    '%s is too old, which is said in one line',
    async (version) => {
      const { code, stdout, stderr } = await startOn(version);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(
        new RegExp(
          `^quitgpt needs Node\\.js 20\\.19 or newer; this is ${version.replaceAll('.', '\\.')}\\..*https://nodejs\\.org\\n$`,
        ),
      );
    },
  );

  it.each(['21.0.0', '21.7.3', '22.0.0', '22.1.0', '22.2.0'])(
    '%s is newer and lacks a part, which is said in one line',
    async (version) => {
      const { code, stdout, stderr } = await startOn(version);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(
        new RegExp(
          `^quitgpt needs Node\\.js 22\\.3 or newer, or 20\\.19 [^;]+; this is ${version.replaceAll('.', '\\.')}, which lacks .*https://nodejs\\.org\\n$`,
        ),
      );
    },
  );

  it.each(['20.19.0', '20.20.2', '22.3.0', '22.23.5', '23.0.0', '24.0.0', '26.12.1', '100.0.0'])(
    '%s is new enough',
    async (version) => {
      const { code, stdout } = await startOn(version);
      expect(code).toBe(0);
      expect(stdout).toContain(VERSION);
    },
  );

  it('is checked in words that any old Node can read', () => {
    expect(readFileSync(PROGRAM, 'utf8').replace(/^\/\/.*$/gm, '')).not.toMatch(
      /\b(?:const|let|class|async|await|import)\b|=>|`|\?\.|\?\?/,
    );
  });

  it('is the same in package.json, the README and CONTRIBUTING', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { engines?: object }>;
    };
    expect(lock.packages['']?.engines).toEqual({ node: '^20.19.0 || >=22.3.0' });
    for (const file of ['README.md', 'CONTRIBUTING.md']) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      expect(text).toContain('20.19 or later of version 20');
      expect(text).toContain('22.3 or newer');
    }
  });
});

it('npm start runs the wizard from a fresh copy of the source', async () => {
  const copy = join(aFolder(), 'quitgpt');
  const home = aFolder();
  const left = new Set(['node_modules', 'dist', '.git', 'coverage', 'tests', join('src', 'content', 'compiled')]);
  cpSync(ROOT, copy, { recursive: true, filter: (from) => !left.has(relative(ROOT, from)) });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const { words } = await loadCatalogue('en');
  const env = {
    ...Object.fromEntries(
      Object.keys(process.env)
        .filter((name) => /^npm_|^INIT_CWD$/i.test(name))
        .map((name) => [name, undefined]),
    ),
    HOME: home,
    LANG: 'en_US.UTF-8',
    LC_ALL: undefined,
  };
  const terminal = runInTerminal('npm', ['start'], { cwd: copy, env, rows: 40 });
  await terminal.waitFor(`? ${String(words.questions['goal']?.title)}`, 60_000);
  terminal.key('ctrl-c');
  expect((await terminal.exit).code).toBe(130);
  expect(filesIn(home).filter((file) => !file.startsWith('.npm/'))).toEqual([]);
}, 90_000);

/** Runs the installed program in three empty folders of its own, and says what was written into any of them or the package. */
async function installed(args: readonly string[]): Promise<{ readonly ran: Ran; readonly written: readonly string[] }> {
  const own = aFolder();
  for (const name of ['home', 'work', 'tmp']) mkdirSync(join(own, name));
  const before = filesIn(prefix);
  const ran = await run(program, args, {
    cwd: join(own, 'work'),
    env: plainEnvironment(join(own, 'home'), { TMPDIR: join(own, 'tmp') }),
  });
  expect(filesIn(prefix)).toEqual(before);
  return { ran, written: filesIn(own) };
}

function installedManifest(): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(prefix, 'lib/node_modules/quitgpt/package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
}
