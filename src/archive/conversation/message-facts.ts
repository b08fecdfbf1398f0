// The facts of one parsed message that counting needs: those that decide its sort, and the assets it points at.
import { assetIdOf } from './assets';
import { fieldsOf, listOf } from '../container/parsed-json';
import { isFilled, objectsOf, textOf, timeOf } from '../json/fields';
import type { Fields } from '../container/parsed-json';
import type { SortingFacts } from './message-sort';

export type MessageFacts = SortingFacts & {
  readonly created: number | undefined;
  /** Ids, as often as they stand there. */
  readonly assets: readonly string[];
  readonly images: number;
  readonly voice: number;
  readonly unknownTypes: readonly string[];
};

/** Content types that people have described; others are reported as unknown. */
export const CONTENT_TYPES: ReadonlySet<string> = new Set([
  'text',
  'multimodal_text',
  'code',
  'execution_output',
  'tether_quote',
  'tether_browsing_display',
  'sonic_webpage',
  'system_error',
  'thoughts',
  'reasoning_recap',
  'user_editable_context',
  'model_editable_context',
]);
/** The same for the types of parts. */
export const PART_TYPES: ReadonlySet<string> = new Set([
  'text',
  'image_asset_pointer',
  'audio_transcription',
  'audio_asset_pointer',
  'real_time_user_audio_video_asset_pointer',
]);
/** Stands for content that has fields and names no type. */
export const UNTYPED = 'untyped';

/**
 * An empty string says as little as a missing field. What decides:
 * - `parts` is looked at whatever the content type; one that is no list counts as its only part.
 * - Filled is all but null and the empty string; a part object of type `text` or `audio_transcription` is as filled as its `text`.
 *   There is content in a filled part, in a filled `text`, in content of an unknown type, in content that is neither object nor null,
 *   and in an object without a type that has other fields than `parts` and `text` and neither of these.
 * - A part's pointers count by their fields, whatever its type, so that kinds to come are found too. Attachments that are objects count.
 * - An image is a part of type `image_asset_pointer`; voice is a transcription with text.
 */
export function messageFacts(message: Fields): MessageFacts {
  const content = fieldsOf(message['content']);
  const metadata = fieldsOf(message['metadata']);
  const contentType = textOf(content?.['content_type']);
  const isUnknown =
    contentType !== undefined ? !CONTENT_TYPES.has(contentType) : content !== undefined && isUntyped(content);
  const parts = partsFacts(content);
  const attachments = objectsOf(metadata?.['attachments']);
  return {
    role: textOf(fieldsOf(message['author'])?.['role']),
    contentType,
    recipient: textOf(message['recipient']),
    weight: typeof message['weight'] === 'number' ? message['weight'] : undefined,
    isHidden:
      metadata?.['is_visually_hidden_from_conversation'] === true || metadata?.['is_user_system_message'] === true,
    hasAsset: parts.pointers.length > 0 || attachments.length > 0,
    hasContent:
      content === undefined ? isFilled(message['content']) : isUnknown || isFilled(content['text']) || parts.isFilled,
    created: timeOf(message['create_time']),
    assets:
      parts.pointers.length + attachments.length === 0
        ? NONE
        : [...parts.pointers, ...attachments.map((one) => textOf(one['id']) ?? '')].flatMap(
            (pointer) => assetIdOf(pointer) ?? [],
          ),
    images: parts.images,
    voice: parts.voice,
    unknownTypes: isUnknown ? [contentType ?? UNTYPED, ...parts.unknownTypes] : parts.unknownTypes,
  };
}

const NONE: readonly string[] = [];
type PartsFacts = {
  readonly isFilled: boolean;
  readonly pointers: readonly string[];
  readonly images: number;
  readonly voice: number;
  readonly unknownTypes: readonly string[];
};

/** Nearly all messages are texts only: for those nothing is made. */
function partsFacts(content: Fields | undefined): PartsFacts {
  let hasText = false;
  let typed: Fields[] | undefined;
  for (const part of partsIn(content)) {
    const fields = typeof part === 'object' ? fieldsOf(part) : undefined;
    if (fields === undefined) hasText ||= isFilled(part);
    else (typed ??= []).push(fields);
  }
  if (typed === undefined) return hasText ? TEXT_ONLY : NOTHING;
  const ofType = (type: string): readonly Fields[] => typed.filter((part) => part['content_type'] === type);
  return {
    isFilled: hasText || typed.some(isFilledPart),
    pointers: typed.flatMap(pointersIn),
    images: ofType('image_asset_pointer').length,
    voice: ofType('audio_transcription').filter(({ text }) => isFilled(text)).length,
    // A part without a type is text, or kept as it is; nobody can name it.
    unknownTypes: typed.flatMap((part) => textOf(part['content_type']) ?? []).filter((type) => !PART_TYPES.has(type)),
  };
}

const TEXT_ONLY: PartsFacts = { isFilled: true, pointers: NONE, images: 0, voice: 0, unknownTypes: NONE };
const NOTHING: PartsFacts = { ...TEXT_ONLY, isFilled: false };

/** The parts of a message's content. */
export function partsIn(content: Fields | undefined): readonly unknown[] {
  const parts = content?.['parts'];
  return Array.isArray(parts) ? parts : isFilled(parts) ? [parts] : [];
}

/** Names no type, and is neither text nor parts. */
export function isUntyped(content: Fields): boolean {
  const keys = Object.keys(content);
  return (
    textOf(content['content_type']) === undefined &&
    !keys.includes('parts') &&
    !keys.includes('text') &&
    keys.some((key) => key !== 'content_type')
  );
}

/** Asset pointers in the fields of a part: its own, and those of a video call. */
export function pointersIn(part: Fields): readonly string[] {
  return [
    part['asset_pointer'],
    part['audio_asset_pointer'],
    part['video_container_asset_pointer'],
    ...listOf(part['frames_asset_pointers']),
  ].flatMap((one) => pointerIn(one) ?? []);
}

/** A pointer stands alone or in an object. */
export function pointerIn(value: unknown): string | undefined {
  return textOf(value) ?? textOf(fieldsOf(value)?.['asset_pointer']);
}

function isFilledPart(part: Fields): boolean {
  const type = part['content_type'];
  return (type !== 'text' && type !== 'audio_transcription') || isFilled(part['text']);
}
