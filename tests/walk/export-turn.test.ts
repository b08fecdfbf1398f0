// The data export on the way: checked at its step, asked for before the deletion, counted in what may be shared.
import { describe, expect, test } from 'vitest';
import { shardPath, smallExport, without } from '../../scripts/exports/edit';
import type { Small } from '../../scripts/exports/edit';
import { rawZip } from '../../scripts/exports/raw-zip';
import { countsOf } from '../../scripts/exports/truth';
import { main } from '../../src/main';
import type { JourneyRecord } from '../../src/journey/record';
import type { Document } from '../../src/view/document';
import { aHost, RECORD, RECORD_PATH, TODAY, type Setting } from '../support/fake-host';
import { aPerson, BACK, ENTER, type Person, type Turn } from '../support/fake-prompter';
import { aWizard } from '../support/program';
import { beforeTheGate, theEnd } from './journeys';

const whole = smallExport();
const zipOf = (small: Small): Uint8Array => rawZip(small.entries);
const files = { '~/Downloads/mine.zip': zipOf(whole) };
const count = countsOf(whole.truth).conversations.toLocaleString('en');
const untilTheExport = beforeTheGate.slice(0, -1);
const checks: readonly Turn[] = [
  ['step:verify-export', 'check'],
  ['export:which', '1'],
  ['export:titles', 'yes'],
];
const afterDeleting: readonly Turn[] = [
  ['step:delete-account', 'done'],
  ['proof:delete-account', ENTER],
  ['step:remove-apps', 'done'],
  ['step:check-statement', 'done'],
  ...theEnd,
];

async function walked(
  turns: readonly Turn[],
  code: number,
  setting: Setting = { files },
): Promise<{ readonly person: Person; readonly record: JourneyRecord; readonly disk: Setting['files'] }> {
  const person = aPerson(turns);
  const host = aWizard('', person, setting);
  const ended = await main(host);
  expect(person.problems(), person.put.map(({ id }) => id).join(' ')).toEqual([]);
  expect(ended).toBe(code);
  return { person, record: JSON.parse(host.changed()[RECORD] ?? '{}') as JourneyRecord, disk: host.disk() };
}

const saidBefore = (person: Person, id: string, nth = 0): string =>
  JSON.stringify(person.put.filter((one) => one.id === id)[nth]?.said ?? expect.fail(`${id} was not asked`));
const textOf = (documents: readonly Document[]): string => JSON.stringify(documents);

describe('the step that looks into the export', () => {
  test('offers to check it first, and says what was found', async () => {
    const { person, record } = await walked([...untilTheExport, ...checks, ['step:verify-export', 'stop']], 3);
    expect(person.put.find(({ id }) => id === 'step:verify-export')?.initial).toBe('check');
    expect(saidBefore(person, 'export:titles')).toContain('"Whole"');
    expect(record.export?.check).toMatchObject({
      on: TODAY,
      verdict: 'whole',
      file: '~/Downloads/mine.zip',
      seen: 'both',
    });
  });
  test('is not marked by a check: the person does that, and it is suggested', async () => {
    const { person, record } = await walked([...untilTheExport, ...checks, ['step:verify-export', 'stop']], 3);
    expect(record.steps['verify-export']).toBeUndefined();
    expect(person.put.filter(({ id }) => id === 'step:verify-export')[1]?.initial).toBe('done');
  });
  test('a damaged export is not asked about its titles, and “done” is not suggested', async () => {
    const { person, record } = await walked(
      [...untilTheExport, ['step:verify-export', 'check'], ['export:which', '1'], ['step:verify-export', 'stop']],
      3,
      { files: { '~/Downloads/mine.zip': zipOf(without(whole, shardPath(0))) } },
    );
    expect(saidBefore(person, 'step:verify-export', 1)).toContain('Damaged: do not delete');
    expect(person.put.filter(({ id }) => id === 'step:verify-export')[1]?.initial).not.toBe('done');
    expect(record.export?.check?.verdict).toBe('damaged');
  });
  test('a chat that is missing is said to be a reason not to delete', async () => {
    const { person, record } = await walked(
      [
        ...untilTheExport,
        ['step:verify-export', 'check'],
        ['export:which', '1'],
        ['export:titles', 'no'],
        ['step:verify-export', 'done'],
        ['copy', ENTER],
      ],
      3,
    );
    expect(saidBefore(person, 'step:verify-export', 1)).toContain('do not delete yet');
    expect(record.export?.check?.seen).toBe('missing');
    expect(saidBefore(person, 'copy')).toContain('a chat is missing in ~/Downloads/mine.zip');
  });
  test('takes a file from anywhere, dropped in quotes', async () => {
    await walked(
      [
        ...untilTheExport,
        ['step:verify-export', 'check'],
        ['export:path', 'nowhere.zip', 'refused'],
        ['export:path', "'/tmp/my export.zip' "],
        ['export:titles', 'later'],
        ['step:verify-export', 'stop'],
      ],
      3,
      { files: { '/tmp/my export.zip': zipOf(whole) } },
    );
  });
  test('back from the question leaves everything as it was', async () => {
    const { record } = await walked(
      [...untilTheExport, ['step:verify-export', 'check'], ['export:which', BACK], ['step:verify-export', 'stop']],
      3,
    );
    expect(record.export).toBeUndefined();
  });
  test('a file that is no export is said, and the step goes on', async () => {
    const { person } = await walked(
      [...untilTheExport, ['step:verify-export', 'check'], ['export:path', 'shot.png'], ['step:verify-export', 'stop']],
      3,
      { files: { 'shot.png': 'no zip '.repeat(20) } },
    );
    expect(saidBefore(person, 'step:verify-export', 1)).toContain('no ZIP file');
  });
  test('is kept before its titles are asked about: whoever leaves to look has the result', async () => {
    const { record } = await walked(
      [
        ...untilTheExport,
        ['step:verify-export', 'check'],
        ['export:which', '1'],
        ['export:titles', { leave: 'ctrl-c' }],
      ],
      130,
    );
    expect(record.export?.check).toMatchObject({ verdict: 'whole', file: '~/Downloads/mine.zip' });
    expect(record.export?.check?.seen).toBeUndefined();
  });
  test('neither a title nor a word of a chat is kept', async () => {
    const { record } = await walked([...untilTheExport, ...checks, ['step:verify-export', 'stop']], 3);
    const kept = JSON.stringify(record);
    for (const { title } of whole.truth)
      if (typeof title === 'string' && title.length > 5) expect(kept).not.toContain(title);
    expect(kept).not.toMatch(/tok-/);
  });
});

describe('the deletion', () => {
  test('after a whole export asks for the word at once, says what is kept, and starts on its first action', async () => {
    const { person } = await walked(
      [
        ...untilTheExport,
        ...checks,
        ['step:verify-export', 'done'],
        ['gate:delete-account', 'DELETE'],
        ...afterDeleting,
      ],
      0,
    );
    expect(saidBefore(person, 'gate:delete-account')).toMatch(
      new RegExp(`whole: ${count} conversations from .* in ~/Downloads/mine\\.zip, checked on 22 November 2026`),
    );
    expect(person.put.find(({ id }) => id === 'step:delete-account')?.initial).not.toBe('stop');
  });
  test.each<[string, readonly Turn[]]>([
    ['nobody checked', [['step:verify-export', 'skip']]],
    ['only marked as done', [['step:verify-export', 'done']]],
  ])('without a whole export (%s) stops by default', async (_how, turns) => {
    const { person, record } = await walked([...untilTheExport, ...turns, ['copy', ENTER]], 3);
    expect(person.put.find(({ id }) => id === 'copy')?.initial).toBe('stop');
    expect(record.steps['delete-account']).toBeUndefined();
  });
  test('can check then and there, and goes on with a whole one', async () => {
    const { person } = await walked(
      [
        ...untilTheExport,
        ['step:verify-export', 'skip'],
        ['copy', 'check'],
        ['export:which', '1'],
        ['export:titles', 'yes'],
        ['gate:delete-account', 'DELETE'],
        ['step:delete-account', 'stop'],
      ],
      3,
    );
    expect(saidBefore(person, 'gate:delete-account')).toContain(`whole: ${count} conversations`);
  });
  test('takes the person’s own words, keeps them, and still starts on “stop”', async () => {
    const { person, record } = await walked(
      [
        ...untilTheExport,
        ['step:verify-export', 'skip'],
        ['copy', 'none'],
        ['gate:delete-account', 'DELETE'],
        ['step:delete-account', 'stop'],
      ],
      3,
    );
    expect(record.export?.own).toEqual({ word: 'no-copy', on: TODAY });
    expect(person.put.find(({ id }) => id === 'step:delete-account')?.initial).toBe('stop');
  });
  test('does not take a damaged export for a copy', async () => {
    const { person } = await walked(
      [
        ...untilTheExport,
        ['step:verify-export', 'check'],
        ['export:which', '1'],
        ['step:verify-export', 'skip'],
        ['copy', ENTER],
      ],
      3,
      { files: { '~/Downloads/mine.zip': zipOf(without(whole, shardPath(0))) } },
    );
    expect(person.put.find(({ id }) => id === 'copy')?.values).toEqual(['stop', 'check', 'none', 'back']);
  });
  test('sees that the file has gone since it was checked', async () => {
    const { disk } = await walked(
      [...untilTheExport, ...checks, ['step:verify-export', 'done'], ['gate:delete-account', ENTER]],
      3,
    );
    const { [RECORD_PATH]: record = '' } = disk ?? {};
    const person = aPerson([
      ['carry-on', 'carry-on'],
      ['review', 'start'],
      ['copy', ENTER],
    ]);
    const host = aWizard('', person, { files: { [RECORD_PATH]: record } });
    expect(await main(host)).toBe(3);
    expect(person.problems()).toEqual([]);
    expect(textOf(person.said())).toContain('is not there as it was then');
  });
  test('sees that another file has taken its place', async () => {
    const { disk } = await walked(
      [...untilTheExport, ...checks, ['step:verify-export', 'done'], ['gate:delete-account', ENTER]],
      3,
    );
    const person = aPerson([
      ['carry-on', 'carry-on'],
      ['review', 'start'],
      ['copy', ENTER],
    ]);
    const host = aWizard('', person, {
      files: { ...disk, '~/Downloads/mine.zip': zipOf(smallExport({ conversations: 3 })) },
    });
    expect(await main(host)).toBe(3);
    expect(person.problems()).toEqual([]);
    expect(textOf(person.said())).toContain('is not there as it was then');
  });
  test('that stops members of a workspace is not asked for a copy', async () => {
    const { person } = await walked(
      [
        ['goal', 'delete'],
        ['plan', 'enterprise'],
        ['billed-by', ['none']],
        ['uses', ['none']],
        ['review', 'stop'],
      ],
      3,
    );
    expect(person.put.map(({ id }) => id)).not.toContain('copy');
  });
});

test('what may be shared says how many chats were saved, and nothing about the file', async () => {
  const { disk } = await walked(
    [...untilTheExport, ...checks, ['step:verify-export', 'done'], ['gate:delete-account', 'DELETE'], ...afterDeleting],
    0,
  );
  const host = aHost('summary --format markdown', { files: disk ?? {} });
  expect(await main(host)).toBe(0);
  const { stdout } = host.printed();
  expect(stdout).toContain(`Data export checked on 22 November 2026 and found whole: ${count} conversations`);
  expect(stdout).not.toMatch(/mine\.zip|Downloads|[0-9a-f]{64}/);
});
