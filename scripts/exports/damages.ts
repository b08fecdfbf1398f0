// Every damage and oddity that an export is known to have, each with the verdict it must get and what else must be found.
import type { Damage } from './damage';
import { CONTAINER_DAMAGES } from './damages-container';
import { CONVERSATION_ODDITIES } from './damages-conversations';
import { FILE_DAMAGES } from './damages-files';
import { MANIFEST_DAMAGES } from './damages-manifest';
import { smallExport } from './edit';
import type { Small } from './edit';
import { rawZip } from './raw-zip';
import type { RawEntry } from './raw-zip';

export const DAMAGES: readonly Damage[] = [
  ...MANIFEST_DAMAGES,
  ...FILE_DAMAGES,
  ...CONTAINER_DAMAGES,
  ...CONVERSATION_ODDITIES,
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
