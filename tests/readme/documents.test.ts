// The documents name nothing that is not there.
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documents, headingsOf, innerLinks, pathsIn, textOf } from './documents';

/** Paths that stand for what somebody would add. */
const EXAMPLES = new Set(['content/de', 'tests/old-bugs/']);

describe.each(documents())('%s', (file) => {
  const text = textOf(file);

  test('every link inside the repository leads to a file and a heading', () => {
    const broken = innerLinks(text).filter(({ path, heading }) => {
      const target = path === '' ? file : normalize(join(dirname(file), path));
      return !existsSync(target) || (heading !== '' && !headingsOf(textOf(target)).includes(heading));
    });
    expect(broken).toEqual([]);
  });

  test('every file it names is there', () => {
    expect(pathsIn(text).filter((path) => !EXAMPLES.has(path) && !existsSync(path))).toEqual([]);
  });

  test('holds no character that nobody can see', () => {
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});
