// What a person typed, compared with what can be chosen: numbers, labels, key words, beginnings of labels.
import type { Choice } from './prompter';

/** `unnumbered` has no number of its own, such as the way back. */
export type Named = Pick<Choice<unknown>, 'label' | 'key'> & { readonly unnumbered?: true };

/** `text` without case, accents, width and quote differences, so that what looks the same compares the same. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The index of the choice that `typed` means, or `undefined`: its number from 1, its label, its key, or a beginning only it has. */
export function matchOne(typed: string, choices: readonly Named[]): number | undefined {
  const wanted = folded(typed).replace(/(?<=.)[.,;:)]+$/, '');
  if (wanted === '') return undefined;
  if (/^\d+$/.test(wanted)) {
    const index = Number(wanted) - 1;
    return choices[index] === undefined || choices[index].unnumbered === true ? undefined : index;
  }
  const names = choices.map(({ label, key }) => [
    folded(label).replace(/[.?!:…]+$/, ''),
    ...(key === undefined ? [] : [folded(key)]),
  ]);
  const exact = names.findIndex((of) => of.includes(wanted));
  if (exact !== -1) return exact;
  const starting = names.flatMap((of, index) => (of.some((name) => name.startsWith(wanted)) ? [index] : []));
  return starting.length === 1 ? starting[0] : undefined;
}

/** Several choices in one line, with commas or blanks between. The first part that means nothing comes back as `unknown`. */
export function matchSeveral(
  typed: string,
  choices: readonly Named[],
): { readonly indexes: readonly number[] } | { readonly unknown: string } {
  const found = new Set<number>();
  for (const part of typed.normalize('NFKC').split(/[,;、،]/)) {
    if (part.trim() === '') continue;
    const whole = matchOne(part, choices);
    for (const word of whole === undefined ? part.trim().split(/\s+/) : [part.trim()]) {
      const index = matchOne(word, choices);
      if (index === undefined) return { unknown: word };
      found.add(index);
    }
  }
  return { indexes: [...found].sort((a, b) => a - b) };
}
