// The registry of forms a Document can take. A form is loaded when it is asked for: text needs nothing of HTML.
import type { Document } from '../view/document';
import type { TextOptions } from './text';

export const FORMATS = ['text', 'markdown', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** What the forms need to know; each takes what concerns it. `qr` left out draws the codes. */
export type RenderOptions = TextOptions & { readonly qr?: boolean };

/** The document in a form, ended by `\n`. */
export const renderAs = async (format: Format, document: Document, options: RenderOptions): Promise<string> => {
  switch (format) {
    case 'text':
      return (await import('./text')).renderText(document, options);
    case 'markdown':
      return (await import('./markdown')).renderMarkdown(document);
    case 'html':
      return (await import('./html')).renderHtml(document, { qr: options.qr ?? true });
    case 'json':
      return (await import('./json')).renderJson(document);
  }
};
