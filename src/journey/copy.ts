// Whether the person has a copy of their chats, as far as anybody knows: what a deletion has to ask first.
import type { ExportCheck, JourneyRecord } from './record';
import { stateOf } from './record';

/**
 * `whole`: a check found it so, it is still there and the person missed no chat. `gone`: it was, and the file is not there as
 * it was. `lacks-chats`: whole, and the person said that a chat is missing. `said`: only the step is marked as done.
 */
export type CopyState =
  | { readonly kind: 'whole' | 'gone' | 'lacks-chats' | 'damaged' | 'unproved'; readonly check: ExportCheck }
  | { readonly kind: 'said'; readonly on: string }
  | { readonly kind: 'none' };

/** `isThere`: the checked file is at its place with its size. `step`: the id of the step that looks into the export. */
export function copyState(record: Pick<JourneyRecord, 'steps' | 'export'>, step: string, isThere: boolean): CopyState {
  const check = record.export?.check;
  if (check === undefined) {
    const on = stateOf(record, step) === 'done' ? record.steps[step]?.on : undefined;
    return on === undefined ? { kind: 'none' } : { kind: 'said', on };
  }
  if (check.verdict === 'damaged') return { kind: 'damaged', check };
  if (check.seen === 'missing') return { kind: 'lacks-chats', check };
  if (check.verdict === 'cannot-tell') return { kind: 'unproved', check };
  return { kind: isThere ? 'whole' : 'gone', check };
}
