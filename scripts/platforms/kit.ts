// What a try needs, made in a folder of its own: the packed program installed as strangers get it, the runtimes, an export and a picture.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { filesOf } from '../exports/layout';
import { writeZip } from '../exports/pack';
import { aliasOf } from './runtimes';
import type { Runtime } from './runtimes';

const ROOT = resolve(import.meta.dirname, '../..');

export type Kit = {
  readonly folder: string;
  /** The version that `--version` has to say. */
  readonly version: string;
  /** `bin/quitgpt.js` of the installed package. */
  readonly program: string;
  readonly exported: { readonly zip: string; readonly conversations: number };
  /** A PNG with `secret` in a text chunk. */
  readonly picture: { readonly png: string; readonly secret: string };
};

/** Packs the built program and installs it into an empty folder, without a network; makes an export and a picture beside it. */
export async function makeKit(folder: string): Promise<Kit> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  // Without scripts: it is built already.
  npm(ROOT, ['pack', '--ignore-scripts', '--pack-destination', folder]);
  const installed = join(folder, 'installed');
  mkdirSync(installed);
  writeFileSync(join(installed, 'package.json'), '{ "private": true }\n');
  npm(installed, ['install', '--offline', '--no-audit', '--no-fund', join(folder, `quitgpt-${version}.tgz`)]);
  const [zip, png] = [join(folder, 'export.zip'), join(folder, 'picture.png')];
  const conversations = 12;
  await writeZip(zip, filesOf({ generation: 'g4', seed: 3, conversations }));
  const secret = 'Ana-4711';
  writeFileSync(png, withText(readFileSync(join(ROOT, 'docs/cards/en-wide.png')), secret));
  return {
    folder,
    version,
    program: join(installed, 'node_modules/quitgpt/bin/quitgpt.js'),
    exported: { zip, conversations },
    picture: { png, secret },
  };
}

/** Installs the runtimes beside each other; packages for another system come with `--force`. Gives the program of each. */
export function installRuntimes(folder: string, runtimes: readonly Runtime[]): ReadonlyMap<Runtime, string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, [
    'install',
    '--force',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    ...runtimes.map((one) => `${aliasOf(one)}@npm:${one.from}@${one.version}`),
  ]);
  const programs = new Map(runtimes.map((one) => [one, join(folder, 'node_modules', aliasOf(one), one.program)]));
  // Some of the packages make their program executable with a script, and scripts do not run here.
  for (const program of programs.values()) if (existsSync(program)) chmodSync(program, 0o755);
  return programs;
}

function npm(cwd: string, words: readonly string[]): void {
  const { status, stderr, error } = spawnSync('npm', words, { cwd, encoding: 'utf8' });
  const why = stderr
    ?.split('\n')
    .filter((line) => line.startsWith('npm error'))
    .slice(0, 4)
    .join(' ');
  if (status !== 0) throw new Error(`npm ${words[0] ?? ''} failed: ${why || String(error ?? status)}`);
}

/** The PNG with a comment behind its first chunk. */
function withText(png: Buffer, text: string): Buffer {
  const body = Buffer.from(`tEXtComment\0${text}`, 'latin1');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  // The signature has 8 bytes, and the first chunk is IHDR with 25.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
