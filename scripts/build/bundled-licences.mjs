// Writes dist/THIRD-PARTY-LICENCES.txt: the licence of every package whose code is in the bundle.
import { pageScript } from './page-parts.mjs';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Unicode-DFS-2016',
  'Unicode-3.0',
  'MPL-2.0',
  '(MIT AND Zlib)',
]);

/** A rolldown plugin. Fails the build when a bundled package has no licence text or one that is not on the list. */
export function bundledLicences() {
  return {
    name: 'bundled-licences',
    async generateBundle(_options, bundle) {
      const roots = new Set((await pageScript()).packages);
      for (const chunk of Object.values(bundle)) {
        for (const id of chunk.type === 'chunk' ? Object.keys(chunk.modules) : []) {
          const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id);
          if (match) roots.add(match[1]);
        }
      }
      const texts = [...roots].sort().map((root) => {
        const { name, version, license, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
        const file = readdirSync(root).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
        if (!ALLOWED.has(license))
          this.error(`${name}@${version} has the licence ${license}, which is not on the list`);
        const text =
          file && existsSync(join(root, file))
            ? readFileSync(join(root, file), 'utf8').trim()
            : licenceNote(license, repository);
        // The codecs inside have licences of their own.
        const codec = join(root, 'codec', 'LICENSE.codec.md');
        const inside = existsSync(codec) ? `\n${readFileSync(codec, 'utf8').trim()}\n` : '';
        return `${name} ${version} (${license})\n\n${text}\n${inside}`;
      });
      this.emitFile({
        type: 'asset',
        fileName: 'THIRD-PARTY-LICENCES.txt',
        source: texts.join('\n----------------------------------------\n\n'),
      });
    },
  };
}

/** For a package without a text of its own. The MPL asks that whoever gets the program is told where its source is (section 3.2). */
function licenceNote(license, repository) {
  const source = (typeof repository === 'string' ? repository : (repository?.url ?? ''))
    .replace(/^git@github\.com:/, 'https://github.com/')
    .replace(/^git\+/, '')
    .replace(/\.git$/, '');
  return license === 'MPL-2.0'
    ? `Used unchanged under the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/\nIts source code is at ${source}`
    : `Licence: ${license} (no text in the package)`;
}
