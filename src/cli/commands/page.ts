// `quitgpt page`: writes the guide as one page for a browser, out of the parts that come with the program.
import { LANGUAGES } from '../../content/compiled/about';
import { matchLanguage } from '../../content/locale';
import { assemblePage, publishedAt, SOCIAL_PICTURE, socialCard } from '../../page/assemble';
import type { PageAbout, SocialCard } from '../../page/assemble';
import { CliError, EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { sayWritten, writeResult } from '../output';
import type { Run } from '../run';
import { writeStdout } from '../stdout';
import type { PageFlags } from './page.command';

const NAME = 'quitgpt.html';

/**
 * Into this folder or where `--out` says; `-` prints it. Nothing is replaced without `--force`. With `--url` a picture stands
 * beside it, for whoever shows a link to the page.
 */
export async function runPage(run: Run, { langs, out = '.', url, force = false }: PageFlags): Promise<ExitCode> {
  const { host } = run;
  const at = addressIn(url, out);
  const { html, about, lang } = await pageOf(
    run,
    langs === undefined ? twoFrom(run.catalogue.lang) : languagesIn(langs),
    at,
  );
  if (out === '-') {
    await writeStdout(host, html);
    return EXIT.complete;
  }
  const path = host.files.resolve(out);
  const folder = (await host.files.look(path)).kind === 'directory' ? path : host.files.join(path, '..');
  const picture = host.files.join(folder, SOCIAL_PICTURE);
  if (at !== undefined && !force && (await host.files.look(picture)).kind !== 'missing')
    throw new CliError('file_exists', { file: host.files.shorten(picture) }, { code: EXIT.failed, flag: '--force' });
  sayWritten(run, await writeResult(run, html, path, { name: NAME, replace: force }));
  if (at !== undefined) {
    const png = await drawn(run, socialCard(about, lang));
    sayWritten(run, await writeResult(run, png, picture, { name: '', replace: force }));
  }
  return EXIT.complete;
}

function addressIn(url: string | undefined, out: string): string | undefined {
  if (url === undefined) return undefined;
  if (out === '-') throw new CliError('page_url_out', {}, { flag: '--out' });
  const at = publishedAt(url);
  if (at === undefined) throw new CliError('bad_page_url', { value: url }, { flag: '--url' });
  return at;
}

async function drawn({ host }: Run, card: SocialCard): Promise<Uint8Array> {
  const [{ makeCard }, { TOOL_FILES }] = await Promise.all([import('../../card/make'), import('../../card/draw')]);
  const [wasm, regular, bold] = await Promise.all([
    host.shipped(TOOL_FILES.wasm),
    host.shipped(TOOL_FILES.regular),
    host.shipped(TOOL_FILES.bold),
  ]);
  const made = await makeCard(card, ['wide'], { wasm, regular, bold }, ({ sentence }) => sentence);
  if (!made.ok)
    throw new CliError('card_letters', { list: made.lacking.slice(0, 12).join(' ') }, { code: EXIT.failed });
  return made.drawings[0]?.png ?? new Uint8Array();
}

/** The person's own language and English, which more of those read who are handed the page; beside English, French. Two are small enough to be mailed. */
function twoFrom(lang: string): readonly string[] {
  return [lang, lang === 'en' ? 'fr' : 'en'];
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

async function pageOf(
  { host }: Run,
  langs: readonly string[],
  at: string | undefined,
): Promise<{ readonly html: string; readonly about: PageAbout; readonly lang: string }> {
  const part = async (name: string): Promise<string> => new TextDecoder().decode(await host.shipped(name));
  const words = await Promise.all(langs.map(async (tag) => ({ tag, json: await part(`page-words.${tag}.json`) })));
  const { sha256Of } = await host.bytes();
  const about = { ...aboutIn(words[0]?.json ?? '{}'), at };
  const html = assemblePage(
    {
      script: await part('page.js'),
      words,
      screen: await part('page.css'),
      print: await part('page-print.css'),
      licences: await part('page-licences.txt'),
    },
    about,
    (text) => Buffer.from(sha256Of(new TextEncoder().encode(text))).toString('base64'),
  );
  return { html, about, lang: words[0]?.tag ?? 'en' };
}

function aboutIn(json: string): PageAbout {
  const { page } = (JSON.parse(json) as { readonly ui: { readonly page: Readonly<Record<string, string>> } }).ui;
  return { title: page['title'] ?? '', about: page['about'] ?? '', needsScript: page['needs_script'] ?? '' };
}
