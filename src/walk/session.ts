// What one run has at hand: a person or a script, a voice, a clock, a place to keep progress.
import type { Guide } from '../content/schema';
import type { Host } from '../host/host';
import type { CivilDate } from '../journey/dates';
import type { JourneyRecord } from '../journey/record';
import type { Prompter } from '../prompt/prompter';
import type { Voice } from '../view/voice';

export type Session = {
  readonly host: Pick<Host, 'files' | 'openPage' | 'platform'>;
  readonly prompter: Prompter;
  readonly voice: Voice;
  readonly guide: Guide;
  readonly today: CivilDate;
  /** False with `--no-open`: addresses are printed only. */
  readonly opensPages: boolean;
  /** True with `--yes`: defaults are taken, and nothing is ever marked done for it. */
  readonly takesDefaults: boolean;
  /** Where progress is kept, in short form for people; `undefined` with `--no-record`. */
  readonly keptIn: string | undefined;
  /** Keeps the Record. Never rejects: a failure is said once and remembered by whoever made the session. */
  keep(record: JourneyRecord): Promise<void>;
  /** False while the last Record could not be kept: nobody may say then that progress is saved. */
  isKept(): boolean;
};
