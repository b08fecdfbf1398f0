// Reads the YAML of a content folder into plain values: guide/ once, and one folder per language.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

export type RawContent = {
  /** File name without its ending, in camelCase, to its value. */
  readonly guide: Readonly<Record<string, unknown>>;
  /** Language tag to its files. The folder listing is the list of languages. */
  readonly languages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** Reads every `*.yaml` under `root`. A `sources-*.yaml` adds to `sources`. Throws with the file's name when one does not parse. */
export function readContent(root: string): RawContent {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const languages = folders.map((entry) => entry.name).filter((name) => name !== 'guide');
  const guide = readFolder(join(root, 'guide'));
  return {
    guide: mergeSources(guide),
    languages: Object.fromEntries(languages.sort().map((tag) => [tag, readFolder(join(root, tag))])),
  };
}

function readFolder(folder: string): Record<string, unknown> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(
    files.sort().map((name) => [camelCase(basename(name, '.yaml')), readYaml(join(folder, name))]),
  );
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} is not YAML: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function mergeSources(guide: Record<string, unknown>): Record<string, unknown> {
  const { sourcesPress, ...rest } = guide;
  const twice = Object.keys(sourcesPress ?? {}).find((id) => id in (rest['sources'] as object));
  if (twice !== undefined) throw new Error(`the source "${twice}" stands in sources.yaml and in sources-press.yaml`);
  return sourcesPress === undefined
    ? guide
    : { ...rest, sources: { ...(rest['sources'] as object), ...(sourcesPress as object) } };
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
