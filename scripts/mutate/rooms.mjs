// The rooms whose tests are tried by mutation, and the tests that stand for each. Slow ones, and those that start programs, are left out.

export const ROOMS = {
  journey: {
    mutate: ['src/journey/**/*.ts'],
    tests: ['tests/journey/**/*.test.ts', 'tests/old-bugs/{biller,plan,question,month,name}-*.test.ts'],
  },
  walk: {
    mutate: ['src/walk/**/*.ts'],
    tests: [
      'tests/walk/{asked-where-it-matters,export-turn,gate-turn,picture-turn,sharing,step-turn,walk,watch-screenshots}.test.ts',
      'tests/old-bugs/{file-that-cannot-be-written,unsaved-progress,window-that-overwrote}-*.test.ts',
    ],
  },
  check: {
    mutate: ['src/archive/check/**/*.ts'],
    tests: [
      'tests/archive/check/{chat-page,check-export,numbering,tally}.test.ts',
      'tests/archive/conversation/manifest.test.ts',
      'tests/old-bugs/notes-that-a-check-did-not-see.test.ts',
    ],
  },
  reading: {
    mutate: ['src/proof/reading/**/*.ts'],
    tests: [
      'tests/proof/reading/{days-in,judge,pages,private-parts}.test.ts',
      'tests/old-bugs/screenshot-that-shows-no-end.test.ts',
    ],
  },
};

/** The room asked for; the journey where none is. */
export const room = ROOMS[process.env['MUTATE_ROOM'] ?? 'journey'];
