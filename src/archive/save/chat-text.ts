// A message as one text in Markdown, as other assistants take it: no links into a folder that they cannot see.
import type { Part } from '../conversation/conversation';
import { fenced, inLine } from './fences';
import { withoutMarks } from './marks';
import type { Turn } from './message-selection';
import type { Places } from './page';
import type { SaveWords } from './words';

/**
 * The parts one below the other: texts exactly as they are but for the marks of citations, which become links; code, output and
 * canvas code fenced; pictures and files named by where they stand in the save. Canvas documents stand in it whole.
 */
export function chatTextOf(
  { message, parts }: Turn,
  places: Pick<Places, 'asset'>,
  words: SaveWords,
): { readonly text: string; readonly documents: number } {
  const texts = parts.map((part) => textOf(part, message.citations, places, words)).filter((text) => text !== '');
  return { text: plainText(texts.join('\n\n')), documents: parts.filter(({ kind }) => kind === 'canvas').length };
}

function textOf(
  part: Part,
  citations: Turn['message']['citations'],
  places: Pick<Places, 'asset'>,
  words: SaveWords,
): string {
  switch (part.kind) {
    case 'text':
    case 'speech':
      return withoutMarks(part.text, citations, (sources) => sources.map((one) => ` ${linkOf(one)}`).join(''));
    case 'thinking':
      return part.text;
    case 'code':
      return fenced(part.text, part.language === 'unknown' ? '' : part.language);
    case 'output':
      return fenced(part.text);
    case 'quote': {
      const source = part.url === undefined ? part.title : linkOf({ title: part.title, url: part.url });
      const quoted = part.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
      return source === undefined ? quoted : `${source}\n\n${quoted}`;
    }
    case 'image':
    case 'audio':
    case 'video':
      return beside(words[part.kind], part.asset, places, words);
    case 'attachment':
      return beside(inLine(part.name ?? words.file), part.asset, places, words);
    case 'canvas': {
      const [, language] = /^code\/(\w+)$/.exec(part.type ?? '') ?? [];
      const content = language === undefined ? part.content : fenced(part.content, language);
      return `**${inLine(`${words.document}: ${part.name ?? ''}`)}**\n\n${content}`;
    }
    case 'canvas-edits':
      return [
        `*${words.documentEdits}*`,
        ...part.edits.flatMap(({ pattern, replacement }) => [fenced(pattern), fenced(replacement)]),
      ].join('\n\n');
    case 'error':
      return `**${words.error}${part.name === undefined ? '' : `: ${inLine(part.name)}`}**\n\n${fenced(part.text)}`;
    case 'instructions':
      return [part.profile, part.text].filter((text) => text !== undefined).join('\n\n');
    case 'memory':
      return part.text;
    case 'unknown':
      return `*${words.unknown(inLine(part.type))}*\n\n${fenced(part.json, 'json')}`;
  }
}

/** What stands beside the chats, in brackets that are no link: where it is, or that the export does not have it. */
function beside(name: string, asset: string, places: Pick<Places, 'asset'>, words: SaveWords): string {
  const path = places.asset(asset);
  return `[${name}: ${path === undefined ? `${words.notShipped}, ${asset.replaceAll('`', '')}` : inLine(path)}]`;
}

/** A link by the name of the site, with the page's title; an address that is none on the web stays text. */
function linkOf({ title, url }: { readonly title: string | undefined; readonly url: string }): string {
  const address = url.replace(
    /[\s<>()`\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const [, site] = /^https?:\/\/(?:[^/@]*@)?(?:www\.)?([^/:?#]+)/i.exec(address) ?? [];
  if (site === undefined) return title === undefined ? inLine(url) : `${inLine(title)} (${inLine(url)})`;
  const words = title === undefined ? '' : ` "${title.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&').trim()}"`;
  return `[${inLine(site)}](${address}${words})`;
}

/** Without what databases of other programs refuse: halves of characters become U+FFFD, U+0000 goes. */
export function plainText(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD').replaceAll('\0', '');
}

/** The title of a chat, with which part of it this is where it had to be cut. */
export function titleOfPart(title: string, part: number, parts: number): string {
  const own = plainText(title).replace(/\s+/g, ' ').trim();
  return parts === 1 ? own : `${own} (${part}/${parts})`;
}
