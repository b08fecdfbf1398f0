// Letters made comparable, for every room that compares what people or pages write.

/** `text` in small letters without accents: "État" and "etat" become the same. Signs and blanks stay. */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
