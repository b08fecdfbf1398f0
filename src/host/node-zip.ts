// The records of a ZIP's directory as yauzl reads them, which refuses most lies.
import { RandomAccessReader, ZipFile, fromRandomAccessReaderPromise, getFileNameLowLevel } from 'yauzl';
import type { Entry } from 'yauzl';
import type { ZipRecord, ZipRecords } from './bytes';
import type { OpenFile } from './host';

/** See `BytesPort`. */
export async function zipRecords(file: OpenFile): Promise<ZipRecords | { readonly detail: string }> {
  const reading = new FileReader(file);
  const opened = await fromRandomAccessReaderPromise(reading, file.bytes, OPTIONS).catch((error: unknown) => ({
    detail: reading.saidBy(error),
  }));
  if ('detail' in opened) return opened;
  return {
    start: Number(opened.readEntryCursor),
    count: opened.entryCount,
    async *read(at, left) {
      // A reader of its own: each adds its listeners.
      const own = new FileReader(file);
      const zip = new ZipFile(own, at, file.bytes, left, '', false, true, false, false);
      try {
        for await (const entry of zip.eachEntry()) yield recordOf(entry, Number(zip.readEntryCursor));
      } catch (error) {
        yield { kind: 'broken', detail: own.saidBy(error) };
      }
    },
  };
}

const OPTIONS = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false };

function recordOf(entry: Entry, next: number): ZipRecord {
  return {
    kind: 'record',
    name: getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true),
    rawName: entry.fileNameRaw,
    madeBy: entry.versionMadeBy,
    attributes: entry.externalFileAttributes,
    header: entry.relativeOffsetOfLocalHeader,
    packed: entry.compressedSize,
    bytes: entry.uncompressedSize,
    crc: entry.crc32,
    method: entry.compressionMethod,
    isLocked: entry.isEncrypted(),
    changed: changedOn(entry),
    next,
  };
}

function changedOn(entry: Entry): Date | undefined {
  const isKnown = entry.lastModFileDate !== 0 || entry.extraFields.some(({ id }) => id === 0x5455 || id === 0x000a);
  const date = isKnown ? entry.getLastModDate() : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
}

/** Gives the library the bytes of the file; what the disk says is kept apart from what the library says. */
class FileReader extends RandomAccessReader {
  private disk: unknown;

  constructor(private readonly file: OpenFile) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, came?: number) => void,
  ): void {
    if (position < 0 || position + length > this.file.bytes) return callback(new Error('unexpected EOF'));
    this.file.read(buffer.subarray(offset, offset + length), position).then(
      (came) => callback(null, came),
      (error: unknown) => {
        this.disk = error;
        callback(new Error('unreadable'));
      },
    );
  }

  /** The library's own sentence; what the disk said is thrown on. */
  saidBy(error: unknown): string {
    if (this.disk !== undefined) throw this.disk;
    return error instanceof Error ? error.message : String(error);
  }
}
