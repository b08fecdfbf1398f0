// What is said where the words of a button are English because none of the person's own language are attested on it.
import type { Block } from './document';
import { paragraph } from './document';
import type { Translator } from './translator';

/** One sentence where `blocks` name a button in English because no word is attested in the language of the menus; else nothing. */
export function englishBlocks(translator: Translator, blocks: readonly Block[]): readonly Block[] {
  const lines = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items : block.kind === 'paragraph' ? [block.line] : [],
  );
  const isUnattested = lines.some((line) =>
    line.some((inline) => typeof inline === 'object' && inline.kind === 'label' && inline.unattested === true),
  );
  return isUnattested ? [paragraph(translator.say(translator.ui.step.in_english), 'quiet')] : [];
}
