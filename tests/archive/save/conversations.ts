// Conversations and exports for the tests of saving: whole as they come, and changed by naming what matters.
import type { Conversation, Message, Part } from '../../../src/archive/conversation/conversation';
import { fileNames } from '../../../src/archive/save/names';
import type { Places } from '../../../src/archive/save/page';
import type { SaveWords } from '../../../src/archive/save/words';
import { saveWords } from '../../../src/cli/exports/save-words';
import { aTranslator } from '../../support/builders';
import { nodeBytes } from '../../../src/host/node-bytes';

export const NOON = Date.UTC(2024, 4, 12, 12) / 1000;

/** The words of saved files, as the program has them. */
export async function words(lang = 'en'): Promise<SaveWords> {
  return saveWords(await aTranslator(lang));
}

export function text(value: string): Part {
  return { kind: 'text', text: value };
}

export function aMessage(changes: Partial<Message> = {}): Message {
  return {
    id: 'm',
    role: 'assistant',
    name: undefined,
    recipient: 'all',
    created: NOON,
    model: undefined,
    sort: 'shown',
    parts: [text('Hello')],
    citations: [],
    ...changes,
  };
}

export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: '11111111-2222-4333-8444-555555555555',
    title: 'Pasta for two',
    created: NOON,
    updated: NOON + 60,
    model: 'gpt-4o',
    project: undefined,
    gpt: undefined,
    isArchived: false,
    isStarred: false,
    path: [
      aMessage({ role: 'user', parts: [text('What goes with basil?')] }),
      aMessage({ parts: [text('Tomatoes do.')] }),
    ],
    branches: [],
    remembered: [],
    oddities: { guessed: false, broken: false, circle: false },
    ...changes,
  };
}

/** A save in which these assets stand; by id, paths inside the save. */
export function places(assets: Readonly<Record<string, string>> = {}): Places {
  return {
    asset: (id) => assets[id],
    document: (document, message, conversation, number) =>
      fileNames(nodeBytes).documentPath(document, message, conversation, number, 'Document', '.md'),
  };
}

export const SHOWN_ONLY = { drafts: false, all: false };
