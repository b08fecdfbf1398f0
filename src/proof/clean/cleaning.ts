// What the cleaners of the three formats share: what they find, what they give, and the size they stop at.
import { EXIF_NAME, lookIntoExif } from '../formats/exif';

/**
 * What was found beside the pixels. `comment` is any text, `second-picture` an index of further pictures in the file,
 * `profile` a colour profile (its name can be the owner's), `after-end` bytes behind the end of the picture or of its
 * coded data, where cropped-away pixels survive (CVE-2023-21036, CVE-2023-28303).
 */
export const REMOVED_KINDS = [
  'gps',
  'exif',
  'xmp',
  'iptc',
  'comment',
  'time',
  'thumbnail',
  'second-picture',
  'profile',
  'unknown',
  'after-end',
] as const;
export type RemovedKind = (typeof REMOVED_KINDS)[number];

/** How many of a kind there were, and their bytes in the file. `gps` and `thumbnail` inside Exif add no bytes to those of `exif`. */
export interface Removed {
  readonly kind: RemovedKind;
  readonly count: number;
  readonly bytes: number;
}

/** More pixels than this are refused before memory is taken for them. */
export const MOST_PIXELS = 50_000_000;

/** What the cleaner of one format gives: the pieces that stay, in order, and the pixel size as stored. */
export type Kept =
  | {
      readonly ok: true;
      readonly pieces: readonly Uint8Array[];
      readonly removed: readonly Removed[];
      readonly width: number;
      readonly height: number;
      readonly orientation?: number;
      readonly animated?: boolean;
    }
  | { readonly ok: false; readonly problem: 'cannot-clean' | 'damaged' | 'too-many-pixels' };

export const DAMAGED: Kept = { ok: false, problem: 'damaged' };

export interface Removals {
  add(kind: RemovedKind, bytes: number): void;
  /** An Exif block of `bytes` in the file: counts what is inside as well. Gives the orientation it says. */
  addExif(block: Uint8Array, bytes: number): number;
  /** One entry a kind, in the order of `REMOVED_KINDS`. */
  list(): readonly Removed[];
}

/** A tally of what a cleaner leaves behind. */
export function removals(): Removals {
  const tally = new Map<RemovedKind, Removed>();
  const add = (kind: RemovedKind, bytes: number): void => {
    const before = tally.get(kind);
    tally.set(kind, { kind, count: (before?.count ?? 0) + 1, bytes: (before?.bytes ?? 0) + bytes });
  };
  return {
    add,
    addExif(block, bytes) {
      const marked = EXIF_NAME === String.fromCharCode(...block.subarray(0, EXIF_NAME.length));
      const { orientation, gps, thumbnail } = lookIntoExif(marked ? block.subarray(EXIF_NAME.length) : block);
      add('exif', bytes);
      if (gps) add('gps', 0);
      if (thumbnail) add('thumbnail', 0);
      return orientation;
    },
    list: () => REMOVED_KINDS.flatMap((kind) => tally.get(kind) ?? []),
  };
}
