// The Summary: what was reached, and nothing that was not meant to be shared.
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { guide } from '../../src/content/compiled/guide';
import { addDays } from '../../src/journey/dates';
import type { CivilDate } from '../../src/journey/dates';
import { journeyFor } from '../../src/journey/journey';
import { UNSURE } from '../../src/journey/profile';
import { withExportCheck, withState } from '../../src/journey/record';
import type { ExportCheck, JourneyRecord } from '../../src/journey/record';
import { summarise } from '../../src/journey/summary';
import type { Summary } from '../../src/journey/summary';
import { FORMATS, renderAs } from '../../src/render/formats';
import { plainStyle } from '../../src/render/style';
import type { Document } from '../../src/view/document';
import { shareDocument, shareText } from '../../src/view/share-view';
import { summaryDocument } from '../../src/view/summary-view';
import type { Translator } from '../../src/view/translator';
import { aCheck, aPlace, aProof, aRecord, aTranslator, idsOf, RENEWAL, TODAY } from '../support/builders';
import type { RecordChanges } from '../support/builders';

const summaryOf = (changes: RecordChanges): Summary => {
  const record = aRecord(changes);
  return summarise(record, journeyFor(record.profile, guide, TODAY));
};

describe('what was reached', () => {
  test('nothing yet', () =>
    expect(summaryOf({})).toMatchObject({
      goal: 'cancel',
      plan: 'plus',
      cancelled: [],
      paidUntil: undefined,
      deleted: undefined,
      doneSteps: 0,
      complete: false,
    }));
  test('a cancellation, with its biller, its day and the end of the paid period', () =>
    expect(summaryOf({ done: ['cancel-web'] })).toMatchObject({
      cancelled: [{ biller: 'openai', on: TODAY }],
      paidUntil: RENEWAL,
      doneSteps: 1,
    }));
  test('several cancellations, in the order of the journey', () =>
    expect(
      summaryOf({ profile: { billedBy: ['google', 'apple'] }, done: ['cancel-google', 'cancel-apple'] }).cancelled.map(
        ({ biller }) => biller,
      ),
    ).toEqual(['apple', 'google']));
  test('a skipped cancellation is none, and nothing is known to be paid', () =>
    expect(summaryOf({ skipped: ['cancel-web'] })).toMatchObject({
      cancelled: [],
      paidUntil: undefined,
      doneSteps: 0,
    }));
  test('a cancellation that is not on the way any more does not count', () =>
    expect(summaryOf({ profile: { billedBy: ['apple'] }, done: ['cancel-web'] })).toMatchObject({
      cancelled: [],
      doneSteps: 0,
    }));
  test('without a date the end of the paid period is not made up', () =>
    expect(summaryOf({ profile: { nextBilling: UNSURE }, done: ['cancel-web'] }).paidUntil).toBeUndefined());
  test('a day of renewal that was over when the plan was cancelled is not the end of the paid period', () => {
    const cancelledOn = (today: CivilDate): Summary => summaryOf({ done: ['cancel-web'], today });
    expect(cancelledOn(RENEWAL).paidUntil).toBe(RENEWAL);
    expect(cancelledOn(addDays(RENEWAL, 1)).paidUntil).toBeUndefined();
    const both = aRecord({ profile: { billedBy: ['apple', 'google'] }, done: ['cancel-apple'] });
    const later = withState(both, 'cancel-google', 'done', addDays(RENEWAL, 1));
    expect(summarise(later, journeyFor(later.profile, guide, TODAY))).toMatchObject({
      cancelled: [{ biller: 'apple' }, { biller: 'google' }],
      paidUntil: undefined,
    });
  });
  test('a step that stops no charge is no cancellation', () =>
    expect(summaryOf({ done: ['confirm-cancelled'] })).toMatchObject({ cancelled: [], doneSteps: 1 }));
  test('an export that was found whole, with its day and its span, where the person missed no chat in it', () => {
    const exported = (check: Partial<ExportCheck>): Summary['exported'] => {
      const record = withExportCheck(aRecord(), aCheck(check));
      return summarise(record, journeyFor(record.profile, guide, TODAY)).exported;
    };
    const { on, conversations, first, last } = aCheck();
    expect(exported({})).toEqual({ on, conversations, first, last });
    expect(exported({ seen: 'both' })).toEqual({ on, conversations, first, last });
    expect(exported({ seen: 'missing' })).toBeUndefined();
    expect(exported({ verdict: 'damaged' })).toBeUndefined();
    expect(exported({ verdict: 'cannot-tell' })).toBeUndefined();
    expect(summaryOf({}).exported).toBeUndefined();
  });
  test('of two ways to delete the account the one that was done', () => {
    const steps = guide.steps
      .filter(({ id }) => id.startsWith('delete-'))
      .map((step) => ({ ...step, when: undefined }));
    const record = aRecord({ done: ['delete-by-request'] });
    expect(summarise(record, journeyFor({}, { steps }, TODAY)).deleted?.on).toBe(TODAY);
  });
  test('a plan the person is not sure of is not named', () =>
    expect(summaryOf({ profile: { plan: UNSURE } }).plan).toBeUndefined());
  test('a deletion, and the day by which the data are gone', () =>
    expect(summaryOf({ profile: { goal: 'delete' }, done: ['delete-account'] }).deleted).toEqual({
      on: TODAY,
      dataGoneBy: addDays(TODAY, 30),
    }));
  test('leaving a workspace cannot be undone, but deletes no account', () =>
    expect(
      summaryOf({ profile: { plan: 'business', role: 'member' }, done: ['leave-workspace'] }).deleted,
    ).toBeUndefined());
  test('complete when every step is settled, and every step is listed with its state and its receipts', () => {
    const ids = idsOf(journeyFor(aRecord().profile, guide, TODAY));
    const summary = summaryOf({
      done: ids.slice(1),
      skipped: ids.slice(0, 1),
      proofs: { 'cancel-web': [aProof(), aProof({}, 'b')] },
    });
    expect(summary).toMatchObject({ complete: true, doneSteps: ids.length - 1 });
    expect(summary.steps.map(({ id, number }) => [id, number])).toEqual(ids.map((id, index) => [id, index + 1]));
    expect(summary.steps.map(({ state }) => state)).toEqual(['skipped', ...ids.slice(1).map(() => 'done')]);
    expect(summary.steps.find(({ id }) => id === 'cancel-web')?.receipts).toBe(2);
  });
});

/** A Record full of things that must not be shared, some of them where no such thing is kept. */
const CANARY = 'CANARY';
const planted = {
  ...aRecord({
    done: ['cancel-web'],
    proofs: {
      'cancel-web': [
        aProof({ sha256: 'c0ffee'.repeat(10), bytes: 7_654_321, width: 7531, height: 8642, kind: 'heic' }),
      ],
    },
  }),
  host: `${CANARY}-host`,
  user: `${CANARY}-user`,
  path: `/home/${CANARY}/shot.png`,
  locale: `${CANARY}-locale`,
  startedAt: `2026-11-22T13:37:42Z ${CANARY}`,
};
const record = {
  ...planted,
  started: '2026-01-19',
  updated: '2026-10-29',
  profile: {
    ...planted.profile,
    email: `${CANARY}@example.com`,
    uses: ['api', 'siri', 'sign-in'],
    role: 'owner',
    lockedOut: false,
  },
  steps: {
    ...planted.steps,
    'cancel-web': {
      ...planted.steps['cancel-web'],
      file: `${CANARY}.png`,
      note: CANARY,
      proofs: planted.steps['cancel-web']?.proofs?.map((proof) => ({
        ...proof,
        name: `${CANARY}.heic`,
        place: CANARY,
      })),
    },
    [`${CANARY.toLowerCase()}-step`]: { state: 'done', on: TODAY },
  },
  extras: { ...planted.extras, card: `${CANARY}-4242` },
} as unknown as JourneyRecord;
const SECRET =
  /canary|c0ffee|7654321|7[.,\u00A0\u202F ]?654[.,\u00A0\u202F ]?321|7531|8642|heic|13:37|2026-01-19|2026-10-29|19 jan|29 oct|example\.com|owner|siri|sign-in/i;

const plainPlace = aPlace('plain');

describe.each(LANGUAGES)('what may be shared, in %s', (lang) => {
  let translator: Translator;
  beforeAll(async () => void (translator = await aTranslator(lang)));
  const summary = summarise(record, journeyFor(record.profile, guide, TODAY));
  const documents = (): readonly Document[] => [
    summaryDocument(translator, summary),
    shareDocument(translator, shareText(translator, summary, plainPlace)),
  ];

  test.each(FORMATS)('nothing else of the Record gets into the Summary or the text to share as %s', async (format) => {
    // The titles of steps are the guide's own words; a word of theirs is no leak.
    const titles = summary.steps.flatMap(({ id }) => [id, translator.say(translator.step(id).title)]);
    for (const document of documents()) {
      const text = await renderAs(format, document, { columns: Infinity, style: plainStyle, plain: true });
      const words =
        format === 'html'
          ? text.replace(/<style>[^]*?<\/style>/, '')
          : format === 'json'
            ? JSON.stringify(JSON.parse(text))
            : text;
      expect(titles.reduce((rest, title) => rest.replaceAll(title, ''), words)).not.toMatch(SECRET);
    }
  });

  test('a name and a reason are there when given, as they were given', async () => {
    const named = summarise(
      aRecord({ done: ['cancel-web'], extras: { name: 'Ada Lovelace', reasonText: 'It costs too much' } }),
      journeyFor(aRecord().profile, guide, TODAY),
    );
    for (const format of FORMATS) {
      const text = await renderAs(format, summaryDocument(translator, named), { columns: 80, style: plainStyle });
      expect(text).toContain('Ada Lovelace');
      expect(text).toContain('It costs too much');
    }
    expect(JSON.stringify(shareDocument(translator, shareText(translator, named, plainPlace)))).toContain(
      'It costs too much',
    );
    expect(JSON.stringify(shareDocument(translator, shareText(translator, named, plainPlace)))).not.toContain(
      'Ada Lovelace',
    );
  });
});

test('the Summary itself holds nothing else of the Record, before anything is drawn', () =>
  expect(JSON.stringify(summarise(record, journeyFor(record.profile, guide, TODAY)))).not.toMatch(SECRET));

test('the canaries would be found if they were let through', () => {
  expect(JSON.stringify(record)).toMatch(SECRET);
  for (const one of ['CANARY-host', 'c0ffee', '7654321', '7,654,321', '7531', '2026-10-29'])
    expect(`x ${one} x`).toMatch(SECRET);
});
