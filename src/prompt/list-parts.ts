// What of a question of one choice stands in its list, and what in its foot.
import type { Choice, OneQuestion, PromptWords, Shortcut } from './prompter';
import type { Item } from './rich-frame';

/** Goes back from a list whose foot has letters. */
const BACK_LETTER = 'b';

/** What of a question stands in its list, in order, and what in its foot: the way back is in one of them. */
export function layOut<T>(
  { choices, back }: Pick<OneQuestion<T>, 'choices' | 'back'>,
  words: Pick<PromptWords, 'back' | 'footBack' | 'keysOne' | 'keysBack'>,
): {
  readonly items: readonly Item[];
  readonly shortcuts: readonly Shortcut[];
  readonly keys: string;
  /** The choice behind an item, or a shortcut counted on from the items; `undefined` for the way back. */
  choiceAt(index: number): Choice<T> | undefined;
} {
  const listed = choices.filter(({ shortcut }) => shortcut === undefined);
  const isListed = back === true && listed.length === choices.length;
  const items = isListed ? [...listed, { label: words.back }] : listed;
  const letters = choices.flatMap(({ shortcut }) => (shortcut === undefined ? [] : [shortcut]));
  const wayBack = { letter: BACK_LETTER, label: words.footBack };
  const shortcuts =
    back !== false && letters.length > 0 ? [...letters.slice(0, 1), wayBack, ...letters.slice(1)] : letters;
  return {
    items,
    shortcuts,
    keys: isListed ? `${words.keysOne}, ${words.keysBack}` : words.keysOne,
    choiceAt: (index) =>
      index < items.length
        ? listed[index]
        : choices.find(
            ({ shortcut }) => shortcut !== undefined && shortcut.letter === shortcuts[index - items.length]?.letter,
          ),
  };
}
