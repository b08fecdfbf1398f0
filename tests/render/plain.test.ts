import { describe, expect, it } from 'vitest';
import { plainStyle } from '../../src/render/style';
import { renderText, type TextOptions } from '../../src/render/text';
import { paragraph, type Block, type Document } from '../../src/view/document';
import { aDocument, aStep, checklist, label, reviewScreen, stepScreen } from './documents';

const plain = (document: Document, options: Partial<TextOptions> = {}): string =>
  renderText(document, { columns: Infinity, style: plainStyle, plain: true, ...options });
const one = (block: Block, lang = 'en'): string => plain(aDocument([block], lang));
const screens = [stepScreen, reviewScreen, checklist];

describe('the plain twin', () => {
  it('says a step as on the storyboard', () =>
    expect(plain(stepScreen).split('\n').slice(0, 4)).toEqual([
      'Step 4 of 9. Before 2 December.',
      'Cancel with Apple. 2 min.',
      'Deleting the account does not stop an Apple subscription. Only Apple can.',
      '1. On the iPhone, open “Settings” and tap your name.',
    ]));
  it('ends every line with a pause, but for what would be copied with it', () => {
    const lines = screens.flatMap((screen) => plain(screen, { paper: true, ids: true }).trimEnd().split('\n'));
    expect(lines.filter((line) => !/[.:!?]$/.test(line) && !/^(https:|npx )/.test(line))).toEqual([]);
  });
  it('has no margin, no empty line, no box, no arrow and no ESC', () => {
    for (const screen of screens) expect(plain(screen)).not.toMatch(/^ |^$\n|\[[ x-]\]|→|\u001B/m);
  });
  it('begins a line with a capital, but for a name that has none', () => {
    const heading = (text: string): string => one({ kind: 'heading', level: 1, text });
    expect(heading('what is left')).toBe('What is left.\n');
    expect(heading('quitgpt 0.1.0')).toBe('quitgpt 0.1.0.\n');
    expect(heading('iPhone or iPad')).toBe('iPhone or iPad.\n');
  });
  it('says the state of a step in words', () =>
    expect(one(aStep({ state: 'done', stateWord: 'done', aside: { text: '2 min', tone: 'quiet' } }))).toBe(
      '4. Cancel with Apple. Done. 2 min.\n',
    ));
  it('holds every word of the screen form', () => {
    const wordsOf = (text: string): readonly string[] =>
      [...(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].sort();
    for (const screen of screens)
      expect(wordsOf(plain(screen))).toEqual(
        wordsOf(renderText(screen, { columns: 80, style: plainStyle }).replace('[x]', '')),
      );
  });
  it('says facts as sentences, with the colon of the language', () => {
    const facts: Block = {
      kind: 'facts',
      rows: [{ term: 'Offre', line: ['Plus'], aside: { text: 'en cours', tone: 'quiet' } }],
    };
    expect(one(facts, 'fr')).toBe('Offre\u00A0: Plus. En cours.\n');
    expect(one(facts)).toBe('Offre: Plus. En cours.\n');
  });
  it('puts no full stop after an address, a command or a name of a file', () => {
    expect(one({ kind: 'page', url: 'https://chatgpt.com/' })).toBe('https://chatgpt.com/\n');
    expect(one(paragraph(['Open ', { kind: 'address', url: 'https://chatgpt.com/' }]))).toBe(
      'Open https://chatgpt.com/\n',
    );
    expect(one({ kind: 'command', text: 'npx quitgpt' })).toBe('npx quitgpt\n');
    expect(one(paragraph(['Written to ', { kind: 'code', text: 'summary.md' }]))).toBe('Written to summary.md\n');
  });
  it('pauses at the end of every line of a text', () => expect(one(paragraph('One\nTwo'))).toBe('One.\nTwo.\n'));
  it('leaves names as they are written', () =>
    expect(one({ kind: 'heading', level: 1, text: 'iPhone' })).toBe('iPhone.\n'));
  it('joins a path with words of the keyboard', () =>
    expect(one({ kind: 'path', labels: [label('Settings'), label('Gérer', 'Manage')] })).toBe(
      'Settings > Gérer (Manage).\n',
    ));
  it('breaks at blanks where the screen has an edge', () =>
    expect(plain(aDocument([paragraph('one two three four five six')]), { columns: 20 })).toBe(
      'one two three four\nfive six.\n',
    ));
});
