// `quitgpt`: the wizard for a person at a terminal, and the same without questions for a script.
import type { Profile } from '../../journey/profile';
import type { JourneyRecord } from '../../journey/record';
import { startRecord, withProfile } from '../../journey/record';
import { opening } from '../../walk/opening';
import type { Session } from '../../walk/session';
import { answersFrom } from '../record/answers-file';
import { EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { findRecord, isDamage } from '../record/record-store';
import type { Damaged } from '../record/set-aside';
import { progressFrom } from '../record/progress-flags';
import { formatFromFlags, profileFromFlags } from '../typed/values';
import { withSession } from '../session/with-session';
import type { Run } from '../run';
import type { WalkFlags } from './walk.command';
import { walkAlone } from './walk-scripted';
import { walkWithPerson } from './walk-wizard';

/** Asks and walks where a person can be asked; otherwise applies what was said and prints where that leaves them. */
export async function runWalk(run: Run, flags: WalkFlags): Promise<ExitCode> {
  // A format nobody knows is refused before anything is asked or kept.
  formatFromFlags(flags);
  const answers = await answersFrom(run.host, flags.answers);
  const wizard = run.mode.asks && flags.answers !== '-';
  const { kept, damaged } = await recordBefore(run, wizard);
  const given = profileFromFlags(flags, answers.profile, run.today);
  const progress = await progressFrom(run, flags, answers);
  return withSession(
    run,
    wizard,
    async (session) => {
      const record = await startingRecord(session, run, { kept, damaged }, given, wizard);
      if (record === undefined) return EXIT.stepsLeft;
      return wizard
        ? walkWithPerson(session, run, flags, record, progress)
        : walkAlone(session, run, flags, record, progress);
    },
    kept,
  );
}

/** What is kept, or what can be read of it where a person can be asked about that. A script ends with the failure. */
type Before = { readonly kept?: JourneyRecord | undefined; readonly damaged?: Damaged | undefined };

async function recordBefore({ host, recordPath, today }: Run, wizard: boolean): Promise<Before> {
  if (recordPath === undefined) return {};
  try {
    return { kept: await findRecord(host, recordPath) };
  } catch (error) {
    if (!wizard || !isDamage(error)) throw error;
    const { readDamaged } = await import('../record/set-aside');
    return { damaged: await readDamaged(host, recordPath, today) };
  }
}

/** The Record to begin with: the one kept, with what was said now laid over it, or a new one. `undefined`: the person stopped at the first screen. */
async function startingRecord(
  session: Session,
  run: Run,
  { kept, damaged }: Before,
  given: Profile,
  wizard: boolean,
): Promise<JourneyRecord | undefined> {
  // Who keeps nothing here is most likely at a computer that is not theirs.
  const fresh = startRecord(
    wizard && run.recordPath === undefined ? { sharedComputer: true, ...given } : given,
    run.today,
  );
  if (!wizard) return kept === undefined ? fresh : withProfile(kept, { ...kept.profile, ...given }, run.today);
  const { version, checked, others, isOtherRegion } = run;
  const opened = await opening(session, kept, { version, checked, others, isOtherRegion });
  if (opened === 'stop') return undefined;
  if (damaged !== undefined) {
    const { startFromDamaged } = await import('../session/damaged-start');
    const start = await startFromDamaged(session, run, damaged, fresh);
    return start === undefined || start === fresh
      ? start
      : withProfile(start, { ...start.profile, ...given }, run.today);
  }
  return opened === 'fresh' || kept === undefined ? fresh : withProfile(kept, { ...kept.profile, ...given }, run.today);
}
