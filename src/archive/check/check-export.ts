// Tells whether an export is whole: reads every file of it once and gives what was found.
import type { BytesPort } from '../../host/bytes';
import { shippedAssets } from '../conversation/assets';
import type { ShippedAssets } from '../conversation/assets';
import { pageComparison } from './chat-page';
import { assetDigests } from './digests';
import { BadFile } from '../container/export';
import type { ExportFile, OpenedExport } from '../container/export';
import { isDoubt } from '../container/faults';
import type { Doubt, Fault } from '../container/faults';
import type { Findings, Titles } from './findings';
import { LIMITS } from '../container/limits';
import type { Limits } from '../container/limits';
import type { ChunkSink } from '../json/json-array-reader';
import { holdsConversations, numberIn } from '../container/export-names';
import { madeOf } from '../conversation/made';
import { compareWith } from '../conversation/manifest';
import { saysAnything } from '../conversation/outline';
import type { Outline } from '../conversation/outline';
import { outlineFinder } from '../conversation/outlines';
import { gapsIn } from './numbering';
import { sideFileReader } from '../conversation/side-files';
import { conversationTally } from './tally';
import type { Tally } from './tally';

/** Thrown when `isStopped` says so. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

export type CheckOptions = {
  /** Hears how many bytes of `opened.files` have passed and how many conversations were in them, about every 4 MiB and at the end. */
  readonly onProgress?: (bytes: number, conversations: number) => void;
  /** Asked before each chunk. */
  readonly isStopped?: () => boolean;
  readonly limits?: Limits;
};

const STEP = 4 * 1024 * 1024;

/**
 * Reads every file in the order of the disk and compares its CRC-32 and size. Conversations and side files are understood, others
 * (such as `user.json`) are not. A damaged file is a fault in the findings. Rejects only with `Stopped`, or when the export cannot be
 * read at all.
 */
export async function checkExport(
  opened: OpenedExport,
  { onProgress = () => {}, isStopped = () => false, limits = LIMITS }: CheckOptions = {},
): Promise<{ readonly findings: Findings; readonly titles: Titles }> {
  const found: Found = { faults: [], doubts: [], unparsed: 0 };
  const tally = conversationTally();
  const sideFiles = sideFileReader(limits, { withNames: false });
  const digests = assetDigests(opened.files, opened.port);
  const page = pageComparison(opened.files, limits, opened.port);
  const add = (outline: Outline): void => {
    tally.add(outline);
    page.add(outline);
  };
  let right = 0;
  let passed = 0;
  let said = 0;
  const say = (bytes: number): void => {
    if (bytes - said < STEP) return;
    said = bytes;
    onProgress(bytes, tally.count());
  };

  for (const file of opened.files) {
    const sinks = [
      holdsConversations(file) ? conversationSink(file, add, found, { limits, port: opened.port }) : undefined,
      page.begin(file),
      sideFiles.begin(file),
      digests.begin(file),
    ].filter((sink) => sink !== undefined);
    let bytes = 0;
    let isWhole = false;
    const push = (chunk: Uint8Array): void => {
      if (isStopped()) throw new Stopped();
      for (const sink of sinks) sink.push(chunk);
      bytes += chunk.length;
      say(passed + bytes);
    };
    try {
      if (isStopped()) throw new Stopped();
      const whole = opened.whole(file);
      if (whole === undefined) for await (const chunk of opened.chunks(file)) push(chunk);
      else push(whole);
      isWhole = true;
      right += 1;
    } catch (error) {
      note(found, error, file);
    }
    for (const sink of sinks) if (isWhole) sink.end();
    passed += file.bytes;
    say(passed);
  }
  onProgress(passed, tally.count());

  const sha256 = await opened.fingerprint();
  const side = sideFiles.result();
  const compared = side.manifest === undefined ? undefined : compareWith(side.manifest, opened.files);
  const library = digests.compared(side.library);
  const repeated = page.result();
  const sums = tally.sums();
  const shards = opened.files.filter(holdsConversations);
  const findings: Findings = {
    kind: opened.kind,
    bytes: opened.bytes,
    sha256,
    layout: shards.length > 1 || shards.some(({ name }) => numberIn(name) !== undefined) ? 'shards' : 'one-file',
    hasManifest: side.manifest !== undefined,
    ...sums,
    shards: { listed: side.manifest?.conversations.size, present: shards.length },
    files: {
      all: opened.files.length,
      right,
      listed: side.manifest?.files.size,
      sizesRight: compared?.sizesRight ?? 0,
    },
    page: repeated.counts,
    unparsed: found.unparsed,
    assets: assetCounts(shippedAssets(opened.files, side.names), tally),
    library: library.counts,
    sharedLinks: side.sharedLinks.length,
    made: madeOf(opened, side.requested),
    // Taking the fingerprint may have added to the faults of the opening.
    faults: [
      ...opened.faults,
      ...found.faults,
      ...side.faults,
      ...(compared?.faults ?? gapsIn(shards.map(({ path }) => path))),
      ...library.faults,
      ...repeated.faults,
    ],
    doubts: [
      ...opened.doubts,
      ...found.doubts,
      ...side.doubts,
      ...(compared?.doubts ?? []),
      ...doubtsAbout(sums, opened.files, tally.isFull()),
    ],
  };
  return {
    findings,
    titles: { ...tally.titles(), ...(repeated.missing.length > 0 ? { missing: repeated.missing } : {}) },
  };
}

type Found = { readonly faults: Fault[]; readonly doubts: Doubt[]; unparsed: number };

/** Sorts what is wrong with a file; throws again what is no fault of the export. */
function note({ faults, doubts }: Found, error: unknown, file: ExportFile): void {
  if (error instanceof BadFile) {
    if (isDoubt(error.wrong)) doubts.push(error.wrong);
    else faults.push(error.wrong);
  } else if (error instanceof Error && 'code' in error && !(error instanceof Stopped))
    faults.push({ kind: 'unreadable', file: file.path });
  else throw error;
}

/** Adds the conversations of a file. `end` is called only when its bytes were right: of a damaged file, cut JSON is no news. */
function conversationSink(
  file: ExportFile,
  add: (outline: Outline) => void,
  found: Found,
  { limits, port }: { readonly limits: Limits; readonly port: BytesPort },
): ChunkSink {
  const finder = outlineFinder(Math.min(limits.conversation, file.bytes), port);
  let unparsed: { kind: 'unparsed'; file: string; count: number } | undefined;
  let hasTooLarge = false;
  return {
    push(chunk) {
      for (const one of finder.push(chunk)) {
        if (one.kind === 'outline' && saysAnything(one.outline)) add(one.outline);
        else if (one.kind === 'too-large') {
          if (!hasTooLarge) found.doubts.push({ kind: 'limit', limit: 'conversation', file: file.path });
          hasTooLarge = true;
        } else {
          found.unparsed += 1;
          if (unparsed === undefined) found.faults.push((unparsed = { kind: 'unparsed', file: file.path, count: 0 }));
          unparsed.count += 1;
        }
      }
    },
    end() {
      const ending = finder.end();
      if (ending !== 'whole')
        found.faults.push({ kind: ending === 'cut' ? 'json-cut' : 'json-broken', file: file.path });
    },
  };
}

/** A conversation without a message is rare; a whole export of them is one that this program does not understand. */
function doubtsAbout(
  { messages }: Pick<Findings, 'messages'>,
  files: readonly ExportFile[],
  isFull: boolean,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (!files.some(({ name, path }) => name === 'export_manifest.json' && !/(?:^|\/)sites\//.test(path)))
    doubts.push({ kind: 'no-manifest' });
  if (messages.shown + messages.behind + messages.drafts === 0) doubts.push({ kind: 'no-conversations' });
  if (isFull) doubts.push({ kind: 'limit', limit: 'all', file: undefined });
  return doubts;
}

function assetCounts(shipped: ShippedAssets, tally: Tally): Findings['assets'] {
  const referred = tally.referred();
  let there = 0;
  for (const id of shipped.ids()) if (tally.isReferred(id)) there += 1;
  return { shipped: shipped.count, referred, notShipped: referred - there };
}
