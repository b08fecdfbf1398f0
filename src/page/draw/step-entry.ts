// One step as an entry of a list.
import { escapeToOneLine } from '../../render/escape';
import type { Block, StepEntry } from '../../view/document';
import { element, icon } from './element';

/** What is settled has a mark; the state stands there in words too. `draw` draws what is inside. */
export function stepNode(step: StepEntry, draw: (blocks: readonly Block[]) => readonly HTMLElement[]): HTMLLIElement {
  const state = step.stateWord === undefined ? [] : [' ', element('span', { class: 'quiet' }, step.stateWord)];
  const aside =
    step.aside === undefined
      ? []
      : [element('span', { class: `aside ${step.aside.tone}` }, escapeToOneLine(step.aside.text))];
  return element(
    'li',
    { class: step.state, 'data-step': step.id },
    element('span', { class: 'number' }, ...(step.state === 'done' ? [icon('check')] : [String(step.number)])),
    element('span', { class: 'title' }, escapeToOneLine(step.title), ...state),
    ...aside,
    ...draw(step.blocks),
  );
}
