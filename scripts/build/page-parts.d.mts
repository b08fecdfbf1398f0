// The types of page-parts.mjs.
export function pageLanguages(): readonly string[];
export function pageFiles(): Promise<Readonly<Record<string, string>>>;
