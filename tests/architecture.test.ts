// Who may know what: the rooms of the program, kept by reading its real imports, names and texts. Each rule is tried on a source that breaks it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';

type File = { readonly path: string; readonly text: string };
type Import = { readonly to: string; readonly typeOnly: boolean };
type Node = { readonly type: string; readonly [key: string]: unknown };
/** A rule names what is wrong in a file; an empty list is a file that keeps it. */
type Rule = (file: File) => readonly string[];

/** What each room may import of the others. `type` before a room: its types only. Packages are named one by one. */
const ROOMS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>> = {
  text: { rooms: [], packages: [] },
  journey: { rooms: ['type content', 'text'], packages: [] },
  content: { rooms: ['type journey'], packages: [] },
  view: { rooms: ['journey', 'content', 'type archive', 'archive/container/limits'], packages: [] },
  render: { rooms: ['view/document'], packages: ['fast-string-width', 'ical-generator', 'uqr'] },
  proof: {
    rooms: ['type host', 'text'],
    packages: [
      'node:zlib',
      '@jsquash/png/encode.js',
      '@jsquash/png/decode.js',
      '@jsquash/jpeg/decode.js',
      '@jsquash/webp/decode.js',
      'tesseract-wasm',
    ],
  },
  card: { rooms: ['type journey', 'view', 'content'], packages: ['@resvg/resvg-wasm'] },
  archive: { rooms: ['type host', 'text'], packages: ['markdown-it'] },
  prompt: {
    rooms: ['type host', 'view', 'render'],
    packages: ['@inquirer/core', 'cli-progress', 'node:readline', 'node:stream', 'node:string_decoder', 'node:util'],
  },
  walk: { rooms: ['journey', 'type content', 'view', 'prompt', 'proof', 'archive', 'type host'], packages: [] },
  page: {
    rooms: [
      'journey',
      'content',
      'view',
      'render',
      'walk',
      'archive',
      'type card',
      'card/card',
      'card/colours',
      'card/layout',
      'card/letters',
      'type prompt',
      'type host',
    ],
    packages: ['@noble/hashes/sha2.js', 'pako'],
  },
  host: { rooms: [], packages: ['node:*', 'open', 'write-file-atomic', 'yauzl'] },
  cli: {
    rooms: [
      'journey',
      'content',
      'view',
      'render',
      'prompt',
      'proof',
      'archive',
      'card',
      'walk',
      'page/assemble',
      'page/published',
      'host',
      'main',
    ],
    packages: ['@bomb.sh/tab', 'chalk', 'commander', 'fastest-levenshtein', 'node:stream'],
  },
};

/** Doors between rooms that the table does not have, each with its reason (docs/adr/0002). */
const DOORS: readonly { readonly from: RegExp; readonly to: RegExp }[] = [
  { from: /^src\/content\/\w*-?schema\.ts$/, to: /^src\/journey\// },
  { from: /^src\/content\/\w*-?schema\.ts$/, to: /^zod$/ },
  { from: /^src\/host\/browser\.ts$/, to: /^src\/content\/hosts$/ },
  { from: /^src\/content\/compiled\/words\.[\w-]+\.ts$/, to: /^@messageformat\/runtime/ },
];

/** The rooms of the archive in their order: each may import itself and those before it. `check` and `save` do not know each other. */
const ARCHIVE = ['container', 'json', 'conversation', 'check', 'save', 'memory'];

/** Globals of Node that a browser does not have. */
const NODE_GLOBALS = ['Buffer', 'process', 'require', 'global', 'setImmediate', '__dirname', '__filename'];

const PROCESS_AT_HOME = /^(?:bin\/|src\/host\/(?:node-host|file-lock|person-folders|suspend)\.ts$)/;
/** The page has a host of its own: the browser. */
const CLOCK_AT_HOME = /^src\/(?:host\/|page\/machine\/browser\.ts$)/;
/** The completion library prints to the console and nowhere else; there it is caught. */
const CATCHES_CONSOLE = /^src\/cli\/commands\/completion\.ts$/;
const NETWORK = /^(?:node:)?(?:https?|http2|net|tls|dns|dgram|inspector)(?:\/|$)/;
const CALLS_OUT = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'RTCPeerConnection', 'importScripts'];

const RULES: Readonly<Record<string, Rule>> = {
  'a room imports only what it may know': (file) => {
    const room = /^src\/(\w+)\//.exec(file.path)?.[1];
    if (room === undefined) return [];
    const own = ROOMS[room];
    if (own === undefined) return [`${room} is no room of the table`];
    return importsOf(file)
      .filter((one) => !mayImport(file.path, room, one))
      .map(({ to, typeOnly }) => `${typeOnly ? 'type ' : ''}${to}`);
  },
  'the rooms of the archive know only those before them': (file) => {
    const room = /^src\/archive\/(?:([\w-]+)\/)?/.exec(file.path)?.[1];
    if (!file.path.startsWith('src/archive/')) return [];
    if (room === undefined || !ARCHIVE.includes(room)) return ['no room of the archive'];
    return importsOf(file)
      .map(({ to }) => to)
      .filter((to) => {
        const other = /^src\/archive\/([\w-]+)/.exec(to)?.[1];
        if (other === undefined || other === room) return false;
        const isBefore = ARCHIVE.includes(other) && ARCHIVE.indexOf(other) < ARCHIVE.indexOf(room);
        return !isBefore || (room === 'save' && other === 'check');
      });
  },
  'the archive and the page run in a browser': (file) =>
    /^src\/(?:archive|page)\//.test(file.path)
      ? [
          ...importsOf(file)
            .map(({ to }) => to)
            .filter((to) => isBuiltin(to) || to === 'yauzl'),
          ...freeNamesOf(file).filter((name) => NODE_GLOBALS.includes(name)),
        ]
      : [],
  'only the entry knows the host of Node, and only the shell knows options and exit codes': (file) =>
    importsOf(file).flatMap(({ to }) => [
      ...(to.startsWith('src/host/node-') && !/^src\/(quitgpt|host\/.*)\.ts$/.test(file.path) ? [to] : []),
      ...(/^src\/(cli|main)\b/.test(to) && !/^src\/(cli\/.*|main|quitgpt)\.ts$/.test(file.path) ? [to] : []),
    ]),
  'nothing touches files or programs but the host': (file) =>
    importsOf(file)
      .map(({ to }) => to)
      .filter(
        (to) =>
          /^(?:node:)?(?:fs|child_process|os|worker_threads|cluster|process)(?:\/|$)/.test(to) &&
          !file.path.startsWith('src/host/'),
      ),
  'nothing goes online': (file) => [
    ...importsOf(file)
      .map(({ to }) => to)
      .filter((to) => NETWORK.test(to)),
    ...freeNamesOf(file).filter((name) => CALLS_OUT.includes(name)),
  ],
  'process and console are the host’s': (file) =>
    PROCESS_AT_HOME.test(file.path)
      ? []
      : freeNamesOf(file).filter(
          (name) => name === 'process' || (name === 'console' && !CATCHES_CONSOLE.test(file.path)),
        ),
  'the clock and chance are the host’s': (file) => (CLOCK_AT_HOME.test(file.path) ? [] : clocksOf(file)),
  'bytes that act on a terminal are made where things are drawn or asked': (file) =>
    /^src\/(?:render|prompt)\//.test(file.path)
      ? []
      : textsOf(file).filter((text) => /[\u001B\u009B]|\\x1b|\\u001b|\\u\{1b\}|\\x9b|\\u009b/i.test(text)),
  'zod is known to the schemas alone': (file) =>
    /^src\/content\/\w*-?schema\.ts$/.test(file.path)
      ? []
      : importsOf(file)
          .map(({ to }) => to)
          .filter((to) => to === 'zod' || to.startsWith('zod/')),
  'the journey and the words about it hold no address': (file) =>
    /^src\/(?:journey|walk)\//.test(file.path) ? textsOf(file).filter((text) => text.includes('://')) : [],
  'a file opens with a line on what it is for': ({ text }) =>
    /^(?:#!.*\n(?:'use strict';\n)?)?\/\/ \S/.test(text) ? [] : [text.split('\n')[0] ?? ''],
  'a file has 250 lines at most': ({ path, text }) =>
    path.startsWith('src/') && lineCount(text) > 250 ? [`${lineCount(text)} lines`] : [],
  'what is left to do has the number of its issue': ({ text }) =>
    [...text.matchAll(/\b(?:TODO|FIXME|XXX|HACK)\b(?!\(?\s?#\d)[^\n]*/g)].map(([found]) => found),
};

/** Each rule on a source that breaks it, and on one that nearly does. */
const CONTROLS: Readonly<
  Record<keyof typeof RULES, readonly (readonly [path: string, source: string, found: number])[]>
> = {
  'a room imports only what it may know': [
    ['src/journey/x.ts', "import { guide } from '../content/compiled/guide';", 1],
    ['src/journey/x.ts', "import type { Guide } from '../content/schema';", 0],
    ['src/journey/x.ts', "import { type Guide } from '../content/schema';", 0],
    ['src/journey/x.ts', "import { type Guide, guideSchema } from '../content/schema';", 1],
    ['src/journey/x.ts', "import fs from 'node:fs';", 1],
    ['src/journey/x.ts', "const later = () => import('../view/translator');", 1],
    ['src/journey/x.ts', "export { holds } from '../view/translator';", 1],
    ['src/journey/x.ts', "export * from '../render/text';", 1],
    ['src/journey/x.ts', "type Translator = import('../view/translator').Translator;", 1],
    ['src/journey/x.ts', "const fs = require('node:fs');", 1],
    ['src/journey/x.ts', "const where = '../view/translator'; const later = () => import(where);", 1],
    ['src/content/x.ts', "import { goalOf } from '../journey/profile';", 1],
    ['src/content/x-schema.ts', "import { goalOf } from '../journey/profile';\nimport { z } from 'zod';", 0],
    ['src/content/messages.ts', "import { paragraph } from '../view/document';", 1],
    ['src/view/x.ts', "import { wrap } from '../render/width';", 1],
    ['src/render/x.ts', "import { translatorOf } from '../view/translator';", 1],
    ['src/render/x.ts', "import { journeyFor } from '../journey/journey';", 1],
    ['src/proof/x.ts', "import { host } from '../host/host';", 1],
    ['src/prompt/x.ts', "import { journeyFor } from '../journey/journey';", 1],
    [
      'src/walk/x.ts',
      "import { EXIT } from '../cli/exit-codes';\nimport { renderText } from '../render/text';\nimport { open } from '../host/browser';\nimport 'commander';",
      4,
    ],
    [
      'src/host/x.ts',
      "import { journeyFor } from '../journey/journey';\nimport { refusalOf } from '../content/hosts';",
      2,
    ],
    ['src/host/browser.ts', "import { refusalOf } from '../content/hosts';", 0],
    ['src/cli/commands/x.ts', "import { nodeHost } from '../../host/node-host';", 1],
    ['src/cli/x.ts', "import { readFile } from 'node:fs/promises';", 1],
    ['src/walk/x.ts', "import type { State } from '../page/state';", 1],
    ['src/page/x.ts', "import { EXIT } from '../cli/cli-error';\nimport { nodeBytes } from '../host/node-bytes';", 2],
    ['src/cli/x.ts', "import { assemblePage } from '../page/assemble';", 0],
    ['src/cli/x.ts', "import { startPage } from '../page/start';", 1],
    ['src/cellar/x.ts', "import './y';", 1],
  ],
  'the rooms of the archive know only those before them': [
    ['src/archive/container/x.ts', "import { jsonOf } from '../json/json-text';", 1],
    ['src/archive/json/x.ts', "import type { Outline } from '../conversation/outline';", 1],
    ['src/archive/conversation/x.ts', "import type { Findings } from '../check/findings';", 1],
    ['src/archive/check/x.ts', "import { fileName } from '../save/names';", 1],
    ['src/archive/save/x.ts', "import { verdictOf } from '../check/findings';", 1],
    ['src/archive/save/x.ts', "export * from '../cellar/wine';", 1],
    ['src/archive/x.ts', "import './container/limits';", 1],
    ['src/archive/cellar/x.ts', '', 1],
    [
      'src/archive/save/x.ts',
      "import { LIMITS } from '../container/limits';\nimport '../json/fields';\nimport '../conversation/tree';\nimport './names';",
      0,
    ],
    ['src/archive/check/x.ts', "import '../container/limits';\nimport type { Host } from '../../host/host';", 0],
  ],
  'the archive and the page run in a browser': [
    ['src/archive/container/x.ts', "import { crc32 } from 'node:zlib';", 1],
    ['src/archive/container/x.ts', "import { createHash } from 'crypto';", 1],
    ['src/archive/container/x.ts', "import type { Entry } from 'yauzl';", 1],
    ['src/archive/save/x.ts', 'const bytes = Buffer.from(text);', 1],
    ['src/archive/save/x.ts', 'const bytes = globalThis.Buffer.alloc(1);', 1],
    ['src/archive/save/x.ts', "const fs = require('node:fs');", 2],
    ['src/archive/save/x.ts', 'const bytes = { Buffer: 1 }; bytes.Buffer; // Buffer', 0],
    ['src/archive/save/x.ts', "import type { BytesPort } from '../../host/bytes'; new TextEncoder();", 0],
    ['src/page/machine/x.ts', "import { crc32 } from 'node:zlib'; Buffer.alloc(1);", 2],
    ['src/host/x.ts', "import { crc32 } from 'node:zlib'; Buffer.alloc(1);", 0],
  ],
  'only the entry knows the host of Node, and only the shell knows options and exit codes': [
    ['src/main.ts', "import { nodeHost } from './host/node-host';", 1],
    ['src/quitgpt.ts', "import { nodeHost } from './host/node-host';\nimport { main } from './main';", 0],
    ['src/walk/x.ts', "import { main } from '../main';", 1],
    ['src/walk/x.ts', "import { EXIT } from '../cli/exit-codes';", 1],
  ],
  'nothing touches files or programs but the host': [
    ['src/main.ts', "import 'fs';\nimport 'node:child_process';\nimport 'node:fs/promises';", 3],
    ['src/host/node-files.ts', "import 'node:fs';", 0],
    ['src/main.ts', "import 'node:path';", 0],
  ],
  'nothing goes online': [
    [
      'src/host/x.ts',
      "import http from 'node:http';\nimport { connect } from 'tls';\nconst d = () => import('node:dns/promises');",
      3,
    ],
    ['src/host/x.ts', "await fetch('https://example.com');", 1],
    ['src/host/x.ts', "await globalThis.fetch('https://example.com');", 1],
    ['src/host/x.ts', "await globalThis['fetch']('https://example.com');", 1],
    ['src/host/x.ts', 'new WebSocket(url);', 1],
    ['src/host/x.ts', "const page = { fetch: 1 }; page.fetch; type A = { fetch: string }; // fetch('x')", 0],
  ],
  'process and console are the host’s': [
    ['src/main.ts', 'process.exit(1);', 1],
    ['src/main.ts', 'globalThis.process.env;', 1],
    ['src/main.ts', "console.error('x');", 1],
    ['src/host/node-host.ts', 'process.stdout;', 0],
    ['src/host/terminal.ts', 'process.stdout;', 1],
    ['src/cli/commands/completion.ts', 'process.exit(); console.log;', 1],
    ['src/main.ts', 'const x = { process: 1 }; x.process; // console.log', 0],
  ],
  'the clock and chance are the host’s': [
    ['src/journey/x.ts', 'new Date();', 1],
    ['src/page/start.ts', 'new Date();', 1],
    ['src/page/machine/browser.ts', 'new Date();', 0],
    ['src/journey/x.ts', 'Date.now(); performance.now(); Math.random(); Date();', 4],
    ['src/journey/x.ts', 'new Date(0); Date.UTC(2026, 0); Date.parse(text); Math.max(1);', 0],
  ],
  'bytes that act on a terminal are made where things are drawn or asked': [
    ['src/cli/x.ts', "const red = '\\u001b[31m';", 1],
    ['src/cli/x.ts', "const red = '\\x1B[31m';", 1],
    ['src/cli/x.ts', "const red = '\\u{1b}[31m';", 1],
    ['src/cli/x.ts', 'const red = `\\u001B[31m${text}`;', 1],
    ['src/cli/x.ts', `const red = '\u001B[31m';`, 1],
    ['src/cli/x.ts', 'const found = /\\u001b\\[/;', 1],
    ['src/render/style.ts', "const red = '\\u001b[31m';", 0],
    ['src/cli/x.ts', '// \\u001b is an escape', 0],
  ],
  'zod is known to the schemas alone': [
    ['src/cli/x.ts', "import { z } from 'zod';", 1],
    ['src/cli/x.ts', "import type { ZodType } from 'zod/v4';", 1],
    ['src/content/schema.ts', "import { z } from 'zod';", 0],
    ['src/content/outside-schema.ts', "import { z } from 'zod';", 0],
  ],
  'the journey and the words about it hold no address': [
    ['src/journey/x.ts', "const page = 'https://chatgpt.com';", 1],
    ['src/journey/x.ts', 'const page = `https://${host}`;', 1],
    ['src/journey/x.ts', '// see https://example.com', 0],
  ],
  'a file opens with a line on what it is for': [
    ['src/x.ts', "import './y';\n", 1],
    ['src/x.ts', '', 1],
    ['src/x.ts', '//\n', 1],
    ['src/x.ts', '// What it is for.\n', 0],
    ['bin/x.js', '#!/usr/bin/env node\n// What it is for.\n', 0],
  ],
  'a file has 250 lines at most': [
    ['src/x.ts', '// x\n'.repeat(251), 1],
    ['src/x.ts', '// x\n'.repeat(250), 0],
  ],
  'what is left to do has the number of its issue': [
    ['src/x.ts', `// ${'TO'}DO: later\n/* ${'FIX'}ME soon */`, 2],
    ['src/x.ts', `// ${'TO'}DO #12: later\n// ${'TO'}DO(#12) later`, 0],
  ],
};

const SOURCES = filesUnder('src', /\.ts$/).filter(({ path }) => !path.startsWith('src/content/compiled/'));
const COMPILED = filesUnder('src/content/compiled', /\.ts$/);
const AROUND = [
  ...filesUnder('bin', /\.[cm]?js$/),
  ...filesUnder('scripts', /\.(?:ts|mjs)$/).filter(({ path }) => !path.endsWith('.d.ts')),
];
/** Rules of form hold for scripts too; the others are about what runs at a person's. */
const OF_FORM: readonly string[] = [
  'a file opens with a line on what it is for',
  'what is left to do has the number of its issue',
];
const ONLINE: readonly string[] = ['nothing goes online'];

describe.each(Object.entries(RULES))('%s', (name, rule) => {
  const files = OF_FORM.includes(name)
    ? [...SOURCES, ...AROUND]
    : ONLINE.includes(name)
      ? [...SOURCES, ...COMPILED, ...filesUnder('bin', /\.[cm]?js$/)]
      : SOURCES;
  test(`in each of ${files.length} files`, () =>
    expect(files.flatMap((file) => rule(file).map((found) => `${file.path}: ${found}`))).toEqual([]));
  test.each((CONTROLS[name] ?? []).map(([path, source, found]) => ({ path, source, found })))(
    'tried on $path, $found found in $source',
    ({ path, source, found }) => expect(rule({ path, text: source })).toHaveLength(found),
  );
  test('is tried on a source that breaks it and on one that keeps it', () => {
    expect(CONTROLS[name]?.some(([, , found]) => found > 0)).toBe(true);
    expect(CONTROLS[name]?.some(([, , found]) => found === 0)).toBe(true);
  });
});

describe('the package', () => {
  type Manifest = Readonly<Record<string, unknown>> & { readonly scripts?: Readonly<Record<string, string>> };
  const faultsOf = (manifest: Manifest): readonly string[] => [
    ...['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies', 'bundledDependencies'].filter(
      (key) => Object.keys((manifest[key] as object | undefined) ?? {}).length > 0,
    ),
    ...Object.keys(manifest.scripts ?? {}).filter((script) =>
      /^(?:pre|post)?(?:install|prepare)$|^(?:pre|post)uninstall$|^dependencies$/.test(script),
    ),
  ];
  test('needs nothing when it runs and runs nothing when it is installed', () =>
    expect(faultsOf(JSON.parse(readFileSync('package.json', 'utf8')) as Manifest)).toEqual([]));
  test.each<[string, Manifest]>([
    ['a dependency', { dependencies: { chalk: '*' } }],
    ['an optional one', { optionalDependencies: { chalk: '*' } }],
    ['a bundled one', { bundleDependencies: ['chalk'] }],
    ['a script after installing', { scripts: { postinstall: 'node x.js' } }],
    ['a script that npm runs for a git install', { scripts: { prepare: 'npm run build' } }],
  ])('%s would be found', (_what, manifest) => expect(faultsOf(manifest)).toHaveLength(1));
  test('scripts that only its makers run are no fault', () =>
    expect(faultsOf({ scripts: { prepack: 'x', build: 'x', test: 'x' }, devDependencies: { vitest: '*' } })).toEqual(
      [],
    ));
});

test('every room of the table is there, or has yet to be built', () => {
  const rooms = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(rooms.filter((room) => ROOMS[room] === undefined)).toEqual([]);
  expect(Object.keys(ROOMS).filter((room) => !rooms.includes(room) && room !== 'archive')).toEqual([]);
});

test('every door leads from a file that is there and is used', () => {
  const used = DOORS.map(({ from, to }) =>
    [...SOURCES, ...COMPILED].some(
      (file) =>
        from.test(file.path) &&
        importsOf(file).some((one) => to.test(`${one.typeOnly ? 'type ' : ''}${one.to}`) || to.test(one.to)),
    ),
  );
  expect(used).toEqual(DOORS.map(() => true));
});

test('no file of the program imports itself round a circle at run time', () => {
  const graph = new Map(
    SOURCES.map((file) => [
      file.path.replace(/\.ts$/, ''),
      importsOf(file)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ to }) => to),
    ]),
  );
  const circle = (at: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(at)) return [...trail.slice(trail.indexOf(at)), at];
    for (const next of graph.get(at) ?? []) {
      const found = circle(next, [...trail, at]);
      if (found !== undefined) return found;
    }
    graph.set(at, []);
    return undefined;
  };
  expect([...graph.keys()].flatMap((path) => circle(path, []) ?? [])).toEqual([]);
});

function mayImport(path: string, room: string, { to, typeOnly }: Import): boolean {
  const own = ROOMS[room];
  const target = /^src\/([\w-]+)(?:\/(.*))?$/.exec(to);
  const named = `${typeOnly ? 'type ' : ''}${to}`;
  if (DOORS.some((door) => door.from.test(path) && (door.to.test(to) || door.to.test(named)))) return true;
  if (own === undefined) return false;
  if (target === null)
    return own.packages.some((one) => one === to || (one.endsWith('*') && to.startsWith(one.slice(0, -1))));
  const [, other = '', rest = ''] = target;
  if (other === room) return true;
  if (to === 'src/host/node-host') return false;
  return own.rooms.some((one) => one === other || one === `${other}/${rest}` || (typeOnly && one === `type ${other}`));
}

/** Every module a source names: imports, re-exports, `import()`, `require()` and types by `import('…')`. A computed one is "(computed)". */
function importsOf({ path, text }: File): readonly Import[] {
  const found: Import[] = [];
  const add = (source: unknown, typeOnly: boolean): void =>
    void found.push({ to: resolved(path, literalOf(source) ?? '(computed)'), typeOnly });
  walkAst(astOf(path, text), (node) => {
    const specifiers = (node['specifiers'] as readonly Node[] | undefined) ?? [];
    const kind = (one: Node, word: 'import' | 'export'): boolean => one[`${word}Kind`] === 'type';
    switch (node.type) {
      case 'ImportDeclaration':
        return add(
          node['source'],
          kind(node, 'import') || (specifiers.length > 0 && specifiers.every((one) => kind(one, 'import'))),
        );
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        return node['source'] === null || node['source'] === undefined
          ? undefined
          : add(
              node['source'],
              kind(node, 'export') || (specifiers.length > 0 && specifiers.every((one) => kind(one, 'export'))),
            );
      case 'ImportExpression':
        return add(node['source'], false);
      case 'TSImportType':
        return add(node['source'] ?? node['argument'], true);
      case 'TSExternalModuleReference':
        return add(node['expression'], false);
      case 'CallExpression':
        return (node['callee'] as Node).type === 'Identifier' && (node['callee'] as Node)['name'] === 'require'
          ? add((node['arguments'] as readonly Node[])[0], false)
          : undefined;
    }
  });
  return found;
}

/** Names that are used and stand for something outside the file, or properties of globalThis; keys and members are none. */
function freeNamesOf({ path, text }: File): readonly string[] {
  const names: string[] = [];
  walkAst(astOf(path, text), (node, parent, key) => {
    if (
      node.type === 'MemberExpression' &&
      ['globalThis', 'global', 'window', 'self'].includes(String((node['object'] as Node)['name']))
    ) {
      const property = node['property'] as Node;
      names.push(node['computed'] === true ? (literalOf(property) ?? '(computed)') : String(property['name']));
    }
    if (node.type !== 'Identifier' || parent === undefined || parent.type.startsWith('TS')) return;
    const isName =
      (key === 'property' && parent['computed'] !== true) ||
      (key === 'key' && parent['computed'] !== true && parent['shorthand'] !== true);
    if (!isName) names.push(String(node['name']));
  });
  return names;
}

/** Readings of the time or of chance: `Date.now()`, `new Date()`, `performance`, `Math.random()`. */
function clocksOf({ path, text }: File): readonly string[] {
  const found: string[] = [];
  walkAst(astOf(path, text), (node) => {
    const callee = (node['callee'] ?? {}) as Node;
    const args = (node['arguments'] as readonly Node[] | undefined) ?? [];
    if (node.type === 'NewExpression' && callee['name'] === 'Date' && args.length === 0) found.push('new Date()');
    if (node.type === 'CallExpression' && callee['name'] === 'Date') found.push('Date()');
    if (node.type !== 'MemberExpression') return;
    const member = `${String((node['object'] as Node)['name'])}.${String((node['property'] as Node)['name'])}`;
    if (
      [
        'Date.now',
        'Math.random',
        'performance.now',
        'performance.timeOrigin',
        'process.hrtime',
        'process.uptime',
      ].includes(member)
    )
      found.push(member);
  });
  return found;
}

/** Texts and patterns as the program has them, escapes undone; and the file itself where it holds such a byte. */
function textsOf({ path, text }: File): readonly string[] {
  const found: string[] = [];
  walkAst(astOf(path, text), (node) => {
    if (node.type === 'Literal')
      found.push(
        typeof node['value'] === 'string'
          ? node['value']
          : String((node['regex'] as { pattern?: string } | undefined)?.pattern ?? ''),
      );
    if (node.type === 'TemplateElement') found.push(String((node['value'] as { cooked?: string }).cooked ?? ''));
  });
  return found;
}

function astOf(path: string, text: string): Node {
  return parseAst(text, { lang: path.endsWith('.ts') ? 'ts' : 'js' }) as unknown as Node;
}

function walkAst(
  node: Node,
  visit: (node: Node, parent: Node | undefined, key: string) => void,
  parent?: Node,
  key = '',
): void {
  visit(node, parent, key);
  for (const [name, child] of Object.entries(node)) {
    for (const one of Array.isArray(child) ? (child as unknown[]) : [child]) {
      if (typeof one === 'object' && one !== null && typeof (one as Node).type === 'string')
        walkAst(one as Node, visit, node, name);
    }
  }
}

function literalOf(node: unknown): string | undefined {
  const { type, value, literal } = (node ?? {}) as { type?: string; value?: unknown; literal?: unknown };
  if (type === 'Literal') return typeof value === 'string' ? value : undefined;
  return type === 'TSLiteralType' ? literalOf(literal) : undefined;
}

/** `src/journey/record` for `./record` in `src/journey/summary.ts`; packages stay as they are. */
function resolved(path: string, to: string): string {
  return to.startsWith('.') ? posix.join(dirname(path), to).replace(/\.[cm]?[jt]s$/, '') : to;
}

function filesUnder(folder: string, wanted: RegExp): readonly File[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
