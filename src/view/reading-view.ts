// What is said about a picture that was read: as advice, with the date it gives, and what it shows that nobody should see.
import type { Translator } from './translator';

/** What was made out, as far as it is said; the words of the picture are not part of it. */
export type Made = {
  readonly looks: 'openai' | 'apple' | 'google' | 'notice' | 'none';
  readonly plan: 'active' | 'ending' | 'deleted' | 'mixed' | 'unsaid';
  readonly against?: 'goes-on' | 'told' | 'unconfirmed' | 'denied' | 'others';
  readonly day?:
    | { readonly kind: 'day'; readonly on: string }
    | { readonly kind: 'ambiguous'; readonly either: readonly [string, string] };
};
export type HowItFits = 'fits' | 'still-active' | 'mixed' | 'other-biller' | 'not-deletion' | 'unsure';
export type Shown = 'email' | 'phone' | 'card' | 'invoice' | 'name' | 'address';

/** "This reads like an active plan that renews on 3 December 2026, on …", with what speaks against it for this step. */
export function readingText(
  { ui, say, day }: Translator,
  { looks, plan, day: on, against: doubt }: Made,
  fit: HowItFits,
): string {
  const words = ui.reading;
  const doubted = doubt === undefined ? [] : [say(words[`against_${doubt}`])];
  if (looks === 'none') return [say(words.none), ...doubted].join(' ');
  const where = { looks: say(words[`looks_${looks}`]) };
  const date =
    on === undefined
      ? undefined
      : on.kind === 'day'
        ? day(on.on)
        : say(words.either, { one: day(on.either[0]), other: day(on.either[1]) });
  const what =
    plan === 'active' || plan === 'ending'
      ? date === undefined
        ? say(words[plan], where)
        : say(words[`${plan}_on`], { ...where, date })
      : say(words[plan], where);
  const against =
    fit === 'other-biller' ? [say(words.other_biller)] : fit === 'not-deletion' ? [say(words.not_deletion)] : [];
  return [what, ...doubted, ...against, ...(plan === 'unsaid' ? [] : [say(words.advice)])].join(' ');
}

/** "an e-mail address and card digits"; `undefined` when nothing was found. */
export function shownText({ ui, say, list }: Translator, kinds: readonly Shown[]): string | undefined {
  const named = (['email', 'phone', 'card', 'invoice', 'name', 'address'] as const).flatMap((kind) => {
    const n = kinds.filter((one) => one === kind).length;
    return n === 0 ? [] : [say(ui.reading[`part_${kind}`], { n })];
  });
  return named.length === 0 ? undefined : list(named);
}
