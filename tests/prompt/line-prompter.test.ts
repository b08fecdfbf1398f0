// The plain prompter in memory: what it writes, what it takes, what it refuses and why.
import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { linePrompter } from '../../src/prompt/line-prompter';
import { Interrupted, type LivePrompter } from '../../src/prompt/prompter';
import { billers, date, goal, plan, words } from '../support/prompt-samples';

function aPrompter(input: Readable, columns = 80): { prompter: LivePrompter; written: () => string } {
  let text = '';
  const output = new Writable({ write: (chunk, _encoding, done) => ((text += String(chunk)), done()) });
  return {
    prompter: linePrompter({ input, output, columns: () => columns, words, show: ({ title }) => `[${title}]` }),
    written: () => text,
  };
}
const typing = (...chunks: readonly (string | Buffer)[]) =>
  aPrompter(Readable.from(chunks.map((chunk) => Buffer.from(chunk))));

test('a screen is read out once: coming back from a page of it reads nothing again', async () => {
  let text = '';
  const output = new Writable({ write: (chunk, _encoding, done) => ((text += String(chunk)), done()) });
  const show = ({ blocks }: { readonly blocks: readonly object[] }): string => `[${blocks.length} read]`;
  const prompter = linePrompter({ input: Readable.from(['1\n1\n1\n']), output, columns: () => 80, words, show });
  const above = (key: string) => ({
    key,
    lang: 'en',
    parts: [{ rank: 0, block: { kind: 'command', text: key } as const }],
  });
  for (const key of ['a', 'a/more', 'a']) await prompter.askOne({ ...goal, above: above(key) });
  expect(text.split('[1 read]')).toHaveLength(3);
});

describe('one choice', () => {
  test('is asked in one block and repeated in words', async () => {
    const { prompter, written } = typing('2\n');
    expect(await prompter.askOne({ ...plan, help: ['It is in ', { kind: 'label', text: 'Settings' }, '.'] })).toEqual({
      kind: 'answer',
      value: 'go',
    });
    expect(written().split('\n')).toEqual([
      'Which plan do you have? Question 2 of 5.',
      'It is in “Settings”.',
      '1. Free.',
      '2. Go.',
      '3. Plus.',
      '4. Pro.',
      '5. Business.',
      'b. Back.',
      'Choose 1 to 5: ',
      'You chose: Go.',
      '',
    ]);
  });

  test.each([
    ['a number', '2', 'delete'],
    ['a number with a full stop', ' 2. ', 'delete'],
    ['a full-width number', '２', 'delete'],
    ['a whole label', 'delete the account', 'delete'],
    ['a key word', 'CANCEL', 'cancel'],
    ['the only label that begins so', 'st', 'cancel'],
    ['a label with another apostrophe', 'I’m not sure', 'unsure'],
    ['accents where there are none', 'délete', 'delete'],
    ['a byte order mark', '\uFEFF2', 'delete'],
    ['NUL bytes', '\u00002\u0000', 'delete'],
    ['a Windows line end', '2\r', 'delete'],
  ])('takes %s', async (_what, typed, value) => {
    expect(await typing(`${typed}\n`).prompter.askOne(goal)).toEqual({ kind: 'answer', value });
  });

  test.each([
    ['nothing, without a default', ''],
    ['zero', '0'],
    ['a number past the end', '4'],
    ['a negative number', '-1'],
    ['a fraction', '1.5'],
    ['another word', 'perhaps'],
    ['two choices', '1 2'],
    ['the way back where there is none', 'b'],
  ])('refuses %s with one sentence and asks again', async (_what, typed) => {
    const { prompter, written } = typing(`${typed}\n1\n`);
    expect(await prompter.askOne(goal)).toEqual({ kind: 'answer', value: 'cancel' });
    expect(written()).toContain(`\n${words.notAChoice(typed, 1, 3)}\nChoose 1 to 3: \nYou chose`);
  });

  test('refuses a beginning that two labels share', async () => {
    const { prompter, written } = typing('p\npl\n');
    expect(await prompter.askOne(plan)).toEqual({ kind: 'answer', value: 'plus' });
    expect(written()).toContain('"p" is not one of the choices');
  });

  test('takes Enter for the answer given before', async () => {
    const { prompter, written } = typing('\n');
    expect(await prompter.askOne({ ...plan, initial: 'plus' })).toEqual({ kind: 'answer', value: 'plus' });
    expect(written()).toContain('Choose 1 to 5, or press Enter for 3 (Plus): ');
  });

  test.each(['b', 'B', 'back', 'BACK', 'ba'])('goes back on %s', async (typed) => {
    expect(await typing(`${typed}\n`).prompter.askOne(plan)).toEqual({ kind: 'back' });
  });

  test('never takes the way back for a number', async () => {
    expect(await typing('6\n5\n').prompter.askOne(plan)).toEqual({ kind: 'answer', value: 'business' });
  });
});

describe('several choices', () => {
  test.each([
    ['commas', '1, 3', ['openai', 'google']],
    ['blanks', '3 1', ['openai', 'google']],
    ['labels', 'Google Play, apple', ['apple', 'google']],
    ['full-width digits and comma', '１，２', ['openai', 'apple']],
    ['the same twice', '2,2', ['apple']],
    ['the lonely one', '6', ['unsure']],
  ])('takes %s', async (_what, typed, value) => {
    expect(await typing(`${typed}\n`).prompter.askSeveral(billers)).toEqual({ kind: 'answer', value });
  });

  test.each([
    ['nothing', '', words.chooseAtLeastOne],
    ['commas only', ' , ,', words.chooseAtLeastOne],
    ['a number past the end, naming it', '1, 9', words.notAChoice('9', 1, 6)],
    ['a word that means nothing, naming it', 'apple amazon', words.notAChoice('amazon', 1, 6)],
    ['the lonely one in company', '1 6', words.onlyAlone("I'm not sure")],
  ])('refuses %s', async (_what, typed, sentence) => {
    const { prompter, written } = typing(`${typed}\n2\n`);
    expect(await prompter.askSeveral(billers)).toEqual({ kind: 'answer', value: ['apple'] });
    expect(written()).toContain(`\n${sentence}\n`);
  });

  test('takes Enter for the answers given before, and b for the way back', async () => {
    const { prompter, written } = typing('\nb\n');
    expect(await prompter.askSeveral({ ...billers, initial: ['google', 'apple'] })).toEqual({
      kind: 'answer',
      value: ['apple', 'google'],
    });
    expect(written().replace(/\s+/g, ' ')).toContain(', or press Enter for 2, 3 (Apple, Google Play): ');
    expect(await prompter.askSeveral(billers)).toEqual({ kind: 'back' });
  });
});

describe('text', () => {
  test('is checked, refused with the reason, and asked again', async () => {
    const { prompter, written } = typing('soon\n 2026-12-03 \n');
    expect(await prompter.askText(date)).toEqual({ kind: 'answer', value: '2026-12-03' });
    expect(written()).toContain('> \nThat is not a date like 2026-12-03.\n> \nYou chose: 2026-12-03.\n');
  });

  test('may be empty, or the answer given before', async () => {
    const { prompter, written } = typing('\n\n');
    expect(await prompter.askText(date)).toEqual({ kind: 'answer', value: '' });
    expect(await prompter.askText({ ...date, initial: '2026-12-03' })).toEqual({ kind: 'answer', value: '2026-12-03' });
    expect(written()).toContain('(2026-12-03) > ');
  });

  test('goes back on b or the whole word, not on a beginning of it', async () => {
    const { prompter } = typing('b\nba\nback\n');
    const anything = { ...date, check: () => undefined };
    expect(await prompter.askText(anything)).toEqual({ kind: 'back' });
    expect(await prompter.askText(anything)).toEqual({ kind: 'answer', value: 'ba' });
    expect(await prompter.askText(anything)).toEqual({ kind: 'back' });
  });

  test('of ten megabytes is refused with a sentence and not kept', async () => {
    const megabyte = 'x'.repeat(1 << 20);
    const { prompter, written } = typing(...Array.from({ length: 10 }, () => megabyte), '\n2026-12-03\n');
    expect(await prompter.askText(date)).toEqual({ kind: 'answer', value: '2026-12-03' });
    expect(written()).toContain(`> \n${words.tooLong}\n> `);
    expect(written().length).toBeLessThan(1000);
  });
});

describe('the stream of lines', () => {
  test('piped all at once answers every question in order', async () => {
    const { prompter } = typing('2\n1,3\nplus\n2026-12-03');
    expect(await prompter.askOne(goal)).toMatchObject({ value: 'delete' });
    expect(await prompter.askSeveral(billers)).toMatchObject({ value: ['openai', 'google'] });
    expect(await prompter.askOne(plan)).toMatchObject({ value: 'plus' });
    expect(await prompter.askText(date)).toMatchObject({ value: '2026-12-03' });
  });

  test('may be cut anywhere, even inside a letter', async () => {
    const bytes = [...Buffer.from('é２\r\n3\r\n')].map((byte) => Buffer.from([byte]));
    const { prompter } = typing(...bytes);
    expect(await prompter.askText({ ...date, check: () => undefined })).toMatchObject({ value: 'é２' });
    expect(await prompter.askOne(goal)).toMatchObject({ value: 'unsure' });
  });

  test.each([
    ['one choice', (prompter: LivePrompter) => prompter.askOne(goal)],
    ['several', (prompter: LivePrompter) => prompter.askSeveral(billers)],
    ['text', (prompter: LivePrompter) => prompter.askText(date)],
  ])('that ends leaves the question of %s, on a line of its own', async (_what, ask) => {
    const { prompter, written } = typing();
    const left = await ask(prompter).catch((error: unknown) => error);
    expect(left).toBeInstanceOf(Interrupted);
    expect(left).toMatchObject({ how: 'end-of-input' });
    expect(written()).toMatch(/[:>] \n$/);
    await expect(ask(prompter)).rejects.toMatchObject({ how: 'end-of-input' });
  });

  test('that broke or ended before the first question counts as ended', async () => {
    const input = new PassThrough();
    input.destroy();
    await expect(aPrompter(input).prompter.askOne(goal)).rejects.toMatchObject({ how: 'end-of-input' });
  });

  test('is let go by a signal from outside', async () => {
    const { prompter } = aPrompter(new PassThrough());
    const asked = prompter.askOne(goal);
    prompter.interrupt('SIGTERM');
    await expect(asked).rejects.toMatchObject({ how: 'SIGTERM' });
    await expect(prompter.askOne(goal)).rejects.toMatchObject({ how: 'SIGTERM' });
  });

  test('is not read while nobody is asked', async () => {
    const input = new PassThrough();
    const { prompter } = aPrompter(input);
    expect(input.listenerCount('data')).toBe(0);
    input.write('1\n2\n');
    await prompter.askOne(goal);
    expect(input.isPaused()).toBe(true);
    prompter.close();
    prompter.close();
    expect(input.listenerCount('data')).toBe(0);
  });
});

test('no escape code and no other control character is ever written', async () => {
  const { prompter, written } = typing(
    '\u001b[31m\u0007\u009b2J\u202Ex\n\u001b]0;title\u0007\n1\n\u001b[A\n2026-12-03\n',
  );
  await prompter.askOne(goal);
  await prompter.askText({ ...date, check: (text) => (text.includes('A') ? `No: ${text}` : undefined) });
  expect(written()).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
});

test('no line is wider than the terminal at 30 columns, and no word is cut', async () => {
  const { prompter, written } = aPrompter(Readable.from([Buffer.from('x\n1\n')]), 30);
  await prompter.askSeveral(billers);
  for (const line of written().split('\n')) expect(line.trimEnd().length).toBeLessThanOrEqual(30);
  expect(written().replace(/\s+/g, ' ')).toContain('5. A phone company or another offer. 6.');
});

test('a document is shown before the question and ends its line', () => {
  const { prompter, written } = typing();
  prompter.say({ lang: 'en', title: 'Hello', blocks: [], result: null });
  expect(written()).toBe('[Hello]\n');
});
