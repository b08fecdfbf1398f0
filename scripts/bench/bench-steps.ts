// What a bench of exports does again and again: makes a ZIP, inflates it alone, reads what a check printed.
import { join, resolve } from 'node:path';
import { filesOf } from '../exports/layout';
import { writeZip } from '../exports/pack';
import type { Plan } from '../exports/plan';
import { newLedger } from './kept-tokens';
import type { Ledger } from './kept-tokens';
import { measuredNode } from './measured-child';
import type { Measured } from './measured-child';

const ALONE = resolve(import.meta.dirname, 'inflate-alone.mjs');

/** A ZIP, the bytes of JSON in it, and the truth about its messages. */
export type Made = { readonly zip: string; readonly json: number; readonly ledger: Ledger };

/** Writes `export.zip` into `folder`. */
export async function madeZip(folder: string, plan: Plan): Promise<Made> {
  const zip = join(folder, 'export.zip');
  const ledger = newLedger();
  let json = 0;
  await writeZip(
    zip,
    filesOf({
      ...plan,
      onConversation(one, bytes) {
        ledger.add(one);
        json += bytes;
      },
    }),
  );
  return { zip, json, ledger };
}

/** The verdict of a check and how many of the conversations it found. */
export function checkNote(run: Measured | undefined, { ledger }: Made): string {
  const { verdict, conversations } =
    (
      JSON.parse(run?.stdout === undefined || run.stdout === '' ? '{}' : run.stdout) as {
        readonly result?: { readonly verdict?: string; readonly conversations?: number };
      }
    ).result ?? {};
  return `${verdict ?? `exit ${run?.end}`}, ${conversations ?? 0} of ${ledger.conversations()} conversations`;
}

/** Runs zlib alone over the entries: its CPU is that of inflating, without the start of Node and the reading. */
export async function inflatingAlone(zip: string): Promise<Measured> {
  const run = await measuredNode([ALONE, zip], { pinned: true });
  return { ...run, cpu: (JSON.parse(run.stdout) as { readonly cpu: number }).cpu };
}
