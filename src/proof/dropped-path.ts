// What a person dropped on the terminal, pasted or typed, as the paths it may stand for.

/** Longer input cannot be a path: Windows stops at 32,767 characters, Linux and macOS far earlier. */
const LONGEST = 65_536;

/**
 * The paths that one dropped, pasted or typed file may stand for, from the most literal reading to the most
 * interpreted one; take the first that exists. When none does, the last is the best one to show.
 *
 * Terminals differ: they quote, escape with backslashes, add a blank, write a `file:` address (RFC 8089) or type the
 * name as it is, so a name holding quotes or backslashes is only told from a quoted one by looking at the disk.
 * The whole input is taken as one file; for several see `splitDropped`. `~` is left for the caller to fill in.
 *
 * @returns no empty string, no duplicates; an empty list for blank input or for more than 65,536 characters.
 */
export function pathCandidates(typed: string, platform: NodeJS.Platform): readonly string[] {
  if (typed.length > LONGEST) return [];
  const line = withoutPasteMarks(typed);
  const bare = trimBoth(line, BIDI_MARKS);
  const tidy = trimBoth(bare, BLANKS);
  if (tidy === '') return [];
  // Windows drops blanks at the end of a name by itself, so there the literal form would be found under a wrong name.
  const literal = platform === 'win32' ? [tidy] : [line, bare, bare.replace(/[ \t]$/u, ''), tidy];
  const forms = [...literal, ...unquoted(tidy), ...shellForm(bare, platform)];
  return [...new Set(forms.flatMap((form) => placesOf(form, platform)))].filter((path) => path !== '');
}

/**
 * Several files dropped at once, blank- or line-separated with quotes respected: one list of candidates for each.
 * One file gives one list. Names that were typed unquoted with blanks inside cannot be told apart from several
 * files: try `pathCandidates` on the whole input first. Quotes that do not close make the whole input one file.
 */
export function splitDropped(typed: string, platform: NodeJS.Platform): readonly (readonly string[])[] {
  if (typed.length > LONGEST) return [];
  const line = trimBoth(withoutPasteMarks(typed), BIDI_MARKS);
  const words = wordsOf(line, platform === 'win32' ? WINDOWS_PIECE : SHELL_PIECE);
  const files = (words?.map((word) => word.raw) ?? [line]).filter((raw) => raw !== '&');
  return files.map((raw) => pathCandidates(raw, platform)).filter((candidates) => candidates.length > 0);
}

/** Bracketed paste puts ESC [200~ before and ESC [201~ after; a line editor may have eaten the ESC. */
function withoutPasteMarks(typed: string): string {
  const line = trimEnd(typed, LINE_ENDS);
  const inner = line.replace(/^\p{Cc}?\[200~/u, '');
  const tidy = trimEnd(inner, BLANKS);
  const pasted = tidy.replace(/\p{Cc}?\[201~$/u, '');
  return pasted === tidy ? inner : trimEnd(pasted, LINE_ENDS) + inner.slice(tidy.length);
}

const LINE_ENDS = '\r\n';
/** Without U+202F and U+00A0, which are parts of names. */
const BLANKS = ' \t\r\n';
/** Windows puts U+202A in front of a copied path. Marks inside a name belong to it. */
const BIDI_MARKS = '\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff';

function trimBoth(text: string, unwanted: string): string {
  let from = 0;
  while (from < text.length && unwanted.includes(text.charAt(from))) from += 1;
  return trimEnd(text.slice(from), unwanted);
}

/** A loop, because a pattern such as `/[ ]+$/` takes quadratic time on a long run of blanks. */
function trimEnd(text: string, unwanted: string): string {
  let to = text.length;
  while (to > 0 && unwanted.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(0, to);
}

/** Less the outer quotes: as they are (Windows, and WSL, which escapes nothing inside), then as PowerShell writes them. */
function unquoted(text: string): readonly string[] {
  const quoted = /^(?:&[ \t]*)?(?<quote>['"])(?<inner>.*)\k<quote>$/su.exec(text)?.groups;
  const inner = quoted?.['inner'];
  if (inner === undefined) return [];
  const powerShell =
    quoted?.['quote'] === "'"
      ? inner.replaceAll("''", "'")
      : inner.replaceAll(/`(.)|""/gsu, (_, escaped?: string) => escaped ?? '"');
  return [inner, powerShell];
}

/** The single word that a POSIX shell reads here; nothing when it reads several, waits for a quote, or it is a Windows path. */
function shellForm(text: string, platform: NodeJS.Platform): readonly string[] {
  if (/^[ \t]*(?:[A-Za-z]:[\\/]|\\\\)/u.test(text)) return [];
  const words = wordsOf(text, SHELL_PIECE);
  const word = words?.length === 1 ? words[0] : undefined;
  if (word === undefined) return [];
  // Under Windows only the shells of Git and MSYS2 escape like this, and their paths begin with a slash.
  return platform === 'win32' && !word.value.startsWith('/') ? [] : [word.value];
}

interface Word {
  /** As it was typed. */
  readonly raw: string;
  readonly value: string;
}

/** POSIX.1-2024, Shell Command Language 2.2 Quoting, with `$'…'`. */
const SHELL_PIECE =
  /(?<blank>[ \t\r\n]+)|\\(?<escaped>[^])|\$'(?<dollar>(?:[^'\\]|\\[^])*)'|'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\[^])*)"|(?<plain>[^ \t\r\n\\'"$]+|\$)/uy;

/** Here the backslash is a separator, and `'` quotes only at the start of a word (PowerShell). */
const WINDOWS_PIECE = /(?<blank>[ \t\r\n]+)|'(?<single>(?:[^']|'')*)'|"(?<double>[^"]*)"|(?<plain>[^ \t\r\n"]+)/uy;

function wordsOf(text: string, piece: RegExp): readonly Word[] | undefined {
  const words: Word[] = [];
  let raw = '';
  let value = '';
  const endWord = (): void => {
    if (raw !== '') words.push({ raw, value });
    raw = '';
    value = '';
  };
  for (let at = 0; at < text.length;) {
    piece.lastIndex = at;
    const found = piece.exec(text);
    if (found === null) return undefined;
    at = piece.lastIndex;
    if (found.groups?.['blank'] !== undefined) {
      endWord();
    } else {
      raw += found[0];
      value += valueOf(found.groups ?? {});
    }
  }
  endWord();
  return words;
}

function valueOf(piece: Readonly<Record<string, string | undefined>>): string {
  if (piece['dollar'] !== undefined) return dollarQuoted(piece['dollar']);
  if (piece['double'] !== undefined) return piece['double'].replaceAll(/\\([$`"\\])/gu, '$1');
  return piece['escaped'] ?? piece['single'] ?? piece['plain'] ?? '';
}

const CONTROLS: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, e: 27, E: 27 };

/** The inside of `$'…'`: POSIX.1-2024, Shell Command Language 2.2.4. `\x` and octal are bytes of UTF-8. */
function dollarQuoted(inner: string): string {
  const utf8 = new TextEncoder();
  const bytes: number[] = [];
  for (const part of inner.matchAll(
    /\\x([0-9A-Fa-f]{1,2})|\\([0-7]{1,3})|\\u([0-9A-Fa-f]{1,4})|\\U([0-9A-Fa-f]{1,8})|\\([^])|[^]/gu,
  )) {
    const [whole, hex, octal, short, long, letter] = part;
    const point = short ?? long;
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 0xff);
    else if (point !== undefined)
      bytes.push(...utf8.encode(String.fromCodePoint(Math.min(Number.parseInt(point, 16), 0x10_ffff))));
    else if (letter !== undefined && CONTROLS[letter] !== undefined) bytes.push(CONTROLS[letter]);
    else bytes.push(...utf8.encode(letter ?? whole));
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

const DRIVE = /^(?<letter>[A-Za-z]):[\\/](?<rest>.*)$/su;
const FILE_ADDRESS = /^file:(?:\/\/(?<authority>[^/\\]*))?(?<path>[/\\].*)$/isu;

/** Where one reading of the input points on this system. */
function placesOf(form: string, platform: NodeJS.Platform): readonly string[] {
  const address = FILE_ADDRESS.exec(form)?.groups;
  if (address !== undefined)
    return [placeOfAddress(address['authority'] ?? '', decoded(address['path'] ?? ''), platform)];
  if (platform === 'linux') return [form, ...insideWsl(form)];
  if (platform === 'win32') return [form, ...outsideMsys(form)];
  return [form];
}

/** RFC 8089: a host that is not this computer is a Windows share; elsewhere it can only be this computer's own name. */
function placeOfAddress(authority: string, path: string, platform: NodeJS.Platform): string {
  const host = authority.toLowerCase() === 'localhost' ? '' : authority;
  const drive = /^[/\\](?<letter>[A-Za-z])[:|](?<rest>[/\\].*)$/su.exec(path)?.groups;
  const local = drive === undefined || host !== '' ? path : `${drive['letter'] ?? ''}:${drive['rest'] ?? ''}`;
  if (platform === 'win32') return (host === '' ? local : `//${host}${path}`).replaceAll('/', '\\');
  const share = platform === 'linux' ? insideWsl(host === '' ? local : `\\\\${host}${path}`)[0] : undefined;
  return share ?? path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Windows paths as the Windows Subsystem for Linux mounts them: `C:\a` is `/mnt/c/a`, `\\wsl$\Debian\a` is `/a`. */
function insideWsl(path: string): readonly string[] {
  const drive = DRIVE.exec(path)?.groups;
  if (drive !== undefined)
    return [`/mnt/${(drive['letter'] ?? '').toLowerCase()}/${(drive['rest'] ?? '').replaceAll('\\', '/')}`];
  const own = /^[\\/]{2}wsl(?:\$|\.localhost)[\\/][^\\/]+(?<rest>[\\/].*)$/isu.exec(path)?.groups?.['rest'];
  return own === undefined ? [] : [own.replaceAll('\\', '/')];
}

/** Git Bash and MSYS2 write `C:\a` as `/c/a`. */
function outsideMsys(path: string): readonly string[] {
  const drive = /^\/(?<letter>[A-Za-z])\/(?<rest>.*)$/su.exec(path)?.groups;
  return drive === undefined
    ? []
    : [`${(drive['letter'] ?? '').toUpperCase()}:\\${(drive['rest'] ?? '').replaceAll('/', '\\')}`];
}
