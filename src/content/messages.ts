// Turns messages into lines: fills in arguments, puts the words of menus and pages where their placeholders stand.
import type { Inline, Line } from './line';
import type { Guide, Message } from './schema';

type Args = Readonly<Record<string, string | number>>;

/** A message as plain text. */
export function say(message: Message, args: Args = {}): string {
  return typeof message === 'string' ? message : message(args);
}

/** Stands around the name of a menu word or page while ICU fills in the rest; content may not hold these characters. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Says messages that name menus (`{menu_billing}`), pages (`{page_support}`) and typed words (`` `DELETE` ``). */
export type LineSpeaker = (message: Message, args?: Args) => Line;

/**
 * A speaker for menus shown in `menuLang`. Menu words without an attested translation stay in English. `typedAs` rewrites
 * typed words, such as the command to carry on with.
 */
export function lineSpeaker(
  guide: Pick<Guide, 'menuLabels' | 'links'>,
  menuLang: string,
  typedAs: (typed: string) => string = (typed) => typed,
): LineSpeaker {
  const standIns = new Proxy({} as Record<string, string>, { get: (_, name) => `${OPEN}${String(name)}${CLOSE}` });
  return (message, args = {}) => {
    if (typeof message === 'string') return splitCode(message, typedAs);
    const text = message(
      new Proxy(standIns, {
        get: (target, name) =>
          typeof name === 'string' && Object.hasOwn(args, name) ? asText(args[name]) : Reflect.get(target, name),
      }),
    );
    return text.split(new RegExp(`(${OPEN}[^${CLOSE}]*${CLOSE})`)).flatMap((part): Line => {
      if (!part.startsWith(OPEN)) return splitCode(part, typedAs);
      const name = part.slice(1, -1);
      if (name.startsWith('menu_')) return [menuLabel(guide, name.slice(5), menuLang)];
      const link = name.startsWith('page_')
        ? Object.keys(guide.links).find((id) => id.replaceAll('-', '_') === name.slice(5))
        : undefined;
      return link === undefined ? [] : [{ kind: 'address', url: guide.links[link]?.url ?? '' }];
    });
  };
}

/** The words of one menu entry; English beside a translation, both where two translations are attested. English alone says why. */
export function menuLabel(guide: Pick<Guide, 'menuLabels'>, id: string, menuLang: string): Inline {
  const label = guide.menuLabels[id];
  if (label === undefined) throw new Error(`no menu label "${id}"`);
  const translation = label.translations?.[menuLang] ?? label.translations?.[menuLang.split('-')[0] ?? ''];
  if (label.described === true) return { kind: 'strong', text: translation?.text[0] ?? label.en };
  const isOwn = label.named === true || /^en\b/i.test(menuLang);
  return translation === undefined
    ? { kind: 'label', text: label.en, ...(isOwn ? {} : { unattested: true }) }
    : { kind: 'label', text: translation.text.join(' / '), english: label.en };
}

/** A value from outside without the two marks, so that nothing in it is taken for a menu word or a page. */
function asText(value: string | number | undefined): string | number | undefined {
  return typeof value === 'string' ? value.replaceAll(OPEN, '\uFFFD').replaceAll(CLOSE, '\uFFFD') : value;
}

function splitCode(text: string, typedAs: (typed: string) => string): Line {
  return text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part): Inline => (part.startsWith('`') ? { kind: 'code', text: typedAs(part.slice(1, -1)) } : part));
}
