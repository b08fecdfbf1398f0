// The bundle: CommonJS chunks with everything inside, so that `npx` fetches one package and a start reads few bytes.
import { defineConfig } from 'rolldown';
import { bundledLicences } from './scripts/build/bundled-licences.mjs';
import { shippedFiles } from './scripts/build/shipped-files.mjs';

export default defineConfig({
  input: { quitgpt: 'src/quitgpt.ts', 'reading-thread': 'src/reading-thread.ts' },
  platform: 'node',
  // Some modules are loaded early by one command and late by another. Packing the files that are shipped takes most of a build.
  checks: { ineffectiveDynamicImport: false, pluginTimings: false },
  tsconfig: 'tsconfig.json',
  // The codecs and engines could load themselves from an address. Here they never do, and so nothing can. They would also ask
  // for the types of what comes from one, and the mere name loads Node's network parts.
  transform: { define: { fetch: 'undefined', Response: 'undefined', Request: 'undefined' } },
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
    cleanDir: true,
    // Each chunk costs half a millisecond: what every command loads stands together, and the checklist's own views with it.
    codeSplitting: {
      groups: [
        // What the entry shares with the commands: it must not pull them in, nor the parts of the machine that are asked for late.
        {
          name: 'start',
          priority: 2,
          test: /\/src\/(main|quitgpt|host\/(node-(host|files|folders)|windows-names)|cli\/(quick|about|stdout|cli-error)|content\/(locale|compiled\/(about|helps)))/,
        },
        {
          name: 'command',
          test: /\/(commander|fastest-levenshtein|fast-string-width)\/|\/src\/(cli\/(?!quick|about|stdout|cli-error|exports|pictures|commands|session|record\/(?!record-store))|cli\/commands\/(checklist|all|[\w-]+\.command)|journey\/(?!record|summary|read-day|timeline)|walk\/private-text|view\/(translator|document|checklist-view|answers-view|step-view|source-lines)|content\/(catalogue|messages|compiled\/(guide|languages))|render\/(text|spans|width|escape|style|steps|layout|plain|typography|formats))/,
        },
      ],
    },
  },
  plugins: [
    withoutCommanderChildren(),
    inAscii(),
    bundledLicences(),
    shippedFiles({ small: process.argv.includes('--small') }),
  ],
});

/** Commander can start programs named after subcommands; this one has none, and loading `child_process` for it is 4 ms of every start. */
function withoutCommanderChildren() {
  const nothing = '\0no-child-process';
  return {
    name: 'without-commander-children',
    resolveId: (source, importer) =>
      source === 'node:child_process' && importer?.includes('/node_modules/commander/') ? nothing : null,
    load: (id) => (id === nothing ? 'module.exports = {};' : null),
  };
}

/** Escapes every character beyond ASCII, so that V8 reads the chunks as one byte a character: a fifth of the reading time. */
function inAscii() {
  const escaped = (code) =>
    code.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return {
    name: 'in-ascii',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = escaped(chunk.code);
    },
  };
}
