// Answers that were made when the content was built: the version and the main help. Most starts ask for one of them.
import { LANGUAGES } from '../content/compiled/about';
import { loadHelp } from '../content/compiled/helps';
import { chooseLanguage, matchLanguage } from '../content/locale';
import type { Host } from '../host/host';
import { HELP_WIDTH, versionLine } from './about';

/** What `--version` or `--help` alone (or with `--lang`) prints; `undefined` for everything else. */
export async function quickAnswer(
  host: Pick<Host, 'argv' | 'env' | 'systemLanguages' | 'terminal'>,
): Promise<string | undefined> {
  const [first, lang, wished, ...more] = host.argv;
  if (first === '--version' || first === '-V') return host.argv.length === 1 ? `${versionLine()}\n` : undefined;
  if ((first !== '--help' && first !== '-h') || more.length > 0) return undefined;
  if (host.terminal.stdoutIsTTY && host.terminal.columns('stdout') < HELP_WIDTH) return undefined;
  // A language that is not known is refused, in words that are not here.
  const own = host.env['QUITGPT_LANG'] ?? '';
  if (lang === undefined && own !== '' && matchLanguage(own, LANGUAGES) === undefined) return undefined;
  if (lang === undefined) return loadHelp[chooseLanguage(host.env, () => host.systemLanguages, LANGUAGES).lang]?.();
  const named = lang === '--lang' && wished !== undefined ? matchLanguage(wished, LANGUAGES) : undefined;
  return named === undefined ? undefined : loadHelp[named]?.();
}
