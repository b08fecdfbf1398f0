// The tries on other runtimes can fail: each of their checks does, on a program that says nothing and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../scripts/platforms/checks';
import type { Kit } from '../../scripts/platforms/kit';
import type { Machine, Ran } from '../../scripts/platforms/machine';
import { aliasOf, RUNTIMES } from '../../scripts/platforms/runtimes';
import { aFolder, ROOT } from '../support/tools';

/** A machine on which every run ends like this. */
function aMachine(work: string, ran: Ran): Machine {
  const nothing = {
    until: async () => Promise.reject(new Error('nothing came')),
    type: () => {},
    ended: Promise.resolve(0),
    close: () => {},
  };
  return {
    system: 'windows',
    work,
    recordFile: () => join(work, 'record.json'),
    run: async () => ran,
    system32: () => {},
    path: (here) => here,
    inTerminal: () => nothing,
    leave: () => {},
  };
}

function aKit(folder: string): Kit {
  for (const name of ['export.zip', 'picture.png']) writeFileSync(join(folder, name), 'x');
  return {
    folder,
    version: '1.2.3',
    program: '',
    exported: { zip: join(folder, 'export.zip'), conversations: 12 },
    picture: { png: join(folder, 'picture.png'), secret: 'x' },
  };
}

describe.each(CHECKS.map((check) => [check.name, check] as const))('%s', (_name, check) => {
  it.each([
    ['says nothing', { code: 0, stdout: '', stderr: '' }],
    ['crashes', { code: 134, stdout: '', stderr: 'Assertion failed' }],
    ['is killed', { code: null, stdout: '', stderr: '' }],
  ])('fails on a program that %s', async (_what, ran) => {
    const folder = aFolder();
    await expect(check.run(aMachine(folder, ran), aKit(folder))).rejects.toThrow();
  });
});

it('every runtime has a version of its own that does not move, and a name of its own', () => {
  for (const { version } of RUNTIMES) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  for (const names of [RUNTIMES.map(aliasOf), RUNTIMES.map(({ name }) => name)])
    expect(new Set(names).size).toBe(RUNTIMES.length);
});

it('the oldest Node that the package takes is tried', () => {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } };
  expect(RUNTIMES.map(({ version }) => version)).toContain(/\^([\d.]+)/.exec(engines.node)?.[1]);
});

it('CI runs them', () =>
  expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toMatch(/^npm run --silent try:platforms$/m));
