// What stands in a message, part by part, of every content type people have described; of others the JSON is kept.
import { assetIdOf } from './assets';
import { canvasIn } from './canvas';
import type { Part } from './conversation';
import { fieldsOf, listOf } from '../container/parsed-json';
import { isFilled, objectsOf, textOf } from '../json/fields';
import type { Fields } from '../container/parsed-json';
import { CONTENT_TYPES, isUntyped, partsIn, pointerIn, pointersIn, UNTYPED } from './message-facts';
import { jsonOf } from '../json/json-text';

/**
 * In order, attachments last; an attachment that stands among the parts is not repeated. Nothing filled is dropped: content whose
 * fields have other types than they should, and parts that point nowhere, stay as JSON.
 */
export function readParts(message: Fields): readonly Part[] {
  const parts = contentParts(message);
  const pointed = new Set(parts.flatMap((part) => ('asset' in part ? [part.asset] : [])));
  for (const attachment of objectsOf(fieldsOf(message['metadata'])?.['attachments'])) {
    const id = textOf(attachment['id']);
    const asset = (id === undefined ? undefined : assetIdOf(id)) ?? id ?? '';
    if (asset !== '' && pointed.has(asset)) continue;
    pointed.add(asset);
    parts.push({ kind: 'attachment', asset, name: textOf(attachment['name']) });
  }
  return parts;
}

function contentParts(message: Fields): Part[] {
  const content = fieldsOf(message['content']);
  if (content === undefined) return oneText(message['content'], 'content');
  const type = textOf(content['content_type']);
  if (type === undefined ? isUntyped(content) : !CONTENT_TYPES.has(type))
    return [{ kind: 'unknown', type: type ?? UNTYPED, json: jsonOf(content) }];
  const canvas = canvasIn(
    { role: textOf(fieldsOf(message['author'])?.['role']), recipient: textOf(message['recipient']) },
    callOf(content),
    fieldsOf(message['metadata']),
  );
  if (canvas === undefined) return (READERS.get(type ?? 'text') ?? textParts)(content, message);
  return [...canvas, ...partsIn(content).flatMap((part) => (typeof part === 'string' ? [] : partOf(part)))];
}

/** The words of a call to a tool. */
function callOf(content: Fields): string {
  const { text } = content;
  return isFilled(text) && typeof text !== 'string'
    ? ''
    : [text, ...partsIn(content)].filter((part) => typeof part === 'string').join('');
}

type Reader = (content: Fields, message: Fields) => Part[];

/** `thoughts`, `text` and the like hold what the type is named for; each reader gives the rest as JSON when a field is no text. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['text', textParts],
  ['multimodal_text', textParts],
  ['code', codeParts],
  ['execution_output', (content) => texts(content, ['text'], (text) => ({ kind: 'output', text }))],
  ['tether_browsing_display', (content) => texts(content, ['summary', 'result'], (text) => ({ kind: 'output', text }))],
  ['tether_quote', (content) => quote(content, content['text'])],
  ['sonic_webpage', (content) => quote(content, isFilled(content['text']) ? content['text'] : content['snippet'])],
  ['system_error', (content) => errorParts(content)],
  ['thoughts', (content) => thoughts(content)],
  [
    'reasoning_recap',
    (content) => texts(content, ['content'], (text) => ({ kind: 'thinking', summary: undefined, text })),
  ],
  ['user_editable_context', instructions],
  ['model_editable_context', (content) => texts(content, ['model_set_context'], (text) => ({ kind: 'memory', text }))],
]);

function codeParts(content: Fields): Part[] {
  const code = (text: string): Part => ({ kind: 'code', language: languageOf(content), text });
  return [
    ...texts(content, ['text'], code),
    ...partsIn(content).flatMap((part) => (typeof part === 'string' && part !== '' ? [code(part)] : partOf(part))),
  ];
}

function textParts(content: Fields): Part[] {
  return [...partsIn(content).flatMap(partOf), ...oneText(content['text'], 'text')];
}

/** A text as it is, nothing for null and an empty one, and JSON for what is no text. */
function oneText(value: unknown, type: string): Part[] {
  if (!isFilled(value)) return [];
  return typeof value === 'string' ? [{ kind: 'text', text: value }] : [{ kind: 'unknown', type, json: jsonOf(value) }];
}

function texts(content: Fields, keys: readonly string[], made: (text: string) => Part): Part[] {
  const values = keys.map((key) => content[key]).filter(isFilled);
  return values.flatMap((value) => (typeof value === 'string' ? [made(value)] : unreadable(content)));
}

function unreadable(content: Fields): Part[] {
  return [{ kind: 'unknown', type: textOf(content['content_type']) ?? UNTYPED, json: jsonOf(content) }];
}

function languageOf(content: Fields): string | undefined {
  const language = textOf(content['language']);
  return language === 'unknown' ? undefined : language;
}

function quote(content: Fields, text: unknown): Part[] {
  const title = textOf(content['title']);
  const url = textOf(content['url']);
  if (isFilled(text) && typeof text !== 'string') return unreadable(content);
  return typeof text === 'string' || title !== undefined || url !== undefined
    ? [{ kind: 'quote', title, url, text: typeof text === 'string' ? text : '' }]
    : [];
}

function errorParts(content: Fields): Part[] {
  const { text } = content;
  const name = textOf(content['name']);
  if (isFilled(text) && typeof text !== 'string') return unreadable(content);
  return isFilled(text) || name !== undefined
    ? [{ kind: 'error', name, text: typeof text === 'string' ? text : '' }]
    : [];
}

/** The whole thought stands in `content`; where it is empty, in its `chunks`. */
function thoughts(content: Fields): Part[] {
  if (isFilled(content['thoughts']) && !Array.isArray(content['thoughts'])) return unreadable(content);
  return listOf(content['thoughts']).flatMap((one): Part[] => {
    if (typeof one === 'string') return one === '' ? [] : [{ kind: 'thinking', summary: undefined, text: one }];
    const thought = fieldsOf(one);
    const text =
      textOf(thought?.['content']) ??
      listOf(thought?.['chunks'])
        .filter((chunk) => typeof chunk === 'string')
        .join('');
    const summary = textOf(thought?.['summary']);
    if (text !== '' || summary !== undefined) return [{ kind: 'thinking', summary, text }];
    return isFilled(thought === undefined ? one : thought['content'])
      ? [{ kind: 'unknown', type: 'thought', json: jsonOf(one) }]
      : [];
  });
}

/** Older exports leave the two texts in the metadata. */
function instructions(content: Fields, message: Fields): Part[] {
  const older = fieldsOf(fieldsOf(message['metadata'])?.['user_context_message_data']);
  const profile = textOf(content['user_profile']) ?? textOf(older?.['about_user_message']);
  const text = textOf(content['user_instructions']) ?? textOf(older?.['about_model_message']);
  if (profile !== undefined || text !== undefined) return [{ kind: 'instructions', profile, text }];
  return isFilled(content['user_profile']) || isFilled(content['user_instructions']) ? unreadable(content) : [];
}

/** One member of `parts`. */
function partOf(part: unknown): Part[] {
  const fields = fieldsOf(part);
  if (fields === undefined) return oneText(part, 'part');
  const type = textOf(fields['content_type']);
  const known = knownPart(type, fields);
  if (known !== undefined) return known;
  // What it points at is kept as well, though nobody knows what it is for.
  const assets = pointersIn(fields).map((pointer): Part => ({
    kind: 'attachment',
    asset: assetIdOf(pointer) ?? pointer,
    name: undefined,
  }));
  return [{ kind: 'unknown', type: type ?? UNTYPED, json: jsonOf(fields) }, ...assets];
}

/** `undefined` when it cannot be read as what it says it is. */
function knownPart(type: string | undefined, part: Fields): Part[] | undefined {
  const { text } = part;
  if (type === 'text' || type === 'audio_transcription') {
    if (pointersIn(part).length > 0) return undefined;
    if (!isFilled(text)) return [];
    if (typeof text !== 'string') return undefined;
    return [
      type === 'text'
        ? { kind: 'text', text }
        : {
            kind: 'speech',
            text,
            by: part['direction'] === 'in' ? 'person' : part['direction'] === 'out' ? 'assistant' : undefined,
          },
    ];
  }
  if (type === undefined && pointersIn(part).length > 0) return undefined;
  if (type === undefined) return typeof text === 'string' && text !== '' ? [{ kind: 'text', text }] : undefined;
  if (type === 'image_asset_pointer')
    return pointedAt(
      'image',
      part['asset_pointer'],
      textOf(fieldsOf(fieldsOf(part['metadata'])?.['dalle'])?.['prompt']),
    );
  if (type === 'audio_asset_pointer') return pointedAt('audio', part['asset_pointer']);
  if (type !== 'real_time_user_audio_video_asset_pointer') return undefined;
  const pieces = [
    pointedAt('audio', part['audio_asset_pointer']),
    pointedAt('video', part['video_container_asset_pointer']),
    ...listOf(part['frames_asset_pointers']).map((frame) => pointedAt('image', frame)),
  ];
  const found = pieces.flatMap((piece) => piece ?? []);
  return found.length > 0 ? found : undefined;
}

/** A pointer that names no file stays as it is written. */
function pointedAt(kind: 'image' | 'audio' | 'video', value: unknown, prompt?: string): Part[] | undefined {
  const pointer = pointerIn(value);
  if (pointer === undefined) return undefined;
  return [{ kind, asset: assetIdOf(pointer) ?? pointer, ...(prompt === undefined ? {} : { prompt }) }];
}
