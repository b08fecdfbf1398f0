// The words inside a line as nodes: names of buttons, typed words, addresses.
import { escapeToOneLine, isLinkable } from '../../render/escape';
import { englishBeside } from '../../render/spans';
import type { Inline, Line } from '../../view/document';
import { element } from './element';

/** The nodes of a line, for `append`. */
export const nodesOf = (line: Line): readonly (Node | string)[] => line.flatMap(inlineNodes);

function inlineNodes(inline: Inline): readonly (Node | string)[] {
  if (typeof inline === 'string')
    return inline.split('\n').flatMap((text, index) => (index === 0 ? [text] : [element('br'), text]));
  switch (inline.kind) {
    case 'strong':
      return [element('strong', {}, escapeToOneLine(inline.text))];
    case 'label': {
      const english = englishBeside(inline);
      const label = element('b', { class: 'label' }, escapeToOneLine(inline.text));
      return english === undefined
        ? [label]
        : [label, ' ', element('span', { class: 'english', lang: 'en' }, `(${escapeToOneLine(english)})`)];
    }
    case 'code':
      return [element('code', {}, escapeToOneLine(inline.text))];
    case 'address':
      return [addressNode(inline.url)];
  }
}

/** An address as a link to itself in a new tab, or as plain words where it is not one that may be opened. Always read left to right. */
export function addressNode(url: string): HTMLElement {
  const shown = element('bdi', { dir: 'ltr' }, escapeToOneLine(url));
  return isLinkable(url) ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, shown) : shown;
}
