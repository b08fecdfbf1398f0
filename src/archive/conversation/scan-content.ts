// Scans the content of one message: its type, whether it says anything, the assets it points at.
import { assetIdOf } from './assets';
import { CONTENT_TYPES, PART_TYPES, UNTYPED } from './message-facts';
import {
  END,
  firstField,
  hasMember,
  isList,
  isObject,
  nextField,
  pass,
  passFilled,
  peek,
  text,
  wordsOf,
} from '../json/json-cursor';
import type { Cursor } from '../json/json-cursor';

export type Content = {
  readonly contentType: string | undefined;
  readonly hasContent: boolean;
  readonly hasPointer: boolean;
  readonly assets: readonly string[];
  readonly images: number;
  readonly voice: number;
  readonly unknownTypes: readonly string[];
};

const CONTENT = wordsOf(['content_type', 'parts', 'text']);
const PART = wordsOf([
  'content_type',
  'text',
  'asset_pointer',
  'audio_asset_pointer',
  'video_container_asset_pointer',
  'frames_asset_pointers',
]);
const POINTER = wordsOf(['asset_pointer']);
const TYPES = wordsOf([...new Set([...CONTENT_TYPES, ...PART_TYPES])]);

const NOTHING: readonly string[] = [];
export const EMPTY: Content = {
  contentType: undefined,
  hasContent: false,
  hasPointer: false,
  assets: NOTHING,
  images: 0,
  voice: 0,
  unknownTypes: NOTHING,
};
const SAYS: Content = { ...EMPTY, hasContent: true };

/** The content at the cursor; what is no object can still say something. */
export function contentAt(cursor: Cursor): Content {
  if (!isObject(peek(cursor))) return passFilled(cursor) ? SAYS : EMPTY;
  let contentType: string | undefined;
  let parts = NO_PARTS;
  let isTextFilled = false;
  let hasParts = false;
  let hasText = false;
  let hasOther = false;
  for (let field = firstField(cursor, CONTENT); field !== END; field = nextField(cursor, CONTENT)) {
    switch (field) {
      case 0:
        contentType = text(cursor, TYPES);
        break;
      case 1:
        hasParts = true;
        parts = partsAt(cursor);
        break;
      case 2:
        hasText = true;
        isTextFilled = passFilled(cursor);
        break;
      default:
        hasOther = true;
        pass(cursor);
    }
  }
  const isUnknown = contentType === undefined ? !hasParts && !hasText && hasOther : !CONTENT_TYPES.has(contentType);
  return {
    contentType,
    hasContent: isUnknown || isTextFilled || parts.isFilled,
    hasPointer: parts.pointers.length > 0,
    assets: parts.pointers.length === 0 ? NOTHING : parts.pointers.flatMap((pointer) => assetIdOf(pointer) ?? []),
    images: parts.images,
    voice: parts.voice,
    unknownTypes: isUnknown ? [contentType ?? UNTYPED, ...parts.unknownTypes] : parts.unknownTypes,
  };
}

type Parts = {
  isFilled: boolean;
  readonly pointers: string[];
  images: number;
  voice: number;
  readonly unknownTypes: string[];
};
const NO_PARTS: Readonly<Parts> = { isFilled: false, pointers: [], images: 0, voice: 0, unknownTypes: [] };

/** The facts of all parts. A value that is no list counts as the only part. */
function partsAt(cursor: Cursor): Readonly<Parts> {
  const found: Parts = { isFilled: false, pointers: [], images: 0, voice: 0, unknownTypes: [] };
  if (!isList(peek(cursor))) partAt(cursor, found);
  else for (let more = hasMember(cursor, true); more; more = hasMember(cursor, false)) partAt(cursor, found);
  return found;
}

function partAt(cursor: Cursor, found: Parts): void {
  if (!isObject(peek(cursor))) {
    if (passFilled(cursor)) found.isFilled = true;
    return;
  }
  let type: string | undefined;
  let isTextFilled = false;
  let [own, audio, video]: (string | undefined)[] = [];
  let frames: readonly string[] = NOTHING;
  for (let field = firstField(cursor, PART); field !== END; field = nextField(cursor, PART)) {
    if (field === 0) type = text(cursor, TYPES);
    else if (field === 1) isTextFilled = passFilled(cursor);
    else if (field === 2) own = pointerAt(cursor);
    else if (field === 3) audio = pointerAt(cursor);
    else if (field === 4) video = pointerAt(cursor);
    else if (field === 5) frames = framesAt(cursor);
    else pass(cursor);
  }
  if (isTextFilled || (type !== 'text' && type !== 'audio_transcription')) found.isFilled = true;
  if (type === 'image_asset_pointer') found.images += 1;
  if (type === 'audio_transcription' && isTextFilled) found.voice += 1;
  if (type !== undefined && !PART_TYPES.has(type)) found.unknownTypes.push(type);
  for (const pointer of [own, audio, video]) if (pointer !== undefined) found.pointers.push(pointer);
  for (const pointer of frames) found.pointers.push(pointer);
}

function pointerAt(cursor: Cursor): string | undefined {
  if (!isObject(peek(cursor))) return text(cursor);
  let pointer: string | undefined;
  for (let field = firstField(cursor, POINTER); field !== END; field = nextField(cursor, POINTER)) {
    if (field === 0) pointer = text(cursor);
    else pass(cursor);
  }
  return pointer;
}

function framesAt(cursor: Cursor): readonly string[] {
  const frames: string[] = [];
  if (!isList(peek(cursor))) pass(cursor);
  else {
    for (let more = hasMember(cursor, true); more; more = hasMember(cursor, false)) {
      const pointer = pointerAt(cursor);
      if (pointer !== undefined) frames.push(pointer);
    }
  }
  return frames;
}
