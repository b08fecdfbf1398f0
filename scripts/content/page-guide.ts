// The guide as the page takes it along: without the parts, the days and the sources that no screen of it shows.
import type { Guide } from '../../src/content/schema';

/** Parts that only commands show. A page that asks for one of them all the same finds nothing. */
export const UNSHOWN = ['plans', 'campaign', 'prices'] as const satisfies readonly (keyof Guide)[];
/** What nobody reads of these parts, on a page: whatever rests on a source names it elsewhere. */
const UNREAD: Readonly<Partial<Record<keyof Guide, readonly string[]>>> = {
  links: ['sources', 'checked', 'confidence', 'group'],
  billers: ['sources', 'checked'],
  menuLabels: ['sources', 'confidence'],
  facts: ['about', 'checked', 'confidence'],
  places: ['sources', 'checked', 'confidence'],
};
/** Where ids of sources stand. */
const NAMING = ['sources', 'said', 'established', 'answered'];

/** Data for JSON: each part as it is, or with less in it. */
export function pageGuide(guide: Guide): Readonly<Record<string, unknown>> {
  const kept = Object.entries(guide).filter(([part]) => !UNSHOWN.some((one) => one === part) && part !== 'sources');
  const parts = Object.fromEntries(
    kept.map(([part, own]) => [part, without(own, UNREAD[part as keyof Guide] ?? [])] as const),
  );
  const named = new Set(namedIn(parts));
  return { ...parts, sources: Object.fromEntries(Object.entries(guide.sources).filter(([id]) => named.has(id))) };
}

/** The same without these keys, at whatever depth. */
function without(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, own]) => (keys.includes(key) ? [] : [[key, without(own, keys)]])),
  );
}

function namedIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]: [string, unknown]) =>
    NAMING.includes(key) && Array.isArray(own) ? (own as readonly string[]) : namedIn(own),
  );
}
