// The way into a deletion, from a Record that is kept: what counts as a copy there, and what is suggested.
import { expect, test } from 'vitest';
import { main } from '../../src/main';
import { guide } from '../../src/content/compiled/guide';
import { journeyFor } from '../../src/journey/journey';
import type { ExportRecord, JourneyRecord } from '../../src/journey/record';
import { withState } from '../../src/journey/record';
import { aCheck, TODAY } from '../support/builders';
import type { Thing } from '../support/fake-host';
import { aPerson, BACK, ENTER, type Person, type Turn } from '../support/fake-prompter';
import { aRecord, aWizard, keptAs, recordOn } from '../support/program';

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
): Promise<{ readonly person: Person; readonly record: JourneyRecord | undefined }> {
  const person = aPerson([['carry-on', 'carry-on'], ['review', 'start'], ...turns]);
  const host = aWizard('', person, { files: { ...files, ...keptAs(record) } });
  await main(host);
  expect(person.problems()).toEqual([]);
  return { person, record: recordOn(host) };
}
const initialOf = (person: Person, id: string): unknown =>
  (person.put.find((one) => one.id === id) ?? expect.fail(`“${id}” was not asked`)).initial;

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
