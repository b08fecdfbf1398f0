// Makes a card from a Record and writes its files: pictures, SVG and the words for who cannot see them.
import { altText, cardOf } from '../../card/card';
import type { CardWishes } from '../../card/card';
import { TOOL_FILES } from '../../card/draw';
import { SIZES } from '../../card/layout';
import type { Size } from '../../card/layout';
import { makeCard } from '../../card/make';
import type { Made } from '../../card/make';
import type { Picture } from '../../card/photo';
import { journeyFor } from '../../journey/journey';
import type { JourneyRecord } from '../../journey/record';
import { summarise } from '../../journey/summary';
import { EXIT, reasonOf, CliError } from '../cli-error';
import type { Run } from '../run';
import { writeResult } from '../output';

export const KINDS = ['png', 'svg'] as const;
export type Kind = (typeof KINDS)[number];
export type Drawn = Extract<Made, { readonly ok: true }> & { readonly alt: string };
type Wishes = CardWishes & { readonly sizes?: readonly Size[]; readonly picture?: Picture | undefined };

/** Draws the card of `record`. A CliError says what keeps it from being drawn. */
export async function drawCard(
  run: Run,
  record: JourneyRecord,
  { sizes = SIZES, picture, ...wishes }: Wishes,
): Promise<Drawn> {
  const { host, translator, catalogue } = run;
  const card = cardOf(translator, summarise(record, journeyFor(record.profile, catalogue.guide, run.today)), wishes);
  if (card === undefined)
    throw new CliError(
      'card_nothing',
      { file: run.recordPath === undefined ? '' : host.files.shorten(run.recordPath) },
      { code: EXIT.failed },
    );
  const [wasm, regular, bold] = await Promise.all([
    host.shipped(TOOL_FILES.wasm),
    host.shipped(TOOL_FILES.regular),
    host.shipped(TOOL_FILES.bold),
  ]);
  const describe = (drawn: typeof card): string => altText(translator, drawn, picture !== undefined);
  const made = await makeCard(card, sizes, { wasm, regular, bold }, describe, picture);
  if (made.ok) return { ...made, alt: describe(made.card) };
  switch (made.problem) {
    case 'letters':
      throw new CliError('card_letters', { list: made.lacking.slice(0, 12).join(' ') }, { code: EXIT.failed });
    case 'room':
      throw new CliError('card_too_long', {}, { code: EXIT.failed, flag: '--no-reason' });
    case 'picture':
      throw new CliError(
        'card_picture',
        { why: translator.say(translator.ui.proof.truncated, { typed: '' }) },
        { code: EXIT.failed, flag: '--picture' },
      );
  }
}

/** Where a card goes: names without their endings, one for each size and one for the words. */
export type Names = { readonly of: (size: Size) => string; readonly words: string };

/** Refuses when one of the files is there already, so that nothing is written beside an older card. */
export async function refuseExisting(
  run: Run,
  names: Names,
  sizes: readonly Size[],
  kinds: readonly Kind[],
): Promise<void> {
  for (const path of pathsOf(names, sizes, kinds))
    if (await isThere(run, path))
      throw new CliError('file_exists', { file: run.host.files.shorten(path) }, { code: EXIT.failed, flag: '--force' });
}

function pathsOf(names: Names, sizes: readonly Size[], kinds: readonly Kind[]): readonly string[] {
  return [...sizes.flatMap((size) => kinds.map((kind) => `${names.of(size)}.${kind}`)), `${names.words}.txt`];
}

/** Writes the files under `names` and gives their short names. */
export async function writeCard(
  run: Run,
  { drawings, alt }: Drawn,
  names: Names,
  { kinds = KINDS, replace }: { readonly kinds?: readonly Kind[]; readonly replace: boolean },
): Promise<readonly string[]> {
  const files = [
    ...drawings.flatMap(({ size, png, svg }) =>
      kinds.map((kind) => ({ path: `${names.of(size)}.${kind}`, content: kind === 'png' ? png : svg })),
    ),
    { path: `${names.words}.txt`, content: `${alt}\n` },
  ];
  const written: string[] = [];
  for (const { path, content } of files) written.push(await writeResult(run, content, path, { name: '', replace }));
  return written;
}

/** The names that are free in the working folder: `quitgpt-card-<day>`, then with -2, -3 … */
export async function freeNames(run: Run): Promise<Names> {
  const { files } = run.host;
  for (let count = 1; ; count += 1) {
    const base = files.resolve(`quitgpt-card-${run.today}${count === 1 ? '' : `-${count}`}`);
    const names: Names = { of: (size) => `${base}-${size}`, words: base };
    if (!(await Promise.all(pathsOf(names, SIZES, KINDS).map((path) => isThere(run, path)))).includes(true))
      return names;
  }
}

/** The bytes of a PNG that was read once already. */
export async function readPicture(
  run: Run,
  path: string,
  { width, height }: { readonly width: number; readonly height: number },
  mostBytes: number,
): Promise<Picture> {
  try {
    return { bytes: await run.host.files.read(path, mostBytes), width, height };
  } catch (error) {
    const id = reasonOf(error, run.host.platform);
    throw new CliError('card_picture', { why: id }, { code: EXIT.failed, flag: '--picture' });
  }
}

/** Where nothing can be seen, the attempt to write says why. */
async function isThere({ host }: Run, path: string): Promise<boolean> {
  const { kind } = await host.files.look(path);
  return kind !== 'missing' && kind !== 'unreadable';
}
