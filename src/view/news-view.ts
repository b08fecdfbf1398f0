// What came in from another window while this one waited: said before it counts.
import type { News } from '../journey/merge-records';
import type { Document } from './document';
import { paragraph } from './document';
import type { Translator } from './translator';

/** One sentence for each kind of news, steps by their titles. */
export function newsDocument(translator: Translator, { steps, proofs, answers, export: exported }: News): Document {
  const { ui, say } = translator;
  const words = ui.news;
  const titles = (state: 'done' | 'skipped' | undefined): string =>
    translator.list(
      steps
        .filter((one) => one.state === state)
        .map(({ id }) => (Object.hasOwn(translator.catalogue.words.steps, id) ? say(translator.step(id).title) : id)),
    );
  const states = (['done', 'skipped', undefined] as const).filter((state) => steps.some((one) => one.state === state));
  const said = { done: words.done, skipped: words.skipped, open: words.open } as const;
  const check = exported?.check;
  const sentences = [
    ...states.map((state) => say(said[state ?? 'open'], { list: titles(state) })),
    ...(proofs === 0 ? [] : [say(words.proofs, { n: proofs })]),
    ...(answers ? [say(words.answers)] : []),
    ...(check === undefined
      ? []
      : [say(check.verdict === 'damaged' ? words.export_damaged : words.export_checked, { file: check.file })]),
  ];
  return {
    lang: translator.lang,
    title: say(words.title),
    blocks: [
      paragraph(`${say(words.title)} ${sentences.join(' ')}`, check?.verdict === 'damaged' ? 'warning' : 'plain'),
    ],
    result: null,
  };
}
