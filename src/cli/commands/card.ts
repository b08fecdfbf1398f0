// `quitgpt card`: a picture to share, made of the Record and of what the person chose to add.
import { SIZES } from '../../card/layout';
import type { Size } from '../../card/layout';
import type { Price } from '../../card/card';
import type { Picture } from '../../card/photo';
import { MAX_PROOF_BYTES } from '../../proof/proof-facts';
import { readProof } from '../../proof/read-proof';
import { renderJson } from '../../render/json';
import { cardDocument } from '../../view/card-view';
import { looksPrivate } from '../../walk/private-text';
import { proofProblem } from '../../walk/proof-turn';
import { drawCard, KINDS, readPicture, refuseExisting, writeCard } from '../pictures/card-files';
import type { Drawn, Kind, Names } from '../pictures/card-files';
import { EXIT, CliError } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { oneOf } from '../typed/values';
import { refuseBadName } from '../output';
import { oneLine } from '../../view/document';
import { writeStdout } from '../stdout';
import type { Run } from '../run';
import type { CardFlags } from './card.command';
import { keptRecord } from './kept';

/** More pixels than this are refused before memory is taken for them. */
const MOST_PIXELS = 50_000_000;

/** Draws the card, writes it and its description, and says what is on it. */
export async function runCard(run: Run, flags: CardFlags): Promise<ExitCode> {
  const sizes: readonly Size[] =
    flags.size === undefined ? SIZES : sizesOf(oneOf('--size', flags.size, [...SIZES, 'both']));
  const kinds: readonly Kind[] = flags.format === undefined ? KINDS : [oneOf('--format', flags.format, KINDS)];
  if (flags.out === '-') throw new CliError('card_out', {}, { flag: '--out' });
  const price = priceFrom(flags);
  if (flags.name !== undefined) refusePrivate(run, flags.name);
  const record = await keptRecord(run);
  const names = await namesFor(run, flags.out, sizes);
  if (flags.force !== true) await refuseExisting(run, names, sizes, kinds);
  const given = flags.picture === undefined ? undefined : await pictureFrom(run, flags.picture);
  const drawn = await drawCard(run, record, {
    sizes,
    price,
    name: flags.name ?? record.extras.name,
    withReason: flags.reason !== false,
    picture: given?.picture,
  });
  const files = await writeCard(run, drawn, names, { kinds, replace: flags.force === true });
  if (flags.json === true) await writeStdout(run.host, renderJson({ result: resultOf(drawn, files) }));
  else if (run.flags.quiet !== true) sayWhatIsOnIt(run, drawn, files, given?.file);
  return EXIT.complete;
}

function sizesOf(size: Size | 'both'): readonly Size[] {
  return size === 'both' ? SIZES : [size];
}

/** What was paid a month: `20`, `22.99` or `22,99`, with the three letters of its currency. */
function priceFrom({ price, currency }: CardFlags): Price | undefined {
  if (price === undefined && currency === undefined) return undefined;
  if (price === undefined || currency === undefined)
    throw new CliError('price_and_currency', {}, { flag: price === undefined ? '--price' : '--currency' });
  const amount = /^\d{1,6}(?:[.,]\d{1,2})?$/.test(price.trim()) ? Number(price.trim().replace(',', '.')) : 0;
  if (amount <= 0) throw new CliError('bad_price', { option: '--price', value: price }, { flag: '--price' });
  const code = currency.trim().toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(code))
    throw new CliError('bad_currency', { value: currency }, { flag: '--currency' });
  return { amount, currency: code };
}

function refusePrivate({ translator }: Run, name: string): void {
  const kind = looksPrivate(name);
  if (kind !== undefined)
    throw new CliError(
      'private_text',
      { option: '--name', what: translator.say(translator.ui.ending[`private_${kind}`]) },
      { flag: '--name' },
    );
}

async function pictureFrom(run: Run, typed: string): Promise<{ readonly picture: Picture; readonly file: string }> {
  const refused = (
    id: 'card_picture' | 'card_picture_kind' | 'card_picture_big',
    args: Readonly<Record<string, string>>,
  ): CliError => new CliError(id, args, { code: EXIT.failed, flag: '--picture' });
  const outcome = await readProof(typed, run.host);
  if (!outcome.ok)
    throw refused('card_picture', { why: proofProblem(run.translator, typed, outcome, run.host.platform) });
  const file = run.host.files.shorten(outcome.path);
  const { kind, width, height } = outcome.facts;
  if (kind !== 'png' || width === undefined || height === undefined)
    throw refused('card_picture_kind', { file, kind: kind.toUpperCase() });
  if (width * height > MOST_PIXELS) throw refused('card_picture_big', { file });
  return { picture: await readPicture(run, outcome.path, { width, height }, MAX_PROOF_BYTES), file };
}

/** Where the files go: in a folder, under a name with the day; else under the name given, with the size added where there are two. */
async function namesFor(run: Run, out: string | undefined, sizes: readonly Size[]): Promise<Names> {
  const { files } = run.host;
  const path = files.resolve(out ?? '.');
  refuseBadName(run.host, path, '--out');
  const isFolder = out === undefined || (await files.look(path)).kind === 'directory';
  const base = isFolder ? files.join(path, `quitgpt-card-${run.today}`) : path.replace(/\.(?:png|svg|txt)$/i, '');
  const hasSize = isFolder || sizes.length > 1;
  return { of: (size) => (hasSize ? `${base}-${size}` : base), words: base };
}

function sayWhatIsOnIt(
  run: Run,
  { card, leftOut }: Drawn,
  files: readonly string[],
  picture: string | undefined,
): void {
  const { host, translator } = run;
  host.stderr.write(run.show(cardDocument(translator, card, { picture, leftOut })));
  host.stderr.write(
    run.show(oneLine(translator, translator.say(translator.ui.card.written, { list: files.join(', ') }))),
  );
}

function resultOf({ card, leftOut, alt }: Drawn, files: readonly string[]): Parameters<typeof renderJson>[0]['result'] {
  return {
    files,
    sentence: card.sentence,
    date: card.date,
    name: card.name,
    reason: card.reason,
    rows: card.rows.map(({ label, value }) => ({ label, value })),
    leftOut,
    alt,
  };
}
