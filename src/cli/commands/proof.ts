// `quitgpt proof FILE…`: looks into receipts, and writes copies that are cleaned, blacked out or cut. Originals stay as they are.
import { cleanPicture } from '../../proof/clean/clean';
import { readEmailFacts } from '../../proof/formats/email-facts';
import { blackOut, boxOn, crop, parseBox, type SaidBox } from '../../proof/black-out';
import { MAX_PROOF_BYTES } from '../../proof/proof-facts';
import type { PictureKind } from '../../proof/proof-facts';
import { fingerprintOf, readProof } from '../../proof/read-proof';
import { fitOf } from '../../proof/reading/judge';
import type { Box, Pixels } from '../../proof/reading/picture-lines';
import { kindName, proofDocument, type FileFacts, type FileReport, type WrittenFile } from '../../view/proof-view';
import { proofProblem } from '../../walk/proof-turn';
import { EXIT, CliError } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { errorText } from '../say-error';
import { formatFromFlags } from '../typed/values';
import type { OutputFlags } from '../typed/options';
import { checkOut, writeCopy, type Destination } from '../pictures/picture-copies';
import type { PictureReader } from '../pictures/picture-thread';
import { giveResult, sayWritten } from '../output';
import type { Run } from '../run';
import type { ProofFlags } from './proof.command';

/** What is to be done with each file. */
type Wishes = {
  readonly clean: boolean;
  readonly hides: boolean;
  readonly boxes: readonly Said[];
  readonly finds: boolean;
  readonly cut: Said | undefined;
  readonly reads: boolean;
};
type Said = { readonly text: string; readonly box: SaidBox };

/** Reports on every file; one that goes wrong is said why, does not stop the others, and makes the exit code 1. */
export async function runProof(
  run: Run,
  typed: readonly string[],
  flags: ProofFlags,
  reader: PictureReader,
): Promise<ExitCode> {
  const { clean = false, redact = [], autoRedact = false, out, force = false, read = true } = flags;
  const boxes = redact.map((text) => saidBox('--redact', text));
  const cut = flags.crop === undefined ? undefined : saidBox('--crop', flags.crop);
  const wishes: Wishes = { clean, hides: boxes.length > 0 || autoRedact, boxes, finds: autoRedact, cut, reads: read };
  const writes = clean || wishes.hides || cut !== undefined;
  // Where copies are written, the report goes to standard output.
  const report: OutputFlags = writes ? { ...flags, out: '-' } : flags;
  formatFromFlags(report);
  await checkOut(run, out, typed.length, writes);

  const found = [];
  for (const one of typed) found.push({ one, outcome: await readProof(one, run.host) });
  const destination: Destination = {
    out,
    force,
    originals: found.flatMap(({ outcome }) => (outcome.ok ? [outcome.path] : [])),
  };
  const reports: FileReport[] = [];
  for (const { one, outcome } of found) {
    const file = run.host.files.shorten(outcome.path ?? one);
    if (outcome.ok) reports.push(await reportOn(run, outcome.path, outcome.facts, wishes, destination, reader));
    else
      reports.push({
        file,
        problem: { code: outcome.problem, message: proofProblem(run.translator, one, outcome, run.host.platform) },
      });
  }
  sayWritten(run, await giveResult(run, proofDocument(run.translator, reports), report, { name: 'quitgpt-proof' }));
  return reports.some(({ problem }) => problem !== undefined) ? EXIT.failed : EXIT.complete;
}

function saidBox(option: string, text: string): Said {
  const box = parseBox(text);
  if (box === undefined) throw new CliError('bad_box', { option, value: text }, { flag: option });
  return { text, box };
}

async function reportOn(
  run: Run,
  path: string,
  facts: FileFacts,
  wishes: Wishes,
  destination: Destination,
  reader: PictureReader,
): Promise<FileReport> {
  const file = run.host.files.shorten(path);
  const bytes = await run.host.files.read(path, MAX_PROOF_BYTES);
  const clean = cleanPicture(bytes);
  const known: FileFacts = {
    ...facts,
    ...(clean.ok ? { metadata: clean.removed } : {}),
    ...(facts.kind === 'eml' ? { email: readEmailFacts(bytes) } : {}),
  };
  const failed = (problem: PictureProblemId): FileReport => ({
    file,
    facts: known,
    problem: { code: problem, message: problemText(run, file, facts.kind, problem) },
  });
  const writes = wishes.clean || wishes.hides || wishes.cut !== undefined;
  // A letter or a page that nobody asked to clean is no failure; a picture that cannot be followed is worth saying.
  if (!writes && !clean.ok && clean.problem !== 'cannot-clean') return failed(problemId(clean.problem));
  if (!writes) return { file, facts: known, ...(wishes.reads && clean.ok ? await readOf(run, bytes, reader) : {}) };
  if (!clean.ok) return failed(facts.kind === 'eml' ? 'cannot-read' : problemId(clean.problem));
  try {
    if (!wishes.hides && wishes.cut === undefined)
      return {
        file,
        facts: known,
        written: await written(run, path, clean.bytes, clean.kind, 'cleaned', 0, destination),
      };
    const { decodePicture, encodePng } = await import('../../proof/picture');
    const picture = await decodePicture(bytes, run.host);
    if (!picture.ok) return failed(problemId(picture.problem));
    const { pixels } = picture;
    const said = wishes.boxes.map((one) => onPicture(one, pixels, file));
    const cut = wishes.cut === undefined ? undefined : onPicture(wishes.cut, pixels, file);
    const hidden = [...said, ...(wishes.finds ? await foundBy(reader, pixels, file) : [])];
    if (wishes.hides && hidden.length === 0) return failed('found-none');
    const covered = blackOut(pixels, hidden);
    const copy = await encodePng(cut === undefined ? covered : crop(covered, cut), run.host);
    return {
      file,
      facts: known,
      written: await written(
        run,
        path,
        copy,
        'png',
        wishes.hides ? 'blacked-out' : 'cropped',
        hidden.length,
        destination,
      ),
    };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { file, facts: known, problem: { code: error.id, message: errorText(run.translator, error) } };
  }
}

/** What the picture says. An engine that cannot run here leaves it unread, which is no failure. */
async function readOf(run: Run, bytes: Uint8Array, reader: PictureReader): Promise<Pick<FileReport, 'reading'>> {
  const { decodePicture } = await import('../../proof/picture');
  const picture = await decodePicture(bytes, run.host);
  if (!picture.ok) return {};
  const read = await reader(picture.pixels).catch(() => undefined);
  if (read === undefined) return { reading: 'unread' };
  const { judgement, parts, tilt, isCut } = read;
  return {
    reading: {
      ...judgement,
      fit: fitOf(judgement, { deletes: judgement.plan === 'deleted' }),
      parts,
      isTilted: tilt !== 0,
      isCut,
    },
  };
}

/** The box in whole pixels; one that lies outside hides nothing, so nothing is written. */
function onPicture({ text, box }: Said, { width, height }: Pixels, file: string): Box {
  const placed = boxOn(box, { width, height });
  if (placed === undefined)
    throw new CliError(
      'box_outside',
      { value: text, file, width: String(width), height: String(height) },
      { code: EXIT.failed },
    );
  return placed;
}

/** The boxes that the reader would hide. Rejects where one may be missing (unread, tilted or cut): the copy would show what it was to cover. */
async function foundBy(reader: PictureReader, pixels: Pixels, file: string): Promise<readonly Box[]> {
  const { parts, tilt, isCut } = await reader(pixels).catch((error: unknown) => {
    throw new CliError(
      'proof_unread',
      { file, why: error instanceof Error ? error.message : String(error) },
      { code: EXIT.failed, flag: '--auto-redact' },
    );
  });
  if (tilt !== 0) throw new CliError('proof_tilted', { file }, { code: EXIT.failed, flag: '--auto-redact' });
  if (isCut) throw new CliError('proof_too_long', { file }, { code: EXIT.failed, flag: '--auto-redact' });
  return parts.map(({ box }) => box);
}

async function written(
  run: Run,
  path: string,
  bytes: Uint8Array,
  kind: PictureKind,
  how: WrittenFile['how'],
  boxes: number,
  destination: Destination,
): Promise<WrittenFile> {
  const file = await writeCopy(run, path, { bytes, kind, how }, destination);
  return { file, how, boxes, bytes: bytes.length, sha256: fingerprintOf(bytes, await run.host.bytes()) };
}

type PictureProblemId =
  | 'found-none'
  | 'cannot-clean'
  | 'cannot-read'
  | 'damaged'
  | 'too-many-pixels'
  | 'animated'
  | 'cannot-draw';

/** A file that was read as a proof is neither empty nor unknown; one that became so meanwhile is damaged. */
function problemId(
  problem: Exclude<PictureProblemId, 'cannot-read' | 'found-none'> | 'empty' | 'unknown-kind',
): PictureProblemId {
  return problem === 'empty' || problem === 'unknown-kind' ? 'damaged' : problem;
}

function problemText({ host, translator }: Run, file: string, kind: string, problem: PictureProblemId): string {
  const words = translator.ui.proof_command;
  const how = host.platform === 'darwin' || host.platform === 'win32' ? host.platform : 'other';
  return translator.say(words[problem], {
    file,
    kind: kindName(translator, kind),
    export: translator.say(words[`export_${how}`]),
  });
}
