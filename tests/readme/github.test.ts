// What GitHub shows to newcomers, and what it runs: every form can be filled in, and no name in them stands for nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { guide } from '../../src/content/compiled/guide';
import { pathsIn } from './documents';

const FORMS = '.github/ISSUE_TEMPLATE';
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

type Field = {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly options?: readonly string[]; readonly placeholder?: string };
};
type Form = {
  readonly name: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly body: readonly Field[];
};
const forms = readdirSync(FORMS)
  .filter((name) => name !== 'config.yml')
  .map((name) => ({ name, form: parse(readFileSync(join(FORMS, name), 'utf8')) as Form }));

describe.each(forms)('the form $name', ({ form }) => {
  test('has what GitHub asks of a form', () => {
    expect(form.name).toBeTruthy();
    expect(form.description).toBeTruthy();
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    const ids = fields.map(({ id = '' }) => id);
    expect(ids.every((id) => /^[a-z-]+$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, attributes } of fields) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(attributes.label).toBeTruthy();
    }
  });
  test('has labels that CONTRIBUTING explains', () => {
    for (const label of form.labels) expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain(`\`${label}\``);
  });
});

test('the forms name steps and commands that are there', () => {
  const field = (file: string, id: string) =>
    forms.find(({ name }) => name === file)?.form.body.find((one) => one.id === id)?.attributes;
  expect(guide.steps.map(({ id }) => id)).toContain(field('step-is-wrong.yml', 'step')?.placeholder);
  const named = field('check-said.yml', 'command')?.options ?? [];
  const reference = readFileSync('docs/reference.md', 'utf8');
  for (const command of named.filter((one) => one.startsWith('quitgpt ')))
    expect(reference).toMatch(new RegExp(`^\\| \`${command}\\b`, 'm'));
});

test('the template of a change names files that are there', () => {
  const text = readFileSync('.github/pull_request_template.md', 'utf8');
  expect(pathsIn(text).filter((path) => !existsSync(path))).toEqual([]);
});

describe('the workflow', () => {
  type Step = { readonly uses?: string; readonly run?: string };
  type Job = { readonly steps: readonly Step[]; readonly permissions?: unknown };
  const text = readFileSync('.github/workflows/ci.yml', 'utf8');
  const flow = parse(text) as { permissions: unknown; jobs: Record<string, Job> };
  const steps = Object.values(flow.jobs).flatMap((job) => job.steps);

  test('may read this repository and nothing more', () => {
    expect(flow.permissions).toEqual({ contents: 'read' });
    expect(Object.values(flow.jobs).filter(({ permissions }) => permissions !== undefined)).toEqual([]);
    expect(text).not.toMatch(/secrets\.|pull_request_target/);
  });
  test('runs actions that cannot move', () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  });
  test('runs scripts that are there', () => {
    const named = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name));
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
  test('installs on Linux what the tests ask for', () => {
    const installed = steps.map(({ run = '' }) => run).join(' ');
    const pairs = /^for pair in (.*); do$/m.exec(readFileSync('.ci/run', 'utf8'))?.[1]?.split(' ') ?? [];
    const asked = pairs.map((pair) => pair.replace(/^.*:/, ''));
    expect(asked.length).toBeGreaterThan(5);
    // Runners have a Firefox of their own, and no package of that name.
    const elsewhere = ['chromium', 'firefox-esr', 'wine', 'wine64'];
    expect(asked.filter((name) => !elsewhere.includes(name) && !installed.includes(name))).toEqual([]);
  });
});
