// GitHub Markdown: to keep, to post, to print from an editor. Reads well unrendered too.
import type { Aside, Block, Document, Fact, Inline, Line, StepEntry } from '../view/document';
import { escapeMarkdown, escapeMarkdownStart, escapeToOneLine, isLinkable } from './escape';
import { englishBeside } from './spans';
import { arrowOf, leadOf } from './typography';

/** The document as GitHub Markdown, with steps as a task list. Opens with the title when no block is a heading of level 1. */
export const renderMarkdown = (document: Document): string => {
  const headed = document.blocks.some((block) => block.kind === 'heading' && block.level === 1);
  const title: Block = { kind: 'heading', level: 1, text: document.title };
  return `${markdownOf(headed ? document.blocks : [title, ...document.blocks], document.lang)}\n`;
};

const markdownOf = (blocks: readonly Block[], lang: string): string =>
  blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      const gap = before === undefined ? '' : isListedStep(before) && isListedStep(block) ? '\n' : '\n\n';
      return gap + markdownOfBlock(block, lang);
    })
    .join('');

/** A step without blocks needs no blank line around it. */
const isListedStep = (block: Block): boolean => block.kind === 'step' && block.step.blocks.length === 0;

const markdownOfBlock = (block: Block, lang: string): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${textOf(block.text)}${asideOf(block.aside)}`;
    case 'paragraph': {
      const text = titled(block.title, lineOf(block.line), lang);
      return block.tone === 'warning' ? text.replace(/^/gm, '> ') : text;
    }
    case 'list': {
      const items = block.items.map((item, index) => itemOf(block.ordered ? `${index + 1}. ` : '- ', lineOf(item)));
      return [...(block.title === undefined ? [] : [`${bold(block.title)}\n`]), ...items].join('\n');
    }
    case 'facts':
      return block.rows.map((row) => factOf(row, lang)).join('\n');
    case 'path':
      return titled(
        block.title,
        escapeMarkdownStart(block.labels.map(inlineOf).join(arrowOf(lang)).replaceAll('\n', ' ')),
        lang,
      );
    case 'page':
      return titled(block.title, addressOf(block.url), lang);
    case 'command':
      return fenced(block.text);
    case 'code':
      return '';
    case 'step':
      return stepOf(block.step, lang);
    case 'fill':
      return escapeMarkdownStart(`${textOf(block.label)} ${'_'.repeat(12)}`);
    case 'part':
      return markdownOf(block.blocks, block.lang);
  }
};

const BOXES = { open: '[ ]', done: '[x]', skipped: '[ ]' } as const;

const stepOf = (step: StepEntry, lang: string): string => {
  const word = step.stateWord === undefined ? '' : ` · ${textOf(step.stateWord)}`;
  const title = `${BOXES[step.state]} **${step.number}. ${textOf(step.title)}**${word}${asideOf(step.aside)} ${codeOf(step.id)}`;
  return itemOf('- ', step.blocks.length === 0 ? title : `${title}\n\n${markdownOf(step.blocks, lang)}`);
};

const factOf = (fact: Fact, lang: string): string =>
  itemOf('- ', `${bold(leadOf(fact.term, '', lang))} ${lineOf(fact.line)}${asideOf(fact.aside)}`);

/** A list item with everything after its first line under its text. */
const itemOf = (mark: string, text: string): string =>
  mark + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);

const titled = (title: string | undefined, text: string, lang: string): string =>
  title === undefined ? text : `${bold(leadOf(title, text, lang))} ${text}`;

/** A line; where its text has a line end, one is forced. No line of it can open a block, and two codes stay two. */
const lineOf = (line: Line): string =>
  line
    .map(inlineOf)
    .reduce((before, next) => before + (before.endsWith('`') && next.startsWith('`') ? ' ' : '') + next, '')
    .split('\n')
    .map(escapeMarkdownStart)
    .filter((text) => text !== '')
    .join('\\\n');

const inlineOf = (inline: Inline): string => {
  if (typeof inline === 'string') return escapeMarkdown(inline);
  switch (inline.kind) {
    case 'strong':
      return bold(inline.text);
    case 'label': {
      const english = englishBeside(inline);
      return bold(inline.text) + (english === undefined ? '' : ` (${textOf(english)})`);
    }
    case 'code':
      return codeOf(inline.text);
    case 'address':
      return addressOf(inline.url);
  }
};

const textOf = (text: string): string => escapeMarkdown(escapeToOneLine(text)).trim();
const bold = (text: string): string => (textOf(text) === '' ? '' : `**${textOf(text)}**`);
const asideOf = (aside: Aside | undefined): string => (aside === undefined ? '' : ` · ${textOf(aside.text)}`);

/** An address as a link to itself, or as code where it is not one that may be opened. */
const addressOf = (url: string): string => (isLinkable(url) ? `<${url}>` : codeOf(url));

const codeOf = (text: string): string => {
  const shown = escapeToOneLine(text);
  const fence = '`'.repeat(longestRun(shown) + 1);
  return /^`|`$|^ .* $|^$/.test(shown) ? `${fence} ${shown} ${fence}` : fence + shown + fence;
};

const fenced = (text: string): string => {
  const shown = escapeToOneLine(text);
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}\n${shown}\n${fence}`;
};

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
