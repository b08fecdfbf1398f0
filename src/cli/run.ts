// One run of a command: its voice, how it shows things, where its result goes.
import type { Catalogue } from '../content/catalogue';
import { CHECKED, LANGUAGES, VERSION } from '../content/compiled/about';
import { loadCatalogue } from '../content/catalogue';
import { chooseLanguage, matchLanguage } from '../content/locale';
import type { Host } from '../host/host';
import { mannerOf } from '../host/terminal';
import type { Manner } from '../host/terminal';
import type { CivilDate } from '../journey/dates';
import { renderAs } from '../render/formats';
import type { Format, RenderOptions } from '../render/formats';
import { chalkStyle, plainStyle } from '../render/style';
import type { Style } from '../render/style';
import { renderText } from '../render/text';
import type { Document } from '../view/document';
import { voiceOf } from '../view/voice';
import type { Voice } from '../view/voice';
import { EXIT } from './exit-codes';
import { typedAs } from './invocation';
import { recordPath } from './keeper';
import { formatFromFlags } from './options';
import type { GlobalFlags, OutputFlags } from './options';
import { errnoId, Refusal } from './refusal';

export type Run = {
  readonly host: Host;
  readonly catalogue: Catalogue;
  readonly voice: Voice;
  readonly manner: Manner;
  readonly flags: GlobalFlags;
  readonly today: CivilDate;
  readonly version: string;
  readonly checked: string;
  /** Other languages, when this one was guessed and not asked for. */
  readonly others: readonly string[];
  /** Absolute; `undefined` with `--no-record`. */
  readonly recordPath: string | undefined;
  /** A document for stderr. */
  show(document: Document): string;
  /** The same between questions: with room around it, but in plain mode. */
  converse(document: Document): string;
  style: Style;
};

/** Whether the language was named, and which it is: known before anything else is read. */
export type Spoken = { readonly catalogue: Catalogue; readonly asked: boolean };

/** The Catalogue in the language of `--lang`, the environment or the system. Throws a Refusal for an unknown `--lang`. */
export async function speak(host: Host, wished: string | undefined): Promise<Spoken> {
  const chosen = chooseLanguage(host.env, host.systemLanguages, LANGUAGES);
  const named = wished === undefined ? undefined : matchLanguage(wished, LANGUAGES);
  const catalogue = await loadCatalogue(named ?? chosen.lang);
  if (wished !== undefined && named === undefined) throw new Refusal('bad_language', { value: wished, list: LANGUAGES.join(', ') }, { flag: '--lang' });
  return { catalogue, asked: wished !== undefined || chosen.asked };
}

/** Joins flags and surroundings into a Run. Chalk is loaded only where colour is on. */
export async function startRun(host: Host, { catalogue, asked }: Spoken, flags: GlobalFlags): Promise<Run> {
  const manner = mannerOf({ input: flags.input, plain: flags.plain, color: flags.color }, host.env, host.terminal, host.platform);
  const voice = voiceOf(catalogue, menuLanguage(catalogue, flags.menuLang), typedAs(host.env, flags.record));
  const style = manner.colour.stderr ? await colours(manner) : plainStyle;
  const show = (document: Document): string => renderText(document, { columns: host.terminal.columns('stderr'), style, plain: manner.plain, quotes: catalogue.words.language.quotes });
  return {
    host,
    catalogue,
    voice,
    manner,
    flags,
    today: host.now().toISOString().slice(0, 10) as CivilDate,
    version: VERSION,
    checked: CHECKED,
    others: asked || catalogue.lang === 'en' ? [] : LANGUAGES.filter((tag) => tag !== catalogue.lang),
    recordPath: recordPath(host, flags.record),
    style,
    show,
    converse: (document) => (manner.plain ? show(document) : document.blocks[0]?.kind === 'heading' ? `\n${show(document)}\n` : `${show(document)}\n`),
  };
}

/**
 * Prints the result on stdout, or writes it to `--out`: to that file, or under `name` in that folder. `format` is what the
 * command prints when nothing was said. Gives the file's name when one was written.
 */
export async function giveResult(run: Run, document: Document, flags: OutputFlags, { format = 'text', name, ids = false }: { readonly format?: Format; readonly name: string; readonly ids?: boolean }): Promise<string | undefined> {
  const chosen = formatFromFlags(flags) ?? format;
  if (flags.out !== undefined && flags.out !== '-') return writeResult(run, await renderAs(chosen, document, paperOptions(run)), run.host.files.resolve(flags.out), { name: `${name}${ENDINGS[chosen]}`, replace: flags.force === true });
  const style = run.manner.colour.stdout ? await colours(run.manner) : plainStyle;
  const { stdoutIsTTY, columns } = run.host.terminal;
  const screen: RenderOptions = { columns: stdoutIsTTY ? columns('stdout') : 80, style, plain: run.manner.plain, quotes: run.catalogue.words.language.quotes, ids, paper: ids };
  await writeStdout(run.host, await renderAs(chosen, document, screen));
  return undefined;
}

const ENDINGS: Readonly<Record<Format, string>> = { text: '.txt', markdown: '.md', html: '.html', json: '.json' };

/** Writes a new file (or into a folder, under `name`); never over another without `replace`. Gives its short name. */
export async function writeResult({ host }: Pick<Run, 'host'>, text: string, path: string, { name, replace }: { readonly name: string; readonly replace: boolean }): Promise<string> {
  const look = await host.files.look(path);
  const file = look.kind === 'directory' ? host.files.join(path, name) : path;
  try {
    await host.files.write(file, text, { replace });
  } catch (error) {
    const { id, code } = errnoId(error);
    if (id === 'EEXIST') throw new Refusal('file_exists', { file: host.files.shorten(file) }, { code: EXIT.failed, flag: '--force' });
    throw new Refusal('file_write', { file: host.files.shorten(file), why: id, errno: code }, { code: EXIT.failed, flag: '--out' });
  }
  return host.files.shorten(file);
}

/** Writes to stdout and waits until it is taken. A reader that closes the pipe early is no failure. */
export async function writeStdout(host: Pick<Host, 'stdout'>, text: string): Promise<void> {
  const error = await new Promise<Error | null | undefined>((resolve) => host.stdout.write(text, resolve));
  if (error === null || error === undefined) return;
  const { id, code } = errnoId(error);
  if (id !== 'EPIPE') throw new Refusal('stdout_write', { why: id, errno: code }, { code: EXIT.failed });
}

function paperOptions(run: Run): RenderOptions {
  return { columns: 80, style: plainStyle, margin: 0, quotes: run.catalogue.words.language.quotes, ids: true, paper: true };
}

async function colours({ hyperlinks }: Manner): Promise<Style> {
  const { Chalk } = await import('chalk');
  return chalkStyle(new Chalk({ level: 1 }), { hyperlinks });
}

/** ChatGPT's menus may be in another language than the guide: every language with an attested menu word is known. */
function menuLanguage({ guide, lang }: Catalogue, wished: string | undefined): string {
  if (wished === undefined) return lang;
  const known = ['en', ...new Set(Object.values(guide.menuLabels).flatMap(({ translations }) => Object.keys(translations ?? {})))];
  const found = matchLanguage(wished, known);
  if (found === undefined) throw new Refusal('bad_menu_language', { value: wished, list: known.join(', ') }, { flag: '--menu-lang' });
  return found;
}
