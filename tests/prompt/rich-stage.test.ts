// Where a screen stands: pushed to the top once, drawn again in its place, kept once when it is left.
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { stageOn } from '../../src/prompt/rich-stage';
import type { Screen } from '../../src/view/document';

const ROWS = 5;
function aStage() {
  let text = '';
  const stderr = new Writable({ write: (chunk, _encoding, done) => ((text += String(chunk)), done()) });
  const stage = stageOn({ stderr, rows: () => ROWS, show: () => '[said]', draw: () => '[screen]' });
  return { stage, written: () => text };
}
const screen = (key: string): Screen => ({ key, lang: 'en', parts: [] });
const PUSHED = '\n'.repeat(ROWS);

test('a page of a screen and the way back move nothing into the scrollback; another screen does', () => {
  const { stage, written } = aStage();
  for (const key of ['a', 'a/more', 'a']) stage.open(screen(key));
  expect(written().split(PUSHED)).toHaveLength(2);
  stage.open(screen('b'));
  expect(written().split(PUSHED)).toHaveLength(3);
});

test('a screen that is left is kept once, with the last answer given on it or on a page of it', () => {
  const { stage, written } = aStage();
  stage.open(screen('a'));
  stage.answered(screen('a'), ['first']);
  stage.open(screen('a/more'));
  stage.answered(screen('a/more'), ['last']);
  stage.say({ lang: 'en', title: '', blocks: [], result: null });
  expect(written()).toContain('[screen]\nlast\n');
  expect(written()).not.toContain('first');
  expect(written().split('[screen]')).toHaveLength(2);
});

test('going back twice takes two answers from the screen, each with its own rows', () => {
  const { stage, written } = aStage();
  stage.keep(['one']);
  stage.keep(['two', 'rows']);
  const before = written().length;
  stage.takeBack();
  stage.takeBack();
  stage.takeBack();
  expect(written().slice(before)).toBe('\u001b[A\u001b[A\r\u001b[J\u001b[A\r\u001b[J');
});
