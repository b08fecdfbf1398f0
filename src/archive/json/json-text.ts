// Writes any parsed JSON as text again, however deep it is nested.

/** As `JSON.stringify`, which overflows the stack some thousand levels deep. `value` is what `JSON.parse` gave. */
export function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return deepJsonOf(value);
  }
}

/** What is still to be written, last first. */
type Due = { readonly text: string } | { readonly value: unknown };

function deepJsonOf(value: unknown): string {
  const written: string[] = [];
  const due: Due[] = [{ value }];
  for (let one = due.pop(); one !== undefined; one = due.pop()) {
    if ('text' in one) {
      written.push(one.text);
    } else if (typeof one.value !== 'object' || one.value === null) {
      written.push(JSON.stringify(one.value) ?? 'null');
    } else if (Array.isArray(one.value)) {
      written.push('[');
      due.push({ text: ']' });
      for (let index = one.value.length - 1; index >= 0; index -= 1) {
        due.push({ value: one.value[index] });
        if (index > 0) due.push({ text: ',' });
      }
    } else {
      const entries = Object.entries(one.value);
      written.push('{');
      due.push({ text: '}' });
      for (let index = entries.length - 1; index >= 0; index -= 1) {
        const [key, inner] = entries[index] ?? [];
        due.push({ value: inner }, { text: `${index > 0 ? ',' : ''}${JSON.stringify(key)}:` });
      }
    }
  }
  return written.join('');
}
