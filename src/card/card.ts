// What a card says, in one language: the sentence, the day, a short table of facts, and only what the person chose besides.
import { formatDays } from '../content/locale';
import type { Summary } from '../journey/summary';
import { reasonText } from '../view/summary-view';
import type { Translator } from '../view/translator';

/** What a person paid a month; `currency` is an ISO 4217 code. */
export type Price = { readonly amount: number; readonly currency: string };
export type Row = { readonly label: string; readonly value: string };

export type Card = {
  /** BCP 47 tag of the words. */
  readonly lang: string;
  readonly sentence: string;
  /** The day, or the days, on which it happened. */
  readonly date: string;
  readonly name?: string | undefined;
  readonly reason?: string | undefined;
  readonly rows: readonly Row[];
  readonly foot: string;
};

export type CardWishes = {
  readonly price?: Price | undefined;
  /** Typed by the person, now or on the way; nothing else is a name. */
  readonly name?: string | undefined;
  readonly withReason: boolean;
};

/** The card of a Summary; `undefined` while nothing is cancelled or deleted, since then it would have nothing to say. */
export function cardOf(
  translator: Translator,
  summary: Summary,
  { price, name, withReason }: CardWishes,
): Card | undefined {
  const { ui, say } = translator;
  const { cancelled, deleted } = summary;
  const plan = planOf(translator, summary);
  const days = [...cancelled.map(({ on }) => on), ...(deleted === undefined ? [] : [deleted.on])].sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const reason = withReason ? blankToNothing(reasonText(translator, summary)) : undefined;
  const did = cancelled.length === 0 ? 'deleted' : deleted === undefined ? 'cancelled' : 'both';
  return {
    lang: translator.lang,
    sentence:
      did === 'deleted'
        ? say(ui.card.deleted)
        : plan === undefined
          ? say(ui.card[`${did}_no_plan`])
          : say(ui.card[did], { plan }),
    date:
      first === last
        ? translator.day(first)
        : formatDays(translator.lang, first, last, translator.catalogue.words.language.calendar),
    name: blankToNothing(name),
    reason: reason === undefined ? undefined : say(ui.card.because, { reason }),
    rows: [
      // Where the sentence names the plan, the table of facts does not say it again.
      ...(plan === undefined || did !== 'deleted' ? [] : [{ label: say(ui.card.plan), value: plan }]),
      ...(summary.paidUntil === undefined
        ? []
        : [{ label: say(ui.card.paid_until), value: translator.day(summary.paidUntil) }]),
      ...(price === undefined
        ? []
        : [{ label: say(ui.card.a_year), value: moneyText(translator.lang, price.amount * 12, price.currency) }]),
      ...chatsRow(translator, summary),
      ...receiptsRow(translator, summary),
    ],
    foot: say(ui.card.foot),
  };
}

/** The card as a text for people who cannot see it: everything on it, in the order in which it is read. */
export function altText({ ui, say }: Translator, card: Card, hasPicture: boolean): string {
  return [
    card.sentence,
    card.name === undefined ? `${card.date}.` : `${card.date}, ${card.name}.`,
    ...(card.reason === undefined ? [] : [card.reason]),
    ...card.rows.map(({ label, value }) => say(ui.card.alt_row, { label, value })),
    ...(hasPicture ? [say(ui.card.alt_picture)] : []),
    `${card.foot.slice(0, 1).toLocaleUpperCase(card.lang)}${card.foot.slice(1)}.`,
  ].join('\n');
}

/** An amount as the language writes it, without cents where there are none. */
export function moneyText(lang: string, amount: number, currency: string): string {
  const cents = Math.round(amount * 100);
  return new Intl.NumberFormat(lang, {
    style: 'currency',
    currency,
    ...(cents % 100 === 0 ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
  }).format(cents / 100);
}

function planOf({ ui, say }: Translator, { plan }: Summary): string | undefined {
  return plan === undefined || plan === 'free' ? undefined : say(ui.choices[`plan_${plan}`]);
}

/** The number of chats where an export was found whole; else that they are saved, when the person said so; else no row. */
function chatsRow({ ui, say }: Translator, { steps, exported }: Summary): readonly Row[] {
  if (exported !== undefined)
    return [{ label: say(ui.card.chats), value: say(ui.card.chats_counted, { n: exported.conversations }) }];
  return steps.some(({ id, state }) => id === 'verify-export' && state === 'done')
    ? [{ label: say(ui.card.chats), value: say(ui.card.chats_saved) }]
    : [];
}

function receiptsRow({ ui, say }: Translator, { steps }: Summary): readonly Row[] {
  const kept = steps.reduce((sum, { receipts }) => sum + receipts, 0);
  return kept === 0 ? [] : [{ label: say(ui.card.receipts), value: String(kept) }];
}

function blankToNothing(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
