// What looking through one file of a known kind gives.
import type { PixelSize } from './proof-facts';

/** `whole` is false when the file stops, or cannot be followed, before the end that its format asks for. */
export type Reading = ({ readonly whole: true } & PixelSize) | { readonly whole: false };

export const CUT: Reading = { whole: false };

/** Sizes of zero mean "not said here" (JPEG with DNL) or damage; either way there is no size to keep. */
export function wholeFile(width?: number, height?: number): Reading {
  return width === undefined || height === undefined || width === 0 || height === 0
    ? { whole: true }
    : { whole: true, width, height };
}
