// What is planned for every Profile, as sums: made by Node, and by a browser out of the same modules, bundled as the page is. No part of the page.
import { guide } from '../../src/content/compiled/guide';
import { copyState } from '../../src/journey/copy';
import { journeyFor } from '../../src/journey/journey';
import type { Profile } from '../../src/journey/profile';
import { startRecord } from '../../src/journey/record';
import { timelineOf } from '../../src/journey/timeline';
import type { CivilDate } from '../../src/journey/dates';
import { everyProfile, everySituation } from '../journeys/profiles';

/** How many plans go into one sum. */
const BATCH = 1000;
const TODAY = '2026-11-22' as CivilDate;

/** The whole enumeration: everybody, and what else they may say, days near and past among it. */
function* everybody(): Generator<Profile> {
  yield* everyProfile();
  yield* everySituation();
}

/** Steps with their ways, days and gates, then the days ahead. */
export function planOf(profile: Profile): string {
  const journey = journeyFor(profile, guide, TODAY);
  const record = startRecord(profile, TODAY);
  const isDated = profile.nextBilling !== undefined || profile.chargedOn !== undefined;
  const checks = journey.steps.find(({ step }) => step.checksExport === true)?.step.id;
  const copy = checks === undefined ? 'none' : copyState(record, checks, false).kind;
  const steps = journey.steps.map(({ step, deadline, ways, notes, traps, inDoubt }) => {
    const gate =
      step.irreversible === true ? `gate ${step.deletesAccount ?? step.emptiesAccount ?? false} ${copy}` : '';
    const ids = [ways, notes, traps].map((list) => list.map(({ id }) => id).join());
    return [step.id, deadline?.kind, deadline?.on, gate, inDoubt, ...ids].join(' ');
  });
  const days = isDated ? timelineOf(record, journey, TODAY) : [];
  return JSON.stringify([profile, steps, journey.minutes, journey.waitDays, journey.renewal, journey.uncovered, days]);
}

/** One sum for each batch, and only for each `every`th; and how many Profiles went into them. */
export function sumsOfPlans(every: number): {
  readonly count: number;
  readonly sums: Readonly<Record<number, number>>;
} {
  const sums: Record<number, number> = {};
  let [place, count] = [0, 0];
  for (const profile of everybody()) {
    const batch = Math.floor(place / BATCH);
    place += 1;
    if (batch % every !== 0) continue;
    sums[batch] = summed(sums[batch] ?? 0, planOf(profile));
    count += 1;
  }
  return { count, sums };
}

/** FNV-1a over UTF-16 units. */
function summed(start: number, text: string): number {
  let sum = start ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}
