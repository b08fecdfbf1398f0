// A layout as an SVG picture: nothing in it but rectangles, text and at most one picture, all inside the file.
import { COLOURS } from './colours';
import { EDGE } from './layout';
import type { Layout } from './placed';

/** The name under which the shipped typeface is known, and what stands in for it elsewhere. */
export const FAMILY = 'Literata';

/** The SVG of a card. `photo` is the picture as PNG, drawn to fill the layout's box inside its edge. */
export function svgOf({ width, height, texts, bars, picture }: Layout, lang: string, photo?: Uint8Array): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${escapeXml(lang)}">`,
    `<rect width="${width}" height="${height}" fill="${COLOURS.paper}"/>`,
    ...bars.map(
      ({ x, y, width: wide, height: high, colour }) =>
        `<rect x="${round(x)}" y="${round(y)}" width="${round(wide)}" height="${high}" fill="${COLOURS[colour]}"/>`,
    ),
    ...(picture === undefined || photo === undefined
      ? []
      : [
          `<rect x="${round(picture.x)}" y="${round(picture.y)}" width="${picture.width}" height="${picture.height}" fill="#ffffff" stroke="${COLOURS.line}" stroke-width="2"/>`,
          `<image x="${round(picture.x) + EDGE}" y="${round(picture.y) + EDGE}" width="${picture.width - 2 * EDGE}" height="${picture.height - 2 * EDGE}" href="${dataUri(photo)}"/>`,
        ]),
    ...texts.map(
      ({ text, x, y, size, weight, colour, anchor }) =>
        `<text x="${round(x)}" y="${round(y)}" font-family="${FAMILY}" font-size="${round(size)}" font-weight="${weight === 'bold' ? 700 : 400}" fill="${COLOURS[colour]}"${anchor === undefined ? '' : ` text-anchor="${anchor}"`}>${escapeXml(text)}</text>`,
    ),
    '</svg>',
    '',
  ].join('\n');
}

/** An SVG of `width` x `height` pixels that is the picture and nothing else: to draw it small, without what its file holds besides. */
export function pictureSvg(picture: Uint8Array, width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" preserveAspectRatio="none" href="${dataUri(picture)}"/></svg>`;
}

/** `outlines` (an SVG whose letters are shapes) with title and description, for people who cannot see it. */
export function withWords(outlines: string, lang: string, title: string, description: string): string {
  const words = `<title>${escapeXml(title)}</title>\n<desc>${escapeXml(description)}</desc>`;
  return outlines.replace(
    /^(?:<\?xml[^>]*>\s*)?<svg\b([^>]*)>/,
    (_, attributes: string) => `<svg${attributes} role="img" xml:lang="${escapeXml(lang)}">\n${words}`,
  );
}

/** Good between tags and inside a quoted attribute; what XML 1.0 does not allow is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}

function dataUri(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
