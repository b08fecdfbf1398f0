// What ChatGPT wrote, as HTML: its Markdown is drawn, everything else in it stays words.
import MarkdownIt from 'markdown-it';
import { escaped, isAddress } from './html-escape';

/** Longer texts, in characters, are shown as they are: drawing one takes its time. */
const MOST = 100_000;

/** Around the number of a source, while the Markdown around it is drawn. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** The mark that becomes a raised number linked to `#source-<number>`. */
export function sourceMark(number: number): string {
  return `${OPEN}${number}${CLOSE}`;
}

/** Markdown as blocks of HTML. HTML in it is shown as text, pictures from elsewhere become links, headings start at level 3. */
export function drawn(text: string): string {
  if (text.length > MOST) return asTyped(text);
  try {
    return `<div class="drawn" dir="auto">${numbered(reader().render(text))}</div>`;
  } catch {
    return asTyped(text);
  }
}

/** A text as a person typed it: every blank and line break where it was. */
export function asTyped(text: string): string {
  return `<div class="typed" dir="auto">${numbered(escaped(text))}</div>`;
}

/** Code, line by line as it is. It can be scrolled with keys. */
export function codeBlock(text: string, label: string): string {
  return `<pre tabindex="0" aria-label="${escaped(label)}"><code dir="ltr">${escaped(text)}</code></pre>`;
}

function numbered(html: string): string {
  return html.replace(
    /\uE000(\d{1,6})\uE001/g,
    (_, number: string) => `<sup><a href="#source-${number}">${number}</a></sup>`,
  );
}

type Reader = ReturnType<typeof MarkdownIt>;
let made: Reader | undefined;

/** Made for the first text. It renders no HTML of a text's own (`html: false`), and links to the web and to mail only. */
function reader(): Reader {
  if (made !== undefined) return made;
  made = MarkdownIt({ html: false, linkify: true, breaks: false });
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  made.validateLink = isAddress;
  made.inline.ruler.before('escape', 'formula', (state, silent) => {
    const end = formulaEnd(state.src, state.pos, state.posMax);
    if (end === undefined) return false;
    if (!silent) state.push('formula', 'span', 0).content = state.src.slice(state.pos, end);
    state.pos = end;
    return true;
  });
  const { rules } = made.renderer;
  rules['formula'] = (tokens, index) => `<span class="formula">${escaped(tokens[index]?.content ?? '')}</span>`;
  rules['heading_open'] = (tokens, index) => `<h${levelOf(tokens[index]?.tag)} class="within">`;
  rules['heading_close'] = (tokens, index) => `</h${levelOf(tokens[index]?.tag)}>\n`;
  rules['fence'] = (tokens, index) =>
    `${codeBlock(tokens[index]?.content ?? '', tokens[index]?.info.trim() === '' ? 'code' : (tokens[index]?.info.trim() ?? 'code'))}\n`;
  rules['code_block'] = (tokens, index) => `${codeBlock(tokens[index]?.content ?? '', 'code')}\n`;
  rules['link_open'] = (tokens, index) =>
    `<a href="${escaped(String(tokens[index]?.attrGet('href') ?? ''))}" rel="noreferrer noopener">`;
  rules['image'] = (tokens, index) => {
    const url = String(tokens[index]?.attrGet('src') ?? '');
    return `<a href="${escaped(url)}" rel="noreferrer noopener">${escaped(tokens[index]?.content ?? '') || escaped(url)}</a>`;
  };
  for (const cell of ['th', 'td'])
    rules[`${cell}_open`] = (tokens, index) =>
      /right|center/.test(String(tokens[index]?.attrGet('style') ?? '')) ? `<${cell} class="number">` : `<${cell}>`;
  rules['table_open'] = () => '<div class="wide" tabindex="0" role="group"><table>\n';
  rules['table_close'] = () => '</table></div>\n';
  return made;
}

/** The page has the first two levels. */
function levelOf(tag: string | undefined): number {
  return Math.min(6, Number(tag?.slice(1) ?? 1) + 2);
}

/** `\( … \)` and `\[ … \]` hold formulas: Markdown would take their backslashes away. Looks 1,000 characters ahead at most. */
function formulaEnd(text: string, at: number, end: number): number | undefined {
  if (text.charCodeAt(at) !== 92) return undefined;
  const close = text[at + 1] === '(' ? '\\)' : text[at + 1] === '[' ? '\\]' : undefined;
  if (close === undefined) return undefined;
  const found = text.slice(at + 2, Math.min(end, at + 1000)).indexOf(close);
  return found === -1 ? undefined : at + 2 + found + 2;
}
