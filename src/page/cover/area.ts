// A picture that boxes are drawn on: with a finger, a mouse or the keyboard. Each box is an element that has the focus when it is chosen.
import { element } from '../draw/element';
import { boxBetween, firstBox, moved, percentOf, sized, stepOn } from './boxes';
import type { Box, Boxes, Size } from './boxes';

export type Area = {
  readonly element: HTMLElement;
  /** Puts in a box for whoever draws none, and chooses it. */
  add(): void;
  /** Removes the chosen one, or else the last. */
  remove(): void;
  undo(): void;
};
type Words = {
  readonly area: string;
  /** Which box of how many, and where it is. */
  readonly box: (n: number, total: number, at: ReturnType<typeof percentOf>) => string;
};

/** Thinner than this on the screen, in CSS pixels, a stroke is no box. */
const LEAST = 5;

/** `changed` is told of each change, with words for where the box is now. */
export function pictureArea(
  canvas: HTMLCanvasElement,
  size: Size,
  boxes: Boxes,
  words: Words,
  changed: (said: string) => void,
): Area {
  const area = element(
    'div',
    { class: 'cover', role: 'application', 'aria-label': words.area, 'aria-describedby': 'cover-how', tabindex: -1 },
    canvas,
  );
  let chosen: number | undefined;
  const nodes = (): readonly HTMLElement[] => [...area.querySelectorAll<HTMLElement>('.box')];

  const place = (node: HTMLElement, box: Box, label?: string): void => {
    for (const [name, value] of Object.entries(percentOf(box, size))) node.style.setProperty(name, `${value}%`);
    if (label !== undefined) node.setAttribute('aria-label', label);
  };
  const labelOf = (box: Box, index: number): string => words.box(index + 1, boxes.all().length, percentOf(box, size));
  /** Makes the elements those of the boxes; the one at `focus` gets it. */
  const draw = (focus?: number): void => {
    const all = boxes.all();
    for (const node of nodes().slice(all.length)) node.remove();
    for (let count = nodes().length; count < all.length; count += 1) area.append(made(count));
    nodes().forEach((node, index) => {
      const box = all[index];
      if (box !== undefined) place(node, box, labelOf(box, index));
    });
    if (focus !== undefined) nodes()[focus]?.focus({ preventScroll: true });
    const box = focus === undefined ? undefined : all[focus];
    changed(box === undefined || focus === undefined ? '' : labelOf(box, focus));
  };
  const made = (index: number): HTMLElement => {
    const node = element('button', { type: 'button', class: 'box', 'data-key': `box-${index}` });
    node.addEventListener('focus', () => choose(index));
    node.addEventListener('keydown', (event) => byKey(event, index));
    return node;
  };
  const choose = (index: number | undefined): void => {
    chosen = index;
    nodes().forEach((node, at) => node.classList.toggle('chosen', at === index));
  };
  const remove = (index: number): void => {
    if (boxes.all()[index] === undefined) return;
    boxes.remove(index);
    choose(undefined);
    draw();
  };
  const byKey = (event: KeyboardEvent, index: number): void => {
    const step = stepOn(size);
    const by = ARROWS[event.key];
    const box = boxes.all()[index];
    if (box === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      remove(index);
      (nodes()[Math.min(index, boxes.all().length - 1)] ?? area).focus({ preventScroll: true });
    } else if (by !== undefined)
      boxes.change(
        index,
        (event.shiftKey ? sized : moved)(box, { x: by[0] * step.x, y: by[1] * step.y }, size),
        event.repeat,
      );
    else return;
    event.preventDefault();
    if (by !== undefined) draw(index);
  };

  const pointAt = ({
    clientX,
    clientY,
  }: PointerEvent): { readonly x: number; readonly y: number; readonly scale: number } => {
    const shown = canvas.getBoundingClientRect();
    const scale = size.width / shown.width;
    return { x: (clientX - shown.left) * scale, y: (clientY - shown.top) * (size.height / shown.height), scale };
  };
  area.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    const from = pointAt(event);
    const held = nodes().findIndex((node) => node === event.target);
    const start = boxes.all()[held];
    const least = LEAST * from.scale;
    // The corner of a chosen box lies outside of it.
    const isCorner = start !== undefined && (from.x > start.right || from.y > start.bottom);
    const draft = element('div', { class: 'box draft' });
    if (start !== undefined) nodes()[held]?.focus({ preventScroll: true });
    let isOngoing = false;
    const go = (move: PointerEvent): void => {
      if (move.pointerId !== event.pointerId) return;
      const to = pointAt(move);
      if (start === undefined) {
        const box = boxBetween(from, to, size, least);
        if (box === undefined) draft.remove();
        else {
          place(draft, box);
          area.append(draft);
        }
      } else {
        const by = { x: to.x - from.x, y: to.y - from.y };
        if (!isOngoing && Math.hypot(by.x, by.y) < least) return;
        boxes.change(held, (isCorner ? sized : moved)(start, by, size), isOngoing);
        isOngoing = true;
        draw(held);
      }
    };
    const end = (last: PointerEvent): void => {
      if (last.pointerId !== event.pointerId) return;
      stop.abort();
      draft.remove();
      const box =
        start === undefined && last.type === 'pointerup' ? boxBetween(from, pointAt(last), size, least) : undefined;
      if (box !== undefined) draw(boxes.add(box));
    };
    const stop = new AbortController();
    area.setPointerCapture(event.pointerId);
    area.addEventListener('pointermove', go, { signal: stop.signal });
    area.addEventListener('pointerup', end, { signal: stop.signal });
    area.addEventListener('pointercancel', end, { signal: stop.signal });
  });

  return {
    element: area,
    add: () => draw(boxes.add(firstBox(size, boxes.all().length))),
    remove: () => remove(chosen ?? boxes.all().length - 1),
    undo() {
      choose(undefined);
      if (boxes.undo()) draw();
    },
  };
}

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
