// Two tabs that keep on one device: what each of them said since they last agreed stays, whoever writes last.
import { describe, expect, test } from 'vitest';
import { civilDateOf } from '../../src/journey/dates';
import type { JourneyRecord } from '../../src/journey/record';
import { startRecord, stateOf, withState } from '../../src/journey/record';
import type { Kept } from '../../src/page/machine/kept';
import { stateWith } from '../../src/page/state';

const TODAY = civilDateOf(new Date('2026-11-22T12:00:00Z'));
const start = startRecord({ goal: 'cancel', plan: 'plus', billedBy: ['openai'], uses: [] }, TODAY);
const done = (record: JourneyRecord, id: string): JourneyRecord => withState(record, id, 'done', TODAY);
const states = (record: JourneyRecord | undefined): unknown =>
  record === undefined
    ? undefined
    : Object.fromEntries(Object.entries(record.steps).map(([id, { state }]) => [id, state]));

function aDevice(text?: string): Kept & { text: string | undefined } {
  const device = {
    text,
    read: () => device.text,
    write: (next: string) => ((device.text = next), true),
    forget: () => void (device.text = undefined),
  };
  return device;
}
const keptOn = (device: { readonly text: string | undefined }): JourneyRecord =>
  JSON.parse(device.text ?? 'null') as JourneyRecord;

describe('two tabs', () => {
  const device = (): ReturnType<typeof aDevice> => aDevice(JSON.stringify(start));

  test('keep the steps of both', () => {
    const shared = device();
    const [one, other] = [stateWith(shared), stateWith(shared)];
    one.keep(done(start, 'cancel-web'));
    const joined = other.keep(done(start, 'answer-survey'));
    expect(states(joined)).toEqual({ 'cancel-web': 'done', 'answer-survey': 'done' });
    expect(keptOn(shared)).toEqual(joined);
    expect(states(one.catchUp(done(start, 'cancel-web')))).toEqual(states(joined));
  });
  test('a step that was taken back in one does not come back from the other', () => {
    const shared = device();
    const [one, other] = [stateWith(shared), stateWith(shared)];
    const settled = one.keep(done(start, 'cancel-web'));
    const seen = other.catchUp(start);
    one.keep(withState(settled, 'cancel-web', undefined, TODAY));
    expect(stateOf(other.keep(done(seen, 'answer-survey')), 'cancel-web')).toBeUndefined();
  });
  test('what is saved as a file has the steps of the other too', () => {
    const shared = device();
    const [one, other] = [stateWith(shared), stateWith(shared)];
    one.keep(done(start, 'cancel-web'));
    expect(other.forFile()).toContain('cancel-web');
  });
  test('one that begins to keep later takes nothing away, and loses nothing', () => {
    const shared = aDevice();
    const [one, late] = [stateWith(shared), stateWith(shared)];
    one.keepHere(true);
    one.keep(done(start, 'cancel-web'));
    const own = late.keep(done(start, 'answer-survey'));
    expect(keptOn(shared).steps['answer-survey']).toBeUndefined();
    expect(late.keepHere(true)).toBe(true);
    expect(states(keptOn(shared))).toEqual({ 'cancel-web': 'done', 'answer-survey': 'done' });
    expect(states(late.keep(done(own, 'check-statement')))).toEqual({
      'cancel-web': 'done',
      'answer-survey': 'done',
      'check-statement': 'done',
    });
  });
  test('erasing in one ends keeping in the other, which still has what stands in it', () => {
    const shared = device();
    const [one, other] = [stateWith(shared), stateWith(shared)];
    one.erase();
    expect(other.isKept()).toBe(false);
    other.keep(done(start, 'cancel-web'));
    expect(shared.text).toBeUndefined();
    expect(states(other.record())).toEqual({ 'cancel-web': 'done' });
    expect(other.mayLose()).toBe(true);
  });
  test('what a newer page has kept is not written over', () => {
    const newer = JSON.stringify({ ...start, schema: 99 });
    const shared = aDevice(newer);
    const state = stateWith(shared);
    state.keep(start);
    expect(state.keepHere(true)).toBe(false);
    expect(state.isKept()).toBe(false);
    expect(shared.text).toBe(newer);
  });
  test('where the device does not let it, nothing is said to be kept', () => {
    const state = stateWith({ ...aDevice(), write: () => false });
    state.keep(start);
    expect([state.keepHere(true), state.isKept(), state.mayLose()]).toEqual([false, false, true]);
  });
});
