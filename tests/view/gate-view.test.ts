// The page before a step that cannot be undone: who goes on charging, what was not done, and what is known of a copy.
import { beforeAll, describe, expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import type { CopyState } from '../../src/journey/copy';
import { journeyFor } from '../../src/journey/journey';
import type { Fact, Line } from '../../src/view/document';
import { gateDocument } from '../../src/view/gate-view';
import { billerName } from '../../src/view/translator';
import type { Translator } from '../../src/view/translator';
import { aCheck, aRecord, aTranslator, TODAY } from '../support/builders';
import type { RecordChanges } from '../support/builders';

let translator: Translator;
beforeAll(async () => {
  translator = await aTranslator('en');
});

const plain = (line: Line): string =>
  line.map((part) => (typeof part === 'string' ? part : 'text' in part ? part.text : '')).join('');

/** The rows of the gate before the account is deleted, or before what `step` names. */
function gate(changes: RecordChanges, { copy, step = 'delete-account' }: { copy?: CopyState; step?: string } = {}) {
  const record = aRecord({ ...changes, profile: { goal: 'delete', ...changes.profile } });
  const journey = journeyFor(record.profile, guide, TODAY);
  const entry = journey.steps.find((one) => one.step.id === step);
  if (entry === undefined) throw new Error(`no "${step}" among ${journey.steps.map((one) => one.step.id).join(' ')}`);
  const document = gateDocument(translator, journey, entry, record, copy);
  const rows = document.blocks.flatMap((block): readonly Fact[] => (block.kind === 'facts' ? block.rows : []));
  /** The lines under a term: those without a term of their own belong to the last one. */
  const under = (term: string): readonly Line[] => {
    const at = rows.findIndex((row) => row.term === term);
    if (at < 0) return [];
    const next = rows.findIndex((row, index) => index > at && row.term !== '');
    return rows.slice(at, next < 0 ? undefined : next).map(({ line }) => line);
  };
  return { under, result: document.result as { readonly missing: readonly string[] } };
}

describe('payments', () => {
  const payments = (changes: RecordChanges) => gate(changes).under(translator.say(translator.ui.gate.billing));
  const name = (biller: 'openai' | 'apple' | 'google') => ({ biller: billerName(translator, biller) });

  test('that were cancelled have their day', () => {
    const lines = payments({ profile: { billedBy: ['apple'] }, done: ['cancel-apple'] });
    expect(lines.map(plain)).toEqual([
      translator.say(translator.ui.gate.billing_cancelled, { ...name('apple'), date: translator.day(TODAY) }),
    ]);
  });
  test('that were skipped go on, in words that stand out', () => {
    const lines = payments({ profile: { billedBy: ['apple'] }, skipped: ['cancel-apple'] });
    expect(lines).toEqual([[{ kind: 'strong', text: translator.say(translator.ui.gate.billing_not, name('apple')) }]]);
  });
  test('to OpenAI end with the account', () => {
    const lines = payments({ profile: { billedBy: ['openai', 'apple'] } });
    expect(lines.map(plain).sort()).toEqual(
      [
        translator.say(translator.ui.gate.billing_openai),
        translator.say(translator.ui.gate.billing_not, name('apple')),
      ].sort(),
    );
  });
  test('to OpenAI go on where only the chats are deleted', () => {
    const step = guide.steps.find((one) => one.emptiesAccount)?.id ?? '';
    const { under } = gate({ profile: { goal: 'cancel', cleanUp: true, billedBy: ['openai'] } }, { step });
    expect(under(translator.say(translator.ui.gate.billing)).map(plain)).toEqual([
      translator.say(translator.ui.gate.billing_not, name('openai')),
    ]);
  });
  test('of someone who is not sure are never said not to exist', () => {
    const lines = payments({ profile: { billedBy: 'unsure' } }).map(plain);
    expect(lines).toContain(translator.say(translator.ui.gate.billing_maybe, name('apple')));
    expect(lines).not.toContain(translator.say(translator.ui.gate.billing_none));
  });
  test('of someone whom nobody charges are said to be none', () => {
    const lines = payments({ profile: { plan: 'free', billedBy: [] } });
    expect(lines.map(plain)).toEqual([translator.say(translator.ui.gate.billing_none)]);
  });
});

test('what should come first and was not done is named by number, and given to programs by id', () => {
  const { under, result } = gate({ profile: { billedBy: ['apple'] } });
  expect(result.missing).toContain('cancel-apple');
  expect(under(translator.say(translator.ui.gate.missing))).toHaveLength(result.missing.length);
  const after = gate({ profile: { billedBy: ['apple'] }, done: ['cancel-apple'] });
  expect(after.result.missing).toEqual(result.missing.filter((id) => id !== 'cancel-apple'));
});

describe('a copy', () => {
  const words = () => translator.ui.gate;
  const about = (copy: CopyState | undefined): readonly Line[] =>
    gate({}, copy === undefined ? {} : { copy }).under(translator.say(words().export));
  const check = aCheck();
  const args = { file: check.file, date: '22 November 2026', n: check.conversations };

  test('is not spoken of where there is no export', () => expect(about(undefined)).toEqual([]));
  test('that is whole is said plainly, with its days', () => {
    expect(about({ kind: 'whole', check })).toEqual([
      [
        translator.say(words().export_whole, {
          ...args,
          first: translator.day(check.first ?? ''),
          last: translator.day(check.last ?? ''),
        }),
      ],
    ]);
  });
  test('that is whole and holds no day has no span', () => {
    const { first: _first, last: _last, ...undated } = check;
    expect(about({ kind: 'whole', check: undated })).toEqual([[translator.say(words().export_whole_undated, args)]]);
  });
  test.each([
    ['gone', 'export_gone'],
    ['lacks-chats', 'export_missing'],
    ['damaged', 'export_damaged'],
    ['unproved', 'export_unproved'],
  ] as const)('that is %s stands out', (kind, key) => {
    expect(about({ kind, check })).toEqual([[{ kind: 'strong', text: translator.say(words()[key], args) }]]);
  });
  test('nobody has checked is told from one that nobody has', () => {
    expect(about({ kind: 'none' }).map(plain)).toEqual([translator.say(words().export_not)]);
    expect(about({ kind: 'said', on: TODAY }).map(plain)).toEqual([
      translator.say(words().export_said, { date: translator.day(TODAY) }),
    ]);
  });
});
