// `npm run picture`: runs the built program in a real terminal, types keys, and draws what it shows into docs/pictures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { COLUMNS, play, type Move } from './play';
import { svgOf } from './terminal-svg';

const MOVES: readonly Move[] = [
  { until: /What do you want to do\?[^]*Enter goes on/, ms: 5000 },
  { key: 'enter', until: /Which ChatGPT plan[^]*Ctrl-B/, ms: 1400 },
  { key: 'down', until: /❯ Go/, ms: 350 },
  { key: 'down', until: /❯ Plus/, ms: 1200 },
  { key: 'enter', until: /Who charges you[^]*Ctrl-B/, ms: 1600 },
  { key: 'down', until: /❯ ◯ Apple/, ms: 700 },
  { key: 'space', until: /❯ ◉ Apple/, ms: 1200 },
  { key: 'enter', until: /Do you also use[^]*n None of these/, ms: 2000 },
  { type: 'n', until: /When is the next payment[^]*Ctrl-B/, ms: 1600 },
  { type: '3 ', until: /› 3/, ms: 300 },
  { type: 'Dec', until: /› 3 Dec/, ms: 300 },
  { type: 'ember', until: /› 3 December/, ms: 1000 },
  { key: 'enter', until: /Check your answers[^]*What now[^]*Enter goes on/, ms: 6000 },
  { key: 'enter', until: /Cancel with Apple[^]*Which way[^]*Ctrl-B/, ms: 2000 },
  { key: 'enter', until: /Step 1 of[^]*s skip[^]*all steps/, ms: 9000 },
];

async function makePictures(folder: string): Promise<void> {
  const frames = await play(MOVES);
  const last = frames.at(-1);
  if (last === undefined) throw new Error('nothing was played');
  mkdirSync(folder, { recursive: true });
  const common = { command: 'npx quitgpt', columns: COLUMNS };
  writeFileSync(
    join(folder, 'run.svg'),
    svgOf(frames, {
      ...common,
      title: 'A run of quitgpt in a terminal',
      description:
        'The guide opens and says what it never does. It asks five questions: what to do (stop paying), which plan (Plus), who charges (Apple), what else is in use (nothing), and when the next payment is (3 December). It shows the answers and the steps, asks on which device, then shows the first step: how to cancel with Apple.',
    }),
  );
  const top = last.rows.findIndex((row) => row.some(({ text }) => text.startsWith('Step 1 of')));
  const step = { ...last, rows: last.rows.slice(Math.max(0, top - 1)) };
  writeFileSync(
    join(folder, 'step.svg'),
    svgOf([step], {
      ...common,
      title: 'One step of the guide',
      description:
        'Step 1 of 5, to be done before 2 December: Cancel with Apple. What to tap in numbered lines, how to know that it worked, the one warning, the address, and what can be done: open the page, done, it looks different, I’m stuck, more, and by a letter skip, back, stop, copy, a code for a phone, all steps.',
    }),
  );
}

void makePictures(resolve(process.argv[2] ?? 'docs/pictures'));
