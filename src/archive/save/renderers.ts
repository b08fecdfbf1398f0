// Which renderer writes which format.
import type { Renderer } from './renderer';
import type { Format } from './save-manifest';
import { markdownRenderer } from './markdown-renderer';

/** The renderer of a format. JSON lines have their list and side pages in Markdown. The one for HTML is loaded only when it is used. */
export async function rendererFor(format: Format): Promise<Renderer> {
  return format === 'html' ? (await import('./html-renderer')).htmlRenderer : markdownRenderer;
}
