// The card's colours: paper, ink, a quieter ink, one warm colour. Every pair that carries text passes WCAG 2.2 AA.

export const COLOURS = {
  paper: '#f7f2e8',
  ink: '#1f1a14',
  quiet: '#5e5346',
  warm: '#a33d1b',
  line: '#d9cdb8',
} as const;
export type Colour = keyof typeof COLOURS;

/** The contrast of two colours (`#rrggbb`), from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}
