// `quitgpt move`: every assistant in short, one with its steps, and what was copied by hand as the person said it.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { guide } from '../../src/content/compiled/guide';
import { formatDay } from '../../src/content/locale';
import type { JourneyRecord } from '../../src/journey/record';
import { withState } from '../../src/journey/record';
import { publisherOf } from '../../src/view/source-lines';
import { aDay, aTranslator } from '../support/builders';
import { aHost, RECORD_PATH } from '../support/fake-host';
import { aRecord, expectRefusal, expectRun, keptAs, resultIn, today } from '../support/program';

const COMPARED = aDay('2026-11-30');
const nothing = { stderr: '', files: {}, pages: [] };
const printed = async (
  argv: string | readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<string> => (await expectRun(aHost(argv, { files }), { code: 0, stdout: /./, ...nothing })).printed().stdout;
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('move', () => {
  test.each(LANGUAGES)('names each assistant once, in order, with the day of the comparison (%s)', async (lang) => {
    const text = await printed(`move --lang ${lang}`);
    const at = guide.alternatives.map(({ name }) => text.indexOf(`  ${name} `));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(text.split(formatDay(lang, COMPARED))).toHaveLength(guide.alternatives.length + 1);
  });
  test('says with which file and in which menu, and “nothing known” where nothing is', async () => {
    const text = flat(await printed('move'));
    expect(text).toContain(
      'Chats quitgpt export save export.zip --to my-chats-open-webui --format open-webui · “Settings” → “Data Controls” → “Import Chats”',
    );
    expect(text).toContain('Chats the ZIP of the export, untouched · “Settings & help” → “Import memory to Gemini”');
    expect(text).toContain(
      'Memory, by hand quitgpt export memory export.zip --for lumo · “Settings” → “Memory” → “Saved memories”',
    );
    expect(text).toContain('To read quitgpt export save export.zip --to my-chats · “Open folder as vault”');
    expect(text.match(/nothing known/g)).toHaveLength(
      guide.alternatives.filter(({ takes }) => takes.length === 0).length,
    );
  });
  test('has the same in JSON, with the sources of each', async () => {
    const { assistants, onlyOnScreen } = resultIn(await printed('move --json')) as unknown as {
      assistants: readonly {
        id: string;
        takes: readonly { sources: readonly unknown[] }[];
        sources: readonly unknown[];
      }[];
      onlyOnScreen: readonly { what: string }[];
    };
    expect(assistants.map(({ id }) => id)).toEqual(guide.alternatives.map(({ id }) => id));
    for (const { sources, takes } of assistants)
      for (const list of [sources, ...takes.map((one) => one.sources)]) expect(list.length).toBeGreaterThan(0);
    expect(onlyOnScreen.map(({ what }) => what)).toEqual(['gpts', 'projects']);
  });
  test('goes into a file in any form', async () => {
    expect(await printed('move --format markdown')).toMatch(/^# Take your chats along\n/);
    await expectRun(aHost('move claude --out claude.html'), {
      code: 0,
      stdout: '',
      stderr: /claude\.html/,
      files: { '~/desk/claude.html': /^<!doctype html>/i },
      pages: [],
    });
    await expectRun(aHost('move --format md'), { code: 2, stdout: '', stderr: /md.*markdown/, files: {}, pages: [] });
  });
});

describe('move and a name', () => {
  const every = LANGUAGES.flatMap((lang) => guide.alternatives.map(({ id }) => [lang, id] as const));
  test.each(every)('%s %s: the file first, then what is done there, and where it is from', async (lang, id) => {
    const one = guide.alternatives.find((other) => other.id === id);
    const text = await printed(['move', id, '--lang', lang]);
    for (const { with: file } of one?.takes ?? [])
      expect(flat(text)).toContain(
        { zip: 'ZIP', memory: 'quitgpt export memory export.zip', markdown: '--to my-chats' }[file as 'zip'] ??
          `--format ${file}`,
      );
    const translator = await aTranslator(lang);
    for (const id_ of one?.sources ?? []) {
      const source = guide.sources[id_];
      expect(flat(text)).toContain(flat(source === undefined ? '?' : publisherOf(translator, source)));
    }
    expect(text).toContain(formatDay(lang, COMPARED));
    const url = guide.links[one?.link ?? '']?.url;
    if (url !== undefined) expect(text).toContain(url);
    // Where chats go, somebody has to look; where none go, nobody has to.
    const { say, ui } = translator;
    expect(flat(text).includes(flat(say(ui.move.look)))).toBe(one?.takes.some((taken) => taken.id === 'chats'));
  });
  test.each([
    ['Open WebUI', 'open-webui'],
    ['openwebui', 'open-webui'],
    ['LM studio', 'lm-studio'],
    ['duck.ai', 'duckduckgo'],
    ['DuckDuckGo (Duck.ai)', 'duckduckgo'],
    ['proton', 'lumo'],
    ['CLAUDE', 'claude'],
  ])('%s is found however it is written', async (typed, id) =>
    expect(resultIn(await printed(['move', typed, '--json']))['id']).toBe(id),
  );
  test('of nobody is refused in one sentence, with the nearest name', async () => {
    await expectRefusal('move grok', { id: 'bad_assistant', names: ['grok', 'quitgpt move'] });
    await expectRefusal('move claud', { id: 'bad_assistant', names: ['claud', 'claude?'] });
    await expectRefusal('move libre-chatt', { id: 'bad_assistant', names: ['librechat?'] });
    await expectRefusal(['move', '()'], { id: 'bad_assistant' });
    await expectRefusal('move open webui', { id: 'too_many_arguments', names: ['webui'] });
  });
  test('is completed', async () =>
    expect(await printed(['complete', '--', 'move', 'l'])).toMatch(/^librechat\t.*\nlm-studio\t.*\nlumo\t/));
});

describe('what only the screen has', () => {
  const profile = { goal: 'delete', plan: 'plus', billedBy: ['apple'], uses: ['gpts', 'projects'] } as const;
  const of = async (record: JourneyRecord): Promise<unknown> =>
    (resultIn(await printed('move claude --json', keptAs(record)))['onlyOnScreen'] as readonly object[]).map((one) =>
      Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'text')),
    );
  const record = aRecord({ profile });
  const both = (more: object): readonly object[] => ['gpts', 'projects'].map((what) => ({ what, ...more }));

  test('is not said to be copied by anybody who did not say so', async () => {
    expect(await of(record)).toEqual(both({ step: 'copy-own-work', state: 'open' }));
    expect(await of(withState(record, 'copy-own-work', 'skipped', today))).toEqual(
      both({ step: 'copy-own-work', state: 'skipped', on: today }),
    );
  });
  test('is in words what it is: open, skipped or done', async () => {
    const words = async (one: JourneyRecord): Promise<string> => flat(await printed('move', keptAs(one)));
    expect(await words(record)).toContain('“Copy your GPTs and projects”: not done yet');
    const skipped = await words(withState(record, 'copy-own-work', 'skipped', today));
    expect(skipped).toContain('“Copy your GPTs and projects”: skipped on 22 November');
    expect(skipped).not.toContain('done, you said');
  });
  test('goes by the step that is done, where two copy it', async () => {
    const edu = aRecord({ profile: { goal: 'delete', plan: 'edu', billedBy: ['organization'], uses: ['gpts'] } });
    const steps = (await of(edu)) as readonly { readonly step: string }[];
    const other = steps[0]?.step === 'save-by-hand' ? 'copy-own-work' : 'save-by-hand';
    expect(await of(withState(edu, other, 'done', today))).toEqual([
      { what: 'gpts', step: other, state: 'done', on: today },
    ]);
  });
  test('is said as the person said it, with the day', async () => {
    const done = withState(record, 'copy-own-work', 'done', today);
    expect(await of(done)).toEqual(both({ step: 'copy-own-work', state: 'done', on: today }));
    expect(flat(await printed('move', keptAs(done)))).toContain(
      '“Copy your GPTs and projects”: done, you said (22 November)',
    );
  });
  test('is what they have, and nothing where they have none', async () => {
    expect(await of(aRecord({ profile: { ...profile, uses: ['projects'] } }))).toEqual([
      { what: 'projects', step: 'copy-own-work', state: 'open' },
    ]);
    const none = aRecord({ profile: { ...profile, uses: [] } });
    expect(await of(none)).toEqual([]);
    expect(await printed('move', keptAs(none))).not.toContain('What only the screen has');
  });
  test('is what there may be without progress, or with progress that cannot be read', async () => {
    const plain = await printed('move claude');
    expect(plain).toContain('nobody has said that they are copied');
    expect(await printed('move claude', { [RECORD_PATH]: '{' })).toBe(plain);
    expect(await printed('move claude --no-record', keptAs(withState(record, 'copy-own-work', 'done', today)))).toBe(
      plain,
    );
  });
});
