// Texts inside Markdown that stay what they are: fenced where they would act on what follows or vanish.

/** A block of code, between fences longer than any run of backticks in it. `info` is a language, or nothing. */
export function fenced(text: string, info = ''): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`{3,}/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${/^[\w+#.-]{1,40}$/.test(info) ? info : ''}\n${text}\n${fence}`;
}

/**
 * A message's text as it stands in a Markdown file: the very same characters, so that its headings, lists and code are what
 * they were in the chat. Two things are added where they have to be: a fence around a text with HTML in it, which would
 * vanish or swallow what follows, and the end of a block of code that was never closed.
 */
export function contained(text: string): string {
  const scan = scanned(text);
  return scan === 'fence it' ? fenced(text) : scan === '' ? text : `${text}\n${scan}`;
}

/** Whether `contained` put a fence around the text. */
export function isFencedWhole(block: string, text: string): boolean {
  return !block.startsWith(text);
}

/** What has to be put behind the text to close it; or that only a fence around it will do. */
function scanned(original: string): string {
  if (!original.includes('<') && !original.includes('```') && !original.includes('~~~')) return '';
  const text = original.includes('\r') ? original.replace(/\r\n?/g, '\n') : original;
  let open: Fence | undefined;
  const lastClosing = text.lastIndexOf('>');
  let at = 0;
  while (at <= text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? text.length : end);
    const fence = fenceOf(line);
    if (open !== undefined) {
      // A line further to the left ends the list that the block may stand in, and the block with it.
      if (open.indent > 0 && /[^ \t\r]/.test(line.slice(0, open.indent))) return 'fence it';
      if (fence !== undefined && fence.info === '' && fence.sign === open.sign && fence.length >= open.length) {
        open = undefined;
      }
    } else if (fence !== undefined) {
      open = fence;
    } else if (FENCE_IN_LIST.test(line) || hasHtml(line, at < lastClosing)) {
      return 'fence it';
    }
    if (end === -1) break;
    at = end + 1;
  }
  return open === undefined ? '' : open.indent > 0 ? 'fence it' : open.sign.repeat(open.length);
}

type Fence = { readonly indent: number; readonly sign: string; readonly length: number; readonly info: string };

/** CommonMark 0.31, 4.5: up to three blanks, three or more of one sign, no backtick in the words behind backticks. */
function fenceOf(line: string): Fence | undefined {
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
  const match = /^( {0,3})(`{3,}|~{3,})/.exec(line);
  if (match === null) return undefined;
  const [whole, indent = '', signs = ''] = match;
  const info = line.slice(whole.length).replace(/^[ \t]+|[ \t\r]+$/g, '');
  return signs.startsWith('`') && info.includes('`')
    ? undefined
    : { indent: indent.length, sign: signs.charAt(0), length: signs.length, info };
}

const FENCE_IN_LIST = /^ {0,3}(?:[-*+]|\d{1,9}[.)]) +(?:`{3}|~{3})/;

/** Tags that do no harm when they are left open, and that ChatGPT writes into tables and formulas. */
const HARMLESS: ReadonlySet<string> = new Set([
  'br',
  'sub',
  'sup',
  'b',
  'i',
  'em',
  'strong',
  'u',
  's',
  'del',
  'ins',
  'kbd',
  'mark',
  'small',
]);
/** These open a block of HTML even without their closing sign (CommonMark 0.31, 4.6). */
const BLOCK =
  /^(?:script|pre|style|textarea|address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)$/;

/** Anything Markdown would take for HTML, outside of code. `closes`: a `>` may follow. */
function hasHtml(line: string, closes: boolean): boolean {
  if (!line.includes('<')) return false;
  // A tag at the start of a line may open a block of HTML, in which Markdown is not looked for.
  if (/^ {0,3}<\/?[A-Za-z][A-Za-z0-9-]*[\s/>]/.test(line)) return true;
  for (const [, end, name = '', next] of line
    .replace(/`+[^`]*`+/g, '')
    .matchAll(/<(\/?)([A-Za-z][A-Za-z0-9-]*|[!?])(.?)/g)) {
    if (name === '!' || name === '?') return true;
    // `<https://…>` and `<name@host>` are addresses.
    if (end === '' && (next === ':' || next === '@')) continue;
    const tag = name.toLowerCase();
    if (!HARMLESS.has(tag) && (closes || BLOCK.test(tag))) return true;
  }
  return false;
}

/** A title or a name inside a line of Markdown: nothing in it acts, and it stays on its line. Not for texts of messages. */
export function inLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~$&#]/g, '\\$&');
}
