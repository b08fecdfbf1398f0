// Which files of an export hold conversations, by their names.
import type { ExportFile } from './export';

const CONVERSATIONS = /^conversations(?:-(\d+))?(?: ?\(\d+\)| \d+)?\.json$/i;

/**
 * Goes by the whole name: `shared_conversations.json` and `sectioned_conversations.json` are other lists. Systems change the case
 * of letters, and put `(1)` or `2` behind the name of a file that was there already.
 */
export function isConversations(name: string): boolean {
  return CONVERSATIONS.test(name);
}

/** The number in the name of a file of conversations that is one of several, such as `003`. */
export function numberIn(name: string): string | undefined {
  return CONVERSATIONS.exec(name)?.[1];
}

/** Whether a file holds conversations: by its name, or because the person named it. */
export function holdsConversations({ name, isChats }: Pick<ExportFile, 'name' | 'isChats'>): boolean {
  return isChats === true || isConversations(name);
}
