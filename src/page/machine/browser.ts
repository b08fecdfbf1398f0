// What the page asks of the browser: the time, its languages, a new tab, the clipboard, a download.

/** The moment, by the clock of the device. */
export const now = (): Date => new Date();

/** The languages the person reads, most wanted first. */
export const wantedLanguages = (): readonly string[] => navigator.languages;

/** The same behind the one that the link to the page names: `#lang=fr`. */
export function linkedLanguages(): readonly string[] {
  const linked = new URLSearchParams(location.hash.slice(1)).get('lang');
  return linked === null ? wantedLanguages() : [linked, ...wantedLanguages()];
}

/** Opens an https address in a new tab that knows nothing of this one. Nobody can tell whether it really opened. */
export function openTab(url: string): 'asked' {
  open(url, '_blank', 'noopener,noreferrer');
  return 'asked';
}

/** Puts a text on the clipboard; `failed` where the browser does not let it. */
export async function copyText(text: string): Promise<'copied' | 'failed'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}

/** Hands a file to the browser's downloads. Nothing is sent: it is made of what the page holds. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), SOON);
}

/** Long enough for a download to begin, in milliseconds. */
const SOON = 10_000;

/**
 * Tells the browser that leaving would lose something, so that it asks; and takes its way back for the one of the page.
 * `mayLose` is asked each time.
 */
export function guard(mayLose: () => boolean, back: () => void): void {
  addEventListener('beforeunload', (event) => {
    if (mayLose()) event.preventDefault();
  });
  history.pushState(null, '');
  addEventListener('popstate', () => {
    history.pushState(null, '');
    back();
  });
}
