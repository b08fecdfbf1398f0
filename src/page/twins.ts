// The words as the page says them: where a sentence speaks of a terminal, its twin stands in its place.
import type { Words } from '../content/words';

type Tree = { [key: string]: Tree | unknown };

/** The same words with each twin where its path says. What has none stays as it is; the words themselves are not changed. */
export function withTwins(words: Words): Words {
  const { page } = words.ui;
  const own: Tree = { ...words };
  for (const [path, twin] of Object.entries(page.twins)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let at: Tree = own;
    for (const key of keys) {
      const below = at[key];
      at = at[key] = (Array.isArray(below) ? [...below] : { ...(below as Tree) }) as Tree;
    }
    at[last] = twin;
  }
  return own as Words;
}
