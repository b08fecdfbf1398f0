// Which renderer writes which format.
import type { Renderer } from './renderer';
import type { ChatFormat } from './chat-format';
import type { ChatFileFormat, Format } from './save-manifest';
import { jsonLines } from './jsonl';
import { markdownRenderer } from './markdown-renderer';
import type { Places } from './page';
import type { SaveWords } from './words';
import type { BytesPort } from '../../host/bytes';

/** The renderer of a format. JSON lines have their list and side pages in Markdown. The one for HTML is loaded only when it is used. */
export async function rendererFor(format: Format): Promise<Renderer> {
  return format === 'html' ? (await import('./html-renderer')).htmlRenderer : markdownRenderer;
}

/** The form of chats for programs; `undefined` for a format of pages. Those of other assistants are loaded only when they are used. */
export async function chatFormatFor(
  format: Format,
  {
    port,
    places,
    words,
  }: { readonly port: BytesPort; readonly places: Pick<Places, 'asset'>; readonly words: SaveWords },
): Promise<ChatFormat | undefined> {
  if (!isChatFiles(format)) return undefined;
  if (format === 'jsonl') return jsonLines(places);
  const { chatTrees } = await import('./chat-tree');
  const trees = chatTrees(port, places, words);
  return format === 'claude'
    ? (await import('./claude-form')).claudeForm(trees, words)
    : (await import('./open-webui')).openWebUi(trees, words);
}

export function isChatFiles(format: Format): format is ChatFileFormat {
  return format !== 'markdown' && format !== 'html';
}
