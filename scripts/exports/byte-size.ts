// Sizes as people type them.

/** `50MiB` -> bytes. */
export function bytesOf(text: string): number {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMG]?)(?:i?B)?$/i.exec(text) ?? [];
  if (digits === '') throw new Error(`no size: ${text}`);
  return Math.round(Number(digits) * 1024 ** ' KMG'.indexOf(unit.toUpperCase() || ' '));
}
