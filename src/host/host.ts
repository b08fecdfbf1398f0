// The port to everything outside the program: streams, environment, clock, files, folders, browser.
import type { Readable, Writable } from 'node:stream';
import type { BytesPort } from './bytes';

/** How an address was handed over. Nobody can tell whether a page really opened. */
export type Opened = 'asked' | 'failed' | 'not-here';

/** A picture file: its absolute path, its name, its size in bytes and when it was last changed. */
export type Screenshot = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly changed: Date;
};

/** What became of a text for the clipboard. */
export type Copied = 'copied' | 'failed' | 'not-here';

/** What a file turned out to be, before anything is read. `bytes` is its size. */
export type FileLook =
  | { readonly kind: 'file'; readonly bytes: number; readonly path: string }
  | { readonly kind: 'missing' | 'directory' | 'device' | 'fifo' | 'unreadable' };

export interface Files {
  /** Follows links; never opens the file, so it cannot hang on a FIFO. */
  look(path: string): Promise<FileLook>;
  /** The bytes of a regular file of at most `maxBytes`; rejects with an `errno` error otherwise. */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  /** Writes a new file with mode 0600, or replaces one when `replace`. Rejects with EEXIST when it is there. */
  write(path: string, content: string | Uint8Array, options: { readonly replace: boolean }): Promise<void>;
  /** Replaces `path` in one step, mode 0600; makes its folder. The old file stays whole when this fails. Calls run in order. */
  writeAtomic(path: string, text: string): Promise<void>;
  /**
   * Runs `work` while no other run of this program changes `path`; makes its folder. `isOurs` is false once another took the
   * lock over, which happens to a process that was suspended for seconds. A dead process keeps no lock. Not to be nested.
   */
  underLock<T>(path: string, work: (isOurs: () => Promise<boolean>) => Promise<T>): Promise<T>;
  /** What killed runs of this program left beside `path`: absolute paths. With `all`, also what may be a copy that the person numbered. */
  leftovers(path: string, all?: boolean): Promise<readonly string[]>;
  /** Removes what killed runs left beside `path`, and gives the paths. Only under its lock. */
  sweep(path: string, all?: boolean): Promise<readonly string[]>;
  /** Whether two paths lead to one file, by whatever names or links. False when either is not there. */
  isSameFile(one: string, other: string): Promise<boolean>;
  /** Removes a file; false when there was none. */
  remove(path: string): Promise<boolean>;
  /** Removes a folder that holds nothing; false when it holds something or cannot be removed. Never rejects. */
  removeEmptyFolder(path: string): Promise<boolean>;
  /** Absolute form of what the person typed, with `~` and the working folder filled in. Throws `ENOHOME` or `ENOCWD` where that one is needed and unknown. */
  resolve(path: string): string;
  /** A short form for people: `~/…` inside the home folder. */
  shorten(path: string): string;
  join(...parts: readonly string[]): string;
}

/** What looking at a file that the person named takes. */
export type NamedFiles = Pick<Files, 'look' | 'read' | 'resolve' | 'shorten'>;

/** What reading an export takes: files by path, and folders where there are any. */
export type ReadableDisk = Pick<Host, 'bytes'> & {
  readonly files: Pick<Files, 'look' | 'join'>;
  readonly folders: Pick<Folders, 'open' | 'list'>;
};

/** A regular file open for reading at any place in it. */
export interface OpenFile {
  /** Its size when it was opened. */
  readonly bytes: number;
  readonly changed: Date;
  /** Fills `into` with what stands at `at`. Gives how many bytes came: fewer only at the end of the file. */
  read(into: Uint8Array, at: number): Promise<number>;
  /** The same at once, where the system can do that: for thousands of small reads, each of which would wait longer than it takes. */
  readNow?(into: Uint8Array, at: number): number;
  /** Size and time are still what they were: nobody wrote to it meanwhile. */
  isUnchanged(): Promise<boolean>;
  close(): Promise<void>;
}

/** What stands in a folder. Links are not followed. `bytes` is 0 for all but files. */
export type Listed = {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  readonly bytes: number;
  readonly changed: Date;
};

/** Large files and whole folders. Paths are absolute; rejections carry an errno `code`. */
export interface Folders {
  /** Opens a regular file, following links; cannot hang on a FIFO. */
  open(path: string): Promise<OpenFile>;
  /** What stands directly in a folder, by name. */
  list(path: string): Promise<readonly Listed[]>;
  /** Makes a folder and those above it, for the owner alone; fine when it is there. */
  makeFolder(path: string): Promise<void>;
  /**
   * Writes a whole file or none (mode 0600), over an old one if there is one: under another name first, then renamed.
   * The folder has to be there. A killed program leaves at most a file whose name starts with `.quitgpt-`.
   */
  writeWhole(path: string, content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /** Renames a file or folder. Over a file it replaces it; over a folder that is not empty it rejects. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, or a link itself; fine when there is none. */
  removeFile(path: string): Promise<void>;
  /** Removes a folder and all in it, following no link; fine when there is none. */
  removeFolder(path: string): Promise<void>;
}

/** What the terminal can do, decided once. Columns are read when needed: a window can change. */
export interface TerminalFacts {
  readonly stdinIsTTY: boolean;
  readonly stderrIsTTY: boolean;
  readonly stdoutIsTTY: boolean;
  columns(stream: 'stdout' | 'stderr'): number;
}

/** Somewhere to write, such as a Writable. */
export interface Sink {
  write(text: string, done?: (error?: Error | null) => void): unknown;
}

export interface Host {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The person's home folder, absolute. Throws `ENOHOME` where the system knows none, as for a user without a name in a container. */
  readonly home: string;
  /** How the program was started: the file that was named (absolute, links not followed) and what runs it. */
  readonly started: { readonly script: string | undefined; readonly runtime: 'node' | 'bun' };
  readonly stdin: Readable;
  /** For results only: each is written whole. `done` hears of a failure. */
  readonly stdout: Sink;
  readonly stderr: Writable;
  readonly terminal: TerminalFacts;
  readonly files: Files;
  readonly folders: Folders;
  /** Inflating, checksums and the like. Loaded when it is first asked for. */
  bytes(): Promise<BytesPort>;
  /** Now; `SOURCE_DATE_EPOCH` (seconds) stands still for reproducible output. */
  now(): Date;
  /** The language tags the system asks for, most wanted first. */
  readonly systemLanguages: readonly string[];
  /** Hands an https address to the system's browser. Waits up to a second for a failure. */
  openPage(url: string): Promise<Opened>;
  /** Hands a file of this machine to the program that shows files of its kind. `path` is absolute. Waits up to a second for a failure. */
  showFile(path: string): Promise<Opened>;
  /** The newest picture in the folders where this system puts screenshots, if one changed after `since`. Never rejects. */
  newestScreenshot(since: Date): Promise<Screenshot | undefined>;
  /** A folder for screenshots or downloads that is there and that this program may not look into: then nothing is seen there. Never rejects. */
  hiddenFolder(which: 'screenshots' | 'downloads'): Promise<string | undefined>;
  /** Folders where browsers of this system put downloads, most likely first; some may not be there. Never rejects. */
  downloadFolders(): Promise<readonly string[]>;
  /** Puts a text on the system's clipboard through a program of the system; `not-here` when there is none. */
  copyText(text: string): Promise<Copied>;
  /** Asks the engine to keep its memory small from now on, for work that lasts: a little slower, and a third less. */
  keepMemorySmall(): void;
  /** The bytes of a file that comes with the program, by its name. Rejects when it is not there. */
  shipped(name: string): Promise<Uint8Array>;
  /** Runs a script that comes with the program in a thread of its own, with `data` copied; gives its result. Rejects when it fails, or `stop` aborts. */
  runScript(
    name: string,
    data: unknown,
    told: { readonly onPart: (done: number, total: number) => void; readonly stop?: AbortSignal | undefined },
  ): Promise<unknown>;
  /** Where the Record is kept by default, absolute. Throws `ENOHOME` where that is needed and unknown. */
  readonly stateFolder: string;
  /** Calls `listener` on SIGTERM, SIGHUP and SIGINT; the returned function stops listening. */
  onSignal(listener: (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => void): () => void;
  /** Stops the program and what it was started by, as Ctrl-Z does in a shell; resolves once it goes on (`fg`). At once where nothing can be stopped. */
  suspend(): Promise<void>;
  /** Calls `listener` when the program goes on after it was stopped from outside; the returned function stops listening. */
  onContinue(listener: () => void): () => void;
  /** Calls `listener` when nothing is left that could wake the program, though it is not done; the returned function stops listening. */
  onIdle(listener: () => void): () => void;
}
