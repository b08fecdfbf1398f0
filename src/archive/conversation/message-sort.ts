// Which messages a person saw: one rule for counting and for saving.

/** `shown`: seen in the chat. `tool`: a call or its output. `thinking`, `context`: what the model had. `hidden`, `empty`: never seen. */
export type MessageSort = 'shown' | 'tool' | 'thinking' | 'context' | 'hidden' | 'empty';

/** The few facts about a message that decide it. `undefined` where the export says nothing. */
export type SortingFacts = {
  readonly role: string | undefined;
  readonly contentType: string | undefined;
  readonly recipient: string | undefined;
  readonly weight: number | undefined;
  /** `is_visually_hidden_from_conversation` or `is_user_system_message` is true. */
  readonly isHidden: boolean;
  /** Holds an image, audio or video pointer or an attachment. */
  readonly hasAsset: boolean;
  /** Holds any text, code, part or other value worth reading. Unknown content types always do. */
  readonly hasContent: boolean;
};

/** A missing recipient counts as `all`, a missing weight as visible. Images that a tool made are shown. */
export function sortOf({
  role,
  contentType,
  recipient,
  weight,
  isHidden,
  hasAsset,
  hasContent,
}: SortingFacts): MessageSort {
  if (contentType === 'user_editable_context' || contentType === 'model_editable_context') return 'context';
  if (isHidden || weight === 0 || role === 'system') return 'hidden';
  if (contentType === 'thoughts' || contentType === 'reasoning_recap') return 'thinking';
  if (contentType !== undefined && TOOL_TYPES.has(contentType)) return 'tool';
  if (role === 'assistant' && recipient !== undefined && recipient !== 'all') return 'tool';
  if (role === 'tool') return hasAsset && contentType === 'multimodal_text' ? 'shown' : 'tool';
  return hasContent || hasAsset ? 'shown' : 'empty';
}

const TOOL_TYPES: ReadonlySet<string> = new Set([
  'execution_output',
  'tether_quote',
  'tether_browsing_display',
  'sonic_webpage',
  'system_error',
]);
