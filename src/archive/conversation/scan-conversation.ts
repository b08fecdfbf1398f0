// Scans the bytes of a conversation for its outline: several times faster than `JSON.parse`, and as strict.
import type { BytesPort } from '../../host/bytes';
import { textOfBytes } from '../container/bytes';
import { fieldsOf } from '../container/parsed-json';
import { timeOf, titleOf } from '../json/fields';
import { NOT_JSON, QUOTE, afterBlanks } from '../json/json-bytes';
import {
  END,
  cursorAt,
  firstField,
  isObject,
  keyOf,
  nextField,
  pass,
  peek,
  scalar,
  string,
  text,
  wordsOf,
} from '../json/json-cursor';
import type { Cursor } from '../json/json-cursor';
import { sortOf } from './message-sort';
import type { Outline } from './outline';
import { outlineOf } from './read-conversation';
import { rememberedIn, rememberingNodes } from './remembered';
import type { RememberedThen } from './remembered';
import { scanMessage } from './scan-message';
import type { ScannedMessage } from './scan-message';
import { MISSING, ROOT, pathOf } from './tree';

/** The same as `outlineOf(JSON.parse(text))`. `undefined` when the bytes are not one JSON object in valid UTF-8. */
export function scanConversation(bytes: Uint8Array, port: BytesPort): Outline | undefined {
  const read = scanConversationAt(bytes, 0, port);
  if (read === undefined) return undefined;
  return afterBlanks(bytes, read.end) === bytes.length ? read.outline : undefined;
}

/** The same for an object that begins at `from`, with the place after it. `undefined` also when the bytes end inside it. */
export function scanConversationAt(
  bytes: Uint8Array,
  from: number,
  port: BytesPort,
): { readonly outline: Outline; readonly end: number } | undefined {
  const cursor = cursorAt(bytes, from, port);
  try {
    if (!isObject(peek(cursor))) return undefined;
    const scanned = conversationAt(cursor);
    const whole = bytes.subarray(from, cursor.at);
    if (!port.isUtf8(whole)) return undefined;
    const outline = scanned ?? parsed(whole);
    return outline === undefined ? undefined : { outline, end: cursor.at };
  } catch (error) {
    if (error === NOT_JSON) return undefined;
    throw error;
  }
}

/** Above this an odd mapping is not parsed whole: made for it, a file could fill the memory. */
const MOST_PARSED = 64 * 1024 * 1024;
const MOST_NODES = 1_000_000;

function parsed(bytes: Uint8Array): Outline | undefined {
  return bytes.length > MOST_PARSED ? undefined : outlineOf(JSON.parse(textOfBytes(bytes)));
}

const CONVERSATION = wordsOf([
  'title',
  'create_time',
  'update_time',
  'conversation_id',
  'id',
  'current_node',
  'mapping',
]);

/** `undefined` for a mapping that only JSON.parse understands; the cursor is then after it all the same. */
function conversationAt(cursor: Cursor): Outline | undefined {
  let [title, created, updated, conversationId, id, current]: unknown[] = [];
  let mapping: Mapping | undefined = NO_MAPPING;
  for (let field = firstField(cursor, CONVERSATION); field !== END; field = nextField(cursor, CONVERSATION)) {
    if (field === 0) title = scalar(cursor);
    else if (field === 1) created = scalar(cursor);
    else if (field === 2) updated = scalar(cursor);
    else if (field === 3) conversationId = text(cursor);
    else if (field === 4) id = text(cursor);
    else if (field === 5) current = scalar(cursor);
    else if (field === 6) mapping = mappingAt(cursor);
    else pass(cursor);
  }
  if (mapping === undefined) return undefined;
  const own = conversationId ?? id;
  return {
    id: typeof own === 'string' ? own : undefined,
    title: titleOf(title),
    created: timeOf(created),
    updated: timeOf(updated),
    ...countsOf(mapping, typeof current === 'string' ? (mapping.places.get(current) ?? -1) : -1, cursor),
  };
}

/** Nodes in the order of the mapping; a parent is a place, a name yet to be looked up, or none. */
type Mapping = {
  readonly places: ReadonlyMap<string, number>;
  readonly parents: readonly (number | string)[];
  readonly messages: readonly (ScannedMessage | undefined)[];
};
const NO_MAPPING: Mapping = { places: new Map(), parents: [], messages: [] };

const NODE = wordsOf(['parent', 'message']);
const NO_WORDS = wordsOf([]);
const BACKSLASH = 0x5c;

function mappingAt(cursor: Cursor): Mapping | undefined {
  if (!isObject(peek(cursor))) {
    pass(cursor);
    return NO_MAPPING;
  }
  const places = new Map<string, number>();
  const parents: (number | string)[] = [];
  const messages: (ScannedMessage | undefined)[] = [];
  let isOdd = false;
  let before = -1;
  for (let node = firstField(cursor, NO_WORDS); node !== END; node = nextField(cursor, NO_WORDS)) {
    const from = cursor.keyFrom;
    const key = keyOf(cursor);
    // Keys that look like numbers come first in an object, and of a key that stands twice the last one counts.
    if (key.length <= 10 && /^\d+$/.test(key)) isOdd = true;
    if (places.size >= MOST_NODES) throw NOT_JSON;
    places.set(key, parents.length);
    let parent: number | string = ROOT;
    let message: ScannedMessage | undefined;
    if (!isObject(peek(cursor))) pass(cursor);
    else {
      for (let field = firstField(cursor, NODE); field !== END; field = nextField(cursor, NODE)) {
        if (field === 0) parent = parentAt(cursor, before, parents.length - 1);
        else if (field === 1) message = scanMessage(cursor);
        else pass(cursor);
      }
    }
    parents.push(parent);
    messages.push(message);
    before = from;
  }
  return isOdd || places.size !== parents.length ? undefined : { places, parents, messages };
}

/** The parent is nearly always the node before, whose key begins at `before`: that is seen without making a string of it. */
function parentAt(cursor: Cursor, before: number, indexBefore: number): number | string {
  if (peek(cursor) !== QUOTE) {
    pass(cursor);
    return ROOT;
  }
  const { bytes, at: from } = cursor;
  if (before >= 0) {
    let length = 1;
    while (
      bytes[before + length] === bytes[from + length] &&
      bytes[from + length] !== QUOTE &&
      bytes[from + length] !== BACKSLASH
    )
      length += 1;
    if (bytes[before + length] === QUOTE && bytes[from + length] === QUOTE) {
      cursor.at = from + length + 1;
      return indexBefore;
    }
  }
  return string(cursor);
}

function countsOf(
  { places, parents, messages }: Mapping,
  current: number,
  { bytes, port }: Cursor,
): Omit<Outline, 'id' | 'title' | 'created' | 'updated'> {
  const created =
    current >= 0
      ? []
      : messages.map((message) =>
          message === undefined || message.timeAt === -1
            ? 0
            : (timeOf(scalar(cursorAt(bytes, message.timeAt, port))) ?? 0),
        );
  const tree = Int32Array.from(parents, (parent) =>
    typeof parent === 'number' ? parent : (places.get(parent) ?? MISSING),
  );
  const path = pathOf({ parents: tree, current, created });
  const onPath = new Uint8Array(parents.length);
  for (const node of path.nodes) onPath[node] = 1;
  const counts = { shown: 0, behind: 0, drafts: 0 };
  const assets = new Set<string>();
  const unknownTypes = new Set<string>();
  let [images, voice] = [0, 0];
  messages.forEach((message, node) => {
    if (message === undefined) return;
    const isShown = sortOf(message) === 'shown';
    for (const id of message.assets) assets.add(id);
    for (const type of message.unknownTypes) unknownTypes.add(type);
    if (onPath[node] === 1) {
      counts[isShown ? 'shown' : 'behind'] += 1;
      images += message.images;
      voice += message.voice;
    } else if (isShown) counts.drafts += 1;
  });
  return {
    messages: counts,
    path: { guessed: path.guessed, broken: path.broken, circle: path.circle },
    assets: [...assets],
    images,
    voice,
    unknownTypes: [...unknownTypes],
    remembered: rememberingNodes(messages, tree).flatMap(({ node, isNote }) =>
      rememberedAt(cursorAt(bytes, messages[node]?.at ?? 0, port), isNote),
    ),
  };
}

/** Such messages are few: they are parsed, so that their texts are those that saving takes. */
function rememberedAt(cursor: Cursor, isNote: boolean): readonly RememberedThen[] {
  const { bytes, at, port } = cursor;
  pass(cursor);
  if (cursor.at - at > MOST_PARSED) return [];
  return rememberedIn(fieldsOf(JSON.parse(port.text(bytes, at, cursor.at))) ?? {}, isNote);
}
