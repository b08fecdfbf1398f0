// Puts the file together out of its parts: pure text, for whoever writes it to a disk.

/** The parts as they are built: one script, the words of each language as data, a style for the screen and one for paper. */
export type PageParts = {
  readonly script: string;
  /** In the order in which they are offered; the first speaks to people who read none of them. */
  readonly words: readonly { readonly tag: string; readonly json: string }[];
  readonly screen: string;
  readonly print: string;
  /** The licences of what others wrote of the script. */
  readonly licences: string;
};

/** What the head says, in the first language. `at`: where it is published, see `publishedAt`; nobody knows that of a file. */
export type PageAbout = {
  readonly title: string;
  readonly about: string;
  readonly needsScript: string;
  readonly at?: string | undefined;
};

/** The whole file. `sha256` gives the digest of a text's UTF-8 in base64: the policy lets nothing run that is not in this file. */
export function assemblePage(parts: PageParts, about: PageAbout, sha256: (text: string) => string): string {
  const script = insideScript(parts.script);
  const styles = [parts.screen, parts.print];
  const hashes = (texts: readonly string[]): string => texts.map((text) => `'sha256-${sha256(text)}'`).join(' ');
  const policy = [
    "default-src 'none'",
    `script-src ${hashes([script])}`,
    `style-src ${hashes(styles)}`,
    // The icon below, and the worker that checks exports, which is made of the script above.
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${attribute(parts.words[0]?.tag ?? 'en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${attribute(about.title)}</title>
<meta name="description" content="${attribute(about.about)}">
${foundBy(about)}
<link rel="icon" href="${ICON}">
<style media="screen">${styles[0]}</style>
<style media="print">${styles[1]}</style>
</head>
<body>
<noscript><p>${attribute(about.needsScript)}</p></noscript>
${parts.words.map(({ tag, json }) => `<script type="application/json" class="words" lang="${attribute(tag)}">${json.replaceAll('<', '\\u003c')}</script>`).join('\n')}
<script>${script}</script>
</body>
</html>
<!--
${parts.licences.replaceAll('--', '- -').trim()}
-->
`;
}

/**
 * What those read who show a link to the page. A browser asks for none of it. The languages have one address, so none is named as
 * another's translation.
 */
function foundBy({ title, about, at }: PageAbout): string {
  const found = { 'og:type': 'website', 'og:site_name': 'quitgpt', 'og:title': title, 'og:description': about };
  const placed =
    at === undefined
      ? {}
      : {
          'og:url': at,
          'og:image': new URL(SOCIAL_PICTURE, at).href,
          'og:image:type': 'image/png',
          'og:image:width': '1200',
          'og:image:height': '630',
          'og:image:alt': title,
        };
  return [
    ...(at === undefined ? [] : [`<link rel="canonical" href="${attribute(at)}">`]),
    ...Object.entries({ ...found, ...placed }).map(
      ([property, content]) => `<meta property="${property}" content="${attribute(content)}">`,
    ),
    `<meta name="twitter:card" content="${at === undefined ? 'summary' : 'summary_large_image'}">`,
  ].join('\n');
}

/** The name of the picture beside the page. */
export const SOCIAL_PICTURE = 'quitgpt-social.png';

/** Where a page is published, as it is written in the page. `undefined` for what is no https address of a page alone. */
export function publishedAt(typed: string): string | undefined {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : undefined;
  const isPlain = url?.protocol === 'https:' && url.hash === '' && url.search === '' && url.username === '';
  return isPlain ? url.href : undefined;
}

/** What the picture says: title and description, drawn as a card is. */
export function socialCard(
  { title, about }: { readonly title: string; readonly about: string },
  lang: string,
): SocialCard {
  return { lang, sentence: title, date: about, rows: [], foot: 'quitgpt' };
}
export type SocialCard = {
  readonly lang: string;
  readonly sentence: string;
  readonly date: string;
  readonly rows: readonly [];
  readonly foot: string;
};

/** An arrow out of a door, drawn here: a browser asks a server for an icon where a page has none. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%230f6b5c' stroke-width='2.5'%3E%3Cpath d='M13 5h6v6M19 5l-8 8M17 14v5H5V7h5'/%3E%3C/svg%3E";

/** Nothing in a script may look like the beginning or the end of one: in a text the escape says the same. */
function insideScript(code: string): string {
  return code.replace(/<(?=!--|\/?script)/gi, '\\x3C');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
