// One conversation as Markdown: facts in front, then what was said, word for word.
import type { Conversation, Part } from '../conversation/conversation';
import { bytesOfText, textOfBytes } from '../container/bytes';
import { contained, fenced, inLine, isFencedWhole } from './fences';
import { sourcesOfConversation, withoutMarks } from './marks';
import type { Sources } from './marks';
import { linkTo, timeOf } from './names';
import type { Page, Places } from './page';
import { assetsIn, messagesIn, momentOf, sandboxFilesIn, speakerOf, titleOf } from './message-selection';
import type { MessageRun, Turn } from './message-selection';
import type { SaveWords } from './words';

/**
 * Not a word of a message is altered: its text stands there as it was exported, but for the marks of citations, which become
 * footnotes. Lone surrogates turn into U+FFFD when the file is written, since UTF-8 has no place for them. Messages have small
 * headings under rules, so that the larger headings inside of answers stay inside of them. Times are UTC.
 */
export function markdownOf(
  conversation: Conversation,
  runs: readonly MessageRun[],
  places: Places,
  words: SaveWords,
): Page {
  const sources = sourcesOfConversation();
  let clashes: boolean | undefined;
  const note = (number: number): string => {
    clashes ??= runs.some(({ turns }) =>
      turns.some(({ parts }) => parts.some((part) => 'text' in part && part.text?.includes('[^') === true)),
    );
    return `[^${clashes ? 'source-' : ''}${number}]`;
  };
  const writing: Writing = { conversation, places, words, sources, note, documents: [] };
  const blocks = [frontMatter(conversation, words), `# ${inLine(titleOf(conversation, words))}`];
  for (const run of runs) {
    if (run.kind === 'draft') blocks.push('---', `*${words.draft(run.number)}*`);
    for (const turn of run.turns) blocks.push(...blocksOf(turn, writing));
    if (run.kind === 'draft') blocks.push(`*${words.draftEnd(run.number)}*`);
  }
  const missing = [...[...assetsIn(runs)].filter((id) => places.asset(id) === undefined), ...sandboxFilesIn(runs)];
  if (missing.length > 0)
    blocks.push(
      '---',
      `**${words.notShippedList}**`,
      missing.map((one) => `- \`${one.replaceAll('`', '')}\``).join('\n'),
    );
  if (sources.all.length > 0)
    blocks.push(
      sources.all
        .map(
          ({ title, url }, index) =>
            `${writing.note(index + 1)}: ${title === undefined ? '' : `${inLine(title)} `}${addressOf(url)}`,
        )
        .join('\n'),
    );
  // Put behind the whole text, its end would make a second copy of it.
  blocks.push(`${blocks.pop() ?? ''}\n`);
  return { text: blocks.join('\n\n'), documents: writing.documents, messages: messagesIn(runs) };
}

type Writing = {
  readonly conversation: Conversation;
  readonly places: Places;
  readonly words: SaveWords;
  readonly sources: Sources;
  readonly note: (number: number) => string;
  readonly documents: { path: string; content: string }[];
};

function frontMatter(conversation: Conversation, words: SaveWords): string {
  const { id, created, updated, model, project, gpt, isArchived, isStarred } = conversation;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['title', quoted(titleOf(conversation, words))],
    ['created', created === undefined ? undefined : timeOf(created)],
    ['updated', updated === undefined ? undefined : timeOf(updated)],
    ['model', model === undefined ? undefined : quoted(model)],
    ['id', quoted(id)],
    ['project', project === undefined ? undefined : quoted(project)],
    ['gpt', gpt === undefined ? undefined : quoted(gpt)],
    ['archived', isArchived ? 'true' : undefined],
    ['starred', isStarred ? 'true' : undefined],
  ];
  return `---\n${rows.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}\n`])).join('')}---`;
}

/** A double-quoted YAML scalar: JSON's, with what YAML calls not printable escaped as well (YAML 1.2.2, 5.1 and 7.3.1). */
export function quoted(text: string): string {
  return JSON.stringify(textOfBytes(bytesOfText(text))).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function blocksOf(turn: Turn, writing: Writing): readonly string[] {
  const moment = momentOf(turn.message.created);
  const heading = `###### ${inLine(speakerOf(turn, writing.words))}${moment === undefined ? '' : ` · ${moment}`}`;
  return ['---', heading, ...turn.parts.flatMap((part) => partOf(part, turn, writing)).filter((block) => block !== '')];
}

function partOf(
  part: Part,
  { message }: Turn,
  { conversation, places, words, sources, note, documents }: Writing,
): readonly string[] {
  const cited = (text: string): string => {
    const notes: string[] = [];
    const marked = withoutMarks(text, message.citations, (named) => {
      const own = named.map((one) => note(sources.numberOf(one)));
      notes.push(...own);
      return own.join('');
    });
    const block = contained(marked);
    // Inside of a fence they lead nowhere.
    return notes.length > 0 && isFencedWhole(block, marked) ? `${block}\n\n${[...new Set(notes)].join(' ')}` : block;
  };
  switch (part.kind) {
    case 'text':
    case 'speech':
      return [cited(part.text)];
    case 'thinking':
      return [...(part.summary === undefined ? [] : [`**${inLine(part.summary)}**`]), cited(part.text)];
    case 'code':
      return [fenced(part.text, part.language === 'unknown' ? '' : part.language)];
    case 'output':
      return [fenced(part.text)];
    case 'quote':
      return [
        `${[part.title === undefined ? undefined : inLine(part.title), part.url === undefined ? undefined : addressOf(part.url)].filter((one) => one !== undefined).join(' ')}`,
        part.text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n'),
      ];
    case 'image':
    case 'audio':
    case 'video':
      return [shown(places.asset(part.asset), part.kind, words[part.kind], part.asset, words)];
    case 'attachment':
      return [shown(places.asset(part.asset), 'attachment', part.name ?? words.file, part.asset, words)];
    case 'canvas': {
      const path = places.document(part, message, conversation, documents.length);
      documents.push({ path, content: part.content });
      return [`[${words.document}: ${inLine(part.name ?? '')}](../${linkTo(path)})`];
    }
    case 'canvas-edits':
      return [
        `*${words.documentEdits}*`,
        ...part.edits.flatMap(({ pattern, replacement }) => [fenced(pattern), fenced(replacement)]),
      ];
    case 'error':
      return [`**${words.error}${part.name === undefined ? '' : `: ${inLine(part.name)}`}**`, fenced(part.text)];
    case 'instructions':
      return [
        `**${words.instructions}**`,
        ...[part.profile, part.text].flatMap((text) => (text === undefined ? [] : [contained(text)])),
      ];
    case 'memory':
      return [`**${words.memory}**`, contained(part.text)];
    case 'unknown':
      return [`*${words.unknown(inLine(part.type))}*`, fenced(part.json, 'json')];
  }
}

/** A picture where it can be shown, a link where it cannot, and words where it is not there. */
function shown(
  path: string | undefined,
  kind: 'image' | 'audio' | 'video' | 'attachment',
  name: string,
  asset: string,
  { notShipped }: SaveWords,
): string {
  if (path === undefined) return `*${inLine(name)}: ${notShipped} (\`${asset.replaceAll('`', '')}\`)*`;
  return `${kind === 'image' || (kind === 'attachment' && /\.(?:png|jpg|gif|webp)$/.test(path)) ? '!' : ''}[${inLine(name)}](../${linkTo(path)})`;
}

/** A web address as one, whatever is in it; any other kind of address as code, so that nothing can be clicked. */
function addressOf(url: string): string {
  const clean = url.replace(/[\s<>`\\]/g, (sign) => encodeURIComponent(sign));
  return /^https?:\/\//i.test(clean) ? `<${clean}>` : `\`${clean}\``;
}
