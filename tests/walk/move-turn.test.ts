// "Take your chats along" in the wizard: there once an export is checked, left at any time, and never the word that something arrived.
import { describe, expect, test } from 'vitest';
import { shardPath, smallExport, without } from '../../scripts/exports/edit';
import { rawZip } from '../../scripts/exports/raw-zip';
import { countsOf } from '../../scripts/exports/truth';
import { guide } from '../../src/content/compiled/guide';
import { main } from '../../src/main';
import { errno, RECORD_PATH, type Setting } from '../support/fake-host';
import { aPerson, BACK, type Person, type Turn } from '../support/fake-prompter';
import { aPng } from '../support/pictures';
import { aRecord, aWizard, keptAs, textOf, today } from '../support/program';
import { aCheck } from '../support/builders';
import { cancelWithApple } from './journeys';

const whole = smallExport();
const ZIP = rawZip(whole.entries);
const count = countsOf(whole.truth).conversations;
const PLACE = '~/Downloads/mine.zip';
const profile = {
  goal: 'delete',
  plan: 'plus',
  billedBy: ['apple'],
  uses: ['gpts'],
  nextBilling: '2026-12-24',
} as const;
/** At the step, with an export that was checked before; `-` in a file's name is from the end of the export's. */
const kept = (verdict: 'whole' | 'damaged' | 'cannot-tell' = 'whole'): Readonly<Record<string, string>> =>
  keptAs(
    aRecord({
      profile: { ...profile } as never,
      export: { check: aCheck({ file: PLACE, bytes: ZIP.length, verdict, on: today }) },
    }),
  );

async function walked(
  turns: readonly Turn[],
  { files = { ...kept(), [PLACE]: ZIP }, ...setting }: Setting = {},
  argv = '--step verify-export --no-open',
): Promise<{
  readonly person: Person;
  readonly files: readonly string[];
  readonly record: string;
  readonly said: string;
}> {
  const person = aPerson([['carry-on', 'carry-on'], ...turns]);
  const host = aWizard(argv, person, { files, ...setting });
  await main(host);
  expect(person.problems(), person.put.map(({ id }) => id).join(' ')).toEqual([]);
  expect(host.problems()).toEqual([]);
  return {
    person,
    files: Object.keys(host.changed()).filter((path) => !path.endsWith('record.json')),
    record: String(host.disk()[RECORD_PATH]),
    said: textOf(person.said()),
  };
}

const atStep: Turn = ['step:verify-export', 'move'];
const stop: Turn = ['step:verify-export', 'stop'];
const valuesAt = (person: Person, id: string, nth = 0): readonly string[] =>
  person.put.filter((one) => one.id === id)[nth]?.values ?? expect.fail(`${id} was not asked`);

describe('the choice', () => {
  test('is not there before an export was looked into, and not for one that is broken', async () => {
    for (const files of [keptAs(aRecord({ profile: { ...profile } as never })), { ...kept('damaged'), [PLACE]: ZIP }]) {
      const { person } = await walked([stop], { files });
      expect(valuesAt(person, 'step:verify-export')).not.toContain('move');
    }
  });
  test('appears once the check is through, and asks for nothing by itself', async () => {
    const files = { ...keptAs(aRecord({ profile: { ...profile } as never })), [PLACE]: ZIP };
    const { person } = await walked(
      [['step:verify-export', 'check'], ['export:which', '1'], ['export:titles', 'yes'], stop],
      { files },
    );
    expect(valuesAt(person, 'step:verify-export')).not.toContain('move');
    expect(valuesAt(person, 'step:verify-export', 1)).toContain('move');
    expect(person.put.filter(({ id }) => id === 'step:verify-export')[1]?.initial).toBe('done');
  });
  test('does not come back at a broken second export', async () => {
    const broken = rawZip(without(whole, shardPath(0)).entries);
    const { person } = await walked([['step:verify-export', 'check'], ['export:which', '1'], stop], {
      files: { ...kept(), [PLACE]: broken },
    });
    expect(valuesAt(person, 'step:verify-export')).toContain('move');
    expect(valuesAt(person, 'step:verify-export', 1)).not.toContain('move');
  });
});

describe('which assistant', () => {
  test('is a list in order with none before it, and Enter takes none', async () => {
    const { person, files } = await walked([atStep, ['move:which', 'none'], stop]);
    expect(valuesAt(person, 'move:which')).toEqual(['none', ...guide.alternatives.map(({ id }) => id)]);
    expect(person.put.find(({ id }) => id === 'move:which')?.initial).toBe('');
    expect(person.put.filter(({ id }) => id === 'step:verify-export')[1]?.initial).toBe('done');
    expect(files).toEqual([]);
  });
  test('can be gone back from, from the list and from an assistant', async () => {
    const { person } = await walked([
      atStep,
      ['move:which', 'claude'],
      ['move:claude', BACK],
      ['move:which', BACK],
      stop,
    ]);
    expect(person.put.filter(({ id }) => id === 'move:which')[1]?.initial).toBe('claude');
  });
  test('can be several, one after the other', () =>
    walked([
      atStep,
      ['move:which', 'lumo'],
      ['move:lumo', 'another'],
      ['move:which', 'alpine'],
      ['move:alpine', 'enough'],
      stop,
    ]));
  test('lists what only the screen has, with what was said of it', async () => {
    const { said } = await walked([atStep, ['move:which', 'none'], stop]);
    expect(said).toMatch(/GPTs: “Copy your GPTs and projects”: not done yet/);
    expect(said).not.toMatch(/^Projects: “/m);
  });
  test('changes nothing in what is kept', async () => {
    const { record } = await walked([atStep, ['move:which', 'open-webui'], ['move:open-webui', 'enough'], stop]);
    expect(record).toBe((await walked([stop])).record);
  });
});

describe('the files', () => {
  const writes = (id: string, form: string, then: Turn = ['move:' + id, 'enough']): readonly Turn[] => [
    atStep,
    ['move:which', id],
    [`move:${id}`, `write-${form}`],
    then,
    stop,
  ];
  test.each([
    ['open-webui', 'open-webui', 'open-webui-001.json'],
    ['librechat', 'claude', 'conversations.json'],
    ['obsidian', 'markdown', 'README.md'],
  ])('for %s are written beside the export', async (id, form, file) => {
    const { person, files, said } = await walked(writes(id, form));
    const folder = `~/Downloads/mine-${form}`;
    expect(files).toContain(`${folder}/${file}`);
    expect(files.filter((path) => !/^~\/Downloads\/mine-[\w-]+(\.partial)?($|\/)/.test(path))).toEqual([]);
    expect(said.replace(/\s+/g, ' ')).toContain(`Written: ${count} chats, into ${folder}. Nothing was sent`);
    expect(person.put.filter((one) => one.id === `move:${id}`)[1]?.initial).toBe('open');
  });
  test('twice are brought up to date, and what somebody else put there is left alone', async () => {
    const twice = await walked([
      atStep,
      ['move:which', 'obsidian'],
      ['move:obsidian', 'write-markdown'],
      ['move:obsidian', 'write-markdown'],
      ['move:obsidian', 'enough'],
      stop,
    ]);
    expect(twice.files.some((path) => path.includes('markdown-2'))).toBe(false);
    const other = await walked(writes('obsidian', 'markdown'), {
      files: { ...kept(), [PLACE]: ZIP, '~/Downloads/mine-markdown/own.md': 'mine' },
    });
    expect(other.files).toContain('~/Downloads/mine-markdown-2/README.md');
    expect(other.files).not.toContain('~/Downloads/mine-markdown/own.md');
  });
  test('are offered only where there are some: not to Claude, not without the export, not for nothing', async () => {
    for (const [id, files] of [
      ['claude', { ...kept(), [PLACE]: ZIP }],
      ['alpine', { ...kept(), [PLACE]: ZIP }],
      ['open-webui', kept()],
    ] as const) {
      const { person } = await walked([atStep, ['move:which', id], [`move:${id}`, 'enough'], stop], { files });
      expect(valuesAt(person, `move:${id}`).filter((value) => value.startsWith('write'))).toEqual([]);
    }
  });
  test('that the disk refuses are said in a sentence, and the person goes on', async () => {
    const { said } = await walked(writes('obsidian', 'markdown'), {
      files: { ...kept(), [PLACE]: ZIP },
      fault: ({ name, path }) => {
        if (name === 'writeWhole' && path.includes('mine-markdown')) throw errno('ENOSPC', path);
      },
    });
    expect(said).toMatch(/no room|disk is full/i);
    expect(said).not.toContain('Written:');
  });
  test('can be stopped: whole files stay, and the next question ends the walk', async () => {
    const person = aPerson([
      ['carry-on', 'carry-on'],
      atStep,
      ['move:which', 'obsidian'],
      ['move:obsidian', 'write-markdown'],
      ['move:obsidian', { leave: 'ctrl-c' }],
    ]);
    let written = 0;
    const host = aWizard('--step verify-export --no-open', person, {
      files: { ...kept(), [PLACE]: ZIP },
      fault: ({ name }) => {
        if (name === 'writeWhole' && (written += 1) === 5) host.signal('SIGINT');
      },
    });
    expect(await main(host)).toBe(130);
    const said = textOf(person.said()).replace(/\s+/g, ' ');
    expect(said).toContain('Stopped. The files in ~/Downloads/mine-markdown.partial are whole');
  });
  test('of an export that has changed into something else are said not to be there', async () => {
    const { said } = await walked(writes('obsidian', 'markdown'), {
      files: { ...kept(), [PLACE]: 'no zip '.repeat(30) },
    });
    expect(said).toContain('no ZIP file');
  });
});

test('nothing says that anything was imported, of any assistant', async () => {
  const turns = guide.alternatives.flatMap(({ id }): readonly Turn[] => [
    ['move:which', id],
    [`move:${id}`, 'another'],
  ]);
  const { said } = await walked([atStep, ...turns, ['move:which', 'none'], stop]);
  expect(said.replaceAll(/it said “imported” and nothing appeared/g, '').replace(/\s+/g, ' ')).not.toMatch(
    /(was|were|is|are|has been|have been) (imported|moved|taken over)|success/i,
  );
});

test('at the end it is one of the extras, and comes back to them', async () => {
  const person = aPerson([
    ...cancelWithApple.slice(0, -2),
    ['extras', 'move'],
    ['move:which', 'claude'],
    ['move:claude', 'open'],
    ['move:claude', 'enough'],
    ...cancelWithApple.slice(-2),
  ]);
  const host = aWizard('', person, { files: { 'shot.png': aPng({ width: 1170, height: 2532 }) }, opens: 'asked' });
  await main(host);
  expect(person.problems()).toEqual([]);
  expect(host.pages).toContain('https://claude.com/import-memory');
});
