// Names for files that every system takes, made from titles and names that anybody may have written.
import type { BytesPort } from '../../host/bytes';
import { bytesOfText } from '../container/bytes';

/** Most bytes of a whole name in UTF-8, ending included: under every system's 255, with room in a long path. */
const MOST_BYTES = 120;

export type Named = {
  /** What the name is unique by. */
  readonly id: string;
  /** What people know it by; any text. */
  readonly title: string;
  /** Epoch seconds: the day in UTC stands first, so that a list by name is a list by date. */
  readonly created?: number | undefined;
  /** Ends the name; with its dot. */
  readonly ending: string;
};

export interface FileNames {
  /** See `nameOf`. */
  fileName(named: Named, length?: number): string;
  /** The first characters of a hash of `id`, in digits and consonants: no capitals, no words by chance. */
  markOf(id: string, length?: number): string;
  /** Where a canvas document stands: the same place at every run. `number` counts the documents of the conversation from 0. */
  documentPath(
    document: { readonly name: string | undefined },
    message: { readonly id: string | undefined; readonly created: number | undefined },
    conversation: { readonly id: string; readonly created: number | undefined },
    number: number,
    untitled: string,
    ending: string,
  ): string;
}

/** Names are made with a hash of what they are unique by. */
export function fileNames(port: Pick<BytesPort, 'sha256Of'>): FileNames {
  const markOf: FileNames['markOf'] = (id, length = 6) => {
    const digest = port.sha256Of(bytesOfText(id));
    let mark = '';
    for (let at = 0; at < length; at += 1) mark += SIGNS.charAt((digest[at] ?? 0) % SIGNS.length);
    return mark;
  };
  const fileName: FileNames['fileName'] = (named, length = 6) => nameOf(named, length, markOf);
  return {
    markOf,
    fileName,
    documentPath: ({ name }, message, conversation, number, untitled, ending) =>
      `documents/${fileName({ id: `${conversation.id}/${message.id ?? ''}/${number}`, title: name ?? untitled, created: message.created ?? conversation.created, ending })}`,
  };
}

/**
 * "2024-05-12 Title of the chat - k3f9x2.md". The same for the same facts wherever and whenever it is made, and different for
 * different ids even where capitals count for nothing. `length`: how much of the mark of the id to show, when six met another's.
 */
function nameOf({ id, title, created, ending }: Named, length: number, markOf: FileNames['markOf']): string {
  const day = created === undefined ? '' : dayOf(created);
  const mark = `${markOf(id, length)}${ending}`;
  const plain = safe(title);
  const words = cut(day === '' && DEVICE.test(plain) ? `_${plain}` : plain, MOST_BYTES - `${day}  - ${mark}`.length);
  const front = [day, words].filter((part) => part !== '').join(' ');
  return front === '' ? mark : `${front} - ${mark}`;
}

/** To Windows, `CON.anything` is the console as well. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?![\p{L}\p{N}])/iu;

/** The day in UTC as YYYY-MM-DD. `seconds` since 1970; years beyond 0 to 9999 are taken to the nearest. */
export function dayOf(seconds: number): string {
  return timeOf(seconds).slice(0, 10);
}

/** `2024-05-12T10:11:12Z`, to the second. */
export function timeOf(seconds: number): string {
  const whole = Math.floor(Math.min(Math.max(seconds, -62_167_219_200), 253_402_300_799));
  const second = ((whole % DAY) + DAY) % DAY;
  return `${dateOf(Math.floor(whole / DAY))}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}Z`;
}

const DAY = 86_400;
/** Messages of one conversation are mostly of one day, and asking Date for each takes a twentieth of a save. */
let lastDay = NaN;
let lastDate = '';

function dateOf(day: number): string {
  if (day !== lastDay) {
    lastDay = day;
    lastDate = new Date(day * DAY * 1000).toISOString().slice(0, 10);
  }
  return lastDate;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

const SIGNS = '0123456789bcdfghjkmnpqrstvwxz';

/** An address for a link to a file of the save: `/` stays, everything a Markdown or HTML reader could trip over is encoded. */
export function linkTo(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}

/**
 * Without what Windows forbids, what acts without being seen, and what Apple's disks refuse (characters that are not assigned).
 * Composed, with single blanks, and neither starting nor ending with a dot or blank. May be empty.
 */
function safe(title: string): string {
  // Composing may bring forth what was to be taken out, so it is taken out twice.
  const without = (text: string): string =>
    text
      .replace(/[:/\\|]/g, '-')
      .replace(/[<>"?*]|[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
      .replace(/[\p{Cc}\p{Z}]+/gu, ' ');
  // A title of megabytes is cut before it is looked at closely.
  return without(without(title.slice(0, 1000)).normalize('NFC')).replace(/^[\s.~-]+|[\s.]+$/g, '');
}

/** Cut between characters as people see them, with an ellipsis where something is missing. */
function cut(text: string, bytes: number): string {
  if (bytesOfText(text).length <= bytes) return text;
  let kept = '';
  let room = bytes - bytesOfText('…').length;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    room -= bytesOfText(segment).length;
    if (room < 0) break;
    kept += segment;
  }
  return `${kept.replace(/[\s.]+$/, '')}…`;
}

/**
 * Endings that no system runs when a file is opened. A name's own ending is kept only if it is one of these; any other is
 * kept visible before `.txt`, since it comes from outside.
 */
const HARMLESS: ReadonlySet<string> = new Set(
  'png jpg jpeg gif webp heic avif bmp tif tiff pdf wav mp3 m4a ogg opus flac aac mp4 m4v mov webm zip docx xlsx pptx odt ods odp rtf epub txt md csv tsv json jsonl xml yaml yml toml log srt vtt tex bib ipynb py ts tsx jsx css c h cpp java go rs rb sql ics eml'.split(
    ' ',
  ),
);

/** The ending for a file whose bytes are of `type` (such as `png`), or else whose name is `name`. With its dot. */
export function endingFor(type: string | undefined, name: string): string {
  const own = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  // Office documents and books are ZIPs as well.
  if (type === 'zip' && own !== undefined && /^(?:docx|xlsx|pptx|od[tsp]|epub)$/.test(own)) return `.${own}`;
  if (type !== undefined) return `.${type}`;
  if (own === undefined || own === 'dat') return '.bin';
  return HARMLESS.has(own) ? `.${own}` : `.${own}.txt`;
}

/** A name without its ending: that is made of the bytes. */
export function withoutEnding(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,8}$/, '');
}
