// The parts of the page, bundled for a browser: its script, a script for each language, and its two styles.
import { readdirSync, readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { saidWords } from './said-words.mjs';

const ROOT = new URL('../../', import.meta.url).pathname;
const COMPILED = `${ROOT}src/content/compiled`;

/** The tags of the languages that are compiled, English first. */
export function pageLanguages() {
  const tags = readdirSync(COMPILED).flatMap((name) => /^page-words\.([\w-]+)\.json$/.exec(name)?.[1] ?? []);
  return tags.sort((one, other) => Number(other === 'en') - Number(one === 'en') || one.localeCompare(other));
}

/** By the names under which they are shipped (src/cli/commands/page.ts). */
export async function pageFiles() {
  const { code, own, packages } = await pageScript();
  const words = pageLanguages().map((tag) => [
    `page-words.${tag}.json`,
    JSON.stringify(saidWords(JSON.parse(readFileSync(`${COMPILED}/page-words.${tag}.json`, 'utf8')), own)),
  ]);
  return {
    'page.js': code,
    'page-licences.txt': licencesOf(packages),
    'page.css': small(readFileSync(`${ROOT}src/page/page.css`, 'utf8')),
    'page-print.css': small(await printStyle()),
    ...Object.fromEntries(words),
  };
}

/** One script without imports, in which nothing asks for anything, and the folders of the packages in it. `input` from the root. */
export async function bundledForPage(input) {
  const bundle = await rolldown({
    input,
    platform: 'browser',
    tsconfig: `${ROOT}tsconfig.json`,
    cwd: ROOT,
    checks: { ineffectiveDynamicImport: false },
    // What pako prepares for packing when it is loaded would come along otherwise, though the page only unpacks.
    treeshake: { manualPureFunctions: ['Config', 'HASH', 'zero', 'Array', 'Uint8Array', 'Uint16Array'] },
    plugins: [onlyShown(), atOnce(), onlyHere()],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  const ids = Object.keys(output[0].modules);
  const roots = ids.flatMap((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
  return { code: output[0].code.trimEnd(), packages: [...new Set(roots)].sort() };
}

let made;
/** The script, the same without its data, and the folders of the packages in it. Bundled once. */
export const pageScript = () => (made ??= bundledScript());

async function bundledScript() {
  const { code, packages } = await bundledForPage('src/page/page.ts');
  // The data of the guide says no words of the page.
  const own = code.replace(guideText(), '');
  if (own === code) throw new Error('the guide does not stand in the page as it was given');
  return { code, own, packages };
}

/** Each package with its copyright, then the one licence that all of them have. */
function licencesOf(packages) {
  const lines = packages.map((root) => {
    const { name, version, license } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    if (!/\bMIT\b/.test(license))
      throw new Error(`${name} is under ${license}: its licence has to stand in the page as a whole`);
    const text = readFileSync(`${root}/LICENSE`, 'utf8');
    return `${name} ${version}: ${text.match(/^Copyright \(c\).*$/gim).join('; ')}`;
  });
  const own = readFileSync(`${ROOT}LICENSE`, 'utf8');
  return `quitgpt. ${own.match(/^Copyright.*$/im)[0]}\nIn its script:\n${lines.join('\n')}\n\n${own.slice(own.indexOf('Permission is hereby'))}`;
}

/**
 * What the program loads late is in the page from the start: written as imports of the first kind, so that modules melt into each
 * other. As they are they would be wrapped one by one, which is a fifth more.
 */
function atOnce() {
  return {
    name: 'at-once',
    transform: {
      order: 'pre',
      filter: { id: /\/src\/.*\.ts$/ },
      handler(code) {
        const names = [];
        const own = code.replace(/(?<!typeof )\bimport\('([^']+)'\)(?!\.[A-Z])/g, (_, path) => {
          names.push(path);
          return `Promise.resolve(late${names.length})`;
        });
        const heads = names.map((path, index) => `import * as late${index + 1} from '${path}';`);
        return heads.length === 0 ? null : { code: `${heads.join(' ')}${own}`, map: null };
      },
    },
  };
}

const guideText = () => `\`${readFileSync(`${COMPILED}/page-guide.json`, 'utf8').replace(/[\\`]|\$\{/g, '\\$&')}\``;

/** In place of the guide what of it is shown (scripts/content/page-guide.ts). */
function onlyShown() {
  return {
    name: 'only-shown',
    load: {
      filter: { id: /\/src\/content\/compiled\/guide\.ts$/ },
      handler: () => `export const guide = JSON.parse(${guideText()});`,
    },
  };
}

/** Node's own modules have no place in a page: the build ends when one gets in. */
function onlyHere() {
  return {
    name: 'only-here',
    resolveId(id, from) {
      if (/^node:|^(?:fs|zlib|crypto|stream|util|path|os|buffer|events)$/.test(id))
        this.error(`${id} is not there in a browser, and ${from} asks for it`);
      return null;
    },
  };
}

/** The paper of the program's own pages, and of this page nothing else. */
async function printStyle() {
  const source = readFileSync(`${ROOT}src/render/page-style.ts`, 'utf8');
  const style = /export const pageStyle = `([\s\S]*)`;/.exec(source)?.[1];
  if (style === undefined) throw new Error('src/render/page-style.ts has no style');
  return `${style.replaceAll('\\\\', '\\')}body > :not(#paper) { display: none; }\n`;
}

/** Without comments and indents. */
function small(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
