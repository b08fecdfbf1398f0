// Bytes in, cleaner bytes out: what a picture carries beside its pixels is left behind, the pixels stay as they are.
import { cleanJpeg } from './clean-jpeg';
import { cleanPng } from './clean-png';
import { cleanWebp } from './clean-webp';
import type { Kept, Removed } from './cleaning';
import type { Kind, PictureKind } from '../proof-facts';
import { readFacts, sniff } from '../formats/sniff';

/**
 * `cannot-clean`: a kind, or a way of coding, that this program cannot take apart safely. `damaged`: the structure cannot
 * be followed to its end, or does not hold what it says. `too-many-pixels`: over `MOST_PIXELS`, by what the header says.
 */
export type CleanProblem =
  | { readonly problem: 'empty' | 'unknown-kind' }
  | { readonly problem: 'cannot-clean' | 'damaged' | 'too-many-pixels'; readonly kind: Kind };

export type Cleaned =
  | {
      readonly ok: true;
      readonly kind: PictureKind;
      readonly bytes: Uint8Array;
      readonly removed: readonly Removed[];
      readonly width: number;
      readonly height: number;
      readonly orientation: number;
      readonly animated: boolean;
    }
  | ({ readonly ok: false } & CleanProblem);

const CLEANERS: Readonly<Record<PictureKind, (bytes: Uint8Array) => Kept>> = {
  png: cleanPng,
  jpeg: cleanJpeg,
  webp: cleanWebp,
};

/**
 * Copies what draws the picture (an allow-list) and nothing else; pixels and the orientation of a JPEG stay. The result is
 * taken apart once more: it is only given out when nothing is left in it to remove. Any input gives a result.
 *
 * `width` and `height` are as stored; `orientation` is Exif's, 1 to 8, and 1 for kinds other than JPEG.
 */
export function cleanPicture(bytes: Uint8Array): Cleaned {
  if (bytes.length === 0) return { ok: false, problem: 'empty' };
  const kind = sniff(bytes);
  if (kind === undefined) return { ok: false, problem: 'unknown-kind' };
  if (kind !== 'png' && kind !== 'jpeg' && kind !== 'webp') return { ok: false, problem: 'cannot-clean', kind };
  const kept = CLEANERS[kind](bytes);
  if (!kept.ok) return { ...kept, kind };
  const clean = joined(kept.pieces);
  const { removed, width, height, orientation = 1, animated = false } = kept;
  if (!staysTheSame(kind, clean)) return { ok: false, problem: 'damaged', kind };
  return { ok: true, kind, bytes: clean, removed, width, height, orientation, animated };
}

/** Whether cleaning once more finds nothing and changes nothing, and the reader of this kind sees a whole picture. */
function staysTheSame(kind: PictureKind, clean: Uint8Array): boolean {
  const again = CLEANERS[kind](clean);
  if (!again.ok || again.removed.length > 0) return false;
  return Buffer.compare(joined(again.pieces), clean) === 0 && readFacts(clean).ok;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}
