// One run of a command: its translator and how it shows things.
import type { Catalogue } from '../content/catalogue';
import { CHECKED, LANGUAGES, VERSION } from '../content/compiled/about';
import { chooseLanguage, matchLanguage } from '../content/locale';
import type { Host } from '../host/host';
import { outputModeOf } from '../host/terminal';
import type { OutputMode } from '../host/terminal';
import { civilDateOf } from '../journey/dates';
import type { CivilDate } from '../journey/dates';
import { chalkStyle, plainStyle } from '../render/style';
import type { Style } from '../render/style';
import { renderText } from '../render/text';
import type { Document } from '../view/document';
import { translatorOf } from '../view/translator';
import type { Translator } from '../view/translator';
import { typedAnywhere, typedAs } from './typed/invocation';
import { checkKeptName } from './record/kept-name';
import { recordPath } from './record/record-store';
import type { GlobalFlags } from './typed/options';
import { CliError } from './cli-error';
import type { LanguageChoice } from './language-choice';

export type Run = {
  readonly host: Host;
  /** A command as it works for whoever started the program this way. */
  typed(command: string): string;
  readonly catalogue: Catalogue;
  readonly translator: Translator;
  /** The translator for what is read on other computers. */
  readonly paper: Translator;
  readonly mode: OutputMode;
  readonly flags: GlobalFlags;
  /** The person's day; another one when the run lasts over midnight. */
  readonly today: CivilDate;
  readonly version: string;
  readonly checked: string;
  /** This one is written for another part of the world than the system’s. */
  readonly isOtherRegion: boolean;
  /** Other languages, when this one was guessed and not asked for. */
  readonly others: readonly string[];
  /** Absolute; `undefined` with `--no-record`. Throws `ENOHOME` where it is needed and the machine knows no home. */
  readonly recordPath: string | undefined;
  /** A document for stderr. */
  show(document: Document): string;
  /** The same between questions: with room around it, but in plain mode. */
  converse(document: Document): string;
  style: Style;
};

/** Joins flags and surroundings into a Run. Chalk is loaded only where colour is on. */
export async function startRun(
  host: Host,
  { catalogue, asked, isOtherRegion }: LanguageChoice,
  flags: GlobalFlags,
): Promise<Run> {
  const mode = outputModeOf(
    { input: flags.input, plain: flags.plain, color: flags.color },
    host.env,
    host.terminal,
    host.platform,
  );
  checkKeptName(flags);
  const typed = typedAs(host, flags);
  const menuLang = menuLanguage(host, { catalogue, asked }, flags.menuLang);
  const translator = translatorOf(catalogue, menuLang, typed);
  const style = mode.colour.stderr ? await colours(mode) : plainStyle;
  const show = (document: Document): string =>
    renderText(document, {
      columns: host.terminal.columns('stderr'),
      style,
      plain: mode.plain,
      unicode: mode.unicode,
      quotes: catalogue.words.language.quotes,
    });
  return {
    host,
    typed,
    catalogue,
    translator,
    paper: translatorOf(catalogue, menuLang, typedAnywhere),
    mode,
    flags,
    get today() {
      return civilDateOf(host.now());
    },
    version: VERSION,
    checked: CHECKED,
    others: asked || catalogue.lang === 'en' ? [] : LANGUAGES.filter((tag) => tag !== catalogue.lang),
    isOtherRegion,
    get recordPath() {
      return recordPath(host, flags);
    },
    style,
    show,
    converse: (document) =>
      mode.plain
        ? show(document)
        : document.blocks[0]?.kind === 'heading'
          ? `\n${show(document)}\n`
          : `${show(document)}\n`,
  };
}

/**
 * ChatGPT's menus follow the system's language, which may be one that the guide does not speak: every language with an attested
 * menu word is known. Whoever asks for a language of the guide by name gets the menus in it.
 */
export function menuLanguage(
  host: Pick<Host, 'env' | 'systemLanguages'>,
  { catalogue: { guide, lang }, asked }: Pick<LanguageChoice, 'catalogue' | 'asked'>,
  wished: string | undefined,
): string {
  if (wished === undefined && asked) return lang;
  const known = [
    'en',
    ...new Set(Object.values(guide.menuLabels).flatMap(({ translations }) => Object.keys(translations ?? {}))),
  ];
  if (wished === undefined) return chooseLanguage(host.env, () => host.systemLanguages, known).lang;
  const found = matchLanguage(wished, known);
  if (found === undefined)
    throw new CliError('bad_menu_language', { value: wished, list: known.join(', ') }, { flag: '--menu-lang' });
  return found;
}

/** The style of a terminal with colour. Chalk takes 10 ms to load. */
export async function colours({ hyperlinks }: OutputMode): Promise<Style> {
  const { Chalk } = await import('chalk');
  return chalkStyle(new Chalk({ level: 1 }), { hyperlinks });
}
