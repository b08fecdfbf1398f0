// Small files that hold JSON: read as text in whichever form of Unicode they were saved, and parsed.
import type { Host } from '../../host/host';

/** A Record or an answers file is a few kilobytes; more than this is something else. */
export const MOST_BYTES = 1024 * 1024;

/** The text of a file of at most 1 MB, in whichever form of Unicode it was saved. */
export async function readText(host: Pick<Host, 'files'>, path: string): Promise<string> {
  return textOf(await host.files.read(path, MOST_BYTES));
}

/** A JSON text as a value, or what is wrong with it. A byte order mark is taken. */
export function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * UTF-8, or UTF-16 with a byte order mark (`>` and `Out-File` of Windows PowerShell) or, without one, told by the zero beside
 * its first letter, which is ASCII in any JSON. The mark is taken; what is no text becomes U+FFFD.
 */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0 && first !== undefined)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined)) return 'utf-16be';
  return 'utf-8';
}
