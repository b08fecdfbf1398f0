// What a check of an export found: counts, dates and what is wrong; titles stand apart, since they are never kept.
import type { PageCounts } from './chat-page';
import type { LibraryCounts } from './digests';
import type { OpenedExport } from '../container/export';
import type { Doubt, Fault } from '../container/faults';
import type { RememberedCounts } from '../conversation/remembered';

export type Verdict = 'whole' | 'damaged' | 'cannot-tell';

export type Findings = RememberedCounts & {
  readonly kind: OpenedExport['kind'];
  readonly bytes: number;
  /** 64 hex digits; `undefined` for a folder or several files, or when the file ended early. */
  readonly sha256: string | undefined;
  /** How conversations are laid out, by shape. */
  readonly layout: 'one-file' | 'shards';
  readonly hasManifest: boolean;
  /** Different conversations that were read; `copies`: further ones with an id that was seen before. */
  readonly conversations: number;
  readonly copies: number;
  /** Of the different conversations. */
  readonly messages: { readonly shown: number; readonly behind: number; readonly drafts: number };
  /** Of the conversations' own times, epoch seconds. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Files of conversations: as the manifest lists them (`undefined` without one), and as they are there. */
  readonly shards: { readonly listed: number | undefined; readonly present: number };
  /** Files of the export in all; those whose CRC-32 and size were compared and right; sizes of the manifest compared and right. */
  readonly files: {
    readonly all: number;
    readonly right: number;
    readonly listed: number | undefined;
    readonly sizesRight: number;
  };
  /** What `chat.html` repeats, compared with the lists; `undefined` where there is no such page. */
  readonly page: PageCounts | undefined;
  /** Conversations that do not parse. */
  readonly unparsed: number;
  readonly paths: { readonly guessed: number; readonly broken: number; readonly circles: number };
  /** Different assets: shipped in the export, referred to by conversations, and referred to but not shipped. */
  readonly assets: { readonly shipped: number; readonly referred: number; readonly notShipped: number };
  /** What of them was compared with the library; `undefined` where the export has none. */
  readonly library: LibraryCounts | undefined;
  readonly images: number;
  readonly voice: number;
  readonly sharedLinks: number;
  /** Type -> conversations that hold one. At most 50 are named. */
  readonly unknownTypes: Readonly<Record<string, number>>;
  /** When the export was made, as far as files say; epoch seconds. */
  readonly made: number | undefined;
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
};

/** The oldest and the newest conversation by their time; for the eyes of the person, never kept. */
export type Titles = {
  readonly oldest: Titled | undefined;
  readonly newest: Titled | undefined;
  /** Some of those that `chat.html` or the lists lack. */ readonly missing?: readonly Titled[];
};
export type Titled = { readonly title: string | undefined; readonly on: number };

/** Damage outweighs doubt. Only an export with conversations and a manifest that agrees is whole. */
export function verdictOf({
  faults,
  doubts,
  conversations,
  hasManifest,
}: Pick<Findings, 'faults' | 'doubts' | 'conversations' | 'hasManifest'>): Verdict {
  if (faults.length > 0) return 'damaged';
  return doubts.length === 0 && conversations > 0 && hasManifest ? 'whole' : 'cannot-tell';
}
