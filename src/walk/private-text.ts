// Notices text that should not end up in a summary: addresses, card numbers, codes, tokens. A warning, not a guarantee.

/** The most characters a name and words of one's own may have: a summary needs no more. */
export const MOST_CHARACTERS = { name: 100, reasonText: 2000 } as const;

export type PrivateKind = 'email' | 'card' | 'code' | 'token';

/** What `text` seems to hold, or `undefined`. Card numbers are recognised by their check digit (ISO/IEC 7812-1). */
export function looksPrivate(text: string): PrivateKind | undefined {
  if (/[^\s@]+@[^\s@]+\.[^\s@]{2,}/.test(text)) return 'email';
  if (/\beyJ[\w-]{10,}|\bsk-[\w-]{16,}|\b[A-Za-z0-9_-]{40,}\b/.test(text)) return 'token';
  const runs = text.match(/\d(?:[ -]?\d){11,18}/g) ?? [];
  if (runs.some((run) => hasCheckDigit(run.replace(/\D/g, '')))) return 'card';
  return /^\D{0,20}\b\d{6}\b\D{0,5}$/.test(text) ? 'code' : undefined;
}

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
