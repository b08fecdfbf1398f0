// Stryker for one room: incremental, with one worker, so that it can run beside other work.
import { join } from 'node:path';
import { room } from './rooms.mjs';

const name = process.env['MUTATE_ROOM'] ?? 'journey';

export default {
  testRunner: 'vitest',
  plugins: [join(process.cwd(), 'coverage/mutate/tools/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
  vitest: { configFile: 'scripts/mutate/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  mutate: [...room.mutate, '!src/**/*.d.ts'],
  // Types are checked by `npm run check`; a change of a text is a matter of the content.
  mutator: { excludedMutations: ['StringLiteral', 'Regex'] },
  // TypeScript 7 has no interface that Stryker could ask; without one it takes the file as it is.
  tsconfigFile: 'none.json',
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: `coverage/mutate/${name}.json`,
  // Its own, so that rooms can run beside each other: whoever ends first empties it.
  tempDirName: `coverage/mutate/tmp-${name}`,
  ignorePatterns: ['dist', 'coverage', 'docs/pictures'],
  reporters: ['clear-text', 'html', 'progress-append-only'],
  htmlReporter: { fileName: `coverage/mutate/${name}.html` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
