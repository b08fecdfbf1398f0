// The screens of "take your chats along": which assistant, and what one of them takes over.
import type { Alternative } from '../content/schema';
import type { Block, Screen, ScreenPart } from './document';
import { paragraph } from './document';
import { lookBlocks, lostBlocks, sourceList, takenBlocks, whatText, wordsOf } from './move-view';
import { ownWorkBlocks, ownWorkRows } from './own-work-view';
import type { OwnWork } from './own-work-view';
import type { Translator } from './translator';

/** Above the question which assistant. `place`: the key of the screen it is opened from. */
export function assistantsScreen(translator: Translator, place: string, own: readonly OwnWork[]): Screen {
  const { say, ui, lang } = translator;
  return {
    key: `${place}/move`,
    lang,
    parts: [
      { rank: 0, block: { kind: 'heading', level: 1, text: say(ui.move.title) } },
      ...ownWorkBlocks(translator, own).map((block): ScreenPart => ({ rank: block.kind === 'facts' ? 3 : 6, block })),
    ],
  };
}

/** One assistant, seen together with what the person can do about it. `offered`: the forms that a choice writes. `notice` is what the last key has done. */
export function assistantScreen(
  translator: Translator,
  place: string,
  one: Alternative,
  own: readonly OwnWork[],
  offered: readonly string[],
  notice: Block | undefined,
): Screen {
  const { line, lang, catalogue } = translator;
  const url = one.link === undefined ? undefined : catalogue.guide.links[one.link]?.url;
  const part = (rank: number, blocks: readonly Block[]): readonly ScreenPart[] =>
    blocks.map((block) => ({ rank, block }));
  return {
    key: `${place}/move-${one.id}`,
    lang,
    parts: [
      { rank: 0, block: { kind: 'heading', level: 1, text: one.name } },
      ...part(one.takes.length === 0 ? 0 : 2, [paragraph(line(wordsOf(translator, one).imports))]),
      ...part(0, takenBlocks(translator, one, offered)),
      ...part(1, lostBlocks(translator, one)),
      ...part(4, lookBlocks(translator, one)),
      ...part(3, ownWorkRows(translator, own)),
      ...part(4, url === undefined ? [] : [{ kind: 'page', url }]),
      ...part(9, [sourceList(translator, one)]),
    ],
    ...(notice === undefined ? {} : { notice }),
  };
}

/** Beside the name in the list: "chats, memory", or that nothing is known. */
export function takesText(translator: Translator, { takes }: Alternative): string {
  const { say, ui, list, lang } = translator;
  return takes.length === 0
    ? say(ui.move.nothing)
    : list(takes.map((taken) => whatText(translator, taken).toLocaleLowerCase(lang)));
}
