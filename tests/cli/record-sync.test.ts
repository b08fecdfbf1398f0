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
    const journal = recordSync({ host, recordPath: RECORD_PATH, today: DAY }, start, quiet);
    const caught = await journal.catchUp(start);
    expect(caught.steps['cancel-web']?.state).toBe('done');
    await journal.keep(withState(caught, 'cancel-web', undefined, DAY));
    expect(recordOn(host)?.steps['cancel-web']?.state).toBeUndefined();
  });
});

describe('a Record that is damaged from outside while a run goes on', () => {
  const start = aRecord({ done: ['save-chats'] });
  const host = () => {
    const made = aHost('', { files: keptAs(start) });
    return { made, damage: () => made.files.writeAtomic(RECORD_PATH, '{"schema": 1, "sta') };
  };

  test('is put aside where a person is told, and everything that the run holds is kept', async () => {
    const { made, damage } = host();
    const told: string[] = [];
    const sync = recordSync({ host: made, recordPath: RECORD_PATH, today: DAY }, start, {
      ...quiet,
      onGone: () => told.push('gone'),
      onDamaged: (file) => told.push(file),
    });
    await damage();
    const kept = await sync.keep(withState(start, 'cancel-web', 'done', DAY));
    expect(told).toEqual(['~/.local/state/quitgpt/record.damaged-2026-11-25.json']);
    expect(made.disk()[RECORD_PATH.replace('record.json', 'record.damaged-2026-11-25.json')]).toBe(
      '{"schema": 1, "sta',
    );
    expect(recordOn(made)).toEqual(kept);
    expect(Object.keys(kept.steps)).toEqual(['save-chats', 'cancel-web']);
    expect(sync.isKept()).toBe(true);
    // From then on as before.
    await sync.keep(withState(kept, 'save-chats', undefined, DAY));
    expect(recordOn(made)?.steps['save-chats']?.state).toBeUndefined();
    expect(told).toHaveLength(1);
  });

  test('is left as it is by a script, which fails', async () => {
    const { made, damage } = host();
    const sync = recordSync({ host: made, recordPath: RECORD_PATH, today: DAY }, start, quiet);
    await damage();
    await sync.keep(withState(start, 'cancel-web', 'done', DAY));
    expect(sync.failure()?.id).toBe('record_not_json');
    expect(made.disk()).toEqual({ [RECORD_PATH]: '{"schema": 1, "sta' });
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
