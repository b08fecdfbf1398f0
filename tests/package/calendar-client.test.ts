// The calendar in a real calendar program: khal imports it, shows each day where it belongs, and doubles nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, plainEnvironment, run, runProgram } from '../support/tools';

const hasKhal = spawnSync('khal', ['--version']).status === 0;
const ANSWERS =
  '--no-input --goal delete --plan plus --billed-by openai --uses none --next-billing 2027-01-31 --region eea --charged-on 2026-11-19';
const DAYS = [
  '2026-11-22 Look for the e-mail with your ChatGPT export',
  '2026-11-29 The ChatGPT export should be here by now',
  '2026-11-30 Last day for the link to the ChatGPT export',
  '2026-12-03 Last day to take back the ChatGPT purchase',
  '2027-01-29 Last good day to cancel ChatGPT',
  '2027-02-01 Look at your statement for a ChatGPT charge',
  '2027-03-01 Look for a ChatGPT charge once more',
];

describe.skipIf(!hasKhal)('khal (needs khal)', () => {
  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris'])(
    'in %s: every entry stands on its day, for that whole day, and a second import changes nothing',
    { timeout: 120_000 },
    async (zone) => {
      const home = aFolder();
      const calendar = join(home, 'calendar');
      mkdirSync(calendar);
      const config = join(home, 'khal.conf');
      writeFileSync(
        config,
        `[calendars]\n[[leaving]]\npath = ${calendar}\n[locale]\nlocal_timezone = ${zone}\ndefault_timezone = ${zone}\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${join(home, 'khal.db')}\n`,
      );
      // Noon of 22 November where the person is.
      const offset = { 'Pacific/Kiritimati': 14, 'Pacific/Pago_Pago': -11, 'Europe/Paris': 1 }[zone] ?? 0;
      const clock = String(Date.UTC(2026, 10, 22, 12 - offset) / 1000);
      const options = {
        cwd: home,
        env: plainEnvironment(home, { TZ: zone, SOURCE_DATE_EPOCH: clock, LC_ALL: 'C.UTF-8' }),
      };
      await runProgram(ANSWERS.split(' '), options);
      await runProgram(['--no-input', '--done', 'export-data'], options);
      const written = await runProgram(['calendar', '--out', 'days.ics'], options);
      expect(written).toMatchObject({ code: 0, stdout: '' });

      const khal = (...args: readonly string[]): ReturnType<typeof run> =>
        run('khal', ['-c', config, ...args], options);
      const list = async (): Promise<readonly string[]> =>
        (
          await khal('list', '--day-format', '', '--format', '{start-date} {title} {start-time}', '2026-11-01', '200d')
        ).stdout
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
      const imported = await khal('import', '--batch', '-a', 'leaving', 'days.ics');
      expect(imported.code, imported.stderr).toBe(0);
      expect(await list()).toEqual(DAYS);
      const files = readdirSync(calendar);
      expect(files).toHaveLength(DAYS.length);

      const again = await khal('import', '--batch', '-a', 'leaving', 'days.ics');
      expect(again.code, again.stderr).toBe(0);
      expect(await list()).toEqual(DAYS);
      expect(readdirSync(calendar)).toEqual(files);
    },
  );
});
