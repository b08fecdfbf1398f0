// `quitgpt`: the wizard for a person at a terminal, and the same without questions for a script.
import type { Profile } from '../../journey/profile';
import type { JourneyRecord } from '../../journey/record';
import { startRecord, withProfile } from '../../journey/record';
import { opening } from '../../walk/opening';
import type { Session } from '../../walk/session';
import { answersFrom } from '../record/answers-file';
import { EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { findRecord } from '../record/record-store';
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
  const kept = run.recordPath === undefined ? undefined : await findRecord(run.host, run.recordPath);
  const given = profileFromFlags(flags, answers.profile, run.today);
  const progress = await progressFrom(run, flags, answers);
  const wizard = run.mode.asks && flags.answers !== '-';
  return withSession(
    run,
    wizard,
    async (session) => {
      const record = await startingRecord(session, run, kept, given, wizard);
      if (record === undefined) return EXIT.stepsLeft;
      return wizard
        ? walkWithPerson(session, run, flags, record, progress)
        : walkAlone(session, run, flags, record, progress);
    },
    kept,
  );
}

/** The Record to begin with: the one kept, with what was said now laid over it, or a new one. `undefined`: the person stopped at the first screen. */
async function startingRecord(
  session: Session,
  run: Run,
  kept: JourneyRecord | undefined,
  given: Profile,
  wizard: boolean,
): Promise<JourneyRecord | undefined> {
  // Who keeps nothing here is most likely at a computer that is not theirs.
  const fresh = startRecord(
    wizard && run.recordPath === undefined ? { sharedComputer: true, ...given } : given,
    run.today,
  );
  if (!wizard) return kept === undefined ? fresh : withProfile(kept, { ...kept.profile, ...given }, run.today);
  const opened = await opening(session, kept, { version: run.version, checked: run.checked, others: run.others });
  if (opened === 'stop') return undefined;
  return opened === 'fresh' || kept === undefined ? fresh : withProfile(kept, { ...kept.profile, ...given }, run.today);
}
