// The way into a deletion, from a Record that is kept: what counts as a copy there, and what is suggested.
import { expect, test } from 'vitest';
import { main } from '../../src/main';
import { guide } from '../../src/content/compiled/guide';
import { journeyFor } from '../../src/journey/journey';
import type { ExportRecord, JourneyRecord } from '../../src/journey/record';
import { withExportCheck, withState } from '../../src/journey/record';
import { aCheck, TODAY } from '../support/builders';
import { RECORD_PATH } from '../support/fake-host';
import type { FakeHost, Thing } from '../support/fake-host';
import { aPerson, BACK, ENTER, type Person, type Turn } from '../support/fake-prompter';
import { aRecord, aWizard, keptAs, recordOn, textOf } from '../support/program';

/** Everything before `to` is done. */
function before(to: string, changes: Partial<JourneyRecord> = {}): JourneyRecord {
  const record = aRecord({
    profile: { goal: 'delete', plan: 'plus', billedBy: ['apple'], uses: [], nextBilling: 'unsure' },
    ...changes,
  });
  const ids = journeyFor(record.profile, guide, TODAY).steps.map(({ step }) => step.id);
  return ids.slice(0, ids.indexOf(to)).reduce((sofar, id) => withState(sofar, id, 'done', TODAY), record);
}

/** Starts again with `record`, at its first open step, and answers with `turns` from there. */
async function again(
  record: JourneyRecord,
  turns: readonly Turn[],
  files: Readonly<Record<string, Thing>> = {},
  meanwhile: (id: string, host: FakeHost) => void | Promise<void> = () => {},
): Promise<{ readonly person: Person; readonly record: JourneyRecord | undefined }> {
  const person = aPerson([['carry-on', 'carry-on'], ['review', 'start'], ...turns], (_turn, id) => meanwhile(id, host));
  const host = aWizard('', person, { files: { ...files, ...keptAs(record) } });
  await main(host);
  expect(person.problems()).toEqual([]);
  return { person, record: recordOn(host) };
}
const asked = (person: Person, id: string, time = 0): Person['put'][number] =>
  person.put.filter((one) => one.id === id)[time] ?? expect.fail(`“${id}” was not asked`);
const initialOf = (person: Person, id: string): unknown => asked(person, id).initial;

const inFolder: ExportRecord = { check: aCheck({ file: '~/Downloads/export', sha256: undefined }) };
const inZip: ExportRecord = { check: aCheck({ file: '~/Downloads/mine.zip', bytes: 3 }) };
const gate: readonly Turn[] = [
  ['gate:delete-account', 'DELETE'],
  ['step:delete-account', 'stop'],
];
const asksForCopy: readonly Turn[] = [['copy', ENTER]];

test.each<[string, ExportRecord, Readonly<Record<string, Thing>>, readonly Turn[]]>([
  ['a folder that is there is a copy', inFolder, { '~/Downloads/export': { kind: 'directory' } }, gate],
  ['a folder that is gone is none', inFolder, {}, asksForCopy],
  ['a file in place of the folder is none', inFolder, { '~/Downloads/export': 'zip' }, asksForCopy],
  ['a file of the same size is a copy', inZip, { '~/Downloads/mine.zip': 'zip' }, gate],
  ['a file of another size is none', inZip, { '~/Downloads/mine.zip': 'other' }, asksForCopy],
  ['a folder in place of the file is none', inZip, { '~/Downloads/mine.zip': { kind: 'directory' } }, asksForCopy],
])('%s', async (_what, exported, files, turns) => {
  await again(before('delete-account', { export: exported }), turns, files);
});

test('a word that was given before is suggested again, unless the export turned out to be damaged', async () => {
  const own = (word: 'own-copy' | 'no-copy', verdict?: 'damaged'): JourneyRecord =>
    before('delete-account', {
      export: { own: { word, on: TODAY }, ...(verdict === undefined ? {} : { check: aCheck({ verdict }) }) },
    });
  const suggested = async (record: JourneyRecord): Promise<unknown> =>
    initialOf((await again(record, [['copy', 'stop']])).person, 'copy');
  expect(await suggested(own('own-copy'))).toBe('own-copy');
  expect(await suggested(own('no-copy'))).toBe('no-copy');
  expect(await suggested(own('own-copy', 'damaged'))).toBe('stop');
  expect(await suggested(own('no-copy', 'damaged'))).toBe('no-copy');
});

test('back from the question about a copy leads to the step before, and keeps no word', async () => {
  const { record } = await again(before('delete-account'), [
    ['copy', 'back'],
    ['step:verify-export', 'stop'],
  ]);
  expect(record?.export).toBeUndefined();
});

test('back from the word after a whole export leads to the step before', async () => {
  await again(
    before('delete-account', { export: inZip }),
    [
      ['gate:delete-account', BACK],
      ['step:verify-export', 'stop'],
    ],
    { '~/Downloads/mine.zip': 'zip' },
  );
});

test('what is known of the copy is what was said of looking into it, and not of asking for it', async () => {
  const said = async (record: JourneyRecord): Promise<string> =>
    textOf(asked((await again(record, [['copy', 'stop']])).person, 'copy').said);
  const looked = before('delete-account');
  expect(await said(withState(looked, 'export-data', 'skipped', TODAY))).toContain(
    'you said on 22 November 2026 that it opens',
  );
  expect(await said(withState(looked, 'verify-export', 'skipped', TODAY))).toContain('nobody has said that the ZIP is');
});

test('a check that finds no whole export asks again, and shows the page before it once', async () => {
  const { person } = await again(before('delete-account'), [
    ['copy', 'check'],
    ['export:path', BACK],
    ['copy', 'stop'],
  ]);
  expect(asked(person, 'copy', 1).said).toEqual([]);
  expect([asked(person, 'copy').back, asked(person, 'copy').values.at(-1)]).toEqual([false, 'back']);
});

test('blanks alone are no word: nothing is deleted', async () => {
  const { person, record } = await again(
    before('delete-account', { export: inZip }),
    [['gate:delete-account', '   ']],
    { '~/Downloads/mine.zip': 'zip' },
  );
  expect(textOf(person.saidAfter())).toContain('Nothing was deleted');
  expect(record?.steps['delete-account']).toBeUndefined();
});

test('the word is named where it is asked for, and where another was typed', async () => {
  const { person } = await again(
    before('delete-account', { export: inZip }),
    [
      ['gate:delete-account', 'yes', 'refused'],
      ['gate:delete-account', ENTER],
    ],
    { '~/Downloads/mine.zip': 'zip' },
  );
  const { title, refusals } = asked(person, 'gate:delete-account');
  expect([title, ...refusals]).toEqual([expect.stringContaining('DELETE'), expect.stringContaining('DELETE')]);
});

test('an export that another window found whole while the word was typed is a copy', async () => {
  const { person } = await again(
    before('delete-account'),
    [['copy', 'own-copy'], ...gate],
    { '~/Downloads/mine.zip': 'zip' },
    async (id, host) => {
      const record = recordOn(host);
      if (id !== 'gate:delete-account' || record === undefined) return;
      const check = aCheck({ file: '~/Downloads/mine.zip', bytes: 3 });
      await host.files.writeAtomic(RECORD_PATH, keptAs(withExportCheck(record, check))[RECORD_PATH] ?? '');
    },
  );
  expect(initialOf(person, 'step:delete-account')).toBe('open');
});

test('leaving a workspace is asked for no copy beside an account of one’s own, whose chats stay', async () => {
  const record = before('leave-workspace', {
    profile: {
      goal: 'delete',
      plan: 'business',
      role: 'member',
      billedBy: ['organization', 'apple'],
      uses: [],
      nextBilling: 'unsure',
    },
  });
  await again(record, [
    ['gate:leave-workspace', 'LEAVE'],
    ['step:leave-workspace', 'stop'],
  ]);
});

test('leaving a workspace is asked for no copy, and its step starts on its first action', async () => {
  const record = before('leave-workspace', {
    profile: { goal: 'delete', plan: 'business', role: 'member', billedBy: ['organization'], uses: [] },
  });
  const { person } = await again(record, [
    ['gate:leave-workspace', 'LEAVE'],
    ['step:leave-workspace', 'stop'],
  ]);
  expect(initialOf(person, 'step:leave-workspace')).toBe('open');
});

test('an export that is not whole leaves its step for later, since the mail may take days', async () => {
  const { person } = await again(before('verify-export'), [
    ['step:verify-export', 'check'],
    ['export:path', BACK],
    ['step:verify-export', 'stop'],
  ]);
  expect(person.put.filter(({ id }) => id === 'step:verify-export').map(({ initial }) => initial)).toEqual([
    'check',
    'later',
  ]);
  expect(person.put.find(({ id }) => id === 'step:verify-export')?.values).toContain('later');
});
