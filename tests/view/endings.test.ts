// What is left at the end, said by where the person stands: after a walk, in `status`, and before everything is forgotten.
import { beforeAll, describe, expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import { addDays } from '../../src/journey/dates';
import type { CivilDate } from '../../src/journey/dates';
import { journeyFor } from '../../src/journey/journey';
import type { JourneyRecord } from '../../src/journey/record';
import { summarise } from '../../src/journey/summary';
import { OLD_COPY_DAYS, oldCopyBlocks, oldCopyText } from '../../src/view/age-view';
import type { Block, Document, Fact } from '../../src/view/document';
import { endingDocument } from '../../src/view/ending-view';
import { newsDocument } from '../../src/view/news-view';
import { overviewBlocks, reviewDocument } from '../../src/view/review-view';
import { heldDocument } from '../../src/view/status-view';
import { renewalText } from '../../src/view/translator';
import type { Translator } from '../../src/view/translator';
import { aCheck, aProof, aRecord, aTranslator, RENEWAL, TODAY } from '../support/builders';
import type { RecordChanges } from '../support/builders';

let translator: Translator;
beforeAll(async () => {
  translator = await aTranslator('en');
});

const rowsOf = ({ blocks }: Document): readonly Fact[] =>
  blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []));
const textsOf = ({ blocks }: Document): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.line.filter((part) => typeof part === 'string').join('')] : [],
  );

/** The step of this person that ends what OpenAI bills. */
const CANCELS = guide.steps.find(({ stopsBilling }) => stopsBilling === 'openai')?.id ?? '';

describe('the end of a walk', () => {
  const ended = (changes: RecordChanges, today: CivilDate = TODAY): Document => {
    const record = aRecord(changes);
    const journey = journeyFor(record.profile, guide, today);
    return endingDocument(translator, journey, record, summarise(record, journey), today);
  };
  const terms = (document: Document): readonly string[] => rowsOf(document).map(({ term }) => term);

  test('in which nothing was done reports nothing as reached', () => {
    const document = ended({});
    expect(document.title).toBe(translator.say(translator.ui.ending.nothing));
    expect(textsOf(document)).toEqual([]);
  });
  test('names the next open step first, and dates in their order', () => {
    const rows = terms(ended({ done: [CANCELS] }));
    expect(rows[0]).toBe(translator.say(translator.ui.ending.next_step_when));
    const dated = [translator.day(RENEWAL), translator.day(addDays(RENEWAL, 62))];
    expect(rows.filter((term) => dated.includes(term))).toEqual(dated);
  });
  test('promises access until the renewal only while that is to come', () => {
    const done = [CANCELS];
    expect(terms(ended({ done }, RENEWAL))).toContain(translator.day(RENEWAL));
    expect(terms(ended({ done }, addDays(RENEWAL, 1)))).not.toContain(translator.day(RENEWAL));
  });
  test('speaks of receipts only where something was cancelled', () => {
    expect(terms(ended({}))).not.toContain(translator.day(addDays(RENEWAL, 62)));
  });
});

describe('what forget deletes', () => {
  const said = (record: JourneyRecord | undefined): readonly string[] => textsOf(heldDocument(translator, record));

  test('is counted: answers, steps that were settled, and every receipt', () => {
    const proofs = { [CANCELS]: [aProof(), aProof({}, 'b')], 'confirm-cancelled': [aProof({}, 'c')] };
    expect(heldDocument(translator, aRecord({ skipped: ['ask-refund'], proofs })).result).toEqual({
      held: { answers: 5, steps: 1, receipts: 3 },
    });
  });
  test('is not counted where the file cannot be read', () => {
    expect(said(undefined)).toEqual([translator.say(translator.ui.forget.held_unreadable)]);
  });
  test('names a name and a reason only where one was given', () => {
    expect(said(aRecord())).toHaveLength(1);
    expect(said(aRecord({ extras: { name: 'Ada' } })).slice(1)).toEqual([translator.say(translator.ui.forget.name)]);
    expect(said(aRecord({ extras: { reasonText: 'x' } })).slice(1)).toEqual([
      translator.say(translator.ui.forget.reason),
    ]);
  });
});

describe('the list of steps', () => {
  const stepsOf = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'step' ? [block.step] : []));
  const listed = (changes: RecordChanges) => {
    const record = aRecord(changes);
    return stepsOf(overviewBlocks(translator, journeyFor(record.profile, guide, TODAY), record));
  };

  test('has the state of a settled step where an open one has its time', () => {
    const [first, second, third] = listed({}).map(({ id }) => id);
    const [done, skipped, open] = listed({ done: [first ?? ''], skipped: [second ?? ''] });
    expect([done?.state, done?.stateWord, done?.aside]).toEqual([
      'done',
      translator.say(translator.ui.common.state_done, { date: translator.day(TODAY) }),
      undefined,
    ]);
    expect([skipped?.state, skipped?.stateWord]).toEqual([
      'skipped',
      translator.say(translator.ui.common.state_skipped),
    ]);
    expect([open?.id, open?.state, open?.stateWord]).toEqual([third, 'open', undefined]);
    expect(open?.aside?.text).not.toBe('');
  });
  test('warns beside what cannot be undone, and nowhere else', () => {
    const irreversible = new Set(guide.steps.filter((step) => step.irreversible).map(({ id }) => id));
    const warned = listed({ profile: { goal: 'delete' } }).filter(({ aside }) => aside?.tone === 'warning');
    expect(warned.map(({ id }) => id)).toEqual(
      listed({ profile: { goal: 'delete' } })
        .map(({ id }) => id)
        .filter((id) => irreversible.has(id)),
    );
    expect(warned).not.toEqual([]);
  });
  test('stands under a warning where a payment is near, and under none where it is not', () => {
    const warned = (days: number) => {
      const record = aRecord({ profile: { nextBilling: addDays(TODAY, days) } });
      const journey = journeyFor(record.profile, guide, TODAY);
      return {
        text: renewalText(translator, journey),
        warnings: reviewDocument(translator, journey, record).blocks.filter(
          (block) => block.kind === 'paragraph' && block.tone === 'warning',
        ),
      };
    };
    const near = warned(2);
    expect(near.warnings).toMatchObject([{ line: [near.text] }]);
    expect(warned(3).warnings).toEqual([]);
  });
});

describe('news from another window', () => {
  const nothing = { steps: [], proofs: 0, answers: false, export: undefined };
  const tone = (document: Document) => document.blocks.map((block) => block.kind === 'paragraph' && block.tone);

  test('name a step of the guide by its title, and one of a newer guide by its id', () => {
    const [text] = textsOf(
      newsDocument(translator, {
        ...nothing,
        steps: [
          { id: 'cancel-apple', state: 'done' },
          { id: 'from-tomorrow', state: 'done' },
        ],
      }),
    );
    expect(text).toContain(translator.say(translator.step('cancel-apple').title));
    expect(text).toContain('from-tomorrow');
  });
  test('warn of an export that turned out damaged, and of nothing else', () => {
    const found = (verdict: 'whole' | 'damaged') =>
      tone(newsDocument(translator, { ...nothing, export: { check: aCheck({ verdict }) } as never }));
    expect([found('damaged'), found('whole')]).toEqual([['warning'], ['plain']]);
    expect(tone(newsDocument(translator, { ...nothing, answers: true, proofs: 1 }))).toEqual(['plain']);
  });
});

describe('a copy of the guide', () => {
  test.each([
    [OLD_COPY_DAYS, false],
    [OLD_COPY_DAYS + 1, true],
  ])('whose steps were checked %i days ago says so: %s', (days, says) => {
    const checked = addDays(TODAY, -days);
    expect(oldCopyText(translator, checked, TODAY) !== undefined).toBe(says);
    expect(oldCopyBlocks(translator, checked, TODAY)).toHaveLength(says ? 1 : 0);
  });
});
