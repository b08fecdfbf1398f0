// The types of page-parts.mjs.
export function pageLanguages(): readonly string[];
export function pageFiles(): Promise<Readonly<Record<string, string>>>;
export function pageScript(): Promise<{
  readonly code: string;
  readonly own: string;
  readonly packages: readonly string[];
}>;
