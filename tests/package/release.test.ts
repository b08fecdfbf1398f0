// What keeps a release back is named, thing by thing; a package.json that is filled in passes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { releaseProblems } from '../../scripts/release/problems';
import type { ReleaseFacts } from '../../scripts/release/problems';

type Manifest = ReleaseFacts['manifest'];
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const filledIn: Manifest = {
  ...manifest,
  version: '1.2.3',
  homepage: 'https://git.quit.dev/ana/quitgpt#readme',
  repository: { type: 'git', url: 'git+https://git.quit.dev/ana/quitgpt.git' },
  bugs: { url: 'https://git.quit.dev/ana/quitgpt/issues' },
};
const ready: ReleaseFacts = {
  manifest: filledIn,
  lockVersion: '1.2.3',
  changelog: '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-11-28\n\n- Something.\n',
  changes: [],
  tags: ['v1.2.3'],
  packed: {
    bytes: 3_200_000,
    files: [
      'package.json',
      'README.md',
      'LICENSE',
      'bin/quitgpt.js',
      'dist/quitgpt.cjs',
      'dist/THIRD-PARTY-LICENCES.txt',
    ],
  },
  checked: [{ what: 'steps.yaml cancel-web', day: '2026-09-30' }],
  today: '2026-11-29',
};
const problems = (change: Partial<ReleaseFacts>): readonly string[] => releaseProblems({ ...ready, ...change });
const ofManifest = (change: Manifest): readonly string[] => problems({ manifest: { ...filledIn, ...change } });

it('with everything there, nothing is in the way', () => expect(releaseProblems(ready)).toEqual([]));

it('what the owner has to set is missing until they did', () => {
  expect(problems({ manifest: { ...manifest, version: '1.2.3' } })).toEqual(
    ['homepage', 'repository', 'bugs'].map((field) => expect.stringContaining(`\`${field}\` is missing`)),
  );
});

describe('package.json', () => {
  it.each([
    'name',
    'version',
    'description',
    'license',
    'author',
    'type',
    'homepage',
    'repository',
    'bugs',
    'keywords',
    'files',
    'engines',
    'bin',
  ])('without `%s` it is named', (field) => {
    const { [field]: _gone, ...rest } = filledIn;
    expect(problems({ manifest: rest }).join('\n')).toContain(`\`${field}`);
  });
  it.each<[string, Manifest]>([
    ['private', { private: true }],
    ['homepage', { homepage: 'https://example.com/quitgpt' }],
    ['homepage', { homepage: 'http://quit.dev' }],
    ['repository', { repository: { type: 'git', url: 'git+https://git.quit.dev/OWNER/quitgpt.git' } }],
    ['repository', { repository: { type: 'git', url: 'https://git.quit.dev/<owner>/quitgpt' } }],
    ['repository', { repository: { type: 'git', url: '' } }],
    ['repository', { repository: 'github:your-name/quitgpt' }],
    ['repository', { repository: 'somewhere' }],
    ['bugs', { bugs: { url: 'TODO' } }],
    ['bugs', { bugs: {} }],
    ['author', { author: 'TBD' }],
    ['name', { name: 'Quit GPT' }],
    ['publishConfig', { name: '@ana/quitgpt' }],
    ['files', { files: [] }],
    ['bin', { bin: { other: 'x.js' } }],
  ])('%s of %j is one problem', (field, change) => {
    expect(ofManifest(change)).toEqual([expect.stringContaining(`\`${field}`)]);
  });
  it.each<Manifest>([
    { repository: 'github:ana/quitgpt' },
    { bugs: { email: 'bugs@quit.dev' } },
    { bugs: 'https://git.quit.dev/ana/quitgpt/issues' },
    { name: '@ana/quitgpt', publishConfig: { access: 'public' } },
    { private: false },
  ])('%j is none', (change) => {
    expect(ofManifest(change)).toEqual([]);
  });
});

describe('one thing is missing, and it is the one that is named', () => {
  it.each<[string, Partial<ReleaseFacts>, RegExp]>([
    ['a change that is not committed', { changes: [' M README.md'] }, /not clean.*README\.md/],
    ['no tag', { tags: [] }, /no tag/],
    ['a tag that is no version', { tags: ['nightly'] }, /no tag/],
    ['the tag of another version', { tags: ['v1.2.2'] }, /v1\.2\.2.*1\.2\.3/],
    ['another version in the lock file', { lockVersion: '1.2.2' }, /package-lock\.json.*1\.2\.2/],
    ['no section in the changelog', { changelog: '## [1.2.2] - 2026-01-01\n' }, /no section \[1\.2\.3\]/],
    ['a section without a day', { changelog: '## [1.2.3]\n' }, /no day/],
    [
      'entries that are in no version yet',
      { changelog: '## [Unreleased]\n\n- New.\n- Newer.\n\n## [1.2.3] - 2026-11-28\n' },
      /2 entries.*Unreleased/,
    ],
    ['a package that is too large', { packed: { ...ready.packed, bytes: 3_200_001 } }, /3\.20 MB/],
    [
      'a package that was not built',
      { packed: { ...ready.packed, files: ready.packed.files.filter((file) => !file.startsWith('dist')) } },
      /dist\/quitgpt\.cjs/,
    ],
    [
      'a fact that nobody looked at for 61 days',
      { checked: [...ready.checked, { what: 'facts.yaml trial-renews', day: '2026-09-29' }] },
      /1 entries.*trial-renews, on 2026-09-29/,
    ],
    ['a day that is none', { checked: [{ what: 'x', day: 'soon' }] }, /1 entries/],
    ['no fact at all', { checked: [] }, /no day/],
  ])('%s', (_what, change, named) => {
    expect(problems(change)).toEqual([expect.stringMatching(named)]);
  });
});
