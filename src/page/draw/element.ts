// Makes elements: the one place where nodes come into being. Text is always text, never markup.
import { escapeText } from '../../render/escape';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with its attributes (`true` for a bare one, `false` and `undefined` for none) and what is in it. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  made.append(...inside.map((one) => (typeof one === 'string' ? escapeText(one) : one)));
  return made;
}

/** A button that does something at once. */
export function button(
  attributes: Attributes,
  act: () => void,
  ...inside: readonly (Node | string)[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...inside);
  made.addEventListener('click', act);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of paths in a square of 24, hidden from screen readers: words say the same. */
export function icon(name: keyof typeof ICONS): SVGSVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }))
    drawing.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  drawing.append(path);
  return drawing;
}

/** Strokes, no fills. */
const ICONS = {
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  out: 'M13 5h6v6M19 5l-8 8M17 14v5H5V7h5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 4.5L21 20H3zM12 10.5v4.5M12 17.6v.2',
  file: 'M12 16V5M7.5 9.5L12 5l4.5 4.5M5 16v3h14v-3',
  back: 'M11 6l-6 6 6 6M5 12h14',
} as const;
