// One conversation as a page for a browser: the same order and words as in Markdown.
import type { Conversation, Part } from '../conversation/conversation';
import { codeBlock, asTyped, drawn, sourceMark } from './html-text';
import { escaped, linkTag } from './html-escape';
import { htmlPage } from './html-style';
import { sourcesOfConversation, withoutMarks } from './marks';
import type { Sources } from './marks';
import { linkTo } from './names';
import type { Page, Places } from './page';
import { assetsIn, messagesIn, momentOf, sandboxFilesIn, speakerOf, titleOf } from './message-selection';
import type { MessageRun, Turn } from './message-selection';
import type { SaveWords } from './words';

/** What ChatGPT wrote is drawn as Markdown, as it was in the chat; what the person typed stands as they typed it. Times are UTC. */
export function htmlOf(
  conversation: Conversation,
  runs: readonly MessageRun[],
  places: Places,
  words: SaveWords,
): Page {
  const writing: Writing = { conversation, places, words, sources: sourcesOfConversation(), documents: [] };
  const title = titleOf(conversation, words);
  const turns = runs.map((run) => {
    const inside = run.turns.map((turn) => turnOf(turn, writing)).join('\n');
    return run.kind === 'path'
      ? inside
      : `<section class="draft">\n<p>${escaped(words.draft(run.number))}</p>\n${inside}\n<p>${escaped(words.draftEnd(run.number))}</p>\n</section>`;
  });
  const missing = [...[...assetsIn(runs)].filter((id) => places.asset(id) === undefined), ...sandboxFilesIn(runs)];
  const body = `<nav><a href="../index.html">${escaped(words.index.back)}</a></nav>
<main>
<h1><bdi>${escaped(title)}</bdi></h1>
${factsOf(conversation, words)}
${turns.join('\n')}
${sourcesOf(writing)}${missing.length === 0 ? '' : `<section class="sources">\n<h2>${escaped(words.notShippedList)}</h2>\n<ul>\n${missing.map((one) => `<li><code>${escaped(one)}</code></li>`).join('\n')}\n</ul>\n</section>\n`}</main>`;
  return {
    text: htmlPage({ lang: words.lang, title, body }),
    documents: writing.documents,
    messages: messagesIn(runs),
  };
}

type Writing = {
  readonly conversation: Conversation;
  readonly places: Places;
  readonly words: SaveWords;
  readonly sources: Sources;
  readonly documents: { path: string; content: string }[];
};

function factsOf({ created, updated, model, project }: Conversation, words: SaveWords): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.created, momentOf(created)],
    [words.updated, momentOf(updated)],
    [words.model, model],
    [words.project, project],
  ];
  const given = rows.flatMap(([term, value]) =>
    value === undefined ? [] : [`<div><dt>${escaped(term)}</dt><dd>${escaped(value)}</dd></div>`],
  );
  return given.length === 0 ? '' : `<dl class="facts">\n${given.join('\n')}\n</dl>`;
}

function turnOf(turn: Turn, writing: Writing): string {
  const { created, role } = turn.message;
  const moment = momentOf(created);
  return `<article class="turn${role === 'user' ? ' mine' : ''}">
<h2>${escaped(speakerOf(turn, writing.words))}${moment === undefined ? '' : ` <time>${moment}</time>`}</h2>
${turn.parts.map((part) => partOf(part, turn, writing)).join('\n')}
</article>`;
}

function partOf(part: Part, { message }: Turn, { conversation, places, words, sources, documents }: Writing): string {
  const cited = (text: string): string =>
    withoutMarks(text, message.citations, (named) => named.map((one) => sourceMark(sources.numberOf(one))).join(''));
  switch (part.kind) {
    case 'text':
      return message.role === 'user' ? asTyped(part.text) : drawn(cited(part.text));
    case 'speech':
      return asTyped(cited(part.text));
    case 'thinking':
      return `${part.summary === undefined ? '' : `<p><strong>${escaped(part.summary)}</strong></p>\n`}${drawn(part.text)}`;
    case 'code':
      return codeBlock(part.text, part.language ?? 'code');
    case 'output':
      return codeBlock(part.text, 'output');
    case 'quote':
      return `<blockquote>\n${part.url === undefined ? `<p>${escaped(part.title ?? '')}</p>` : `<p>${linkTag(part.url, part.title ?? part.url)}</p>`}\n${asTyped(part.text)}\n</blockquote>`;
    case 'image':
    case 'audio':
    case 'video':
      return shown(places.asset(part.asset), part.kind, words[part.kind], part.asset, words);
    case 'attachment':
      return shown(places.asset(part.asset), 'attachment', part.name ?? words.file, part.asset, words);
    case 'canvas': {
      const path = places.document(part, message, conversation, documents.length);
      documents.push({ path, content: part.content });
      const name = `${words.document}${part.name === undefined ? '' : `: ${part.name}`}`;
      return `<p><a href="../${linkTo(path)}">${escaped(name)}</a></p>\n<details>\n<summary>${escaped(part.name ?? words.document)}</summary>\n${part.type === undefined || part.type === 'document' ? drawn(part.content) : codeBlock(part.content, part.type)}\n</details>`;
    }
    case 'canvas-edits':
      return `<p>${escaped(words.documentEdits)}</p>\n${part.edits.map(({ pattern, replacement }) => `${codeBlock(pattern, words.documentEdits)}\n${codeBlock(replacement, words.documentEdits)}`).join('\n')}`;
    case 'error':
      return `<p><strong>${escaped(words.error)}${part.name === undefined ? '' : `: ${escaped(part.name)}`}</strong></p>\n${codeBlock(part.text, words.error)}`;
    case 'instructions':
      return `<p><strong>${escaped(words.instructions)}</strong></p>\n${[part.profile, part.text].flatMap((text) => (text === undefined ? [] : [asTyped(text)])).join('\n')}`;
    case 'memory':
      return `<p><strong>${escaped(words.memory)}</strong></p>\n${asTyped(part.text)}`;
    case 'unknown':
      return `<p><em>${escaped(words.unknown(part.type))}</em></p>\n${codeBlock(part.json, 'JSON')}`;
  }
}

function shown(
  path: string | undefined,
  kind: 'image' | 'audio' | 'video' | 'attachment',
  name: string,
  asset: string,
  { notShipped }: SaveWords,
): string {
  if (path === undefined)
    return `<p><em>${escaped(name)}: ${escaped(notShipped)} (<code>${escaped(asset)}</code>)</em></p>`;
  const address = `../${linkTo(path)}`;
  if (/\.(?:png|jpg|gif|webp|avif)$/.test(path))
    return `<figure><a href="${address}"><img src="${address}" alt="${escaped(name)}" loading="lazy"></a></figure>`;
  if (/\.(?:wav|mp3|m4a|ogg|opus|flac|aac)$/.test(path))
    return `<p><audio controls preload="none" src="${address}" aria-label="${escaped(name)}"></audio></p>`;
  if (kind === 'video' && /\.(?:mp4|webm|mov)$/.test(path))
    return `<p><video controls preload="none" src="${address}" aria-label="${escaped(name)}"></video></p>`;
  return `<p><a href="${address}"><bdi>${escaped(name)}</bdi></a></p>`;
}

function sourcesOf({ sources, words }: Writing): string {
  if (sources.all.length === 0) return '';
  const rows = sources.all.map(
    ({ title, url }, index) => `<li id="source-${index + 1}">${linkTag(url, title ?? url)}</li>`,
  );
  return `<section class="sources">\n<h2>${escaped(words.sources)}</h2>\n<ol>\n${rows.join('\n')}\n</ol>\n</section>\n`;
}
