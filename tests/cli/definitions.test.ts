// The definitions of the commands: the names of their values are those that commander uses, and no word is defined twice.
import { Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { COMMAND_LINE } from '../../src/cli/commands/all';
import { isGroup, readFlags } from '../../src/cli/typed/command';
import type { OptionSet } from '../../src/cli/typed/command';
import { OUTPUT } from '../../src/cli/typed/options';

const { main, commands, everywhere } = COMMAND_LINE;
const all = [main, ...commands.flatMap((one) => (isGroup(one) ? one.commands : [one]))];

/** Every word that the options of a set are typed with. */
const wordsOf = (options: OptionSet): readonly string[] =>
  Object.values(options).flatMap(({ forms }) => forms.flatMap(({ flags }) => flags.match(/--?[a-z-]+/g) ?? []));

describe.each([{ name: 'everywhere', options: everywhere }, ...all])('$name', ({ name, options }) => {
  test('names each value as commander does, or the flag would be lost', () => {
    for (const [key, { forms }] of Object.entries(options))
      for (const { flags } of forms) expect(new Option(flags).attributeName(), `${name} ${flags}`).toBe(key);
  });
  test('has each word once, and none that stands for something everywhere', () => {
    const own = wordsOf(options);
    expect(own.filter((word, at) => own.indexOf(word) !== at)).toEqual([]);
    if (options !== everywhere) expect(own.filter((word) => wordsOf(everywhere).includes(word))).toEqual([]);
  });
});

test('no two commands have one name', () => {
  const names = [main, ...commands].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('what commander holds is taken only as what its option is', () => {
  expect(readFlags(OUTPUT, { format: 'json', json: true, out: undefined, force: 'yes', other: 1 })).toEqual({
    format: 'json',
    json: true,
  });
});
