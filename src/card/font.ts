// Measures text in a TrueType font: which characters it has, and how far each moves on. Read from the very bytes that are drawn.

export type Font = {
  /** Whether the font has a glyph for every character of `text`. */
  has(text: string): boolean;
  /** The width of `text` at a size of 1, without kerning (which only ever takes a little away). */
  width(text: string): number;
};

/** Reads a TrueType font's `cmap` (formats 4 and 12), `hmtx` and `head`. Throws a RangeError on bytes that are none (OpenType 1.9). */
export function readFont(bytes: Uint8Array): Font {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8));
  }
  const table = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new RangeError(`the font has no table "${name}"`);
    return at;
  };
  const unitsPerEm = view.getUint16(table('head') + 18);
  const longMetrics = view.getUint16(table('hhea') + 34);
  const hmtx = table('hmtx');
  const advanceOf = (glyph: number): number => view.getUint16(hmtx + Math.min(glyph, longMetrics - 1) * 4) / unitsPerEm;
  const glyphOf = glyphFinder(view, table('cmap'));
  const advances = new Map<string, number>();
  const advance = (character: string): number => {
    const known = advances.get(character);
    if (known !== undefined) return known;
    const measured = advanceOf(glyphOf(character.codePointAt(0) ?? 0));
    advances.set(character, measured);
    return measured;
  };
  return {
    has: (text) => [...text].every((character) => glyphOf(character.codePointAt(0) ?? 0) !== 0),
    width: (text) => [...text].reduce((sum, character) => sum + advance(character), 0),
  };
}

/** The glyph of a code point, 0 for none, by the widest Unicode subtable there is. */
function glyphFinder(view: DataView, cmap: number): (point: number) => number {
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 8 + index * 8),
  );
  const wide = subtables.find((at) => view.getUint16(at) === 12);
  if (wide !== undefined) return (point) => glyphInGroups(view, wide, point);
  const basic = subtables.find((at) => view.getUint16(at) === 4);
  if (basic === undefined) throw new RangeError('the font has no Unicode cmap');
  return (point) => glyphInSegments(view, basic, point);
}

function glyphInGroups(view: DataView, at: number, point: number): number {
  for (let index = 0; index < view.getUint32(at + 12); index += 1) {
    const group = at + 16 + index * 12;
    const first = view.getUint32(group);
    if (point >= first && point <= view.getUint32(group + 4)) return view.getUint32(group + 8) + point - first;
  }
  return 0;
}

function glyphInSegments(view: DataView, at: number, point: number): number {
  if (point > 0xffff) return 0;
  const length = view.getUint16(at + 6);
  const ends = at + 14;
  const [starts, deltas, offsets] = [ends + length + 2, ends + 2 * length + 2, ends + 3 * length + 2];
  for (let index = 0; index < length; index += 2) {
    if (point > view.getUint16(ends + index)) continue;
    const start = view.getUint16(starts + index);
    if (point < start) return 0;
    const delta = view.getUint16(deltas + index);
    const offset = view.getUint16(offsets + index);
    if (offset === 0) return (point + delta) & 0xffff;
    const glyph = view.getUint16(offsets + index + offset + (point - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
