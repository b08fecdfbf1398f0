// What can be wrong with an export. A fault is damage: do not delete. A doubt leaves open whether it is whole.
import type { Limit } from './limits';

/** `file` is a name inside the export as it is written there; sizes are bytes. */
export type Fault =
  /** The ZIP ends too early: its directory is missing or points past the end. */
  | { readonly kind: 'zip-cut' }
  /** The ZIP contradicts itself. `detail` is the library's own English sentence, for `--json` only. */
  | { readonly kind: 'zip-broken'; readonly detail: string }
  /** Two entries claim the same bytes. */
  | { readonly kind: 'overlap'; readonly file: string }
  | { readonly kind: 'crc'; readonly file: string }
  /** It inflates to another size than the ZIP states, or cannot be inflated (`found` is how far it came). */
  | { readonly kind: 'size'; readonly file: string; readonly stated: number; readonly found: number }
  | { readonly kind: 'not-inflated'; readonly file: string; readonly found: number }
  /** The file in the folder could not be read, or changed while it was read. */
  | { readonly kind: 'unreadable'; readonly file: string }
  /** The manifest lists it and it is not there; `shard` when it holds conversations. */
  | { readonly kind: 'missing'; readonly file: string; readonly shard: boolean }
  /** Files of conversations are numbered without a gap; this number is not there, and no manifest says otherwise. */
  | { readonly kind: 'gap'; readonly file: string }
  | { readonly kind: 'manifest-size'; readonly file: string; readonly stated: number; readonly found: number }
  | { readonly kind: 'manifest-unreadable'; readonly file: string }
  /** Its bytes are not those whose sha-256 `library_files.json` states. */
  | { readonly kind: 'digest'; readonly file: string }
  /** It has another size than `library_files.json` states. */
  | { readonly kind: 'library-size'; readonly file: string; readonly stated: number; readonly found: number }
  /** A file of conversations that stops in the middle. */
  | { readonly kind: 'json-cut'; readonly file: string }
  /** A file of conversations that is no list, or goes on after its end. */
  | { readonly kind: 'json-broken'; readonly file: string }
  /** So many conversations stand in `chat.html` and not in the lists, in these and not there, or there with another number of messages. */
  | { readonly kind: 'only-in-page' | 'not-in-page' | 'page-differs'; readonly file: string; readonly count: number }
  /** So many conversations in it do not parse. */
  | { readonly kind: 'unparsed'; readonly file: string; readonly count: number };

export type Doubt =
  | { readonly kind: 'no-manifest' }
  /** The manifest says nothing about conversations, or the export holds none. */
  | { readonly kind: 'manifest-silent' }
  | { readonly kind: 'no-conversations' }
  /** Files of conversations and nothing else: what the export held besides is not known. */
  | { readonly kind: 'conversations-alone' }
  /** Conversations in a file that the manifest does not list. */
  | { readonly kind: 'unlisted'; readonly file: string }
  /** Two files of one name. */
  | { readonly kind: 'twice'; readonly file: string }
  /** Encrypted, or packed in a way that cannot be read here: whether it is whole is not known. */
  | { readonly kind: 'locked'; readonly file: string }
  /** A ZIP inside the ZIP that is packed once more and cannot be looked into in place. */
  | { readonly kind: 'packed-twice'; readonly file: string }
  /** A link or a device instead of a file, or a name that cannot be one. Never followed. */
  | { readonly kind: 'strange'; readonly file: string }
  | { readonly kind: 'limit'; readonly limit: Limit; readonly file: string | undefined };

const DOUBTS: ReadonlySet<string> = new Set<Doubt['kind']>([
  'no-manifest',
  'manifest-silent',
  'no-conversations',
  'conversations-alone',
  'unlisted',
  'twice',
  'locked',
  'packed-twice',
  'strange',
  'limit',
]);

export function isDoubt(wrong: Fault | Doubt): wrong is Doubt {
  return DOUBTS.has(wrong.kind);
}
