// The forms there are.
import type { Form } from './form';
import type { Format } from './ledger';
import { markdownForm } from './markdown-form';

/** The form of the list and of the pages beside; lines for programs have theirs in Markdown. What draws HTML is loaded for it alone. */
export async function formOf(format: Format): Promise<Form> {
  return format === 'html' ? (await import('./html-form')).htmlForm : markdownForm;
}
