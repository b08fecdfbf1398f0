// A document's blocks as elements of the page.
import { escapeToOneLine } from '../../render/escape';
import { arrowOf, directionOf, leadOf } from '../../render/typography';
import type { Aside, Block, Line } from '../../view/document';
import { element, icon } from './element';
import { addressNode, nodesOf } from './inline';
import { stepNode } from './step-entry';

/** The elements of blocks in the language `lang`. Steps that follow each other stand in one list. */
export function blockNodes(blocks: readonly Block[], lang: string): readonly HTMLElement[] {
  const nodes: HTMLElement[] = [];
  let list: HTMLOListElement | undefined;
  for (const block of blocks) {
    if (block.kind === 'step') {
      // role="list" because a list without markers is no list to some screen readers.
      if (list === undefined) nodes.push((list = element('ol', { class: 'steps', role: 'list' })));
      list.append(stepNode(block.step, (inner) => blockNodes(inner, lang)));
    } else {
      list = undefined;
      nodes.push(...nodesOfBlock(block, lang));
    }
  }
  return nodes;
}

function nodesOfBlock(block: Exclude<Block, { readonly kind: 'step' }>, lang: string): readonly HTMLElement[] {
  switch (block.kind) {
    case 'heading':
      return [headingNode(block)];
    case 'paragraph':
      return [
        element('p', { class: toneOf(block.tone) }, ...marked(block.tone), ...led(block.title, block.line, lang)),
      ];
    case 'list': {
      const items = block.items.map((item) => element('li', {}, element('span', {}, ...nodesOf(item))));
      const list = element(
        block.ordered ? 'ol' : 'ul',
        { class: block.ordered ? 'clicks' : toneOf(block.tone) },
        ...items,
      );
      return block.title === undefined
        ? [list]
        : [element('p', { class: 'over' }, element('b', {}, escapeToOneLine(block.title))), list];
    }
    case 'facts':
      return [
        element(
          'dl',
          {},
          ...block.rows.map(({ term, line, aside }) =>
            element('div', {}, element('dt', {}, term), element('dd', {}, ...nodesOf(line), ...asideNodes(aside))),
          ),
        ),
      ];
    case 'path':
      return [element('p', { class: 'path' }, ...led(block.title, arrowed(block.labels, lang), lang))];
    case 'page':
      return [element('p', { class: 'page' }, icon('out'), addressNode(block.url))];
    case 'command':
      return [element('pre', { tabindex: 0 }, element('code', {}, escapeToOneLine(block.text)))];
    case 'code':
      return [codeNode(block.modules)];
    // A line to write on is for paper.
    case 'fill':
      return [];
    case 'part':
      return [
        element('div', { lang: block.lang, dir: directionOf(block.lang) }, ...blockNodes(block.blocks, block.lang)),
      ];
  }
}

function headingNode({ level, text, aside, progress }: Extract<Block, { readonly kind: 'heading' }>): HTMLElement {
  if (progress === undefined)
    return element('div', { class: 'head' }, element(`h${level}`, {}, escapeToOneLine(text)), ...asideNodes(aside));
  // Where one is stands above the title of the step, and is no heading of its own.
  const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
  for (let at = 0; at < progress.total; at += 1)
    bar.append(element('i', { class: at < progress.done ? 'on' : undefined }));
  return element('p', { class: 'place' }, element('span', {}, escapeToOneLine(text)), bar, ...asideNodes(aside));
}

function arrowed(labels: Line, lang: string): Line {
  return labels.flatMap((label, index) => (index === 0 ? [label] : [arrowOf(lang), label]));
}

function led(title: string | undefined, line: Line, lang: string): readonly (Node | string)[] {
  const nodes = nodesOf(line);
  if (title === undefined) return [element('span', {}, ...nodes)];
  const words = element('span', {}, ...nodes);
  const lead = element('b', { class: 'lead' }, escapeToOneLine(leadOf(title, words.textContent ?? '', lang)));
  words.prepend(lead, ' ');
  return [words];
}

const marked = (tone: string | undefined): readonly Node[] =>
  tone === 'warning' ? [icon('warning')] : tone === 'done' ? [icon('check')] : [];

const asideNodes = (aside: Aside | undefined): readonly (Node | string)[] =>
  aside === undefined ? [] : [' ', element('span', { class: `aside ${aside.tone}` }, escapeToOneLine(aside.text))];

const toneOf = (tone: string | undefined): string | undefined => (tone === 'plain' ? undefined : tone);

/** A QR code, drawn: black on white in any light, since cameras want it so. The address stands beside it in words. */
function codeNode(modules: readonly (readonly boolean[])[]): HTMLElement {
  const unit = 6;
  const side = modules.length * unit;
  const canvas = element('canvas', { width: side, height: side, class: 'qr', 'aria-hidden': 'true' });
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side, side);
    context.fillStyle = '#000';
    modules.forEach((row, y) => row.forEach((dark, x) => dark && context.fillRect(x * unit, y * unit, unit, unit)));
  }
  return canvas;
}
