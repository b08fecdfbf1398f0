// Pages in other people's words, six languages, each kind of near miss: none that shows no end reads as one, and ends are seen.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readingWords } from '../../../src/content/compiled/reading-words';
import { judge } from '../../../src/proof/reading/judge';
import type { Judgement } from '../../../src/proof/reading/judge';
import { linesOf } from './made-lines';

type Page = { readonly lang: string; readonly kind: string; readonly rows: readonly (string | readonly string[])[] };
type EndedPage = Page & {
  readonly want: 'ending' | 'deleted';
  readonly day?: string | null;
  readonly looks: Judgement['looks'];
};

const pagesIn = <T extends Page>(name: string): readonly T[] =>
  JSON.parse(readFileSync(new URL(`pages/${name}.json`, import.meta.url), 'utf8')) as readonly T[];
const NOT_ENDED = [...pagesIn<Page>('not-ended'), ...pagesIn<Page>('not-ended-2'), ...pagesIn<Page>('not-ended-3')];
const ENDED = [...pagesIn<EndedPage>('ended'), ...pagesIn<EndedPage>('ended-2')];
const TODAY = '2026-11-27';
const judged = ({ rows }: Page): Judgement => judge(linesOf(...rows), readingWords, TODAY);
const kinds = (pages: readonly Page[]): readonly string[] => [...new Set(pages.map(({ kind }) => kind))];
const told = ({ lang, rows }: Page): string => `${lang}: ${rows.flat().join(' / ')}`;

describe('a page that shows no end never reads as one', () => {
  it.each(kinds(NOT_ENDED))('%s', (kind) => {
    const wrong = NOT_ENDED.filter((page) => page.kind === kind && ['ending', 'deleted'].includes(judged(page).plan));
    expect(wrong.map(told)).toEqual([]);
  });
});

describe('an end is seen, with its day and whose page it is', () => {
  it.each(kinds(ENDED))('%s', (kind) => {
    const pages = ENDED.filter((page) => page.kind === kind);
    expect(pages.filter((page) => judged(page).plan !== page.want).map(told)).toEqual([]);
    expect(
      pages
        .filter((page) => typeof page.day === 'string' && !JSON.stringify(judged(page).day ?? '').includes(page.day))
        .map(told),
    ).toEqual([]);
    expect(pages.filter((page) => judged(page).looks !== page.looks).map(told)).toEqual([]);
  });
});

it('every kind stands in six languages', () => {
  for (const pages of [NOT_ENDED, ENDED]) {
    for (const kind of kinds(pages))
      expect([...new Set(pages.filter((page) => page.kind === kind).map(({ lang }) => lang))].sort(), kind).toEqual([
        'de',
        'en',
        'es',
        'fr',
        'it',
        'pt-BR',
      ]);
  }
  expect(NOT_ENDED.length).toBeGreaterThan(150);
});
