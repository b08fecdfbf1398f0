// "Today" is the person's day: around midnight and on the days when clocks change, in five time zones.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { plusFlags } from '../support/plus-flags';
import { aFolder, plainEnvironment, runProgram } from '../support/tools';

const ZONES = ['America/Los_Angeles', 'America/Sao_Paulo', 'Europe/Paris', 'Asia/Kolkata', 'Pacific/Auckland'];
/** Instants around local midnights, on ordinary days and on those when the clocks of Los Angeles, Paris and Auckland change. */
const MIDNIGHTS = [
  '2026-11-22',
  '2026-12-31',
  '2027-01-01',
  '2028-02-29',
  '2026-03-08',
  '2026-11-01',
  '2026-03-29',
  '2026-10-25',
  '2026-04-05',
  '2026-09-27',
];

/** The local day and UTC's offset by an implementation of its own: ICU. */
function localDay(zone: string, seconds: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(seconds * 1000));
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
}

describe.each(ZONES)('in %s', (zone) => {
  it('the civil day is the one on the wall, an hour around every midnight', async () => {
    const instants = MIDNIGHTS.flatMap((day) =>
      Array.from({ length: 27 * 2 }, (_, half) => Date.parse(`${day}T00:00:00Z`) / 1000 - 13 * 3600 + half * 1800),
    );
    const script = `const { civilDateOf } = require(${JSON.stringify(new URL('../../src/journey/dates.ts', import.meta.url).pathname)});
      process.stdout.write(JSON.stringify(${JSON.stringify(instants)}.map((seconds) => civilDateOf(new Date(seconds * 1000)))));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '-e', script], {
      env: { ...process.env, TZ: zone },
    });
    expect(JSON.parse(stdout)).toEqual(instants.map((seconds) => localDay(zone, seconds)));
  });

  it('a plan that renews today can be entered, and everything kept carries today', async () => {
    // An evening in the west and a morning in the east, when UTC has another day.
    for (const clock of ['2026-11-22T02:30:00Z', '2026-11-22T13:30:00Z']) {
      const seconds = Date.parse(clock) / 1000;
      const today = localDay(zone, seconds);
      const home = aFolder();
      const env = { ...plainEnvironment(home), TZ: zone, SOURCE_DATE_EPOCH: String(seconds) };
      const ran = await runProgram(
        [
          '--no-input',
          '--json',
          ...plusFlags({ billedBy: 'openai', nextBilling: today }),
          '--charged-on',
          today,
          '--done',
          'cancel-web',
        ],
        { cwd: home, env },
      );
      expect(ran.code, ran.stderr).toBe(3);
      const summary = JSON.parse(ran.stdout) as {
        readonly result: { readonly cancelled: readonly { readonly on: string }[] };
      };
      expect(summary.result.cancelled.map(({ on }) => on)).toEqual([today]);
      const status = JSON.parse((await runProgram(['status', '--json'], { cwd: home, env })).stdout) as {
        readonly result: { readonly started: string; readonly updated: string };
      };
      expect(status.result).toMatchObject({ started: today, updated: today });
    }
  });
});
