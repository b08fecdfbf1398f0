// Other programs that read ChatGPT exports offline, for the bench: how each is installed beside the project, called, and its output found.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { measuredNode } from './measured-child';
import type { Measured } from './measured-child';
import { textsIn } from './kept-tokens';

/** None of them reads a ZIP: each gets the unzipped folder, which is not timed. */
export type OtherReader = {
  /** Of its npm package. */
  readonly name: string;
  /** Reads `export/conversations.json` of `folder` and writes somewhere under `folder`. `installed` is its package. */
  run(folder: string, installed: string, mostSeconds: number): Promise<Measured>;
  /** What it wrote, as text. */
  written(folder: string, installed: string): AsyncIterable<string>;
};

const PASSPHRASE = { SAVESTATE_PASSPHRASE: 'a passphrase for a bench' };

export const OTHERS: readonly OtherReader[] = [
  {
    name: '@savestate/cli',
    run(folder, installed, mostSeconds) {
      mkdirSync(join(folder, 'out/.savestate'), { recursive: true });
      writeFileSync(
        join(folder, 'out/.savestate/config.json'),
        JSON.stringify({
          version: '0.1.0',
          storage: { type: 'local', options: { path: join(folder, 'out/store') } },
          defaultAdapter: 'chatgpt',
          adapters: [{ id: 'chatgpt', enabled: true }],
          memory: {
            approvalMode: 'threshold',
            confidenceThreshold: 0.7,
            ttl: { enabled: false, defaultDays: null, decayEnabled: false },
          },
        }),
      );
      return measuredNode([...ROOM, join(installed, 'dist/cli.js'), 'snapshot', '--adapter', 'chatgpt', '--full'], {
        cwd: join(folder, 'out'),
        env: { ...PASSPHRASE, HOME: join(folder, 'out'), SAVESTATE_CHATGPT_EXPORT: join(folder, 'export') },
        mostSeconds,
      });
    },
    async *written(folder, installed) {
      const archives = existsSync(join(folder, 'out'))
        ? readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' }).filter((name) =>
            name.endsWith('.saf.enc'),
          )
        : [];
      for (const archive of archives) yield* opened(join(folder, 'out', archive), installed);
    },
  },
  {
    name: 'chatgpt-to-markdown',
    run: (folder, installed, mostSeconds) =>
      measuredNode(
        [...ROOM, join(installed, 'chatgpt-to-markdown-cli.js'), join(folder, 'export/conversations.json')],
        { cwd: folder, mostSeconds },
      ),
    async *written(folder) {
      // It writes beside what it reads.
      for await (const text of textsIn(join(folder, 'export'), (name) => name.endsWith('.md'))) yield text;
    },
  },
  {
    name: 'ai-chat-md-export',
    run: (folder, installed, mostSeconds) =>
      measuredNode(
        [
          ...ROOM,
          join(installed, 'bin/ai-chat-md-export.js'),
          '-i',
          join(folder, 'export/conversations.json'),
          '-p',
          'chatgpt',
          '-o',
          join(folder, 'out'),
          '-q',
        ],
        { cwd: folder, mostSeconds },
      ),
    written: (folder) => textsIn(join(folder, 'out')),
  },
];

/** As much memory as they like. */
const ROOM = ['--max-old-space-size=12000'];

/** The folder of the installed package, or why there is none. `from`: a folder or a packed file instead of the registry. */
export function installReader(
  { name }: OtherReader,
  into: string,
  from = name,
): { readonly folder: string; readonly version: string } | { readonly problem: string } {
  const at = join(into, name.replaceAll(/\W+/g, '-'));
  mkdirSync(at, { recursive: true });
  try {
    execFileSync(
      'npm',
      ['install', '--prefix', at, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', from],
      { cwd: into, stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000 },
    );
    const folder = join(at, 'node_modules', name);
    return {
      folder,
      version: (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version,
    };
  } catch (error) {
    return {
      problem:
        String((error as { stderr?: unknown }).stderr ?? error)
          .split('\n')
          .find((line) => /code|404/.test(line)) ?? 'it does not install',
    };
  }
}

/** A snapshot of @savestate/cli, by its own code. */
async function* opened(archive: string, installedAt: string): AsyncGenerator<string> {
  const load = async <T>(name: string): Promise<T> =>
    (await import(pathToFileURL(join(installedAt, 'dist', name)).href)) as T;
  const { decrypt } = await load<{ decrypt(data: Uint8Array, passphrase: string): Promise<Uint8Array> }>(
    'encryption.js',
  );
  const { unpackFromArchive } = await load<{
    unpackFromArchive(archive: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>>;
  }>('format.js');
  for (const bytes of (
    await unpackFromArchive(await decrypt(readFileSync(archive), PASSPHRASE.SAVESTATE_PASSPHRASE))
  ).values())
    yield* piecesOf(Buffer.from(bytes));
}

/** Pieces of a mebibyte that overlap by more than a token: one string cannot hold it all. */
function* piecesOf(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length; at += 1 << 20)
    yield bytes.toString('latin1', Math.max(0, at - 64), at + (1 << 20));
}
