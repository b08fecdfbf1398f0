// What is on a card, in words, before and after it is written.
import type { Block, Document, Fact } from './document';
import type { Translator } from './translator';

/** What of a card is said: the same texts that are drawn. */
export type CardWords = {
  readonly sentence: string;
  readonly date: string;
  readonly name?: string | undefined;
  readonly reason?: string | undefined;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
};

/** Everything on the card. `picture` is the short name of the person's file; `leftOut` what could not be drawn. */
export function cardDocument(
  translator: Translator,
  card: CardWords,
  { picture, leftOut }: { readonly picture?: string | undefined; readonly leftOut: readonly string[] },
): Document {
  const { ui, say } = translator;
  const title = say(ui.card.title);
  const rows: readonly Fact[] = [
    ...card.rows.map(({ label, value }): Fact => ({ term: label, line: [value] })),
    ...(card.name === undefined ? [] : [{ term: say(ui.card.name), line: [card.name] }]),
    ...(picture === undefined
      ? []
      : [{ term: say(ui.card.picture), line: [say(ui.card.picture_look, { file: picture })] }]),
  ];
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 2, text: title },
    { kind: 'paragraph', line: [{ kind: 'strong', text: card.sentence }, ` ${card.date}.`] },
    ...(card.reason === undefined ? [] : [{ kind: 'paragraph', line: [card.reason] } as const]),
    ...(rows.length === 0 ? [] : [{ kind: 'facts', rows } as const]),
    ...(leftOut.length === 0
      ? []
      : [{ kind: 'paragraph', line: [say(ui.card.left_out, { list: leftOut.join(' ') })], tone: 'warning' } as const]),
  ];
  return { lang: translator.lang, title, blocks, result: null };
}
