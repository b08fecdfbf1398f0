// `quitgpt page`: writes the guide as one page for a browser, out of the parts that come with the program.
import { LANGUAGES } from '../../content/compiled/about';
import { matchLanguage } from '../../content/locale';
import { assemblePage } from '../../page/assemble';
import type { PageAbout } from '../../page/assemble';
import { CliError, EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { sayWritten, writeResult } from '../output';
import type { Run } from '../run';
import { writeStdout } from '../stdout';
import type { PageFlags } from './page.command';

const NAME = 'quitgpt.html';

/** Into this folder or where `--out` says; `-` prints it. Nothing is replaced without `--force`. */
export async function runPage(run: Run, { langs, out = '.', force = false }: PageFlags): Promise<ExitCode> {
  const { host } = run;
  const html = await pageHtml(run, langs === undefined ? allFrom(run.catalogue.lang) : languagesIn(langs));
  if (out === '-') await writeStdout(host, html);
  else sayWritten(run, await writeResult(run, html, host.files.resolve(out), { name: NAME, replace: force }));
  return EXIT.complete;
}

/** The person's own language first. */
function allFrom(lang: string): readonly string[] {
  return [lang, ...LANGUAGES.filter((one) => one !== lang)];
}

function languagesIn(typed: string): readonly string[] {
  const found = typed.split(',').map((one) => {
    const tag = matchLanguage(one, LANGUAGES);
    if (tag === undefined)
      throw new CliError('bad_language', { value: one.trim(), list: LANGUAGES.join(', ') }, { flag: '--langs' });
    return tag;
  });
  return [...new Set(found)];
}

async function pageHtml({ host }: Run, langs: readonly string[]): Promise<string> {
  const part = async (name: string): Promise<string> => new TextDecoder().decode(await host.shipped(name));
  const words = await Promise.all(langs.map(async (tag) => ({ tag, json: await part(`page-words.${tag}.json`) })));
  const { sha256Of } = await host.bytes();
  return assemblePage(
    {
      script: await part('page.js'),
      words,
      screen: await part('page.css'),
      print: await part('page-print.css'),
      licences: await part('page-licences.txt'),
    },
    aboutIn(words[0]?.json ?? '{}'),
    (text) => Buffer.from(sha256Of(new TextEncoder().encode(text))).toString('base64'),
  );
}

function aboutIn(json: string): PageAbout {
  const { page } = (JSON.parse(json) as { readonly ui: { readonly page: Readonly<Record<string, string>> } }).ui;
  return { title: page['title'] ?? '', about: page['about'] ?? '', needsScript: page['needs_script'] ?? '' };
}
