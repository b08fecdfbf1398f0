// What is wrong with something printed, whatever it says: what no person should ever see on a screen or a page.
import type { Block, Document, Inline, Line } from '../../src/view/document';
import { widthOf } from '../../src/render/width';

/** Programs' words, unfilled placeholders, stand-ins and keys. */
export function leftoversIn(text: string): readonly string[] {
  const words = text.replace(/https:\/\/\S+/g, '');
  return [
    /undefined/,
    /\[object/,
    /\bNaN\b/,
    /Invalid Date/,
    /[{}]/,
    /[\uE000-\uF8FF]/,
    /\bmenu_|\bpage_/,
    /\b[a-z]+_[a-z_]+\b/,
    /\b(?:ui|steps|words|common|questions)\.[a-z]/,
  ].flatMap((pattern) => pattern.exec(words)?.[0] ?? []);
}

/** Lines wider than `columns`, but for those that hold nothing but an address. */
export function wideLinesOf(text: string, columns: number): readonly string[] {
  return text.split('\n').filter((line) => widthOf(line) > columns && !/^\s*https:\/\/\S+$/.test(line));
}

/** The addresses in a text, without a full stop or bracket that only ends the sentence. */
export function addressesIn(text: string): readonly string[] {
  return (text.match(/https?:\/\/[^\s<>"')\\]+/g) ?? []).map((url) => url.replace(/[.,;:!?»”]+$/, ''));
}

/** Where a document says nothing although it has room for words. */
export function emptyPlacesOf({ title, blocks }: Document): readonly string[] {
  return [...(isBlank(title) ? ['title'] : []), ...(blocks.length === 0 ? ['blocks'] : []), ...blocks.flatMap(emptyIn)];
}

function emptyIn(block: Block): readonly string[] {
  const title =
    'title' in block && block.title !== undefined && isBlank(block.title) ? [`title of a ${block.kind}`] : [];
  switch (block.kind) {
    case 'heading':
      return isBlank(block.text) || (block.aside !== undefined && isBlank(block.aside.text)) ? ['heading'] : [];
    case 'paragraph':
      return [...title, ...emptyLine('paragraph', block.line)];
    case 'list':
      return [
        ...title,
        ...(block.items.length === 0 ? ['list'] : block.items.flatMap((item) => emptyLine('item', item))),
      ];
    case 'facts':
      return [
        ...(isBlank(block.rows[0]?.term ?? '') ? ['first term'] : []),
        ...block.rows.flatMap(({ line }) => emptyLine('fact', line)),
      ];
    case 'path':
      return [
        ...title,
        ...(block.labels.length === 0 ? ['path'] : block.labels.flatMap((label) => emptyLine('label', [label]))),
      ];
    case 'code':
      return block.modules.length === 0 ? ['code'] : [];
    case 'page':
      return isBlank(block.url) ? ['page'] : title;
    case 'command':
      return isBlank(block.text) ? ['command'] : [];
    case 'fill':
      return isBlank(block.label) ? ['fill'] : [];
    case 'part':
      return block.blocks.length === 0 ? ['part'] : block.blocks.flatMap(emptyIn);
    case 'step':
      return [
        ...(isBlank(block.step.title) || (block.step.aside !== undefined && isBlank(block.step.aside.text))
          ? [`step ${block.step.id}`]
          : []),
        ...block.step.blocks.flatMap(emptyIn),
      ];
  }
}

const emptyLine = (what: string, line: Line): readonly string[] =>
  isBlank(line.map(wordsOf).join('')) || line.some((part) => typeof part !== 'string' && isBlank(wordsOf(part)))
    ? [what]
    : [];
const wordsOf = (inline: Inline): string =>
  typeof inline === 'string' ? inline : inline.kind === 'address' ? inline.url : inline.text;
const isBlank = (text: string): boolean => text.trim() === '';

/** Every text in a JSON value. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
