// `quitgpt page`: the page is written out of the parts that come with the program, under a policy that names them.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { main } from '../../src/main';
import { cardTools } from '../support/card-tools';
import { aHost } from '../support/fake-host';
import type { FakeHost, Setting } from '../support/fake-host';

const words = (title: string): string =>
  JSON.stringify({
    ui: { page: { title, about: 'what "it" does', needs_script: '<scripts>' } },
    text: 'a </script> b',
  });
const PARTS = {
  'page.js': 'go("</script>")',
  'page.css': 'a{}',
  'page-print.css': 'b{}',
  'page-licences.txt': 'MIT -- licence',
  ...Object.fromEntries(LANGUAGES.map((lang) => [`page-words.${lang}.json`, words(lang)])),
  'page-words.en.json': words('Leave'),
  'page-words.fr.json': words('Quitter'),
};
const shipped = Object.fromEntries(Object.entries(PARTS).map(([name, text]) => [name, new TextEncoder().encode(text)]));

async function ran(line: string, setting: Setting = {}): Promise<{ readonly code: number; readonly host: FakeHost }> {
  const host = aHost(line.split(' '), { shipped, ...setting });
  return { code: await main(host), host };
}
const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('quitgpt page', () => {
  test('prints one file whose policy names its script and its styles and nothing else', async () => {
    const { code, host } = await ran('page --out -');
    expect(code).toBe(0);
    const html = host.printed().stdout;
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text = '']) => text);
    const styles = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, text = '']) => text);
    expect(scripts).toEqual(['go("\\x3C/script>")']);
    expect(html).toContain(`script-src ${scripts.map(sha256).join(' ')};`);
    expect(html).toContain(`style-src ${styles.map(sha256).join(' ')};`);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('a \\u003c/script> b');
    expect(html).toContain('MIT - - licence');
    expect(html).toContain('&lt;scripts>');
  });
  test('has the languages in their order, the first one in the head', async () => {
    const { host } = await ran('page --langs fr,en,fr --out -');
    const html = host.printed().stdout;
    expect([...html.matchAll(/class="words" lang="(\w+)"/g)].map(([, tag]) => tag)).toEqual(['fr', 'en']);
    expect(html).toContain('<title>Quitter</title>');
    expect((await ran('page --langs en --out -')).host.printed().stdout).not.toContain('lang="fr"');
  });
  test.each([
    ['de', ['de', 'en']],
    ['fr', ['fr', 'en']],
    ['en', ['en', 'fr']],
  ])('has two languages when none is named, that of a run in %s first', async (lang, langs) => {
    const { host } = await ran(`page --out - --lang ${lang}`);
    const html = host.printed().stdout;
    expect([...html.matchAll(/class="words" lang="([\w-]+)"/g)].map(([, tag]) => tag)).toEqual(langs);
  });
  test('writes quitgpt.html into this folder, and never over one that is there', async () => {
    const { code, host } = await ran('page');
    expect(code).toBe(0);
    expect(host.printed().stdout).toBe('');
    expect(host.printed().stderr).toContain('quitgpt.html');
    const again = await ran('page', { files: { 'quitgpt.html': 'mine' } });
    expect(again.code).toBe(1);
    expect(again.host.printed().stderr).toContain('--force');
  });
  test('refuses a language it has no words for, and writes nothing', async () => {
    const { code, host } = await ran('page --langs en,tlh');
    expect(code).toBe(2);
    expect(host.printed().stderr).toContain('tlh');
  });

  describe('for a place where it is published', () => {
    const metas = (html: string): Readonly<Record<string, string>> =>
      Object.fromEntries(
        [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g)].map(([, name = '', text = '']) => [
          name,
          text,
        ]),
      );
    const tools = async (): Promise<Setting> => ({ shipped: { ...shipped, ...(await cardTools()).files } });

    test('says where it is and writes a picture beside it', async () => {
      const { code, host } = await ran('page --url https://example.org/guide/', await tools());
      expect(code, host.printed().stderr).toBe(0);
      const html = host.changed()['~/desk/quitgpt.html'] ?? '';
      expect(html).toContain('<link rel="canonical" href="https://example.org/guide/">');
      expect(metas(html)).toMatchObject({
        'og:title': 'Leave',
        'og:description': 'what &quot;it&quot; does',
        'og:url': 'https://example.org/guide/',
        'og:image': 'https://example.org/guide/quitgpt-social.png',
        'twitter:card': 'summary_large_image',
      });
      const picture = host.disk()['/home/ana/desk/quitgpt-social.png'] as Uint8Array;
      // Its width and height: 1200 × 630.
      expect(Buffer.from(picture.subarray(12, 24)).toString('hex')).toBe('49484452000004b000000276');
    });
    test('says nothing of a place that nobody named', async () => {
      const html = (await ran('page --out -')).host.printed().stdout;
      expect(metas(html)).toMatchObject({ 'og:title': 'Leave', 'twitter:card': 'summary' });
      expect(html).not.toMatch(/og:url|og:image|canonical|hreflang/);
    });
    test.each(['example.org', 'http://example.org/', 'https://example.org/#lang=fr', 'https://a@example.org/'])(
      'refuses %s',
      async (url) => {
        const { code, host } = await ran(`page --url ${url}`);
        expect([code, host.printed().stdout]).toEqual([2, '']);
        expect(host.printed().stderr).toContain(url);
      },
    );
    test('has no place for a picture where the page is printed', async () => {
      const { code, host } = await ran('page --out - --url https://example.org/');
      expect([code, host.printed().stdout]).toEqual([2, '']);
    });
    test('writes neither where a picture is there already', async () => {
      const { code, host } = await ran('page --url https://example.org/', {
        ...(await tools()),
        files: { 'quitgpt-social.png': 'mine' },
      });
      expect(code).toBe(1);
      expect(host.printed().stderr).toContain('quitgpt-social.png');
      expect(host.printed().stderr).not.toContain('quitgpt.html');
    });
  });
});
