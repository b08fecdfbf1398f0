// The forms there are.
import type { Form } from './renderer';
import type { Format } from './save-manifest';
import { markdownForm } from './markdown-renderer';

/** The form of the list and of the pages beside; lines for programs have theirs in Markdown. What draws HTML is loaded for it alone. */
export async function formOf(format: Format): Promise<Form> {
  return format === 'html' ? (await import('./html-renderer')).htmlForm : markdownForm;
}
