// The way into HTML: no text from outside becomes markup.

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Good between tags and inside a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

/** A web or mail address as a link that tells the other side nothing; any other kind stays words. */
export function linkTag(url: string, text: string): string {
  return isAddress(url) ? `<a href="${escaped(url)}" rel="noreferrer noopener">${escaped(text)}</a>` : escaped(text);
}

export function isAddress(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(url);
}
