// Decodes the PNGs that chromium writes: eight bits, RGB or RGBA, not interlaced.
import { inflateSync } from 'node:zlib';

/** RGBA of a PNG as chromium writes it. Throws for any other. */
export function pngPixels(bytes: Uint8Array): {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    const tag = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (tag === 'IHDR') {
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      channels = { 2: 3, 6: 4 }[view.getUint8(at + 17)] ?? 0;
      if (channels === 0 || view.getUint8(at + 16) !== 8 || view.getUint8(at + 20) !== 0)
        throw new Error('a PNG of another form than chromium writes');
    }
    if (tag === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const data = new Uint8Array(width * height * 4).fill(255);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = raw.subarray(start + 1, start + 1 + stride);
    unfilter(raw[start] ?? 0, row, above, channels);
    for (let x = 0; x < width; x += 1) data.set(row.subarray(x * channels, (x + 1) * channels), (y * width + x) * 4);
    above = row;
  }
  return { width, height, data };
}

function unfilter(filter: number, row: Uint8Array, above: Uint8Array, channels: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const left = at < channels ? 0 : (row[at - channels] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < channels ? 0 : (above[at - channels] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    row[at] = (row[at] ?? 0) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [fromLeft, fromUp, fromCorner] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  return fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner;
}
