// Says everything that is wrong with the content: shapes, ids that point nowhere, missing words. One Problem a finding.
import { guideSchema } from '../../src/content/schema';
import { wordsSchema } from '../../src/content/words-schema';
import type { RawWords } from '../../src/content/words-schema';
import { checkFit, checkHeadlines } from './check-fit';
import { checkKeys, checkUiKeys, copiedNames } from './check-keys';
import { checkDates, checkReferences } from './check-references';
import { checkWording, ODD, textsOf } from './check-wording';
import type { CheckedContent } from './compile-content';
import type { Problem } from './problem';
import type { RawContent } from './read-content';

/** The checked content, or the problems. `today` (YYYY-MM-DD): no date may lie after it. */
export function checkContent(
  raw: RawContent,
  today: string,
):
  | { readonly ok: true; readonly content: CheckedContent }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const guide = guideSchema.safeParse(raw.guide);
  const shapes: Problem[] = guide.success ? [] : issuesOf('guide', guide.error.issues);
  const languages: Record<string, RawWords> = {};
  for (const [tag, files] of Object.entries(raw.languages)) {
    const words = wordsSchema.safeParse(files);
    if (words.success) languages[tag] = words.data;
    else shapes.push(...issuesOf(tag, words.error.issues, files));
  }
  if (raw.languages['en'] === undefined)
    shapes.push({ rule: 'english', where: 'en', what: 'English is the reference and has to be there' });
  if (!guide.success || shapes.length > 0) return { ok: false, problems: shapes };

  const english = languages['en'] as RawWords;
  const problems = [
    ...checkReferences(guide.data),
    ...checkDates(guide.data, today),
    ...checkHeadlines(guide.data),
    ...textsOf(guide.data, '')
      .filter(([, text]) => ODD.test(text))
      .map(([where, text]) => ({ rule: 'character', where, what: `holds a character nobody can see: ${text}` })),
    ...copiedNames(languages),
    ...Object.entries(languages).flatMap(([tag, words]) => [
      ...checkKeys(tag, words, guide.data),
      ...checkUiKeys(tag, words, english),
      ...checkWording(tag, words, guide.data, english),
      ...checkFit(tag, words, guide.data),
    ]),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, content: { guide: guide.data, languages } };
}

function issuesOf(
  where: string,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  files?: Readonly<Record<string, unknown>>,
): Problem[] {
  const isMissing = ([file, ...inside]: readonly PropertyKey[]): boolean =>
    file !== undefined && inside.length === 0 && files !== undefined && !(String(file) in files);
  return issues.map(({ path, message }) => ({
    rule: 'shape',
    where: [where, ...path.map(String)].join('.'),
    what: isMissing(path) ? `content/${where} lacks this file; content/en has it` : message,
  }));
}
