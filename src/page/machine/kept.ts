// Progress kept on this device: only where the storage is the page's own, and only when the person says so.

const KEY = 'quitgpt-record';

export type Kept = {
  read(): string | undefined;
  /** False when the browser does not let it. */
  write(text: string): boolean;
  forget(): void;
};

/** `undefined` where storage is nobody's own: a file on the disk shares it with every other file that is opened. */
export function keptOnDevice(): Kept | undefined {
  if (location.protocol !== 'https:' && location.protocol !== 'http:') return undefined;
  try {
    const storage = localStorage;
    return {
      read: () => storage.getItem(KEY) ?? undefined,
      write(text) {
        try {
          storage.setItem(KEY, text);
          return true;
        } catch {
          return false;
        }
      },
      forget: () => storage.removeItem(KEY),
    };
  } catch {
    // Some browsers throw at the mere name when storage is switched off.
    return undefined;
  }
}
