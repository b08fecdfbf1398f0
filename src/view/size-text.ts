// Sizes as people read them.
import type { Translator } from './translator';

const UNITS = [
  ['gb', 1024 ** 3],
  ['mb', 1024 ** 2],
  ['kb', 1024],
] as const;

/** "12 kB", "276 MB", "1.4 GB": steps of 1024, one decimal below ten; at least 1 kB. */
export function sizeText({ lang, ui, say }: Pick<Translator, 'lang' | 'ui' | 'say'>, bytes: number): string {
  const [unit, size] = UNITS.find(([, one]) => bytes >= one) ?? ['kb', 1024];
  const amount = Math.max(bytes / size, 1);
  const digits = amount < 10 && unit !== 'kb' ? 1 : 0;
  return say(ui.export_check[unit], {
    n: new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(amount),
  });
}
