// The policy of a saved page names its style and its script by their digests, which are written down beside them.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { htmlPage } from '../../../src/archive/save/html-style';

test.each(['style', 'script'])('the digest of the %s is that of its text', (tag) => {
  const page = htmlPage({ lang: 'en', title: 'A list', body: '', searches: true });
  const [, text = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page) ?? [];
  const digest = createHash('sha256').update(text).digest('base64');
  expect(text.length).toBeGreaterThan(100);
  expect(page).toContain(`${tag}-src 'sha256-${digest}'`);
});
