// The words of one language as the program sees them: every text compiled to a Message.
import type { Ui } from './compiled/ui';
import type { Calendar } from './locale';
import type { Compiled } from './schema';
import type { RawWords } from './words-schema';

export type { Ui };
export type Words = Omit<Compiled<RawWords>, 'ui' | 'language' | 'letters'> & {
  readonly ui: Ui;
  readonly language: {
    readonly name: string;
    readonly reviewed: boolean;
    readonly quotes: readonly [string, string];
    readonly calendar?: Calendar;
  };
};
/** The words of the letters, which only their command loads. */
export type LettersWords = Compiled<RawWords['letters']>;
export type StepWords = Words['steps'][string];
