// The port that asks. One walk talks to this; a person at a terminal, a plain line reader and a script stand behind it.
import type { Document, Line, Screen } from '../view/document';

export type Choice<T> = {
  readonly value: T;
  readonly label: string;
  /** Short words at the right of the label, or under it where there is no room. */
  readonly hint?: string;
  /** Words a person may type instead of the number in plain mode, besides the label. */
  readonly key?: string;
  /** In a list of one choice it stands in the foot and not in the list; in a list of boxes in both. Plain mode numbers it like any other. */
  readonly shortcut?: Shortcut;
};

/** One letter that chooses at once; `label` says in the foot what it does. */
export type Shortcut = { readonly letter: string; readonly label: string };

type Common = {
  /** A stable id, such as `goal` or `step:cancel-apple`: tests and the scripted prompter go by it. */
  readonly id: string;
  readonly title: string;
  /** Beside the title, such as "question 3 of 5". */
  readonly aside?: string;
  /** A line or two under the title. */
  readonly help?: Line;
  /** Whether the person may go back from here. `unlisted`: by its keys, since one of the choices says the same in words. */
  readonly back: boolean | 'unlisted';
  /** What is looked at while answering. The question stands under it, on the same screen. */
  readonly above?: Screen;
};

export type OneQuestion<T> = Common & {
  readonly choices: readonly Choice<T>[];
  /** The choice to start on. Without one, the first in the list is highlighted but plain mode asks for a number. */
  readonly initial?: T;
};

export type SeveralQuestion<T> = Common & {
  readonly choices: readonly Choice<T>[];
  readonly initial: readonly T[];
  /** Choosing this one excludes the others ("I'm not sure", "None of these"). */
  readonly alone: readonly T[];
};

export type TextQuestion = Common & {
  readonly initial?: string;
  /** What the text stands for, where it is more than words: a prompter that has other means than a line may ask by them. */
  readonly takes?: 'day' | 'file';
  /** A reason the text cannot be taken, in one sentence, or `undefined`. Empty text is passed too. */
  readonly check: (text: string) => Promise<string | undefined> | string | undefined;
  /** Called when the question is asked; may offer an answer at any time, and gives a way to stop. What is typed stays as it is. */
  readonly offers?: (offer: (answer: Offer) => void) => () => void;
};

/** An answer that comes up while the question waits: Enter on an empty line takes `value`. `label` says what and how. */
export type Offer = { readonly value: string; readonly label: string };

/** What the person gave, or the wish to go back. */
export type Asked<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'back' };

export interface Prompter {
  /** Shows a document in the conversation (never on stdout). */
  say(document: Document): void;
  /** Shows what is seen together with the question that follows. */
  introduce(screen: Screen): void;
  askOne<T>(question: OneQuestion<T>): Promise<Asked<T>>;
  askSeveral<T>(question: SeveralQuestion<T>): Promise<Asked<readonly T[]>>;
  askText(question: TextQuestion): Promise<Asked<string>>;
  /** Gives the terminal back. Safe to call twice. */
  close(): void;
}

/** A prompter with a person behind it: a signal can end the question that is waiting. */
export interface LivePrompter extends Prompter {
  /** Ends the waiting question, and every later one, with `Interrupted(how)`. Nothing is shown. */
  interrupt(how: Leaving): void;
  /** Shows the waiting question again, with what was chosen or typed so far: the terminal was used by others meanwhile. */
  refresh(): void;
}

/** How the person left: Ctrl-C, the end of input (Ctrl-D, a closed terminal), or a signal. */
export type Leaving = 'ctrl-c' | 'end-of-input' | 'SIGTERM' | 'SIGHUP';

/** The person left in the middle of a question. Not a failure: progress is saved. */
export class Interrupted extends Error {
  constructor(readonly how: Leaving) {
    super(`interrupted: ${how}`);
    this.name = 'Interrupted';
  }
}

/** Nobody can be asked, and an answer is missing. `questionId` names it; the command line knows its flag. */
export class MissingAnswer extends Error {
  constructor(readonly questionId: string) {
    super(`missing answer: ${questionId}`);
    this.name = 'MissingAnswer';
  }
}

/** The words a prompter needs of its own, in the person's language. Examples in English. */
export type PromptWords = {
  /** BCP 47 tag of the words. */
  readonly lang: string;
  /** What stands around the words on a button where no colour marks them: “ and ”. */
  readonly quotes: readonly [before: string, after: string];
  /** "Back". */
  readonly back: string;
  /** The keys under a prompt, without a full stop: "Up and down move, Enter chooses". */
  readonly keysOne: string;
  readonly keysSeveral: string;
  readonly keysText: string;
  /** Follows the keys and a comma where going back is possible: "Ctrl-B goes back". */
  readonly keysBack: string;
  /** In the foot of a list with letters to press: "back". */
  readonly footBack: string;
  /** Under a page of several: "Space shows the next page ({number} of {total})". */
  readonly keysPage: (number: number, total: number) => string;
  /** Plain mode: "Choose {first} to {last}", or "Choose 1" when they are the same. */
  readonly chooseNumber: (first: number, last: number) => string;
  /** Plain mode: "Choose one or more of {first} to {last}, with commas between". */
  readonly chooseNumbers: (first: number, last: number) => string;
  /** Follows the two above, with its own comma: ", or press Enter for {label}". `label` is "2 (Apple)". */
  readonly orEnterFor: (label: string) => string;
  /** Between the request and what is typed: ":", or " :" in French. A blank follows, whether it is given or not. */
  readonly colon: string;
  /** A sentence: "You chose: {label}." */
  readonly youChose: (label: string) => string;
  /** A sentence: "“{typed}” is not one of the choices. Type a number from {first} to {last}." */
  readonly notAChoice: (typed: string, first: number, last: number) => string;
  /** A sentence. */
  readonly chooseAtLeastOne: string;
  /** A sentence: "“{label}” cannot go together with another choice." */
  readonly onlyAlone: (label: string) => string;
  /** A sentence: what was typed or pasted is too long to be an answer. */
  readonly tooLong: string;
};
