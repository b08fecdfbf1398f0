// Bytes as text, also as PowerShell and older editors of Windows save it.

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
