// Messages spoken from their ICU text, without the compiler's functions: a page holds several languages, and each has its words as data.
import type { Message } from './schema';

/** A piece of a message: words, a value, a number in the words of a plural (`#`), or one of several forms. */
type Piece =
  | string
  | { readonly value: string }
  | { readonly number: string }
  | { readonly value: string; readonly forms: Readonly<Record<string, readonly Piece[]>> };
type Args = Readonly<Record<string, string | number>>;

/** The same tree of texts with each text a Message: those that name values become functions, read when they are first said. */
export function spokenTree<T>(tree: unknown, lang: string): T {
  const rules = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  const spoken = (value: unknown): unknown => {
    if (typeof value === 'string') return value.includes('{') ? messageOf(value, rules, numbers) : value;
    if (Array.isArray(value)) return value.map(spoken);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoken(item)]));
  };
  return spoken(tree) as T;
}

function messageOf(text: string, rules: Intl.PluralRules, numbers: Intl.NumberFormat): Message {
  let pieces: readonly Piece[] | undefined;
  const said = (parts: readonly Piece[], args: Args): string =>
    parts
      .map((part): string => {
        if (typeof part === 'string') return part;
        if ('number' in part) return numbers.format(Number(args[part.number]));
        if (!('forms' in part)) return String(args[part.value]);
        const count = Number(args[part.value]);
        return said(part.forms[`=${count}`] ?? part.forms[rules.select(count)] ?? part.forms['other'] ?? [], args);
      })
      .join('');
  return (args) => said((pieces ??= read(text)), args);
}

/** Reads a text that the check of the content has read before: values and plurals, as far as this guide uses ICU. */
function read(text: string): readonly Piece[] {
  let at = 0;
  const until = (marks: RegExp): string => {
    const found = text.slice(at).search(marks);
    const words = found === -1 ? text.slice(at) : text.slice(at, at + found);
    at += words.length;
    return words;
  };
  const pieces = (counted: string | undefined): readonly Piece[] => {
    const list: Piece[] = [];
    while (at < text.length && text[at] !== '}') {
      if (text[at] === '{') list.push(value());
      else if (text[at] === '#' && counted !== undefined) {
        at += 1;
        list.push({ number: counted });
      } else list.push(until(counted === undefined ? /[{}]/ : /[{}#]/));
    }
    return list;
  };
  const value = (): Piece => {
    at += 1;
    const name = until(/[,}]/).trim();
    if (text[at] === '}') {
      at += 1;
      return { value: name };
    }
    at += 1;
    const kind = until(/[,}]/).trim();
    if (kind !== 'plural') throw new Error(`no ${kind} is spoken: ${text}`);
    at += 1;
    const forms: Record<string, readonly Piece[]> = {};
    for (let key = until(/[{}]/).trim(); text[at] === '{'; key = until(/[{}]/).trim()) {
      at += 1;
      forms[key] = pieces(name);
      at += 1;
    }
    at += 1;
    return { value: name, forms };
  };
  return pieces(undefined);
}
