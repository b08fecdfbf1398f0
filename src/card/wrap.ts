// Breaks text into lines that fit a width: at blanks, and inside a word only where the word is wider than the line.
import type { Font } from './font';

/** Lines of at most `width` pixels at `size`. No-break spaces hold; every character of `text` but the blanks at breaks is kept. */
export function wrap(text: string, font: Font, size: number, width: number): readonly string[] {
  const fits = (line: string): boolean => font.width(line) * size <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (line !== '' && !fits(line + character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The same number of lines, as even as they get: the narrowest width at which no line is added. For sentences set large. */
export function wrapEvenly(text: string, font: Font, size: number, width: number): readonly string[] {
  const lines = wrap(text, font, size, width);
  const [longestWord] = text
    .split(/[ \n]+/)
    .map((word) => font.width(word) * size)
    .sort((a, b) => b - a);
  let narrow = Math.min(width, longestWord ?? width);
  for (; narrow < width; narrow += 8) {
    const evener = wrap(text, font, size, narrow);
    if (evener.length <= lines.length) return evener;
  }
  return lines;
}
