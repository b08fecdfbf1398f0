// `quitgpt kit`: one file to print for a table, in one language or several.
import { loadCatalogue } from '../../content/catalogue';
import { LANGUAGES } from '../../content/compiled/about';
import { matchLanguage } from '../../content/locale';
import { renderJson } from '../../render/json';
import { renderKit } from '../../render/kit';
import { kitOf } from '../../view/kit-view';
import { translatorOf } from '../../view/translator';
import type { Translator } from '../../view/translator';
import { CliError, EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { sayWritten, writeResult } from '../output';
import { menuLanguage } from '../run';
import type { Run } from '../run';
import { writeStdout } from '../stdout';
import { typedAnywhere } from '../typed/invocation';
import type { KitFlags } from './kit.command';

/** Writes the kit into this folder or where `--out` says. With `--json` the sheets and their pages are printed as well. */
export async function runKit(run: Run, { langs, out = '.', force, json }: KitFlags): Promise<ExitCode> {
  const { host, checked, today } = run;
  if (out === '-' && json === true) throw new CliError('kit_json_out', {}, { flag: '--out' });
  const kit = kitOf(await translators(run, langs), checked, today);
  const html = renderKit(kit);
  if (out === '-') {
    await writeStdout(host, html);
    return EXIT.complete;
  }
  const file = await writeResult(run, html, host.files.resolve(out), {
    name: `quitgpt-kit-${today}.html`,
    replace: force === true,
  });
  if (json === true) await writeStdout(host, renderJson({ result: { file, ...kit.result } }));
  else sayWritten(run, file);
  return EXIT.complete;
}

/** One for each language typed, each once, in the order typed; the run's own where none was. */
async function translators(
  run: Run,
  typed: readonly string[] | undefined,
): Promise<readonly [Translator, ...Translator[]]> {
  if (typed === undefined) return [run.paper];
  const words = typed.flatMap((one) => one.split(',')).map((one) => one.trim());
  const [first = run.paper.lang, ...others] = new Set(words.map(known));
  return [await speaking(run, first), ...(await Promise.all(others.map((lang) => speaking(run, lang))))];
}

function known(word: string): string {
  const lang = matchLanguage(word, LANGUAGES);
  if (lang === undefined)
    throw new CliError(
      'bad_choice',
      { option: '--langs', value: word, list: LANGUAGES.join(', ') },
      { flag: '--langs' },
    );
  return lang;
}

/** Whoever names a language reads ChatGPT's menus in it too, unless `--menu-lang` says otherwise. */
async function speaking({ host, flags }: Run, lang: string): Promise<Translator> {
  const catalogue = await loadCatalogue(lang);
  return translatorOf(catalogue, menuLanguage(host, { catalogue, asked: true }, flags.menuLang), typedAnywhere);
}
