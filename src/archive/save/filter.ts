// Which conversations are wanted: by time, by title, by project.
import type { Conversation } from '../conversation/conversation';
import { plainLetters } from '../../text/plain-letters';

/** What was asked for; `undefined` asks for nothing. Times are epoch seconds, both inside what is wanted. */
export type Filter = {
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** A part of the title; capitals and accents count for nothing. */
  readonly title: string | undefined;
  /** A project's id (`g-p-…`), or `none` for conversations outside of every project. */
  readonly project: string | undefined;
};

export const EVERYTHING: Filter = { since: undefined, until: undefined, title: undefined, project: undefined };

export function isEverything(filter: Filter): boolean {
  return Object.values(filter).every((one) => one === undefined);
}

/**
 * Tells whether a conversation is wanted. It counts as being of the whole time from its start to its last change, so
 * one that was begun before `since` and carried on after it is wanted; one without any time is not, when a time is asked for.
 */
export function wanting({
  since,
  until,
  title,
  project,
}: Filter): (conversation: Pick<Conversation, 'title' | 'created' | 'updated' | 'project'>) => boolean {
  const sought = title === undefined ? undefined : plainLetters(title);
  return (conversation) => {
    const first = conversation.created ?? conversation.updated;
    const last = conversation.updated ?? conversation.created;
    if (since !== undefined && (last === undefined || last < since)) return false;
    if (until !== undefined && (first === undefined || first > until)) return false;
    if (sought !== undefined && !plainLetters(conversation.title ?? '').includes(sought)) return false;
    return (
      project === undefined ||
      (project === 'none' ? conversation.project === undefined : conversation.project === project)
    );
  };
}
