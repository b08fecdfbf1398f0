// `quitgpt why`, `alternatives`, `schema` and `completion`: what is printed for reading, for editors and for shells.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { readAnswers } from '../../src/content/outside-schema';
import { guide } from '../../src/content/compiled/guide';
import { SHELLS } from '../../src/cli/typed/options';
import { COMMANDS } from '../../src/cli/commands/all';
import { aHost } from '../support/fake-host';
import { expectRefusal, expectRun, resultIn } from '../support/program';

const nothing = { stderr: '', files: {}, pages: [] };
const printed = async (argv: string | readonly string[]): Promise<string> =>
  (await expectRun(aHost(argv), { code: 0, stdout: /./, ...nothing })).printed().stdout;

describe('why', () => {
  test('holds every claim with its sources, in every form', async () => {
    const reasons = resultIn(await printed('why --json'))['reasons'];
    expect(reasons.map(({ id }) => id)).toEqual(guide.claims.map(({ id }) => id));
    for (const form of ['text', 'markdown', 'html']) expect(await printed(`why --format ${form}`)).toMatch(/OpenAI/);
  });

  test('speaks French, and goes into a file', async () => {
    expect(await printed('why --lang fr')).not.toBe(await printed('why'));
    await expectRun(aHost('why --out why.html'), {
      code: 0,
      stdout: '',
      stderr: /why\.html/,
      files: { '~/desk/why.html': /^<!doctype html>/i },
      pages: [],
    });
  });
});

describe('campaign', () => {
  test('says of every figure from when it is and who reports it, and of nothing found that nothing was found', async () => {
    const { looked, entries } = resultIn(await printed('campaign --json')) as unknown as {
      looked: string;
      entries: readonly {
        id: string;
        group: string;
        date?: string;
        text: string;
        reportedBy: readonly { publisher: string }[];
      }[];
    };
    expect(entries.map(({ id }) => id)).toEqual(guide.campaign.map(({ id }) => id));
    expect(looked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const { group, date, text, reportedBy } of entries) {
      if (group === 'figures')
        expect([date, reportedBy[0]?.publisher], text).toEqual([expect.stringMatching(/^2026-/), expect.any(String)]);
      expect(reportedBy.length === 0).toBe(group === 'unknown');
    }
    const text = (await printed('campaign')).replace(/\s+/g, ' ');
    expect(text).toMatch(/13 February 2026 · More than 700,000 [^(]*\(PCMag, Futurism/);
    expect(text).toMatch(/nothing found: - No figure from after March 2026/);
    expect(text).toContain('advise against Grok');
  });

  test('has the same in every form, speaks French, and goes into a file', async () => {
    for (const form of ['text', 'markdown', 'html'])
      expect(await printed(`campaign --format ${form}`)).toMatch(/TechRounder/);
    expect(await printed('campaign --lang fr')).toMatch(/Aucun chiffre postérieur à mars 2026/);
    await expectRun(aHost('campaign --out campaign.html'), {
      code: 0,
      stdout: '',
      stderr: /campaign\.html/,
      files: { '~/desk/campaign.html': /^<!doctype html>/i },
      pages: [],
    });
  });

  test('asks for nothing more than the name', () => expectRefusal('campaign now', { id: 'too_many_arguments' }));
});

describe('alternatives', () => {
  test('say of each import the day it was checked, and promise none that is reported broken', async () => {
    const all = (await printed('alternatives')).replace(/\s+/g, ' ');
    expect(all.match(/\(checked 30 November 2026\)/g)).toHaveLength(guide.alternatives.length);
    expect(all).toMatch(/reported broken since June 2026/);
    for (const one of resultIn(await printed('alternatives --json'))['alternatives'] as unknown as readonly {
      what: string;
      checked: string;
    }[])
      expect([one.what, one.checked].every((text) => text.length > 5)).toBe(true);
  });

  test('stand in alphabetical order, each with what it is', async () => {
    const names = resultIn(await printed('alternatives --json'))['alternatives'].map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    expect(await printed('alternatives --format markdown')).toMatch(/^# /);
  });
});

describe('schema answers', () => {
  test('is a JSON Schema that names its draft', async () => {
    const schema = JSON.parse(await printed('schema answers'));
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  });

  test('says yes and no where the program does', async () => {
    const schema = JSON.parse(await printed('schema answers')) as Schema;
    const documents: readonly (readonly [boolean, unknown])[] = [
      [true, {}],
      [true, { goal: 'cancel', plan: 'plus', billedBy: ['apple', 'google'], uses: [], nextBilling: '2026-12-03' }],
      [
        true,
        { goal: 'unsure', billedBy: 'unsure', uses: 'unsure', nextBilling: 'unsure', role: 'owner', lockedOut: true },
      ],
      [true, { reason: 'price', reasonText: 'too dear', name: 'Ana', done: ['cancel-apple'], skip: ['tell-others'] }],
      [false, { goal: 'stop' }],
      [false, { billedBy: ['openai', 'bank'] }],
      [false, { billedBy: 'apple' }],
      [false, { unknown: 1 }],
      [false, { done: 'cancel-apple' }],
      [false, { done: ['Cancel Apple'] }],
      [false, { name: 'x'.repeat(101) }],
      [false, { lockedOut: 'yes' }],
      [false, []],
      [false, 'cancel'],
      [false, null],
    ];
    for (const [fits, document] of documents)
      expect([accepts(schema, document), readAnswers(document).ok], JSON.stringify(document)).toEqual([fits, fits]);
  });

  test('of anything else is refused', async () => {
    await expectRun(aHost('schema record'), { code: 2, stdout: '', stderr: /record.*answers/, files: {}, pages: [] });
  });
});

describe('completion', () => {
  test.each(SHELLS)('for %s is a script that calls the program back', async (shell) => {
    const { log } = console;
    const script = await printed(['completion', shell]);
    expect(console.log).toBe(log);
    expect(script).toMatch(/quitgpt complete ['"]?--/);
  });

  test('for another shell is refused', async () => {
    await expectRun(aHost('completion tcsh'), {
      code: 2,
      stdout: '',
      stderr: /tcsh.*bash, zsh, fish, powershell/,
      files: {},
      pages: [],
    });
    await expectRun(aHost('completion bsh'), { code: 2, stdout: '', stderr: /bash\?\n$/, files: {}, pages: [] });
  });

  test('a full disk is noticed, a closed pipe is not an error', async () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    await expectRun(aHost('completion bash', { stdoutFault: () => full }), {
      code: 1,
      stdout: '',
      stderr: /^[^\n]+\n$/,
      files: {},
      pages: [],
    });
    await expectRun(aHost('completion bash', { stdoutFault: () => Object.assign(full, { code: 'EPIPE' }) }), {
      code: 0,
      stdout: '',
      ...nothing,
    });
  });

  const suggested = async (...words: readonly string[]): Promise<readonly string[]> =>
    (await printed(['complete', '--', ...words]))
      .split('\n')
      .flatMap((line) => (line.includes('\t') ? [line.split('\t')[0] ?? ''] : []));

  test('suggests commands, options and what they take', async () => {
    expect(await suggested('')).toEqual(expect.arrayContaining([...COMMANDS]));
    expect(await suggested('')).not.toContain('complete');
    expect(await suggested('sta')).toEqual(['status']);
    expect(await suggested('--lan')).toEqual(['--lang']);
    expect(await suggested('--goal', '')).toEqual(['cancel', 'delete', 'unsure']);
    expect(await suggested('--plan', 'b')).toEqual(['business']);
    expect(await suggested('checklist', '--format', '')).toEqual(['text', 'markdown', 'html', 'json']);
    expect(await suggested('open', 'bill')).toContain('billing');
    expect(await suggested('completion', 'z')).toEqual(['zsh']);
    expect(await suggested('--done', 'cancel-a')).toEqual(expect.arrayContaining(['cancel-apple', 'cancel-api-plan']));
    expect(await suggested('schema', '')).toEqual(['answers']);
    expect(await suggested('--lang', '')).toEqual(LANGUAGES);
    expect(await suggested('--region', 'u')).toEqual(['uk', 'us', 'unsure']);
    expect(await suggested('card', '--size', '')).toEqual(['wide', 'tall', 'both']);
    expect(await suggested('share', '--on', 'm')).toEqual(['mastodon']);
  });

  test('suggests nothing after nonsense, and does not fail', async () => {
    expect(await suggested('--xyzzy')).toEqual([]);
    expect(await suggested('--name', '')).toEqual([]);
  });
});

test('a list is refused a word too many', async () => {
  await expectRefusal('why not', { id: 'too_many_arguments', names: ['not'] });
});

type Schema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
};
const KNOWN = new Set([
  '$schema',
  'title',
  'description',
  'type',
  'enum',
  'const',
  'anyOf',
  'items',
  'properties',
  'additionalProperties',
  'required',
  'maxItems',
  'maxLength',
  'pattern',
  'format',
]);

/** A validator for the words this schema uses; any other word is a failure, so that nothing goes unchecked. */
function accepts(schema: Schema, value: unknown): boolean {
  for (const word of Object.keys(schema))
    if (!KNOWN.has(word)) throw new Error(`the schema uses “${word}”, which this test does not know`);
  const { type, properties = {}, items } = schema;
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (type !== undefined && type !== kind) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if ('const' in schema && schema.const !== value) return false;
  if (schema.anyOf !== undefined && !schema.anyOf.some((one) => accepts(one, value))) return false;
  if (
    typeof value === 'string' &&
    (value.length > (schema.maxLength ?? Infinity) ||
      (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)))
  )
    return false;
  if (
    Array.isArray(value) &&
    (value.length > (schema.maxItems ?? Infinity) ||
      (items !== undefined && !value.every((one) => accepts(items, one))))
  )
    return false;
  if (kind !== 'object' || schema.properties === undefined) return true;
  return Object.entries(value as object).every(([key, inner]) =>
    Object.hasOwn(properties, key) ? accepts(properties[key] as Schema, inner) : schema.additionalProperties !== false,
  );
}
