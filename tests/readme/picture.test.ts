// The pictures in docs/pictures are of the program as it is now: made again, they come out the same.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importTable, PAGE, PICTURE, roomEdges, roomsSvg, TABLE } from '../../scripts/pictures/rooms';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quitgpt-pictures-'));
  execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/pictures/readme.ts', folder], {
    stdio: 'pipe',
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['run.svg', 'step.svg'])('docs/pictures/%s', (name) => {
  const committed = readFileSync(join('docs/pictures', name), 'utf8');

  test('is what a run shows today; otherwise run `npm run picture`', () => {
    const made = readFileSync(join(folder, name), 'utf8');
    expect(made === committed, `${name} is stale: run \`npm run picture\` and look at it`).toBe(true);
  });

  test('has words for those who cannot see it, and no script or part from elsewhere', () => {
    expect(committed).toMatch(/<title [^>]*>[^<]+<\/title>\n<desc [^>]*>[^<]+<\/desc>/);
    expect(committed.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /<script|<image|<use|href=|url\(|@import|\son\w+=/,
    );
  });

  test('tells nothing of the machine it was made on', () => {
    expect(committed).not.toMatch(/\/(home|root|tmp|Users|work|var)\//);
  });
});

test('the moving picture stands still for people who asked for less motion', () => {
  expect(readFileSync('docs/pictures/run.svg', 'utf8')).toContain(
    '@media (prefers-reduced-motion:reduce){[class^=f]{animation:none}}',
  );
});

test('the picture and the table of the rooms are those of the imports', () => {
  const edges = roomEdges();
  expect(readFileSync(PICTURE, 'utf8')).toBe(roomsSvg(edges));
  expect(TABLE.exec(readFileSync(PAGE, 'utf8'))?.[0]).toBe(importTable(edges));
});
