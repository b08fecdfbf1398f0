// How much of a file from outside is read: said in `--help`, and said when one is reached.

const MIB = 1024 * 1024;

/** All sizes in bytes, inflated. */
export const LIMITS = {
  /** Files in one export, those of ZIPs inside it included. */
  files: 200_000,
  /** One conversation, and one of the small files beside them. 100 MB of letters that have two bytes are 286 MiB in escapes. */
  conversation: 320 * MIB,
  sideFile: 64 * MIB,
  /** One file inside the export, and all together. */
  file: 64 * 1024 * MIB,
  all: 256 * 1024 * MIB,
  /** Folders inside folders. */
  depth: 64,
  /** Characters of a name inside the export, folders included. */
  name: 4096,
} as const;

export type Limit = keyof typeof LIMITS;
/** The same with smaller numbers, for tests. */
export type Limits = { readonly [limit in Limit]: number };
