// Where a result goes: stdout, a file, a folder; never over something that is there.
import { badWindowsName } from '../host/windows-names';
import { renderAs } from '../render/formats';
import type { Format, RenderOptions } from '../render/formats';
import { plainStyle } from '../render/style';
import type { Document } from '../view/document';
import { colours } from './run';
import { EXIT, reasonOf, CliError } from './cli-error';
import { formatFromFlags } from './typed/values';
import type { OutputFlags } from './typed/options';
import type { Run } from './run';
import { writeStdout } from './stdout';
import { oneLine } from '../view/document';

/**
 * Prints the result on stdout, or writes it to `--out`: to that file, or under `name` in that folder. `format` is what the
 * command prints when nothing was said. Gives the file's name when one was written.
 */
export async function giveResult(
  run: Run,
  document: Document,
  flags: OutputFlags,
  { format = 'text', name, ids = false }: { readonly format?: Format; readonly name: string; readonly ids?: boolean },
): Promise<string | undefined> {
  const chosen = formatFromFlags(flags) ?? format;
  if (flags.out !== undefined && flags.out !== '-')
    return writeResult(run, await renderAs(chosen, document, paperOptions(run)), run.host.files.resolve(flags.out), {
      name: `${name}${ENDINGS[chosen]}`,
      replace: flags.force === true,
    });
  const style = run.mode.colour.stdout ? await colours(run.mode) : plainStyle;
  const { stdoutIsTTY, columns } = run.host.terminal;
  const screen: RenderOptions = {
    columns: stdoutIsTTY ? columns('stdout') : 80,
    style,
    plain: run.mode.plain,
    quotes: run.catalogue.words.language.quotes,
    ids,
    paper: ids,
  };
  await writeStdout(run.host, await renderAs(chosen, document, screen));
  return undefined;
}

const ENDINGS: Readonly<Record<Format, string>> = { text: '.txt', markdown: '.md', html: '.html', json: '.json' };

/** Writes a new file (or into a folder, under `name`); never over another without `replace`. Gives its short name. */
export async function writeResult(
  { host }: Pick<Run, 'host'>,
  content: string | Uint8Array,
  path: string,
  { name, replace }: { readonly name: string; readonly replace: boolean },
): Promise<string> {
  const look = await host.files.look(path);
  const file = look.kind === 'directory' ? host.files.join(path, name) : path;
  try {
    await host.files.write(file, content, { replace });
  } catch (error) {
    const id = reasonOf(error, host.platform);
    if (id === 'EEXIST')
      throw new CliError('file_exists', { file: host.files.shorten(file) }, { code: EXIT.failed, flag: '--force' });
    throw new CliError('file_write', { file: host.files.shorten(file), why: id }, { code: EXIT.failed, flag: '--out' });
  }
  return host.files.shorten(file);
}

/** For what is written in several files, or for a while under another name: refused before the first of them. */
export function refuseBadName({ files, platform }: Run['host'], path: string, flag: string): void {
  if (platform === 'win32' && badWindowsName(path) !== undefined)
    throw new CliError('file_write', { file: files.shorten(path), why: 'EBADNAME' }, { code: EXIT.failed, flag });
}

function paperOptions(run: Run): RenderOptions {
  return {
    columns: 80,
    style: plainStyle,
    margin: 0,
    quotes: run.catalogue.words.language.quotes,
    ids: true,
    paper: true,
  };
}

/** Says on stderr which file was written; nothing when the result went to stdout (`undefined`), or with `--quiet`. */
export function sayWritten(run: Run, file: string | undefined): void {
  if (file === undefined || run.flags.quiet === true) return;
  run.host.stderr.write(
    run.show(oneLine(run.translator, run.translator.say(run.translator.ui.common.written, { file }))),
  );
}
