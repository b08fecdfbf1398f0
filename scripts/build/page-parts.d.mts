// The types of page-parts.mjs.
export function pageLanguages(): readonly string[];
export function pageFiles(): Promise<Readonly<Record<string, string>>>;
export type Bundled = { readonly code: string; readonly packages: readonly string[] };
export function bundledForPage(input: string): Promise<Bundled>;
export function pageScript(): Promise<Bundled & { readonly own: string }>;
