// ExifTool and ImageMagick as judges of pictures, and the decoders that come with the program.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codecFiles } from '../../scripts/build/shipped-files.mjs';

const shippedCodecs: Readonly<Record<string, Uint8Array>> = codecFiles();

/** The part of a Host that knows the codecs. */
export const codecs = {
  async shipped(name: string): Promise<Uint8Array> {
    const file = shippedCodecs[name];
    if (file === undefined) throw new Error(`${name} does not come with the program`);
    return file;
  },
};

/** All tags that ExifTool finds in a file, as `Group:Name`, but those about the file itself. */
export function tagsIn(path: string): readonly string[] {
  const [found] = JSON.parse(
    execFileSync('exiftool', ['-j', '-a', '-G1', '-u', '-U', path], { encoding: 'utf8', maxBuffer: 1 << 26 }),
  ) as readonly Record<string, unknown>[];
  return Object.keys(found ?? {}).filter((tag) => tag.includes(':') && !/^(System|ExifTool|Composite):/.test(tag));
}

/** How many pixels differ, by ImageMagick; both files have to be readable. */
export function differingPixels(one: string, other: string): number {
  const { stderr, status } = spawnSync('compare', ['-metric', 'AE', one, other, 'null:'], { encoding: 'utf8' });
  // The number comes first, warnings right behind it.
  const count = Number(/^[\d.]+(?:e[+]\d+)?/.exec(stderr)?.[0] ?? Number.NaN);
  if (status === null || status > 1 || Number.isNaN(count)) throw new Error(stderr);
  return count;
}

/** Upright pixels as ImageMagick decodes them, four bytes each. */
export function pixelsOf(path: string): Uint8Array {
  return Uint8Array.from(
    execFileSync('convert', [path, '-auto-orient', '-depth', '8', 'rgba:-'], { maxBuffer: 1 << 28 }),
  );
}

/** Writes `content` into `folder` and gives its path. */
export function placed(folder: string, name: string, content: Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}
