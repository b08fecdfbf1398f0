// Renders Markdown: one file a conversation, a README.md that lists them, and the side pages.
import type { SideBlock, SidePage } from './side-pages';
import { contained, inLine } from './fences';
import type { Contents, Renderer } from './renderer';
import { markdownOf } from './markdown';
import { dayOf, linkTo } from './names';
import type { SaveWords } from './words';

export const markdownRenderer: Renderer = { ending: '.md', indexName: 'README.md', page: markdownOf, sidePage, index };

function sidePage({ title, blocks }: SidePage): string {
  return `${[`# ${inLine(title)}`, ...blocks.map(blockOf)].join('\n\n')}\n`;
}

function blockOf(block: SideBlock): string {
  switch (block.kind) {
    case 'heading':
      return `## ${inLine(block.text)}`;
    case 'words':
      return block.text;
    case 'text':
      return contained(block.text);
    case 'notes':
      return block.notes.map(({ text, when }) => `- ${text.replaceAll('\n', '\n  ')} (${when})`).join('\n');
    case 'tasks':
      return block.tasks.map(({ title, url }) => `- [ ] ${inLine(title)}: <${url}>`).join('\n');
  }
}

function* index(
  { count, conversations, chatFiles, importing, messages, files, documents, sidePages: pages, leftOut }: Contents,
  words: SaveWords,
): Iterable<string> {
  const { index: own } = words;
  yield `# ${own.title}\n\n${own.what(count, messages, files + documents)}\n\n${own.times}\n`;
  if (importing !== undefined) {
    const steps = importing.steps.map((step, at) => `${at + 1}. ${step}`);
    yield `\n## ${importing.title}\n\n${steps.join('\n')}\n\n${importing.below.join('\n\n')}\n`;
  }
  if (chatFiles.length > 0)
    yield `\n## ${own.chatFiles}\n\n${chatFiles.map(({ path, chats }) => `- [${inLine(path)}](${linkTo(path)}): ${own.chatsIn(chats)}`).join('\n')}\n`;
  if (pages.length > 0) yield `\n${pages.map(({ name, title }) => `- [${inLine(title)}](${name}.md)`).join('\n')}\n`;
  if (leftOut.length > 0) yield `\n## ${own.leftOut}\n\n${leftOut.map((line) => `- ${line}`).join('\n')}\n`;
  if (conversations === undefined) return;
  yield `\n## ${own.conversations}\n\n`;
  for (const { path, title, created } of conversations)
    yield `- ${created === undefined ? own.undated : dayOf(created)} · [${inLine(title ?? '') || inLine(words.untitled)}](${linkTo(path)})\n`;
}
