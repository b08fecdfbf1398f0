// The types of page-parts.mjs.
export function pageLanguages(): readonly string[];
export function pageFiles(): Promise<Readonly<Record<string, string>>>;
export function bundledForPage(input: string): Promise<{ readonly code: string; readonly packages: readonly string[] }>;
