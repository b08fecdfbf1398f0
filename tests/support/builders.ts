// Profiles, Journeys, Records and voices for tests: whole as they come, and changed by naming what matters.
import { loadCatalogue } from '../../src/content/catalogue';
import { guide } from '../../src/content/compiled/guide';
import type { Guide } from '../../src/content/schema';
import { parseCivilDate } from '../../src/journey/dates';
import type { CivilDate } from '../../src/journey/dates';
import { journeyFor } from '../../src/journey/journey';
import type { Journey } from '../../src/journey/journey';
import type { Profile } from '../../src/journey/profile';
import { startRecord, withExtras, withProof, withState } from '../../src/journey/record';
import type { ExportCheck, Extras, JourneyRecord, Proof } from '../../src/journey/record';
import { translatorOf } from '../../src/view/translator';
import type { Translator } from '../../src/view/translator';

/** A day that exists; anything else is a mistake in the test. */
export function aDay(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

export const TODAY = aDay('2026-11-22');
export const RENEWAL = aDay('2026-12-03');

/** Someone who stops paying OpenAI for Plus, uses nothing else and knows the next billing date. */
export function aProfile(changes: Profile = {}): Profile {
  return { goal: 'cancel', plan: 'plus', billedBy: ['openai'], uses: [], nextBilling: RENEWAL, ...changes };
}

/** The Journey of `aProfile(changes)` by the real guide. */
export function aJourney(changes: Profile = {}): Journey {
  return journeyFor(aProfile(changes), guide, TODAY);
}

export function idsOf(journey: Journey): readonly string[] {
  return journey.steps.map(({ step }) => step.id);
}

/** Facts about a receipt; `mark` makes its hash differ from others'. */
export function aProof(changes: Partial<Proof> = {}, mark = 'a'): Proof {
  return {
    sha256: mark.repeat(64).slice(0, 64),
    bytes: 48_213,
    kind: 'png',
    width: 1280,
    height: 800,
    on: TODAY,
    ...changes,
  };
}

/** What a check of a whole export found. */
export function aCheck(changes: Partial<ExportCheck> = {}): ExportCheck {
  return {
    on: TODAY,
    verdict: 'whole',
    conversations: 1204,
    messages: 30_412,
    first: aDay('2023-05-12'),
    last: aDay('2026-11-20'),
    file: '~/Downloads/export.zip',
    bytes: 289_406_976,
    sha256: 'e'.repeat(64),
    ...changes,
  };
}

export type RecordChanges = {
  readonly profile?: Profile;
  readonly done?: readonly string[];
  readonly skipped?: readonly string[];
  readonly proofs?: Readonly<Record<string, readonly Proof[]>>;
  readonly extras?: Extras;
  readonly today?: CivilDate;
};

/** A Record of `aProfile(profile)` in which these steps were done or skipped on one day. */
export function aRecord({
  profile = {},
  done = [],
  skipped = [],
  proofs = {},
  extras = {},
  today = TODAY,
}: RecordChanges = {}): JourneyRecord {
  let record = withExtras(startRecord(aProfile(profile), today), extras, today);
  for (const id of done) record = withState(record, id, 'done', today);
  for (const id of skipped) record = withState(record, id, 'skipped', today);
  for (const [id, own] of Object.entries(proofs)) for (const proof of own) record = withProof(record, id, proof);
  return record;
}

/** A translator in `lang`, for menus in `menuLang`. */
export async function aTranslator(lang = 'en', menuLang = lang): Promise<Translator> {
  return translatorOf(await loadCatalogue(lang), menuLang);
}

/** A place of the guide where something can be shared. */
export function aPlace(id: string): Guide['places'][number] {
  const place = guide.places.find((one) => one.id === id);
  if (place === undefined) throw new Error(`no place "${id}"`);
  return place;
}
