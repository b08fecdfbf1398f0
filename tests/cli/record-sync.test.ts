// One run and its Record: what it takes over counts as known, and a lock that was lost is not written under.
import { describe, expect, test } from 'vitest';
import { keepRecord } from '../../src/cli/record/record-store';
import { recordSync } from '../../src/cli/record/record-sync';
import { withState } from '../../src/journey/record';
import { aDay, aRecord } from '../support/builders';
import { aHost, RECORD_PATH } from '../support/fake-host';
import { keptAs, recordOn } from '../support/program';

const DAY = aDay('2026-11-25');
const quiet = { onNews: () => {}, onGone: () => {}, onFailure: () => {} };

describe('a run that caught up', () => {
  test('may take back what it took over', async () => {
    const start = aRecord();
    const host = aHost('', { files: keptAs(withState(start, 'cancel-web', 'done', DAY)) });
    const journal = recordSync({ host, recordPath: RECORD_PATH }, start, quiet);
    const caught = await journal.catchUp(start);
    expect(caught.steps['cancel-web']?.state).toBe('done');
    await journal.keep(withState(caught, 'cancel-web', undefined, DAY));
    expect(recordOn(host)?.steps['cancel-web']?.state).toBeUndefined();
  });
});

describe('a lock that another took over meanwhile', () => {
  test('is not written under: the work begins again, with what the other kept', async () => {
    const start = aRecord();
    const host = aHost('', { files: keptAs(start) });
    const { underLock } = host.files;
    let times = 0;
    const files = {
      ...host.files,
      underLock: <T>(path: string, work: (isOurs: () => Promise<boolean>) => Promise<T>) =>
        underLock(path, async () => {
          times += 1;
          const isFirst = times === 1;
          return work(async () => {
            // Suspended here, while another run saved.
            if (isFirst)
              await host.files.writeAtomic(path, JSON.stringify(withState(start, 'check-statement', 'done', DAY)));
            return !isFirst;
          });
        }),
    };
    await keepRecord({ files, platform: 'linux' }, RECORD_PATH, withState(start, 'cancel-web', 'done', DAY), start);
    expect(times).toBe(2);
    expect(Object.keys(recordOn(host)?.steps ?? {}).sort()).toEqual(['cancel-web', 'check-statement']);
  });
});
