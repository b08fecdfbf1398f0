// What one run has at hand: a person or a script, a translator, a clock, a place to keep progress.
import type { Findings, Titles, Verdict } from '../archive/check/findings';
import type { FoundExport } from '../archive/container/find-export';
import type { Guide, GuideStep } from '../content/schema';
import type { Host, NamedFiles } from '../host/host';
import type { CivilDate } from '../journey/dates';
import type { JourneyRecord } from '../journey/record';
import type { Prompter } from '../prompt/prompter';
import type { ProofKind } from '../proof/proof-facts';
import type { Box } from '../proof/reading/picture-lines';
import type { SeenOnPicture } from '../proof/reading/read-picture';
import type { Translator } from '../view/translator';

export type Session = {
  readonly host: Pick<
    Host,
    'openPage' | 'platform' | 'showFile' | 'now' | 'newestScreenshot' | 'hiddenFolder' | 'bytes'
  > & { readonly files: NamedFiles };
  readonly prompter: Prompter;
  readonly translator: Translator;
  readonly guide: Guide;
  readonly pictures: Pictures;
  readonly exports: Exports;
  readonly addresses: Addresses;
  /** Writes the days ahead into a calendar file and gives its name, in short form; `undefined` where no day is ahead. */
  calendar(record: JourneyRecord): Promise<string | undefined>;
  /** The person's day, also when the question waited over midnight: read it when it is needed. */
  readonly today: CivilDate;
  /** False with `--no-open`: addresses are printed only. */
  readonly opensPages: boolean;
  /** True with `--yes`: defaults are taken, and nothing is ever marked done for it. */
  readonly takesDefaults: boolean;
  /** Where progress is kept, in short form for people; `undefined` with `--no-record`. */
  readonly keptIn: string | undefined;
  /**
   * Keeps the Record, joined with what another window kept meanwhile, and gives that: go on with it. Never rejects: a failure is
   * said once and remembered by whoever made the session.
   */
  keep(record: JourneyRecord): Promise<JourneyRecord>;
  /** The Record with what another window kept meanwhile, which is said. Writes nothing, and never rejects. */
  catchUp(record: JourneyRecord): Promise<JourneyRecord>;
  /** False while the last Record could not be kept: nobody may say then that progress is saved. */
  isKept(): boolean;
};

/** What was made out on a picture: what it looks like and where it shows what; no word of it comes along. */
export type SeenPicture = SeenOnPicture & { readonly width: number; readonly height: number };
export type Hidden =
  | { readonly ok: true; /** Absolute. */ readonly path: string; readonly boxes: number }
  | { readonly ok: false; readonly why: string };

/** `keep`: this file, the picture itself or a copy of it. `another`: the person wants to give another one. */
export type PictureTurn = { readonly kind: 'keep'; readonly path: string } | { readonly kind: 'another' };

/** What comes between a picture and its being kept as a receipt. */
export type Pictures = {
  /** The kinds of file that `turn` is asked about; others are kept as they are. */
  readonly kinds: readonly ProofKind[];
  /** Asks about the picture at `path` (absolute). `name` is what the person typed as theirs, if they did. Nothing that stands on it is kept. */
  turn(
    session: Session,
    step: Pick<GuideStep, 'stopsBilling' | 'deletesAccount'>,
    path: string,
    name: string | undefined,
  ): Promise<PictureTurn>;
};

/** What the command line does with pictures: it knows decoders, the engine and file names. */
export type PictureActions = {
  /** Reads a picture; `name` is looked for when the person typed one. `undefined` when it cannot be read here. */
  read(path: string, name: string | undefined): Promise<SeenPicture | 'stopped' | undefined>;
  /** A new PNG beside the picture at `path` with `boxes` blacked out, or in place of `earlier`, which was made so before. */
  hide(path: string, boxes: readonly Box[], earlier?: string): Promise<Hidden>;
};

/** What the command line does with an address besides opening it. */
export type Addresses = {
  /** `asked`: nobody can tell whether the terminal did it. */
  copy(url: string): Promise<'copied' | 'asked' | 'failed'>;
  /** The modules of its QR code, dark ones true; `undefined` where it is too long for one. */
  code(url: string): Promise<readonly (readonly boolean[])[] | undefined>;
};

export type CheckedExport =
  | {
      readonly ok: true;
      /** Short form. */ readonly file: string;
      readonly verdict: Verdict;
      readonly findings: Findings;
      readonly titles: Titles;
    }
  | { readonly ok: false; readonly why: string };

/** What became of the files for another assistant. `folder` and `why` are for people. */
export type WrittenExport =
  | { readonly kind: 'written'; readonly folder: string; readonly chats: number; readonly isWhole: boolean }
  | { readonly kind: 'text'; readonly file: string; readonly entries: number; readonly isWhole: boolean }
  | { readonly kind: 'stopped'; /** What is there so far. */ readonly folder: string | undefined }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly why: string };

/** What the command line does with data exports: it knows the disk and the reader. */
export type Exports = {
  /** Newest first; empty when there is none. */
  find(): Promise<readonly FoundExport[]>;
  /** Reads the export at `path` (absolute, a ZIP or a folder), showing how far it is. A person who leaves meanwhile is `ok: false`. */
  check(path: string): Promise<CheckedExport>;
  /** The forms that `write` knows, by their ids in alternatives.yaml. */
  readonly writes: readonly string[];
  /** Writes the export at `path` (absolute) in the form `as` beside it: for the assistant `to`, by its id. Never rejects. */
  write(path: string, as: string, to: string): Promise<WrittenExport>;
};
