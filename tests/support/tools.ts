// The built program and the tools beside it, for tests that run real processes in folders of their own.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const ROOT = resolve(import.meta.dirname, '../..');
/** The built program, run with `process.execPath`. */
export const PROGRAM = join(ROOT, 'bin', 'quitgpt.js');
/** Noon of 22 November 2026, UTC, for `SOURCE_DATE_EPOCH`. */
export const CLOCK = String(Date.UTC(2026, 10, 22, 12) / 1000);

/** An empty folder that goes away when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quitgpt-test-'));
  // A program that was just ended may still be writing its last file there.
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  return folder;
}

/** A person's environment and nothing of the test runner's: no CI, no npm settings, no colour, a clock that stands still. */
export function plainEnvironment(home: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    TERM: 'xterm-256color',
    SOURCE_DATE_EPOCH: CLOCK,
    ...more,
  };
}

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs a program to its end. `input` goes to its stdin, which is otherwise empty. Never throws for a failure. */
export function run(
  file: string,
  args: readonly string[],
  {
    cwd,
    env,
    input = '',
  }: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly input?: string },
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(file, [...args], { cwd, env: { ...env } });
    const out = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => (out[name] += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...out }));
    // A program that does not read its stdin may be gone before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Runs the built program. */
export function runProgram(args: readonly string[], options: Parameters<typeof run>[2]): Promise<Ran> {
  return run(process.execPath, [PROGRAM, ...args], options);
}

/** Every file below `folder`, by its path from there, sorted. */
export function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The text of a file that another process is about to write, as soon as there is one. */
export function textWhenWritten(folder: string, name: string): Promise<string> {
  return new Promise((done) => {
    const watcher = watch(folder);
    const look = (): void => {
      const text = existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
      if (!text.endsWith('\n')) return;
      watcher.close();
      done(text);
    };
    watcher.on('change', look);
    look();
  });
}

/** Where a tool of the system is, or `undefined`. */
export function toolAt(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * Whether tests that need `what` can run here; says aloud when they cannot. In CI nothing is skipped: there the tests
 * run and fail, so that a missing tool is seen.
 */
export function canUse(what: string, present: boolean): boolean {
  if (present || process.env['CI'] === 'true') return true;
  process.stderr.write(`SKIPPED: these tests need ${what}, which is not here. See .ci/run.\n`);
  return false;
}

if (!existsSync(join(ROOT, 'dist', 'quitgpt.cjs')))
  throw new Error('The built program is not there. Run `npm run build` first.');
