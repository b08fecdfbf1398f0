// What stands in the way of a release, each in a sentence that says what to do. Pure: the facts are given.

/** Steps and facts have to be this fresh, in days. */
const FRESH_DAYS = 60;
/** `npx` fetches all of it before the first word is on the screen. */
const MOST_BYTES = 3_200_000;

export type ReleaseFacts = {
  /** package.json as it stands. */
  readonly manifest: Readonly<Record<string, unknown>>;
  /** The version that package-lock.json has for this package. */
  readonly lockVersion: string | undefined;
  readonly changelog: string;
  /** The lines of `git status --porcelain`. */
  readonly changes: readonly string[];
  /** The tags of this commit. */
  readonly tags: readonly string[];
  /** What `npm pack` would put into the package. */
  readonly packed: { readonly bytes: number; readonly files: readonly string[] };
  /** What was compared with its sources, and on which day (YYYY-MM-DD). */
  readonly checked: readonly { readonly what: string; readonly day: string }[];
  /** YYYY-MM-DD. */
  readonly today: string;
};

/** Empty when it may be released. */
export function releaseProblems(facts: ReleaseFacts): readonly string[] {
  return [...ofManifest(facts.manifest), ...ofVersion(facts), ...ofPackage(facts), ...ofAge(facts)];
}

function ofManifest(manifest: ReleaseFacts['manifest']): readonly string[] {
  const found: string[] = [];
  const say = (field: string, what: string): void => void found.push(`package.json: \`${field}\` ${what}`);
  if (manifest['private'] !== undefined && manifest['private'] !== false)
    say('private', 'keeps npm from publishing; remove it');
  for (const field of ['name', 'version', 'description', 'license', 'author', 'type', 'homepage']) {
    const value = textOf(manifest[field], 'name');
    if (value === '') say(field, 'is missing');
    else if (isPlaceholder(value)) say(field, `is a placeholder: ${value}`);
  }
  for (const field of ['repository', 'bugs']) {
    const value = textOf(manifest[field], 'url') || (field === 'bugs' ? textOf(manifest[field], 'email') : '');
    if (value === '') say(field, 'is missing');
    else if (isPlaceholder(value)) say(field, `is a placeholder: ${value}`);
    else if (
      !/^(?:git\+)?https:\/\/[^/]+\/.+|^(?:github|gitlab|bitbucket):[^/]+\/.+|^git\+ssh:\/\/.+|^[^@\s]+@[^@\s]+$/.test(
        value,
      )
    )
      say(field, `is no address: ${value}`);
  }
  const home = textOf(manifest['homepage'], 'url');
  if (home !== '' && !/^https:\/\/[^/]+/.test(home)) say('homepage', `is no address: ${home}`);
  if (!/^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(textOf(manifest['name'], '')))
    say('name', 'is none that npm takes');
  if (textOf(manifest['name'], '').startsWith('@') && textOf(manifest['publishConfig'], 'access') !== 'public')
    say('publishConfig.access', 'has to be `public` for a name with a scope');
  for (const field of ['keywords', 'files'])
    if (!Array.isArray(manifest[field]) || manifest[field].length === 0) say(field, 'is missing');
  if (textOf(manifest['engines'], 'node') === '') say('engines.node', 'is missing');
  if (textOf(manifest['bin'], 'quitgpt') === '') say('bin', 'names no program `quitgpt`');
  return found;
}

function ofVersion({ manifest, lockVersion, changelog, changes, tags }: ReleaseFacts): readonly string[] {
  const version = textOf(manifest['version'], '');
  const found: string[] = [];
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) || version === '0.0.0')
    found.push(`package.json: \`version\` is none to release: ${version || '(none)'}`);
  if (lockVersion !== version)
    found.push(
      `package-lock.json has version ${lockVersion ?? '(none)'}, package.json has ${version}; \`npm install --package-lock-only\` mends it`,
    );
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find((section) => section.startsWith(`[${version}]`));
  if (own === undefined) found.push(`CHANGELOG.md has no section [${version}]`);
  else if (!/^\[[^\]]+\] - \d{4}-\d\d-\d\d$/.test(own.split('\n', 1)[0] ?? ''))
    found.push(`CHANGELOG.md: the section [${version}] has no day; write \`## [${version}] - YYYY-MM-DD\``);
  const waiting = (sections.find((section) => /^\[unreleased\]/i.test(section)) ?? '').match(/^- /gm) ?? [];
  if (waiting.length > 0)
    found.push(`CHANGELOG.md: ${waiting.length} entries stand under [Unreleased]; move them under [${version}]`);
  if (changes.length > 0)
    found.push(
      `the working tree is not clean: ${changes.length} changed or new, such as ${(changes[0] ?? '').slice(3)}`,
    );
  const named = tags.filter((tag) => /^v?\d/.test(tag));
  if (named.length === 0) found.push(`this commit has no tag; \`git tag --sign v${version}\` makes it`);
  else if (!named.includes(`v${version}`))
    found.push(`this commit has the tag ${named.join(', ')}, and package.json has version ${version}`);
  return found;
}

function ofPackage({ packed }: ReleaseFacts): readonly string[] {
  const needed = [
    'package.json',
    'README.md',
    'LICENSE',
    'bin/quitgpt.js',
    'dist/quitgpt.cjs',
    'dist/THIRD-PARTY-LICENCES.txt',
  ];
  const missing = needed.filter((file) => !packed.files.includes(file));
  return [
    ...(packed.bytes > MOST_BYTES
      ? [`the package has ${(packed.bytes / 1e6).toFixed(2)} MB, and ${MOST_BYTES / 1e6} MB are the most`]
      : []),
    ...(missing.length > 0 ? [`the package lacks ${missing.join(', ')}; \`npm run build\` first`] : []),
  ];
}

function ofAge({ checked, today }: ReleaseFacts): readonly string[] {
  const age = (day: string): number => Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  const old = checked
    .filter(({ day }) => !(age(day) <= FRESH_DAYS))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  const [oldest] = old;
  if (checked.length === 0) return ['no day on which anything was checked was found in content/guide'];
  return oldest === undefined
    ? []
    : [
        `${old.length} entries of content/guide were last compared with their sources more than ${FRESH_DAYS} days ago; the oldest is ${oldest.what}, on ${oldest.day}`,
      ];
}

/** A text, or that property of an object. */
function textOf(value: unknown, property: string): string {
  const text: unknown =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[property] : value;
  return typeof text === 'string' ? text.trim() : '';
}

function isPlaceholder(text: string): boolean {
  return /\bexample\.(?:com|org|net)\b|[<>{}]|\b(?:todo|tbd|fixme|changeme|change-me|placeholder|lorem|unknown|x{3,})\b|localhost|\.(?:invalid|test|example)\b|[/:](?:owner|org|organi[sz]ation|user|username|you|your[-_\w]*|my[-_](?:org|name|user|account))\//i.test(
    text,
  );
}
