// Draws the example cards of docs/cards/, one for each language and form, from an invented Record. Run: npm run cards
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { altText, cardOf } from '../../src/card/card';
import { TOOL_FILES } from '../../src/card/draw';
import { SIZES } from '../../src/card/layout';
import { makeCard } from '../../src/card/make';
import { loadCatalogue } from '../../src/content/catalogue';
import { LANGUAGES } from '../../src/content/compiled/about';
import type { CivilDate } from '../../src/journey/dates';
import { journeyFor } from '../../src/journey/journey';
import { startRecord, withProof, withState } from '../../src/journey/record';
import { summarise } from '../../src/journey/summary';
import { translatorOf } from '../../src/view/translator';
import { cardFiles } from '../build/shipped-files.mjs';

const FOLDER = 'docs/cards';
/** A picture that makes the page heavy to load is no example. */
const MOST_BYTES = 150_000;

const day = (date: string): CivilDate => date as CivilDate;
const profile = {
  goal: 'cancel',
  plan: 'plus',
  billedBy: ['apple'],
  uses: [],
  nextBilling: day('2026-12-03'),
} as const;
const receipt = { sha256: '0'.repeat(64), bytes: 1, kind: 'png', on: day('2026-11-21') } as const;

void drawExamples();

async function drawExamples(): Promise<void> {
  const files = await cardFiles();
  const tools = { wasm: files[TOOL_FILES.wasm], regular: files[TOOL_FILES.regular], bold: files[TOOL_FILES.bold] };
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) if (/\.(?:png|txt)$/.test(old)) rmSync(join(FOLDER, old));
  for (const lang of LANGUAGES) {
    const catalogue = await loadCatalogue(lang);
    const translator = translatorOf(catalogue, lang);
    const journey = journeyFor(profile, catalogue.guide, day('2026-11-21'));
    const started = withState(startRecord(profile, day('2026-11-20')), 'cancel-apple', 'done', day('2026-11-21'));
    const record = withProof(started, 'cancel-apple', receipt);
    const card = cardOf(translator, summarise(record, journey), {
      price: { amount: 23, currency: 'EUR' },
      withReason: true,
    });
    if (card === undefined) throw new Error('the example has nothing to say');
    const made = await makeCard(card, SIZES, tools, (drawn) => altText(translator, drawn, false));
    if (!made.ok) throw new Error(`the example in "${lang}" cannot be drawn: ${made.problem}`);
    for (const { size, png } of made.drawings) {
      if (png.length > MOST_BYTES) throw new Error(`${lang}-${size}.png has ${png.length} bytes`);
      writeFileSync(join(FOLDER, `${lang}-${size}.png`), png);
    }
    writeFileSync(join(FOLDER, `${lang}.txt`), `${altText(translator, made.card, false)}\n`);
  }
}
