import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { chalkStyle, plainStyle } from '../../src/render/style';
import { renderText, type TextOptions } from '../../src/render/text';
import { widthOf } from '../../src/render/width';
import { paragraph, type Block, type Document } from '../../src/view/document';
import { aDocument, aStep, checklist, everywhere, HOSTILE, label, reviewScreen, stepScreen } from './documents';

const text = (document: Document, options: Partial<TextOptions> = {}): string =>
  renderText(document, { columns: 80, style: plainStyle, ...options });
const one = (block: Block, options: Partial<TextOptions> = {}): string =>
  text(aDocument([block]), { margin: 0, ...options });
const color = chalkStyle(new Chalk({ level: 1 }), { hyperlinks: true });
const UNSEEN =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\u200B-\u200F\uFEFF]|\p{Cs}/u;

describe('what gets through to a screen', () => {
  it.each(HOSTILE)('nothing of %s without colour', (_name, hostile) => {
    for (const plain of [false, true])
      expect(text(everywhere(hostile), { ids: true, paper: true, plain })).not.toMatch(UNSEEN);
  });
  it.each(HOSTILE)('nothing of %s but the looks with colour', (_name, hostile) => {
    const looks = /\u001B\[\d+m|\u001B\]8;;(https:\/\/[\x21-\x7E]*)?\u0007/g;
    expect(text(everywhere(hostile), { style: color, ids: true, paper: true }).replace(looks, '')).not.toMatch(UNSEEN);
  });
  it('links an address to itself, and to nothing when something in it had to be escaped', () => {
    expect(one({ kind: 'page', url: 'https://chatgpt.com/' }, { style: color })).toContain(
      '\u001B]8;;https://chatgpt.com/\u0007',
    );
    expect(one({ kind: 'page', url: 'https://chatgpt.com/\u001B' }, { style: color })).not.toContain(']8;;');
    expect(one({ kind: 'page', url: 'https://chаtgpt.com/' }, { style: color })).not.toContain(']8;;');
  });
  it('no link where the terminal knows none', () =>
    expect(
      one(
        { kind: 'page', url: 'https://chatgpt.com/' },
        { style: chalkStyle(new Chalk({ level: 1 }), { hyperlinks: false }) },
      ),
    ).toBe('\u001B[36mhttps://chatgpt.com/\u001B[39m\n'));
});

describe('the room there is', () => {
  const documents = [
    stepScreen,
    reviewScreen,
    checklist,
    everywhere('Cancel the 日本語 subscription 👩‍👩‍👧 before 2\u00A0December'),
  ];
  const isOnePiece = (line: string): boolean =>
    /https:|^ *(npx|Cancel the 日本語 subscription 👩‍👩‍👧 before 2\u00A0December$)/.test(line);
  it.each([20, 30, 40, 80, 200])('no line is wider than %i columns, but for an address or a command', (columns) => {
    for (const document of documents) {
      for (const options of [{}, { ids: true, paper: true }, { plain: true }]) {
        const wide = text(document, { columns, ...options })
          .split('\n')
          .filter((line) => widthOf(line) > Math.min(columns, 80) && !isOnePiece(line));
        expect(wide).toEqual([]);
      }
    }
  });
  it('has the same words at every width', () => {
    const words = (columns: number): string => text(stepScreen, { columns }).replace(/\s+/g, '');
    for (const columns of [20, 30, 40, 200]) expect(words(columns)).toBe(words(80));
  });
  it('has the same words in colour, without the quotes', () => {
    const bare = text(stepScreen, { style: color }).replace(/\u001B\[\d+m|\u001B\]8;;[^\u0007]*\u0007/g, '');
    expect(bare.replace(/\s+/g, '')).toBe(text(stepScreen, { quotes: ['', ''] }).replace(/\s+/g, ''));
  });
  it.each([
    [80, '  A'],
    [39, ' A'],
    [29, 'A'],
  ])('at %i columns the margin fits', (columns, start) =>
    expect(text(aDocument([paragraph('A')]), { columns })).toBe(`${start}\n`),
  );
});

describe('headings', () => {
  const heading: Block = {
    kind: 'heading',
    level: 2,
    text: 'Cancel with Apple',
    aside: { text: 'before 2 December', tone: 'warning' },
  };
  it('have their aside at the right edge', () =>
    expect(one(heading, { columns: 40 })).toBe('Cancel with Apple      before 2 December\n'));
  it('drop it below where there is no room', () =>
    expect(one(heading, { columns: 30 })).toBe('Cancel with Apple\nbefore 2 December\n'));
  it('are bold, but not the one that only says where one is', () => {
    const shown = text(stepScreen, { style: color });
    expect(shown).toContain('\u001B[1mCancel with Apple\u001B[22m');
    expect(shown).not.toContain('\u001B[1mStep 4 of 9');
  });
  it('stand together when one follows another', () =>
    expect(text(stepScreen)).toMatch(/^ {2}Step 4 of 9 .*\n {2}Cancel with Apple/));
});

describe('words inside a line', () => {
  it('quotes button words where no colour marks them', () =>
    expect(one(paragraph(['Tap ', label('Cancel'), '.']))).toBe('Tap “Cancel”.\n'));
  it('quotes them as the language does', () =>
    expect(one(paragraph(['Touchez ', label('Annuler')]), { quotes: ['«\u00A0', '\u00A0»'] })).toBe(
      'Touchez «\u00A0Annuler\u00A0»\n',
    ));
  it('makes them bold where it can', () =>
    expect(one(paragraph(['Tap ', label('Cancel'), '.']), { style: color })).toBe('Tap \u001B[1mCancel\u001B[22m.\n'));
  it('shows the English words beside a translation', () =>
    expect(one(paragraph([label('Gérer', 'Manage')]))).toBe('“Gérer” (Manage)\n'));
  it('does not say the same word twice', () => expect(one(paragraph([label('Siri', 'Siri')]))).toBe('“Siri”\n'));
  it('gives money its colour under its title only', () =>
    expect(one(paragraph('You pay.', 'warning', 'Watch out'), { style: color })).toBe(
      '\u001B[33m\u001B[1mWatch out:\u001B[22m\u001B[39m You pay.\n',
    ));
  it('reads on from a title, with a colon where the words need one', () => {
    for (const title of ['Worked when:', 'Worked when'])
      expect(one(paragraph('The list is empty.', 'plain', title))).toBe('Worked when: The list is empty.\n');
    expect(one(paragraph('the list is empty.', 'plain', 'It worked when'))).toBe('It worked when the list is empty.\n');
  });
});

describe('blocks', () => {
  it('numbers lists with a hanging indent', () =>
    expect(one({ kind: 'list', ordered: true, items: [['Open the settings first.'], ['Tap.']] }, { columns: 20 })).toBe(
      '1. Open the settings\n   first.\n2. Tap.\n',
    ));
  it('aligns the numbers of a long list', () =>
    expect(one({ kind: 'list', ordered: true, items: Array.from({ length: 10 }, () => ['x']) }).split('\n')[0]).toBe(
      ' 1. x',
    ));
  it('sets terms and values in two columns', () => {
    const facts: Block = {
      kind: 'facts',
      rows: [
        { term: 'Plan', line: ['Plus'] },
        { term: 'Charged by', line: ['Apple'], aside: { text: 'again', tone: 'quiet' } },
      ],
    };
    expect(one(facts, { columns: 40 })).toBe('Plan         Plus\nCharged by   Apple                 again\n');
    expect(one(facts, { columns: 20 })).toBe('Plan\n  Plus\nCharged by\n  Apple        again\n');
  });
  it('breaks a menu path at its arrows only', () => {
    const path: Block = { kind: 'path', labels: [label('Settings'), label('Data controls'), label('Delete all')] };
    expect(one(path)).toBe('Settings → Data controls → Delete all\n');
    expect(one(path, { columns: 26 })).toBe('Settings → Data controls →\nDelete all\n');
    expect(one(path, { columns: 20 })).toBe('Settings →\nData controls →\nDelete all\n');
  });
  it('turns the arrows where the language reads from the right', () =>
    expect(text(aDocument([{ kind: 'path', labels: ['א', 'ב'] }], 'he'))).toBe('  א ← ב\n'));
  it('never cuts an address', () => {
    const url = `https://example.org/${'long/'.repeat(30)}`;
    expect(one({ kind: 'page', url, title: 'Open:' }, { columns: 30 })).toBe(`Open:\n${url}\n`);
    expect(one(paragraph(['See ', { kind: 'address', url }, '.']), { columns: 30 })).toContain(url);
  });
  it('prints a line to write on for paper only', () => {
    expect(one({ kind: 'fill', label: 'Date:' })).toBe('');
    expect(one({ kind: 'fill', label: 'Date:' }, { paper: true })).toBe('Date: ____________\n');
  });
});

describe('steps', () => {
  it('are one line each in an overview, with their asides in a column', () => {
    const short = aDocument([
      aStep({ number: 1, title: 'Ask', aside: { text: '2 min', tone: 'quiet' } }),
      aStep({ number: 2, title: 'Cancel with Apple', aside: { text: 'now', tone: 'warning' } }),
    ]);
    expect(text(short)).toBe('  1  Ask                  2 min\n  2  Cancel with Apple    now\n');
    expect(text(short, { columns: 20 })).toBe('1  Ask\n   2 min\n2  Cancel with Apple\n   now\n');
  });
  it('have boxes as soon as one of them is not open', () => {
    const states = (['open', 'done', 'skipped'] as const).map((state, index) =>
      aStep({ number: index + 1, title: state, state }),
    );
    expect(text(aDocument(states))).toBe('  [ ] 1  open\n  [x] 2  done\n  [-] 3  skipped\n');
  });
  it('have their blocks under them in a checklist, and their id if asked', () => {
    const step = aStep({ blocks: [paragraph('Only Apple can.')], aside: { text: '2 min', tone: 'quiet' } });
    expect(text(aDocument([step]), { ids: true, columns: 60 })).toBe(
      '  [ ] 4  Cancel with Apple (cancel-apple)              2 min\n         Only Apple can.\n',
    );
  });
  it('keep their numbers in a column', () =>
    expect(text(aDocument([aStep({ number: 9 }), aStep({ number: 10 })]))).toBe(
      '   9  Cancel with Apple\n  10  Cancel with Apple\n',
    ));
});
