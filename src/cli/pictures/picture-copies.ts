// Where a copy of a picture is written: beside the original or where `--out` says, and never over an original.
import { kindName, type WrittenFile } from '../../view/proof-view';
import { EXIT, CliError } from '../cli-error';
import { writeResult } from '../output';
import type { Run } from '../run';

export type Destination = {
  readonly out: string | undefined;
  readonly force: boolean;
  /** Absolute paths of all files given: none of them is ever written over. */
  readonly originals: readonly string[];
};

type PictureKind = 'png' | 'jpeg' | 'webp';

const ENDING: Readonly<Record<PictureKind, string>> = { png: '.png', jpeg: '.jpg', webp: '.webp' };
const PICTURE_ENDING = /\.(png|jpe?g|webp|heic|heif|avif|gif|bmp|tiff?)$/i;

/** Refuses an `--out` that cannot work: standard output for a copy, one name for several copies, a picture's name for a report. */
export async function checkOut(
  run: Pick<Run, 'host'>,
  out: string | undefined,
  files: number,
  writes: boolean,
): Promise<void> {
  if (out === undefined) return;
  if (!writes && PICTURE_ENDING.test(out)) throw new CliError('proof_out_report', { file: out }, { flag: '--out' });
  if (writes && out === '-') throw new CliError('proof_out_stdout', {}, { flag: '--out' });
  if (writes && files > 1 && !(await isFolder(run, out))) throw new CliError('proof_out_many', {}, { flag: '--out' });
}

/**
 * Writes a copy of the picture at `original` (absolute): as `name.<how>.<ending>` beside it or in the folder of `--out`, or as
 * that file. Rejects with a CliError, and then nothing is written.
 */
export async function writeCopy(
  run: Run,
  original: string,
  { bytes, kind, how }: { readonly bytes: Uint8Array; readonly kind: PictureKind; readonly how: WrittenFile['how'] },
  { out, force, originals }: Destination,
): Promise<string> {
  const { files } = run.host;
  const name = `${stemOf(original)}.${how}${ENDING[kind]}`;
  const folder =
    out === undefined ? files.join(original, '..') : (await isFolder(run, out)) ? files.resolve(out) : undefined;
  const target = folder === undefined ? files.resolve(out ?? '') : files.join(folder, name);
  if (folder === undefined && !fits(target, kind))
    throw new CliError(
      'proof_ending',
      { file: files.shorten(target), kind: kindName(run.translator, kind), ending: ENDING[kind] },
      { flag: '--out' },
    );
  for (const other of [original, ...originals]) {
    if (other === target || (await files.isSameFile(other, target)))
      throw new CliError('proof_original', { file: files.shorten(target) }, { code: EXIT.failed, flag: '--out' });
  }
  return writeResult(run, bytes, target, { name, replace: force });
}

async function isFolder({ host }: Pick<Run, 'host'>, path: string): Promise<boolean> {
  return (await host.files.look(host.files.resolve(path))).kind === 'directory';
}

function fits(target: string, kind: PictureKind): boolean {
  const ending = /\.[^./\\]*$/.exec(target)?.[0].toLowerCase();
  return ending === ENDING[kind] || (kind === 'jpeg' && ending === '.jpeg');
}

function stemOf(path: string): string {
  return (/[^/\\]*$/.exec(path)?.[0] ?? '').replace(PICTURE_ENDING, '');
}
