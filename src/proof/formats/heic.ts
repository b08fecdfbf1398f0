// HEIC and AVIF: which of the two, pixel size of the main picture, and whether the data is there.
import { viewOf, type ByteView } from './byte-view';
import { CUT, wholeFile, type Reading } from '../reading';

/**
 * What the `ftyp` box says the file is. `mif1` and `msf1` are shared by both kinds; the compatible brands decide then.
 * Sources: ISO/IEC 14496-12 section 4.3, ISO/IEC 23008-12 Annex B, AV1 Image File Format 1.1 section 6.
 */
export function brandOf(bytes: Uint8Array): 'heic' | 'avif' | undefined {
  const view = viewOf(bytes);
  const size = view.u32(0, 'big');
  if (size === undefined || size < 16 || !view.says(4, 'ftyp')) return undefined;
  const brands = [view.tag(8)];
  for (let at = 16; at + 4 <= Math.min(size, view.length, 16 + 4 * 64); at += 4) brands.push(view.tag(at));
  for (const brand of brands) {
    if (brand === 'avif' || brand === 'avis') return 'avif';
    if (brand !== undefined && /^he(?:ic|ix|im|is|vc|vx|vm|vs)$/u.test(brand)) return 'heic';
  }
  return undefined;
}

/**
 * Follows the boxes until the description (`meta`) and the coded pictures (`mdat`, or `idat` inside `meta`) are both
 * there whole; what comes after is not looked at. A box that says "to the end of the file" cannot be seen to be cut.
 * Sources: ISO/IEC 14496-12 sections 4.2 and 8.11, ISO/IEC 23008-12 section 6.5.3 (`ispe`).
 */
export function readHeic(bytes: Uint8Array): Reading {
  const view = viewOf(bytes);
  let meta: ByteView | undefined;
  let data = false;
  for (const box of boxesIn(view)) {
    if (box.cut) return CUT;
    if (box.tag === 'meta' && meta === undefined) {
      meta = view.part(box.from + 4, box.to);
      data ||= childOf(meta, 'idat') !== undefined;
    }
    data ||= box.tag === 'mdat';
    if (meta !== undefined && data) return sizeOf(meta);
  }
  return CUT;
}

interface Box {
  readonly tag: string;
  /** Says that it ends after the file or box around it. */
  readonly cut: boolean;
  /** Where its content begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** The boxes of a container in order. A size too small to hold its own header counts as cut and ends the walk. */
function* boxesIn(view: ByteView): Generator<Box> {
  for (let at = 0; at < view.length;) {
    const small = view.u32(at, 'big');
    const tag = view.tag(at + 4) ?? '';
    const head = small === 1 ? 16 : 8;
    const size = small === 1 ? u64(view, at + 8) : small === 0 ? view.length - at : small;
    const cut = size === undefined || size < head || at + size > view.length;
    yield { tag, cut, from: at + head, to: at + (size ?? 0) };
    if (cut) return;
    at += size;
  }
}

function childOf(view: ByteView, tag: string): ByteView | undefined {
  for (const box of boxesIn(view)) if (!box.cut && box.tag === tag) return view.part(box.from, box.to);
  return undefined;
}

/** The `ispe` that `ipma` ties to the primary item, else the one with the most pixels. */
function sizeOf(meta: ByteView): Reading {
  const properties = childOf(meta, 'iprp');
  const container = properties && childOf(properties, 'ipco');
  if (properties === undefined || container === undefined) return wholeFile();
  const sizes = Array.from(boxesIn(container), (box) =>
    box.tag === 'ispe' && !box.cut
      ? { width: container.u32(box.from + 4, 'big') ?? 0, height: container.u32(box.from + 8, 'big') ?? 0 }
      : undefined,
  );
  const wanted = propertiesOf(primaryItem(meta), childOf(properties, 'ipma'));
  const main = wanted.map((index) => sizes[index - 1]).find((size) => size !== undefined);
  const largest = sizes.reduce((best, size) => (area(size) > area(best) ? size : best), undefined);
  const size = main ?? largest;
  return wholeFile(size?.width, size?.height);
}

function area(size: { readonly width: number; readonly height: number } | undefined): number {
  return size === undefined ? 0 : size.width * size.height;
}

function primaryItem(meta: ByteView): number | undefined {
  const box = childOf(meta, 'pitm');
  return box?.u8(0) === 0 ? box.u16(4, 'big') : box?.u32(4, 'big');
}

/** Numbers, from 1, of the properties in `ipco` that belong to an item. */
function propertiesOf(item: number | undefined, ipma: ByteView | undefined): readonly number[] {
  const count = ipma?.u32(4, 'big');
  if (item === undefined || ipma === undefined || count === undefined) return [];
  const wideItem = ipma.u8(0) !== 0;
  const wideIndex = ((ipma.u8(3) ?? 0) & 1) === 1;
  let at = 8;
  for (let entry = 0; entry < count && at < ipma.length; entry += 1) {
    const owner = wideItem ? ipma.u32(at, 'big') : ipma.u16(at, 'big');
    at += wideItem ? 4 : 2;
    const links = ipma.u8(at) ?? 0;
    at += 1;
    const width = wideIndex ? 2 : 1;
    if (owner === item) {
      // The top bit says that the property is essential; the rest is its number.
      return Array.from({ length: links }, (_, link) =>
        wideIndex ? (ipma.u16(at + 2 * link, 'big') ?? 0) & 0x7fff : (ipma.u8(at + link) ?? 0) & 0x7f,
      );
    }
    at += links * width;
  }
  return [];
}

function u64(view: ByteView, at: number): number | undefined {
  const high = view.u32(at, 'big');
  const low = view.u32(at + 4, 'big');
  return high === undefined || low === undefined ? undefined : high * 0x1_0000_0000 + low;
}
