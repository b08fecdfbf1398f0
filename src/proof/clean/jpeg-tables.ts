// The segments of a JPEG that scans are decoded by, taken apart to the last byte so that nothing can stand between.
import { viewOf } from '../formats/byte-view';
import { huffmanTable, type HuffmanTable } from './jpeg-bits';
import { type Component, type Frame, type Scan } from './jpeg-scan';

/** What scans are decoded by, as far as it has been read. Tables may be replaced between scans. */
export interface Tables {
  readonly huffman: Map<number, HuffmanTable>;
  frame?: Frame;
  restart: number;
}

/** Whether `body` is one or more quantisation tables and nothing else: ITU-T T.81, B.2.4.1. */
export function isQuantisation(body: Uint8Array): boolean {
  let at = 0;
  while (at < body.length) {
    const kind = body[at] ?? 0;
    if (kind >> 4 > 1 || (kind & 15) > 3) return false;
    at += kind >> 4 === 0 ? 65 : 129;
  }
  return at === body.length && at > 0;
}

/** Reads Huffman tables (B.2.4.2); false when the segment holds anything else. The key is the class, then the number. */
export function readHuffman(body: Uint8Array, { huffman }: Tables): boolean {
  let at = 0;
  while (at + 17 <= body.length) {
    const kind = body[at] ?? 0;
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const table = huffmanTable(counts, body.subarray(at + 17, at + 17 + total));
    at += 17 + total;
    if (kind >> 4 > 1 || (kind & 15) > 3 || table === undefined || at > body.length) return false;
    huffman.set(kind, table);
  }
  return at === body.length && at > 0;
}

/** Pixel size by the frame header (B.2.2), before any memory is taken. */
export function frameSize(body: Uint8Array): { readonly width: number; readonly height: number } {
  const view = viewOf(body);
  return { width: view.u16(3, 'big') ?? 0, height: view.u16(1, 'big') ?? 0 };
}

/** The frame; `undefined` when the header is not whole or says what cannot be. */
export function readFrame(body: Uint8Array, progressive: boolean): Frame | undefined {
  const count = body[5] ?? 0;
  const { width, height } = frameSize(body);
  if (
    body.length !== 6 + 3 * count ||
    count === 0 ||
    count > 4 ||
    width === 0 ||
    height === 0 ||
    (body[0] !== 8 && body[0] !== 12)
  )
    return undefined;
  const heads = Array.from({ length: count }, (_, index) => {
    const [id = 0, factors = 0, table = 0] = body.subarray(6 + 3 * index);
    return { id, across: factors >> 4, down: factors & 15, table };
  });
  const sound = heads.every(
    ({ across, down, table }) => across >= 1 && across <= 4 && down >= 1 && down <= 4 && table <= 3,
  );
  if (!sound || new Set(heads.map(({ id }) => id)).size < count) return undefined;
  const most = {
    across: Math.max(...heads.map(({ across }) => across)),
    down: Math.max(...heads.map(({ down }) => down)),
  };
  const unitsAcross = Math.ceil(width / (8 * most.across));
  const unitsDown = Math.ceil(height / (8 * most.down));
  const components = heads.map(({ id, across, down }): Component => ({
    id,
    across,
    down,
    columns: Math.ceil(Math.ceil((width * across) / most.across) / 8),
    rows: Math.ceil(Math.ceil((height * down) / most.down) / 8),
    stride: unitsAcross * across,
    nonzero: new Uint32Array(progressive ? unitsAcross * across * unitsDown * down * 2 : 0),
  }));
  return { progressive, unitsAcross, unitsDown, components };
}

/** The scan of a header (B.2.3); `undefined` when it does not fit its frame. */
export function readScan(body: Uint8Array, frame: Frame, { huffman, restart }: Tables): Scan | undefined {
  const count = body[0] ?? 0;
  if (count === 0 || count > 4 || body.length !== 4 + 2 * count) return undefined;
  const parts = Array.from({ length: count }, (_, index) => {
    const [id, tables = 0] = body.subarray(1 + 2 * index);
    const component = frame.components.find((one) => one.id === id);
    return component === undefined
      ? []
      : [{ component, dc: huffman.get(tables >> 4), ac: huffman.get(0x10 | (tables & 15)) }];
  }).flat();
  const [from = 0, to = 0, positions = 0] = body.subarray(1 + 2 * count);
  if (parts.length !== count || new Set(parts.map(({ component }) => component)).size < count) return undefined;
  const isWhole = from === 0 && to === 63 && positions === 0;
  const isPart = from <= to && to <= 63 && (from === 0 ? to === 0 : count === 1);
  return (frame.progressive ? isPart : isWhole) ? { parts, from, to, high: positions >> 4, restart } : undefined;
}
