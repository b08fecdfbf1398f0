// What a card is drawn with, cut from the installed packages as the build does it, once for a test file.
import { cardOf } from '../../src/card/card';
import type { Card, CardWishes } from '../../src/card/card';
import { TOOL_FILES } from '../../src/card/draw';
import type { Tools } from '../../src/card/draw';
import { readFont } from '../../src/card/font';
import type { Fonts } from '../../src/card/placed';
import { loadCatalogue } from '../../src/content/catalogue';
import type { CivilDate } from '../../src/journey/dates';
import type { Summary } from '../../src/journey/summary';
import { translatorOf } from '../../src/view/translator';
import { cardFiles } from '../../scripts/build/shipped-files.mjs';

export async function cardTools(): Promise<Tools & { readonly files: Readonly<Record<string, Uint8Array>> }> {
  const files = await cardFiles();
  return { files, wasm: files[TOOL_FILES.wasm], regular: files[TOOL_FILES.regular], bold: files[TOOL_FILES.bold] };
}

export function fontsOf({ regular, bold }: Tools): Fonts {
  return { regular: readFont(regular), bold: readFont(bold) };
}

/** The Summary of someone who cancelled Plus with Apple, with `parts` laid over it. */
export function aSummary(parts: Partial<Summary> = {}): Summary {
  const on = '2026-11-21' as CivilDate;
  return {
    goal: 'cancel',
    plan: 'plus',
    cancelled: [{ biller: 'apple', on }],
    paidUntil: '2026-12-03' as CivilDate,
    steps: [{ id: 'cancel-apple', number: 1, state: 'done', on, receipts: 2 }],
    doneSteps: 1,
    complete: true,
    ...parts,
  };
}

/** The card of a Summary in a language. Fails where there is none. */
export async function aCard(
  lang: string,
  parts: Partial<Summary> = {},
  wishes: Partial<CardWishes> = {},
): Promise<Card> {
  const card = cardOf(translatorOf(await loadCatalogue(lang), lang), aSummary(parts), { withReason: true, ...wishes });
  if (card === undefined) throw new Error('this Summary has no card');
  return card;
}
