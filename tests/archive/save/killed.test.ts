// A save on a real disk that is killed without warning: what is left is whole files, and the next save is whole.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MANY, smallExport } from '../../../scripts/exports/edit';
import { rawZip } from '../../../scripts/exports/raw-zip';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-save-'));
  writeFileSync(join(folder, 'x.zip'), rawZip(smallExport({ ...MANY, conversations: 120 }).entries));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a save into `to`; killed `after` ms once it began, when that is given. */
function save(to: string, after?: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/save-driver.ts', join(folder, 'x.zip'), to],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child.stdout.on('data', (said: Buffer) => {
    if (after !== undefined && said.includes('begin')) setTimeout(() => child.kill('SIGKILL'), after);
  });
  return new Promise((resolve) => child.on('close', () => resolve()));
}

/** Every file under a folder by its path inside. */
function filesIn(path: string, inside = ''): Readonly<Record<string, string>> {
  if (!existsSync(path)) return {};
  return Object.assign(
    {},
    ...readdirSync(path).map((name) =>
      statSync(join(path, name)).isDirectory()
        ? filesIn(join(path, name), `${inside}${name}/`)
        : { [`${inside}${name}`]: readFileSync(join(path, name), 'latin1') },
    ),
  ) as Readonly<Record<string, string>>;
}

it('at any moment leaves whole files, and the next save starts afresh', async () => {
  await save(join(folder, 'whole'));
  const whole = filesIn(join(folder, 'whole'));
  expect(Object.keys(whole).length).toBeGreaterThan(120);
  let stoppedInTheMiddle = 0;
  for (const after of [5, 15, 30, 45, 60, 90]) {
    await save(join(folder, 'chats'), after);
    expect(filesIn(join(folder, 'chats'))).toEqual(existsSync(join(folder, 'chats')) ? whole : {});
    const left = filesIn(join(folder, 'chats.partial'));
    // What was being written has a name that says so.
    for (const [path, content] of Object.entries(left))
      if (!/(?:^|\/)\.quitgpt-/.test(path)) expect(content === whole[path], path).toBe(true);
    if (Object.keys(left).length > 1) stoppedInTheMiddle += 1;
  }
  expect(stoppedInTheMiddle).toBeGreaterThan(0);
  await save(join(folder, 'chats'));
  expect(filesIn(join(folder, 'chats'))).toEqual(whole);
  expect(existsSync(join(folder, 'chats.partial'))).toBe(false);
}, 60_000);
