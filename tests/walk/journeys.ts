// Whole ways through the wizard, as scripts for a person: the first screen to the last.
import { ENTER, type Turn } from '../support/fake-prompter';

export const appleAnswers: readonly Turn[] = [
  ['goal', 'cancel'],
  ['plan', 'plus'],
  ['billed-by', ['apple']],
  ['uses', ['none']],
  ['next-billing', '2026-12-03'],
];
export const toTheFirstStep: readonly Turn[] = [...appleAnswers, ['review', 'start']];
/** From the step after `cancel-apple` to the question what else. */
export const afterCancelApple: readonly Turn[] = [
  ['step:confirm-cancelled', 'done'],
  ['proof:confirm-cancelled', ENTER],
  ['step:ask-refund', 'skip'],
  ['step:turn-off-training', 'done'],
  ['step:check-statement', 'done'],
];
export const theEnd: readonly Turn[] = [
  ['extras', 'on'],
  ['summary', 'no'],
];
export const cancelWithApple: readonly Turn[] = [
  ...toTheFirstStep,
  ['step:cancel-apple', 'done'],
  ['proof:cancel-apple', 'shot.png'],
  ['proof:cancel-apple', ENTER],
  ...afterCancelApple,
  ...theEnd,
];

export const deleteAnswers: readonly Turn[] = [
  ['goal', 'delete'],
  ['plan', 'plus'],
  ['billed-by', ['apple']],
  ['uses', ['none']],
  ['next-billing', '2026-12-03'],
  ['review', 'start'],
];
export const beforeTheGate: readonly Turn[] = [
  ...deleteAnswers,
  ['step:export-data', 'done'],
  ['step:save-memory', 'done'],
  ['step:cancel-apple', 'done'],
  ['proof:cancel-apple', ENTER],
  ['step:confirm-cancelled', 'done'],
  ['proof:confirm-cancelled', ENTER],
  ['step:ask-refund', 'skip'],
  ['step:verify-export', 'done'],
];
export const deleted: readonly Turn[] = [
  ...beforeTheGate,
  ['copy', 'own-copy'],
  ['gate:delete-account', 'DELETE'],
  ['step:delete-account', 'done'],
  ['proof:delete-account', ENTER],
  ['step:remove-apps', 'done'],
  ['step:check-statement', 'done'],
  ...theEnd,
];
