// Which files of an export hold conversations, by their names.
import type { ExportFile } from './export';

const CONVERSATIONS = /^conversations(?:-(\d+))?(?: ?\(\d+\)| \d+)?\.json$/i;

/**
 * By the whole name: `shared_conversations.json` and `sectioned_conversations.json` end the same way and are others. Systems change
 * the case of letters, and put `(1)` or `2` behind the name of a file that was there already.
 */
export function isConversations(name: string): boolean {
  return CONVERSATIONS.test(name);
}

/** The digits by which a file of conversations is one of several. */
export function numberIn(name: string): string | undefined {
  return CONVERSATIONS.exec(name)?.[1];
}

/** A file that the person named holds them whatever its name. */
export function holdsConversations({ name, isChats }: Pick<ExportFile, 'name' | 'isChats'>): boolean {
  return isChats === true || isConversations(name);
}
