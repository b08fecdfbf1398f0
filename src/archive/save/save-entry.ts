// What is known of one file of a save, and the line of JSON that keeps it.

/** One file. `title`, `created`, `updated` and `project` are those of a conversation; times are epoch seconds. */
export type Entry = {
  /** Inside the folder, with `/`. */
  readonly path: string;
  /** Of the bytes that were written; see `shortHash`. */
  readonly hash: string;
  readonly title?: string | undefined;
  readonly created?: number | undefined;
  readonly updated?: number | undefined;
  readonly project?: string | undefined;
};

/** `[owner, path, hash]`, and for conversations also title, created, updated and project, `null` where there is none. */
export function entryLine(
  owner: string,
  {
    path,
    hash,
    title = null,
    created = null,
    updated = null,
    project = null,
  }: { readonly [key in keyof Entry]: Entry[key] | null },
): string {
  return JSON.stringify(
    owner.startsWith('c:') ? [owner, path, hash, title, created, updated, project] : [owner, path, hash],
  );
}

/** The owner and the entry of a line; `undefined` when it is none. */
export function entryIn(line: string): readonly [owner: string, entry: Entry] | undefined {
  const parsed: unknown = JSON.parse(line);
  if (!Array.isArray(parsed)) return undefined;
  const [owner, path, hash, title, created, updated, project] = parsed as readonly unknown[];
  if (typeof owner !== 'string' || typeof path !== 'string' || typeof hash !== 'string') return undefined;
  const entry = {
    path,
    hash,
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof created === 'number' ? { created } : {}),
    ...(typeof updated === 'number' ? { updated } : {}),
    ...(typeof project === 'string' ? { project } : {}),
  };
  return [owner, entry];
}
