// The bundle: CommonJS chunks with everything inside, so that `npx` fetches one package and a start reads few bytes.
import { defineConfig } from 'rolldown';
import { bundledLicences } from './scripts/bundled-licences.mjs';

export default defineConfig({
  input: { quitgpt: 'src/quitgpt.ts' },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
    cleanDir: true,
  },
  plugins: [withoutCommanderChildren(), bundledLicences()],
});

/** Commander can start programs named after subcommands; this one has none, and loading `child_process` for it is 4 ms of every start. */
function withoutCommanderChildren() {
  const nothing = '\0no-child-process';
  return {
    name: 'without-commander-children',
    resolveId: (source, importer) => (source === 'node:child_process' && importer?.includes('/node_modules/commander/') ? nothing : null),
    load: (id) => (id === nothing ? 'module.exports = {};' : null),
  };
}
