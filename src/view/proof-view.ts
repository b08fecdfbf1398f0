// What `quitgpt proof` says about files: what they are, what they carry, what was written. Values of metadata are never shown.
import type { Block, Document, Fact, Json } from './document';
import { paragraph } from './document';
import { emailRows } from './email-view';
import type { EmailFacts } from './email-view';
import { readingText, shownText } from './reading-view';
import type { HowItFits, Made, Shown } from './reading-view';
import type { Translator } from './translator';

type MetadataKind =
  | 'gps'
  | 'exif'
  | 'xmp'
  | 'iptc'
  | 'comment'
  | 'time'
  | 'thumbnail'
  | 'second-picture'
  | 'profile'
  | 'unknown'
  | 'after-end';

/** Bytes are those in the file. */
export type Metadata = { readonly kind: MetadataKind; readonly count: number; readonly bytes: number };

export type FileFacts = {
  readonly kind: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly width?: number;
  readonly height?: number;
  /** `undefined` where the file cannot be taken apart. */
  readonly metadata?: readonly Metadata[];
  readonly email?: EmailFacts;
};

export type WrittenFile = {
  readonly file: string;
  readonly how: 'cleaned' | 'blacked-out' | 'cropped';
  readonly boxes: number;
  readonly bytes: number;
  readonly sha256: string;
};

type PictureRead = Made & {
  readonly fit: HowItFits;
  readonly isTilted: boolean;
  readonly isCut: boolean;
  readonly parts: readonly {
    readonly kind: Shown;
    readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  }[];
};

/** One file: what is known of it, what was written, and what went wrong, in this order and as far as it came. */
export type FileReport = {
  /** Short form, as people know it. */
  readonly file: string;
  readonly facts?: FileFacts;
  /** `unread`: the engine cannot run here. Left out where nothing was to be read. */
  readonly reading?: PictureRead | 'unread';
  readonly written?: WrittenFile;
  readonly problem?: { readonly code: string; readonly message: string };
};

/** One heading and a list of facts a file. */
export function proofDocument(translator: Translator, reports: readonly FileReport[]): Document {
  const title = translator.say(translator.ui.proof_command.title);
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...reports.flatMap((report) => fileBlocks(translator, report)),
    ],
    result: { files: reports.map(fileResult) },
  };
}

/** The kind of a file as people write it. */
export function kindName({ ui, say }: Pick<Translator, 'ui' | 'say'>, kind: string): string {
  if (kind === 'eml') return say(ui.proof_command.email);
  return kind === 'webp' ? 'WebP' : kind.toUpperCase();
}

function fileBlocks(translator: Translator, { file, facts, reading, written, problem }: FileReport): readonly Block[] {
  const { say } = translator;
  const words = translator.ui.proof_command;
  return [
    { kind: 'heading', level: 2, text: file },
    ...(facts === undefined
      ? []
      : [{ kind: 'facts', rows: factRows(translator, facts, written !== undefined) } as const]),
    ...(reading === undefined ? [] : readBlocks(translator, reading)),
    ...(written === undefined
      ? []
      : [
          { kind: 'facts', rows: writtenRows(translator, written) } as const,
          paragraph(say(written.how === 'cleaned' ? words.look_cleaned : words.look_made)),
        ]),
    ...(problem === undefined ? [] : [paragraph(problem.message, 'warning')]),
  ];
}

function readBlocks(translator: Translator, reading: PictureRead | 'unread'): readonly Block[] {
  const { say, ui } = translator;
  if (reading === 'unread') return [paragraph(say(ui.reading.unread))];
  const shown = shownText(
    translator,
    reading.parts.map(({ kind }) => kind),
  );
  return [
    paragraph(readingText(translator, reading, reading.fit)),
    ...(reading.isCut ? [paragraph(say(ui.reading.cut))] : []),
    ...(reading.isTilted ? [paragraph(say(ui.reading.tilted))] : []),
    paragraph(
      `${shown === undefined ? say(ui.reading.shows_nothing) : say(ui.reading.shows, { parts: shown })} ${say(ui.reading.not_looked)}`,
    ),
  ];
}

function factRows(
  translator: Translator,
  { kind, bytes, sha256, width, height, metadata, email }: FileFacts,
  isLeftOut: boolean,
): readonly Fact[] {
  const { say } = translator;
  const words = translator.ui.proof_command;
  return [
    { term: say(words.kind), line: [kindName(translator, kind)] },
    ...(width === undefined || height === undefined
      ? []
      : [
          {
            term: say(words.pixels),
            line: [say(words.pixels_value, { width: String(width), height: String(height) })],
          },
        ]),
    { term: say(words.size), line: [say(words.size_value, { n: String(Math.max(1, Math.round(bytes / 1024))) })] },
    { term: say(words.fingerprint), line: [{ kind: 'code', text: sha256 }] },
    ...(email === undefined ? [] : emailRows(translator, email)),
    ...(metadata === undefined
      ? []
      : [
          {
            term: say(isLeftOut ? words.removed : words.carries),
            line: [
              metadata.length === 0
                ? say(words.carries_nothing)
                : translator.list(metadata.map((one) => carried(translator, one))),
            ],
          },
        ]),
  ];
}

function carried({ say, ui: { proof_command: words } }: Translator, { kind, count }: Metadata): string {
  return say(words.carries_item, { what: say(words[`metadata_${kind}`]), count });
}

function writtenRows(
  { say, ui: { proof_command: words } }: Translator,
  { file, how, boxes }: WrittenFile,
): readonly Fact[] {
  return [
    { term: say(words.written), line: [file] },
    ...(how === 'blacked-out' ? [{ term: say(words.boxes), line: [say(words.boxes_value, { n: boxes })] }] : []),
  ];
}

function fileResult({ file, facts, reading, written, problem }: FileReport): Json {
  if (facts === undefined) return { file, problem };
  const { kind, bytes, sha256, width, height, metadata, email } = facts;
  const letter =
    email === undefined
      ? undefined
      : { date: email.date ?? null, sender: email.sender ?? null, subject: email.subject ?? null, dkim: email.hasDkim };
  return {
    file,
    kind,
    bytes,
    sha256,
    width,
    height,
    metadata,
    email: letter,
    reading: reading === undefined ? undefined : readResult(reading),
    written,
    problem,
  };
}

/** `null` where the picture could not be read here. `day` is `YYYY-MM-DD`, or two of them where the numbers fit both; a box is left, top, width and height in pixels. */
function readResult(reading: PictureRead | 'unread'): Json {
  if (reading === 'unread') return null;
  const { looks, plan, day, fit, parts } = reading;
  return {
    looks,
    plan,
    day: day === undefined ? null : day.kind === 'day' ? day.on : [...day.either],
    private: parts.map(({ kind, box: { left, top, right, bottom } }) => ({
      kind,
      box: [left, top, right - left, bottom - top],
    })),
    fits: fit === 'fits',
  };
}
