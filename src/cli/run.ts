// One run of a command: its voice and how it shows things.
import type { Catalogue } from '../content/catalogue';
import { CHECKED, LANGUAGES, VERSION } from '../content/compiled/about';
import { matchLanguage } from '../content/locale';
import type { Host } from '../host/host';
import { mannerOf } from '../host/terminal';
import type { Manner } from '../host/terminal';
import type { CivilDate } from '../journey/dates';
import { plainStyle } from '../render/style';
import type { Style } from '../render/style';
import { renderText } from '../render/text';
import type { Document } from '../view/document';
import { voiceOf } from '../view/voice';
import type { Voice } from '../view/voice';
import { colours } from './colours';
import { typedAs } from './invocation';
import { recordPath } from './keeper';
import type { GlobalFlags } from './options';
import { Refusal } from './refusal';
import type { Spoken } from './speaking';

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

/** ChatGPT's menus may be in another language than the guide: every language with an attested menu word is known. */
function menuLanguage({ guide, lang }: Catalogue, wished: string | undefined): string {
  if (wished === undefined) return lang;
  const known = ['en', ...new Set(Object.values(guide.menuLabels).flatMap(({ translations }) => Object.keys(translations ?? {})))];
  const found = matchLanguage(wished, known);
  if (found === undefined) throw new Refusal('bad_menu_language', { value: wished, list: known.join(', ') }, { flag: '--menu-lang' });
  return found;
}
