import { defineConfig } from 'vitest/config';

// Three groups, one after the other: what runs in this process; what starts programs, terminals and browsers; what takes
// the time of single starts, which anything beside it would spoil.
const STARTING = [
  'tests/{terminal,package,paper,network,transcripts,readme}/**/*.test.ts',
  'tests/page/browser/**/*.test.ts',
  'tests/render/html-in-browser.test.ts',
];
const TIMING = ['tests/package/start-up.test.ts'];

export default defineConfig({
  test: {
    env: { TZ: 'UTC', LC_ALL: 'C' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'inside',
          maxWorkers: 2,
          include: ['tests/**/*.test.ts'],
          exclude: [...STARTING, ...TIMING],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'outside', include: STARTING, exclude: TIMING, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { name: 'timing', include: TIMING, fileParallelism: false, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
