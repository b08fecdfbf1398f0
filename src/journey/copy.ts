// Whether the person has a copy of their chats, as far as the Record tells. A deletion asks for it first.
import type { ExportCheck, JourneyRecord } from './record';
import { stateOf } from './record';

/**
 * `whole`: a check found the export whole, its file is still there and the person missed no chat. `gone`: it was whole, and its
 * file is no longer there, or has changed. `lacks-chats`: the person said that a chat is missing. `unproved`: the check could not
 * tell. `said`: nothing was checked, and the person marked the step as done.
 */
export type CopyState =
  | { readonly kind: 'whole' | 'gone' | 'lacks-chats' | 'damaged' | 'unproved'; readonly check: ExportCheck }
  | { readonly kind: 'said'; readonly on: string }
  | { readonly kind: 'none' };

/** The state of the copy. `isThere`: the checked file is at its place with its size. `step`: the id of the step that checks the export. */
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
