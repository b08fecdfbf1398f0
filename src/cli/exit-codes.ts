// The exit codes: documented in --help, never renumbered. An unknown code other than 0 is a failure.
import type { Leaving } from '../prompt/prompter';

export const EXIT = {
  complete: 0,
  failed: 1,
  notUnderstood: 2,
  stepsLeft: 3,
  interrupted: 130,
  terminated: 143,
  hungUp: 129,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The code for a person who left: signals are 128 + their number; the end of input is a stop with steps left. */
export function exitCodeOf(how: Leaving): ExitCode {
  return { 'ctrl-c': EXIT.interrupted, 'end-of-input': EXIT.stepsLeft, SIGTERM: EXIT.terminated, SIGHUP: EXIT.hungUp }[
    how
  ];
}
