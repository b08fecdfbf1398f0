// The reading in the built program: nothing of it is loaded by other commands, and nothing of it goes online.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'quitgpt-reading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const canTrace =
  existsSync('dist/quitgpt.cjs') && spawnSync('strace', ['-o', join(folder, 'try'), 'true']).status === 0;
if (!canTrace) console.warn('strace or the built program is missing: what the reading opens is not tested here');

/** What strace saw of these calls while the built program ran. */
function traced(
  calls: string,
  words: readonly string[],
): { readonly trace: string; readonly stdout: string; readonly stderr: string } {
  const log = join(folder, 'trace');
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'en_GB.UTF-8' };
  const { stdout, stderr, status } = spawnSync(
    'strace',
    ['-f', '-e', `trace=${calls}`, '-o', log, process.execPath, resolve('bin/quitgpt.js'), ...words],
    { cwd: folder, env, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  return { trace: readFileSync(log, 'utf8'), stdout, stderr };
}

test.skipIf(!canTrace)('reading a picture opens no connection and says nothing on stderr', () => {
  copyFileSync('tests/corpus/web-ended-fr-dark-dejavusans-2x-31.png', join(folder, 'shot.png'));
  const { trace, stdout, stderr } = traced('network,openat', ['proof', 'shot.png', '--auto-redact', '--json']);
  expect(trace).toContain('fra.traineddata.br');
  expect(trace).not.toMatch(/AF_INET|connect\(/);
  expect(stderr).not.toMatch(/resolution|Warning|Tesseract/i);
  expect(stdout).not.toContain('example');
});

test.skipIf(!canTrace).each([[['--version']], [['checklist', '--goal', 'cancel']], [['proof', '--help']]])(
  '%j opens nothing of it',
  (words) => {
    expect(traced('openat', words).trace).not.toMatch(/traineddata|tesseract|reading-words|read-picture|screenshots-/);
  },
);
