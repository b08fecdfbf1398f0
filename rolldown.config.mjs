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
  plugins: [bundledLicences()],
});
