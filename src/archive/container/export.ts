// An export opened for reading: a ZIP, a folder, the Privacy Portal's ZIP with ZIPs inside, or conversations alone, all seen as one list of files.
import type { BytesPort } from '../../host/bytes';
import type { Doubt, Fault } from './faults';

/** One file of an export. */
export type ExportFile = {
  /**
   * Its name inside the export with `/` between folders, without the folder that everything lies in. Comes from outside: it
   * may climb, repeat or hold anything, and nothing is ever written under it.
   */
  readonly path: string;
  /** The last part of `path`. */
  readonly name: string;
  /** Size as the directory states it. */
  readonly bytes: number;
  /** Changed then, as far as it is known: local time without a zone in most ZIPs. */
  readonly changed: Date | undefined;
  /** Holds conversations whatever its name: the person named it. */
  readonly isChats?: boolean | undefined;
};

export interface OpenedExport {
  /** `file`: a file of conversations, or its numbered parts, without the rest of the export. */
  readonly kind: 'zip' | 'folder' | 'portal' | 'file';
  /** Inflates and hashes, for callers that go on with the bytes. */
  readonly port: BytesPort;
  /** Size of the ZIP or the one file, or of all files of the folder together. */
  readonly bytes: number;
  /**
   * Every file but junk (`__MACOSX/`, `.DS_Store`, `Thumbs.db`, `desktop.ini`, `.directory`) and the private folders of the portal, in the
   * order in which they lie on the disk: reading them in this order reads the disk once.
   */
  readonly files: readonly ExportFile[];
  /** Found while opening. Taking the fingerprint may add to the faults: read them after it. */
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
  /**
   * The bytes of a file, inflated, in chunks of up to 256 KiB that belong to the receiver. CRC-32 and size are compared when it
   * ends: rejects then with a `BadFile`. Never gives more than the stated size. Leaving the loop early checks nothing.
   * One file at a time: read on or leave before the next one is begun.
   */
  chunks(file: ExportFile): AsyncIterable<Uint8Array>;
  /**
   * The same bytes in one piece and at once, where the file is small (16 MiB) and its disk can be read so; `undefined` elsewhere.
   * Thousands of small files take a third of the time. The bytes belong to the receiver. Throws a `BadFile`.
   */
  whole(file: ExportFile): Uint8Array | undefined;
  /**
   * The sha-256 of the whole ZIP or the one file, 64 hex digits: parts that were not read so far are read now. `undefined` for a
   * folder or several files, and when the disk does not give all of it.
   * Call it last: nothing can be read afterwards.
   */
  fingerprint(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Thrown by `chunks`: what is wrong with this one file. Others can still be read. */
export class BadFile extends Error {
  constructor(readonly wrong: Fault | Doubt) {
    super(wrong.kind);
    this.name = 'BadFile';
  }
}

/** `not-zip`: neither a ZIP nor JSON. `no-export`: nothing in it is a file of conversations, and no manifest speaks of any. */
export type Opening =
  | { readonly ok: true; readonly opened: OpenedExport }
  | {
      readonly ok: false;
      readonly problem: 'missing' | 'empty' | 'not-file' | 'unreadable' | 'not-zip' | 'no-export';
      readonly faults: readonly Fault[];
    };
