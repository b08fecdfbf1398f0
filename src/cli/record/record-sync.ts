// Keeps the Record of one run while other windows keep theirs: what was last seen on the disk, and what came in since.
import { isSame, mergeRecords, newsSince } from '../../journey/merge-records';
import type { News } from '../../journey/merge-records';
import type { JourneyRecord } from '../../journey/record';
import type { Session } from '../../walk/session';
import { isDamage, keepRecord, readKept } from './record-store';
import { CliError } from '../cli-error';
import type { Run } from '../run';

/** Callbacks of a sync, called in the order in which things happen. */
export type SyncListeners = {
  /** Something came in from another window. */
  readonly onNews: (news: News) => void;
  /** The Record was deleted in another window, and is kept again now. */
  readonly onGone: () => void;
  /** The Record was damaged from outside, and lies at `file` (short form) now. Left out: nothing is put aside, the save fails. */
  readonly onDamaged?: (file: string) => void;
  /** A save failed, after one that did not. */
  readonly onFailure: (why: CliError) => void;
};

export type RecordSync = Pick<Session, 'keep' | 'catchUp' | 'isKept'> & {
  /** Why the last Record is not on the disk. */
  failure(): CliError | undefined;
};

/** `start` is the Record as it was read at the beginning of the run. Without a place to keep (`--no-record`) it keeps nothing. */
export function recordSync(
  run: Pick<Run, 'host' | 'recordPath' | 'today'>,
  start: JourneyRecord | undefined,
  listeners: SyncListeners,
): RecordSync {
  const { host, recordPath } = run;
  // What this run and the disk last agreed on: whatever differs from it was said since, here or there.
  let base = start;
  // A later save holds everything that was said, so it takes the failure back.
  let unkept: CliError | undefined;
  const tell = (mine: JourneyRecord, merged: JourneyRecord): JourneyRecord => {
    const news = newsSince(mine, merged);
    if (news !== undefined) listeners.onNews(news);
    // Whoever holds the same goes on with what they have, so that nothing seems changed.
    return isSame(mine, merged) ? mine : merged;
  };
  /** Whoever said all of it is here: what is on the disk goes aside, and nothing is lost. */
  const withoutDamaged = async (path: string): Promise<void> => {
    const { setAside } = await import('./set-aside');
    const file = await setAside(host, path, run.today);
    if (file === undefined) return;
    base = undefined;
    listeners.onDamaged?.(host.files.shorten(file));
  };
  return {
    async keep(record) {
      if (recordPath === undefined) return record;
      try {
        const { kept, found } = await keepRecord(host, recordPath, record, base).catch(async (error: unknown) => {
          if (listeners.onDamaged === undefined || !isDamage(error)) throw error;
          await withoutDamaged(recordPath);
          return keepRecord(host, recordPath, record, base);
        });
        if (found === undefined && base !== undefined) listeners.onGone();
        base = kept;
        unkept = undefined;
        return tell(record, kept);
      } catch (error) {
        if (!(error instanceof CliError)) throw error;
        if (unkept === undefined) listeners.onFailure(error);
        unkept = error;
        return record;
      }
    },
    async catchUp(record) {
      // What cannot be read now is said by the next save; what was deleted as well.
      const found = recordPath === undefined ? undefined : await readKept(host, recordPath).catch(() => undefined);
      if (found === undefined) return record;
      const merged = mergeRecords(base, record, found);
      base = found;
      return tell(record, merged);
    },
    isKept: () => unkept === undefined,
    failure: () => unkept,
  };
}
