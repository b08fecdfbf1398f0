// Takes a text of ChatGPT's memory apart into its entries, where its form leaves no doubt about them. No letter is changed.

/** `noted`: the day that ChatGPT wrote beside it, `YYYY-MM-DD`. */
export type Entry = { readonly text: string; readonly noted: string | undefined };

const NUMBERED = /^[ \t]*(\d{1,6})[.)][ \t]+(?:\[(\d{4}-\d{2}-\d{2})\][.:]?[ \t]*)?/;
const MARKED = /^[ \t]*[-*•][ \t]+(?:\[(\d{4}-\d{2}-\d{2})\][.:]?[ \t]*)?/;
/** Ends as a sentence does, a closing quote or bracket after it. */
const SENTENCE = /[.!?…。！？][)\]"'”’»]*$/;
const HEADING = /^#{1,6}[ \t]/;

/**
 * A list with numbers, or with a mark on each line, gives its entries without number, mark and day; an entry may have several lines.
 * Lines that are whole sentences are entries. Anything else is one entry. In the order of the text, without blanks around
 * each; headings in front of a list are left out.
 */
export function entriesIn(text: string): readonly Entry[] {
  const lines = text.split(/\r?\n/);
  return numbered(lines) ?? marked(lines) ?? sentences(lines) ?? single(text);
}

/** Where days stand beside the numbers, only such lines begin an entry; else the next number does. */
function numbered(lines: readonly string[]): readonly Entry[] | undefined {
  const found = lines.map((line) => NUMBERED.exec(line));
  const first = found.findIndex((match) => match !== null);
  if (first === -1) return undefined;
  const areDated = found[first]?.[2] !== undefined;
  let next = Number(found[first]?.[1]);
  const begins = found.map((match) => {
    if (match === null) return undefined;
    if (areDated ? match[2] === undefined : Number(match[1]) !== next) return undefined;
    next += 1;
    return { length: match[0].length, noted: match[2] };
  });
  return [...before(lines, first), ...listed(lines, begins)];
}

function marked(lines: readonly string[]): readonly Entry[] | undefined {
  const found = lines.map((line) => MARKED.exec(line));
  const first = found.findIndex((match) => match !== null);
  // A line without a mark, indented or not, may belong to the entry above or to none.
  if (first === -1 || lines.some((line, at) => at > first && line.trim() !== '' && found[at] === null))
    return undefined;
  // So may one that is set in deeper.
  if (new Set(lines.flatMap((line, at) => (found[at] === null ? [] : [/^[ \t]*/.exec(line)?.[0]]))).size > 1)
    return undefined;
  return [
    ...before(lines, first),
    ...listed(
      lines,
      found.map((match) => (match === null ? undefined : { length: match[0].length, noted: match[1] })),
    ),
  ];
}

function sentences(lines: readonly string[]): readonly Entry[] | undefined {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.every((line) => /^\S/.test(line) && SENTENCE.test(line.trimEnd()))
    ? filled.map((line) => ({ text: line.trim(), noted: undefined }))
    : undefined;
}

function single(text: string): readonly Entry[] {
  const whole = text.trim();
  return whole === '' ? [] : [{ text: whole, noted: undefined }];
}

/** What stands in front of a list belongs to what was remembered, unless it is a heading. What a heading parts stays apart. */
function before(lines: readonly string[], first: number): readonly Entry[] {
  const parts: string[][] = [[]];
  for (const line of lines.slice(0, first)) {
    if (HEADING.test(line)) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.flatMap((part) => single(part.join('\n')));
}

function listed(
  lines: readonly string[],
  begins: readonly ({ readonly length: number; readonly noted: string | undefined } | undefined)[],
): readonly Entry[] {
  const entries: { lines: string[]; noted: string | undefined }[] = [];
  lines.forEach((line, at) => {
    const begin = begins[at];
    if (begin !== undefined) entries.push({ lines: [line.slice(begin.length)], noted: begin.noted });
    else entries.at(-1)?.lines.push(line);
  });
  return entries.flatMap(({ lines: own, noted }) => {
    const text = own.join('\n').trim();
    return text === '' ? [] : [{ text, noted }];
  });
}
