// What the program takes along of a language: its name, its quotation marks, and how it writes days.
import { calendarOf } from '../../src/content/locale';
import type { Calendar } from '../../src/content/locale';
import type { RawWords } from '../../src/content/words-schema';

/** Without what only the check of the content needs. */
export function languageOf(
  tag: string,
  { name, reviewed, quotes, firstOfMonth }: RawWords['language'],
): Pick<RawWords['language'], 'name' | 'reviewed' | 'quotes'> & { readonly calendar: Calendar | undefined } {
  return { name, reviewed, quotes, calendar: calendarOf(tag, firstOfMonth) };
}
