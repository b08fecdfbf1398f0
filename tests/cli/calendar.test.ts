// `quitgpt calendar`: the days ahead as a file, on standard output, as JSON, and when there are none.
import { afterEach, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { loadCatalogue } from '../../src/content/catalogue';
import type { CivilDate } from '../../src/journey/dates';
import type { JourneyRecord } from '../../src/journey/record';
import { aHost, RECORD, RECORD_PATH } from '../support/fake-host';
import { aRecord, expectRun, keptAs, resultIn } from '../support/program';
import { expectRefused } from '../support/refused';
import { readCalendar } from '../support/calendar-reader';

const FILE = '~/desk/quitgpt-calendar-2026-11-22.ics';
const on = (day: string): CivilDate => day as CivilDate;
const done = (day: string): { readonly state: 'done'; readonly on: CivilDate } => ({ state: 'done', on: on(day) });
const leaving = aRecord({
  profile: {
    goal: 'delete',
    plan: 'plus',
    billedBy: ['openai'],
    uses: [],
    nextBilling: on('2027-01-31'),
    region: 'eea',
    chargedOn: on('2026-11-19'),
  },
  steps: { 'export-data': done('2026-11-21') },
  extras: { name: 'Ana Example', reasonText: 'My notes moved.' },
});
/** What the calendar of `leaving` holds on 22 November: the day it was asked for is past. */
const DAYS = [
  ['export-by', '2026-11-28'],
  ['export-link', '2026-11-29'],
  ['withdrawal', '2026-12-03'],
  ['cancel-by', '2027-01-29'],
  ['statement', '2027-02-01'],
  ['statement-again', '2027-03-01'],
] as const;
const over = aRecord({
  profile: { ...leaving.profile, nextBilling: 'unsure', chargedOn: 'unsure' },
  steps: {},
});
const { TZ } = process.env;

afterEach(() => {
  process.env['TZ'] = TZ;
});

/** The text of the file that `argv` writes. */
async function writtenBy(argv: string, record: JourneyRecord, now?: Date): Promise<string> {
  let text = '';
  await expectRun(aHost(argv, { files: keptAs(record), ...(now === undefined ? {} : { now }) }), {
    code: 0,
    stdout: '',
    stderr: /quitgpt-calendar-/,
    files: { [FILE]: (written) => (text = written) },
    pages: [],
  });
  return text;
}

test('writes a file into the folder one is in, and says what is in it and which file that is', async () => {
  await expectRun(aHost('calendar', { files: keptAs(leaving) }), {
    code: 0,
    stdout: '',
    stderr: [/by 29 January +Last good day to cancel ChatGPT/, /until 3 December/, /Written to .*\.ics\./],
    files: { [FILE]: (text) => expect(readCalendar(text).map(({ from }) => from)).toEqual(DAYS.map(([, day]) => day)) },
    pages: [],
  });
});

test('with --quiet only writes the file', async () => {
  await expectRun(aHost('calendar --quiet', { files: keptAs(leaving) }), {
    code: 0,
    stdout: '',
    stderr: '',
    files: { [FILE]: /^BEGIN:VCALENDAR\r\n/ },
    pages: [],
  });
});

describe('--out', () => {
  test('names the file, or the folder', async () => {
    for (const [out, file] of [
      ['my.ics', '~/desk/my.ics'],
      ['~/kept', '~/kept/quitgpt-calendar-2026-11-22.ics'],
    ] as const)
      await expectRun(
        aHost(['calendar', '--out', out], { files: { ...keptAs(leaving), '~/kept': { kind: 'directory' } } }),
        {
          code: 0,
          stdout: '',
          stderr: /Written to/,
          files: { [file]: /END:VCALENDAR\r\n$/ },
          pages: [],
        },
      );
  });

  test('- prints it, and nothing else on standard output', async () => {
    await expectRun(aHost('calendar --out -', { files: keptAs(leaving) }), {
      code: 0,
      stdout: (text) => expect(readCalendar(text)).toHaveLength(DAYS.length),
      stderr: (text) => expect(text).not.toContain('Written'),
      files: {},
      pages: [],
    });
  });

  test('replaces nothing without --force', async () => {
    const files = { ...keptAs(leaving), [FILE]: 'mine' };
    await expectRun(aHost('calendar', { files }), {
      code: 1,
      stdout: '',
      stderr: /^.*quitgpt-calendar-2026-11-22\.ics.*--force.*\n$/,
      files: {},
      pages: [],
    });
    await expectRun(aHost('calendar --force', { files }), {
      code: 0,
      stdout: '',
      stderr: /Written/,
      files: { [FILE]: /^BEGIN:VCALENDAR/ },
      pages: [],
    });
  });
});

test('--json gives the same days as data, and writes no file of its own', async () => {
  const host = await expectRun(aHost('calendar --json', { files: keptAs(leaving) }), {
    code: 0,
    stdout: /./,
    stderr: '',
    files: {},
    pages: [],
  });
  const { days } = resultIn(host.printed().stdout) as unknown as { days: readonly Record<string, unknown>[] };
  expect(days.map(({ id, on: day }) => [id, day])).toEqual(DAYS);
  expect(days[2]).toEqual({
    id: 'withdrawal',
    kind: 'until',
    on: '2026-12-03',
    state: 'ahead',
    step: 'ask-refund',
    title: expect.any(String),
    rule: expect.stringContaining('14 days'),
    facts: ['withdrawal-terms', 'withdrawal-help-page'],
    sources: ['eu-terms', 'help-7232895'],
  });
  await expectRun(aHost('calendar --out days.json', { files: keptAs(leaving) }), {
    code: 0,
    stdout: '',
    stderr: /Written/,
    files: { '~/desk/days.json': (text) => expect(resultIn(text)['days']).toEqual(days) },
    pages: [],
  });
});

test('where nothing is ahead says so in one sentence and writes nothing', async () => {
  for (const argv of ['calendar', 'calendar --out -'])
    await expectRun(aHost(argv, { files: keptAs(over) }), {
      code: 0,
      stdout: '',
      stderr: /^[^.]+\.\n$/,
      files: {},
      pages: [],
    });
  await expectRun(aHost('calendar --json', { files: keptAs(over) }), {
    code: 0,
    stdout: (text) => expect(resultIn(text)).toEqual({ days: [], late: [] }),
    stderr: '',
    files: {},
    pages: [],
  });
});

test('says what is too late, and what helps then', async () => {
  const late = { ...leaving, profile: { ...leaving.profile, nextBilling: on('2026-11-23') } };
  await expectRun(aHost('calendar', { files: keptAs(late) }), {
    code: 0,
    stdout: '',
    stderr: [/from 24 November/, /The last good day to cancel has passed/],
    files: { [FILE]: (text) => expect(text).not.toContain('cancel-by') },
    pages: [],
  });
});

test('without a Record says how to start', async () => {
  await expectRefused('calendar', { id: 'no_record', code: 1, names: [RECORD] });
  await expectRefused('calendar --no-record', {
    id: 'record_needed',
    flag: '--record',
    setting: { files: keptAs(leaving) },
  });
  await expectRefused('calendar', {
    id: 'record_not_json',
    code: 1,
    names: [RECORD],
    setting: { files: { [RECORD_PATH]: '{' } },
  });
});

describe('written twice', () => {
  const uids = (text: string): readonly string[] => readCalendar(text).map(({ uid }) => uid);
  test('the same Record gives the same entries, on another day too, so that they replace each other', async () => {
    const first = await writtenBy('calendar', leaving);
    expect(await writtenBy('calendar', leaving)).toBe(first);
    expect(new Set(uids(first)).size).toBe(DAYS.length);
    const moved = { ...leaving, profile: { ...leaving.profile, nextBilling: on('2027-02-05') } };
    expect(uids(await writtenBy('calendar', moved))).toEqual(uids(first));
    expect(uids(await writtenBy('calendar --lang fr', leaving))).toEqual(uids(first));
  });
});

describe.each(LANGUAGES)('in %s', (lang) => {
  test('every entry has its words, its sources and an alarm before it, and nothing of the person', async () => {
    const { words } = await loadCatalogue(lang);
    const text = await writtenBy(`calendar --lang ${lang}`, leaving);
    expect(text).toContain(`PRODID:-//quitgpt//calendar//${lang.toUpperCase()}\r\n`);
    const days = readCalendar(text);
    for (const [index, [id]] of DAYS.entries()) {
      const day = days[index];
      expect(day?.title).toBe(String(words.ui.timeline[id].title));
      expect(day?.text).toMatch(/https:\/\/[\s\S]*quitgpt status/);
      expect(day?.alarms.every((seconds) => seconds < 0)).toBe(true);
      expect(day?.alarms).toHaveLength(1);
      expect(day?.isWholeDay).toBe(true);
      expect(day?.uid).toBe(`${id}.${leaving.started}@quitgpt`);
    }
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).not.toMatch(/Ana|notes moved|\bPlus\b|record\.json|\/home|undefined|\{\w+\}/);
  });
});

test('in three zones, late in the evening and early in the morning, the days are the same', async () => {
  const texts = new Set<string>();
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo']) {
    process.env['TZ'] = zone;
    for (const now of [new Date(2026, 10, 22, 0, 5), new Date(2026, 10, 22, 23, 55)])
      texts.add((await writtenBy('calendar', leaving, now)).replaceAll(/DTSTAMP:\w+/g, 'DTSTAMP'));
  }
  expect(texts.size).toBe(1);
});
