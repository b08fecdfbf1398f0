// `npm run picture:steps [FOLDER]`: ten steps as they stand on a screen of 80 × 24, in every language, to be looked at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadCatalogue } from '../../src/content/catalogue';
import { LANGUAGES } from '../../src/content/compiled/about';
import { translatorOf } from '../../src/view/translator';
import type { Translator } from '../../src/view/translator';
import { COLUMNS, play, type Move } from './play';
import { svgOf } from './terminal-svg';

const PLUS = { plan: 'plus', uses: [], nextBilling: '2026-12-24' };
/** A person who meets each step, and whether they are asked for their way first. */
const STEPS: Readonly<Record<string, { readonly answers: object; readonly asksWay?: true; readonly isFinal?: true }>> =
  {
    'find-biller': { answers: { ...PLUS, goal: 'cancel', billedBy: 'unsure' }, asksWay: true },
    'locked-out': { answers: { ...PLUS, goal: 'cancel', billedBy: ['openai'], lockedOut: true }, asksWay: true },
    'export-data': { answers: { ...PLUS, goal: 'delete', billedBy: ['openai'] } },
    'cancel-web': { answers: { ...PLUS, goal: 'cancel', billedBy: ['openai'] }, asksWay: true },
    'cancel-apple': { answers: { ...PLUS, goal: 'cancel', billedBy: ['apple'] }, asksWay: true },
    'cancel-google': { answers: { ...PLUS, goal: 'cancel', billedBy: ['google'] }, asksWay: true },
    'confirm-cancelled': { answers: { ...PLUS, goal: 'cancel', billedBy: ['apple', 'google'] } },
    'verify-export': { answers: { ...PLUS, goal: 'delete', billedBy: ['openai'] } },
    'delete-account': { answers: { ...PLUS, goal: 'delete', billedBy: ['openai'] }, asksWay: true, isFinal: true },
    'check-statement': { answers: { ...PLUS, goal: 'cancel', billedBy: ['apple'] } },
  };

async function makePictures(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const lang of LANGUAGES) {
    const translator = translatorOf(await loadCatalogue(lang), lang);
    for (const [id, { answers, asksWay, isFinal }] of Object.entries(STEPS)) {
      const args = ['--answers', 'answers.json', '--step', id, '--lang', lang, '--no-open', '--no-record'];
      const frames = await play(movesTo(translator, { asksWay, isFinal }), { args, answers });
      const title = translator.say(translator.step(id).title);
      const picture = { command: `npx quitgpt --step ${id}`, columns: COLUMNS, title, description: title };
      writeFileSync(join(folder, `${lang}-${id}.svg`), svgOf(frames.slice(-1), picture));
    }
  }
}

function movesTo(
  { say, ui }: Translator,
  { asksWay, isFinal }: { readonly asksWay: true | undefined; readonly isFinal: true | undefined },
): readonly Move[] {
  const shows = (text: string): RegExp =>
    new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  const moves: Move[] = [];
  if (isFinal === true) {
    const { gate } = ui;
    moves.push({ until: shows(say(gate.copy_none)), ms: 1 });
    for (let down = 0; down < 3; down += 1) moves.push({ key: 'down', until: /❯/, ms: 1 });
    moves.push({ key: 'enter', until: shows(say(gate.ask, { word: say(gate.word) })), ms: 1 });
    moves.push({ type: say(gate.word), until: shows(`› ${say(gate.word)}`), ms: 1 });
  }
  const first = { ...(isFinal === true ? { key: 'enter' as const } : {}), ms: 1 };
  const step = shows(`s ${say(ui.step.foot_skip)}`);
  if (asksWay !== true) return [...moves, { ...first, until: step }];
  return [...moves, { ...first, until: shows(say(ui.step.way_ask)) }, { key: 'enter', until: step, ms: 1 }];
}

void makePictures(resolve(process.argv[2] ?? 'coverage/steps'));
