// Folders of the portal's delivery with payments, contacts and the profile: never listed, never opened.

const PRIVATE: ReadonlySet<string> = new Set(['financial', 'contact info', 'contact', 'user profile']);

/** Whether a file lies in one of them, at any level. `path` has `/` between folders. */
export function isPrivate(path: string): boolean {
  return path
    .toLowerCase()
    .split('/')
    .slice(0, -1)
    .some((folder) => PRIVATE.has(folder));
}
