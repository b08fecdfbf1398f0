// Exif: only what cleaning has to know of it — which way up the picture is, and whether it tells a place or holds a thumbnail.
import { viewOf, type ByteView } from './byte-view';

export interface ExifLook {
  /** 1 to 8 as Exif counts; 1 when nothing valid is said. */
  readonly orientation: number;
  readonly gps: boolean;
  readonly thumbnail: boolean;
}

/**
 * Looks into the first two directories of a TIFF block. No value other than the orientation is read.
 * Sources: Exif 3.0 (CIPA DC-008-2023) sections 4.6.2 and 4.6.5, TIFF 6.0 section 2.
 */
export function lookIntoExif(tiff: Uint8Array): ExifLook {
  const view = viewOf(tiff);
  const order = view.says(0, 'II') ? 'little' : 'big';
  const first = tagsOf(view, order, view.u32(4, order));
  const second = tagsOf(view, order, first.next);
  const said = first.tags.get(ORIENTATION);
  const orientation = said === undefined ? undefined : view.u16(said + 8, order);
  return {
    orientation: orientation !== undefined && orientation >= 1 && orientation <= 8 ? orientation : 1,
    gps: first.tags.has(GPS_DIRECTORY),
    thumbnail: second.tags.has(THUMBNAIL_START) || second.tags.has(STRIP_START),
  };
}

/** An Exif block that says the orientation and nothing else, as it stands in APP1. */
export function orientationOnly(orientation: number): Uint8Array {
  return Uint8Array.of(
    ...EXIF_MARK,
    ...TIFF_HEAD,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  );
}

/** What APP1 begins with when it is Exif. */
export const EXIF_NAME = 'Exif\0\0';

const EXIF_MARK = [0x45, 0x78, 0x69, 0x66, 0, 0] as const;
/** Big-endian, first directory at 8. */
const TIFF_HEAD = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8] as const;
const ORIENTATION = 0x0112;
const STRIP_START = 0x0111;
const THUMBNAIL_START = 0x0201;
const GPS_DIRECTORY = 0x8825;

interface Directory {
  /** Where the entry of each tag begins. */
  readonly tags: ReadonlyMap<number, number>;
  readonly next: number | undefined;
}

function tagsOf(view: ByteView, order: 'big' | 'little', at: number | undefined): Directory {
  const count = at === undefined || at === 0 ? undefined : view.u16(at, order);
  const tags = new Map<number, number>();
  if (at === undefined || count === undefined) return { tags, next: undefined };
  for (let entry = 0; entry < count; entry += 1) {
    const start = at + 2 + entry * 12;
    const tag = view.u16(start, order);
    if (tag === undefined) return { tags, next: undefined };
    tags.set(tag, start);
  }
  return { tags, next: view.u32(at + 2 + count * 12, order) };
}
