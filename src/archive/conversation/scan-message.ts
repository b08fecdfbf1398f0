// Scans the bytes of one message for the facts that `messageFacts` takes from a parsed one. The rules are stated there.
import { assetIdOf } from './assets';
import {
  END,
  firstField,
  hasMember,
  isList,
  isObject,
  nextField,
  pass,
  passTrue,
  peek,
  scalar,
  text,
  wordsOf,
} from '../json/json-cursor';
import type { Cursor } from '../json/json-cursor';
import type { SortingFacts } from './message-sort';
import { isBioTool } from './remembered';
import { EMPTY, contentAt } from './scan-content';
import type { Content } from './scan-content';

export type ScannedMessage = SortingFacts &
  Omit<Content, 'hasPointer'> & {
    /** Where it begins: the few that hold something to remember are parsed from there. */
    readonly at: number;
    readonly isBioTool: boolean;
    /** Where the time stands, or -1: it is only read when the newest message is looked for. */
    readonly timeAt: number;
  };

const MESSAGE = wordsOf(['author', 'recipient', 'weight', 'create_time', 'content', 'metadata']);
const AUTHOR = wordsOf(['role', 'name']);
const METADATA = wordsOf(['is_visually_hidden_from_conversation', 'is_user_system_message', 'attachments']);
const ATTACHMENT = wordsOf(['id']);

const ROLES = wordsOf(['user', 'assistant', 'system', 'tool']);
const TOOLS = wordsOf(['python', 'web.run', 'bio']);
const RECIPIENTS = wordsOf(['all', 'python', 'web.run', 'bio']);

/** The message at the cursor; `undefined` when it is no object. Of a field that stands twice the last counts. */
export function scanMessage(cursor: Cursor): ScannedMessage | undefined {
  if (!isObject(peek(cursor))) {
    pass(cursor);
    return undefined;
  }
  const { at } = cursor;
  let author = NOBODY;
  let recipient: string | undefined;
  let weight: number | undefined;
  let timeAt = -1;
  let content = EMPTY;
  let metadata = PLAIN;
  for (let field = firstField(cursor, MESSAGE); field !== END; field = nextField(cursor, MESSAGE)) {
    switch (field) {
      case 0:
        author = authorAt(cursor);
        break;
      case 1:
        recipient = text(cursor, RECIPIENTS);
        break;
      case 2:
        weight = weightAt(cursor);
        break;
      case 3:
        peek(cursor);
        timeAt = cursor.at;
        pass(cursor);
        break;
      case 4:
        content = contentAt(cursor);
        break;
      case 5:
        metadata = metadataAt(cursor);
        break;
      default:
        pass(cursor);
    }
  }
  const { contentType, hasContent, hasPointer, images, voice, unknownTypes } = content;
  const { role, isBioTool: isBio } = author;
  const { isHidden, hasAttachment, attached } = metadata;
  const assets = attached.length === 0 ? content.assets : [...content.assets, ...attached];
  return {
    role,
    contentType,
    recipient,
    weight,
    isHidden,
    hasAsset: hasPointer || hasAttachment,
    hasContent,
    assets,
    images,
    voice,
    unknownTypes,
    at,
    isBioTool: isBio,
    timeAt,
  };
}

type Author = { readonly role: string | undefined; readonly isBioTool: boolean };
const NOBODY: Author = { role: undefined, isBioTool: false };

function authorAt(cursor: Cursor): Author {
  let [role, name]: (string | undefined)[] = [];
  if (!isObject(peek(cursor))) pass(cursor);
  else {
    for (let field = firstField(cursor, AUTHOR); field !== END; field = nextField(cursor, AUTHOR)) {
      if (field === 0) role = text(cursor, ROLES);
      else if (field === 1) name = text(cursor, TOOLS);
      else pass(cursor);
    }
  }
  return { role, isBioTool: isBioTool(role, name) };
}

/** Nearly always 1: that is seen without making a number of it. */
function weightAt(cursor: Cursor): number | undefined {
  const isOne = peek(cursor) === 0x31;
  const from = cursor.at;
  pass(cursor);
  if (isOne && cursor.at === from + 1) return 1;
  cursor.at = from;
  const value = scalar(cursor);
  return typeof value === 'number' ? value : undefined;
}

type Metadata = { readonly isHidden: boolean; readonly hasAttachment: boolean; readonly attached: readonly string[] };
const PLAIN: Metadata = { isHidden: false, hasAttachment: false, attached: [] };

function metadataAt(cursor: Cursor): Metadata {
  if (!isObject(peek(cursor))) {
    pass(cursor);
    return PLAIN;
  }
  let isHidden = false;
  let isSystem = false;
  let attachments = PLAIN;
  for (let field = firstField(cursor, METADATA); field !== END; field = nextField(cursor, METADATA)) {
    if (field === 0) isHidden = passTrue(cursor);
    else if (field === 1) isSystem = passTrue(cursor);
    else if (field === 2) attachments = attachmentsAt(cursor);
    else pass(cursor);
  }
  return { isHidden: isHidden || isSystem, hasAttachment: attachments.hasAttachment, attached: attachments.attached };
}

function attachmentsAt(cursor: Cursor): Metadata {
  const attached: string[] = [];
  let hasAttachment = false;
  if (!isList(peek(cursor))) pass(cursor);
  else {
    for (let more = hasMember(cursor, true); more; more = hasMember(cursor, false)) {
      if (!isObject(peek(cursor))) pass(cursor);
      else {
        hasAttachment = true;
        let id: string | undefined;
        for (let field = firstField(cursor, ATTACHMENT); field !== END; field = nextField(cursor, ATTACHMENT)) {
          if (field === 0) id = text(cursor);
          else pass(cursor);
        }
        if (id !== undefined) attached.push(id);
      }
    }
  }
  return { isHidden: false, hasAttachment, attached: attached.flatMap((id) => assetIdOf(id) ?? []) };
}
