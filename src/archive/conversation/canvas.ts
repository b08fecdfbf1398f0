// Canvas documents: calls that make or change one hold it as JSON.
import type { Part } from './conversation';
import { fieldsOf, listOf } from '../container/parsed-json';
import { textOf } from '../json/fields';
import type { Fields } from '../container/parsed-json';

type Caller = { readonly role: string | undefined; readonly recipient: string | undefined };

/**
 * The document in a call, or the edits to it. `undefined` when it is no such call or its JSON cannot be read. Newer exports name no
 * recipient: there a call is known by its fields, which have to be those of a call and no others.
 */
export function canvasIn(
  { role, recipient }: Caller,
  call: string,
  metadata: Fields | undefined,
): readonly Part[] | undefined {
  const isUnnamed = recipient === undefined && role === 'assistant';
  if (!isUnnamed && recipient !== CREATE && recipient !== UPDATE) return undefined;
  const fields = /^\s*\{/.test(call) ? parsed(call) : undefined;
  if (fields === undefined) return undefined;
  const purpose = isUnnamed ? purposeOf(fields) : recipient;
  const parts =
    purpose === CREATE
      ? created(fields)
      : purpose === UPDATE
        ? updated(fields, textOf(fieldsOf(metadata?.['canvas'])?.['title']))
        : [];
  return parts.length > 0 ? parts : undefined;
}

const CREATE = 'canmore.create_textdoc';
const UPDATE = 'canmore.update_textdoc';

function purposeOf(fields: Fields): string | undefined {
  const keys = Object.keys(fields).sort().join(' ');
  if (keys === 'updates') return UPDATE;
  return keys === 'content name type' && /^(?:document|code\/[\w+#.-]+)$/.test(textOf(fields['type']) ?? '')
    ? CREATE
    : undefined;
}

function created(fields: Fields): readonly Part[] {
  const { content } = fields;
  return typeof content === 'string'
    ? [{ kind: 'canvas', name: textOf(fields['name']), type: textOf(fields['type']), content }]
    : [];
}

/** The pattern `.*` stands for the whole text. Others are kept as they are: a pattern from outside is never run. Nothing, unless every edit can be read. */
function updated(fields: Fields, title: string | undefined): readonly Part[] {
  const parts: Part[] = [];
  let edits: { readonly pattern: string; readonly replacement: string }[] = [];
  const closeEdits = (): void => {
    if (edits.length > 0) parts.push({ kind: 'canvas-edits', edits });
    edits = [];
  };
  for (const { pattern, replacement } of listOf(fields['updates']).map((one) => fieldsOf(one) ?? {})) {
    if (typeof pattern !== 'string' || typeof replacement !== 'string') return [];
    if (pattern === '.*') {
      closeEdits();
      parts.push({ kind: 'canvas', name: title, type: undefined, content: replacement });
    } else {
      edits.push({ pattern, replacement });
    }
  }
  closeEdits();
  return parts;
}

function parsed(call: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(call));
  } catch {
    return undefined;
  }
}
