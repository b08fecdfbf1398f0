// Every damage and oddity that an export is known to have, each with the verdict it must get and what else must be found.
import type { Damage } from './damage';
import { JSON_BROKEN } from './damages/json-broken';
import { JSON_FORMS } from './damages/json-forms';
import { MANIFEST_DAMAGES } from './damages/manifest';
import { ODD_MESSAGES } from './damages/odd-messages';
import { ODD_TREES } from './damages/odd-trees';
import { ODD_VALUES } from './damages/odd-values';
import { REPACKED } from './damages/repacked';
import { SIDE_FILES } from './damages/side-files';
import { SOUND_FORMS } from './damages/sound-forms';
import { ZIP_BYTES } from './damages/zip-bytes';
import { ZIP_ENTRIES } from './damages/zip-entries';
import { ZIP_WHOLE } from './damages/zip-whole';
import { smallExport } from './edit';
import type { Small } from './edit';
import { rawZip } from './raw-zip';
import type { RawEntry } from './raw-zip';

/** In this order: `--damage` of `make.ts` takes the number of one. */
export const DAMAGES: readonly Damage[] = [
  ...SOUND_FORMS,
  ...MANIFEST_DAMAGES,
  ...SIDE_FILES,
  ...JSON_BROKEN,
  ...JSON_FORMS,
  ...ZIP_BYTES,
  ...ZIP_ENTRIES,
  ...ZIP_WHOLE,
  ...REPACKED,
  ...ODD_TREES,
  ...ODD_VALUES,
  ...ODD_MESSAGES,
];

export type Built = {
  /** The export that it was made from. */
  readonly before: Small;
  zip(): Uint8Array;
  /** Its files, where it can be a folder too. */
  readonly files: readonly RawEntry[] | undefined;
};

const built = new WeakMap<Damage, Built>();

/** Made once. */
export function builtOf(damage: Damage): Built {
  const known = built.get(damage);
  if (known !== undefined) return known;
  const before = smallExport(damage.from);
  const made = damage.make(before);
  const isZip = made instanceof Uint8Array;
  const own: Built = {
    before,
    zip: () => (isZip ? made : rawZip(made.entries)),
    files: isZip || damage.folder === false ? undefined : made.entries,
  };
  built.set(damage, own);
  return own;
}
