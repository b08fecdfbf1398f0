// Files that systems put into folders by themselves: they are no part of an export, and a folder with nothing else is empty to its owner.

const JUNK: ReadonlySet<string> = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.directory']);

/** By the name of the file alone, in any case. */
export function isJunk(name: string): boolean {
  return JUNK.has(name.toLowerCase());
}
