// The tests of one room, in one group: what is tried again for each change has to be quick.
import { defineConfig } from 'vitest/config';
import { room } from './rooms.mjs';

export default defineConfig({
  test: { env: { TZ: 'UTC', LC_ALL: 'C' }, include: [...room.tests], testTimeout: 60_000, hookTimeout: 120_000 },
});
