// Made-up exports as files: a ZIP of any size, a folder, or entries in memory.
import { createWriteStream, mkdirSync, openSync, closeSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { filesOf } from './layout';
import type { MadeFile } from './layout';
import type { Plan } from './plan';
import type { TrueConversation } from './truth';

/** When all files of made-up exports were changed. */
export const MADE = new Date('2026-08-01T12:00:00');

/** Writes a ZIP, deflated at level 6 as real ones are; one file at a time, a few hundred KiB in memory. */
export async function writeZip(
  path: string,
  files: Iterable<MadeFile>,
  { prefix = '' }: { readonly prefix?: string } = {},
): Promise<void> {
  const zip = new ZipFile();
  const out = createWriteStream(path);
  zip.outputStream.pipe(out);
  zip.on('error', (error) => out.destroy(error as Error));
  for (const file of files) {
    const stream = Readable.from(file.chunks(), { objectMode: false, highWaterMark: 1 << 20 });
    zip.addReadStream(stream, prefix + file.path, { mtime: MADE, mode: 0o100644 });
    await finished(stream);
  }
  zip.end();
  await finished(out);
}

export function writeFolder(path: string, files: Iterable<MadeFile>): void {
  for (const file of files) {
    const to = join(path, file.path);
    mkdirSync(dirname(to), { recursive: true });
    const descriptor = openSync(to, 'w');
    for (const one of file.chunks()) writeSync(descriptor, one);
    closeSync(descriptor);
  }
}

/** A small export in memory, and the truth about each of its conversations. */
export function inMemory(plan: Plan): {
  readonly files: readonly { readonly path: string; readonly bytes: Buffer }[];
  readonly truth: readonly TrueConversation[];
} {
  const truth: TrueConversation[] = [];
  const files: { path: string; bytes: Buffer }[] = [];
  const onConversation = (one: TrueConversation, bytes: number): void => {
    truth.push(one);
    plan.onConversation?.(one, bytes);
  };
  for (const { path, chunks } of filesOf({ ...plan, onConversation }))
    files.push({ path, bytes: Buffer.concat([...chunks()]) });
  return { files, truth };
}
