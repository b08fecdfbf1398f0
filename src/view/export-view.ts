// What a check of the data export says: the verdict first, then why, then the numbers, then what only the person can check.
import type { Titled } from '../archive/check/findings';
import { daysBetween } from '../journey/dates';
import type { Block, Document, Fact, Json } from './document';
import { paragraph } from './document';
import type { Translator } from './translator';
import { dayOf, factRows, titledText } from './export-facts';
import type { ExportReport } from './export-facts';
import { troubleLines } from './export-troubles';

export function exportDocument(translator: Translator, report: ExportReport): Document {
  const { say, ui } = translator;
  const words = ui.export_check;
  const { verdict, findings } = report;
  const means =
    verdict === 'whole' && findings.kind === 'folder' ? words.whole_means_folder : words[`${verdict}_means`];
  const reasons = troubleLines(translator, findings);
  return {
    lang: translator.lang,
    title: `${say(words.title)} · ${say(words[verdict])}`,
    blocks: [
      { kind: 'heading', level: 1, text: say(words[verdict]) },
      paragraph(say(means), verdict === 'whole' ? 'done' : verdict === 'damaged' ? 'warning' : 'plain'),
      ...(reasons.length === 0
        ? []
        : [
            {
              kind: 'list',
              ordered: false,
              items: reasons.map((text) => [text]),
              title: say(words.reasons),
              tone: verdict === 'damaged' ? 'warning' : 'plain',
            } as const,
          ]),
      { kind: 'facts', rows: factRows(translator, report) },
      ...titleBlocks(translator, report),
      paragraph(say(words.no_proof), 'quiet'),
      ...(findings.conversations > 0 ? [paragraph(translator.line(words.keep), 'quiet')] : []),
    ],
    result: resultOf(report),
  };
}

/** The oldest and the newest title: the person compares them with their own list. */
function titleBlocks(translator: Translator, { titles, findings, verdict }: ExportReport): readonly Block[] {
  const { say, ui } = translator;
  const words = ui.export_check;
  if (findings.conversations === 0 || verdict === 'damaged') return [];
  if (titles === undefined)
    return [{ kind: 'paragraph', line: translator.line(words.look_off), title: say(words.look) }];
  const row = (term: 'oldest' | 'newest', titled: Titled | undefined): readonly Fact[] =>
    titled === undefined ? [] : [{ term: say(words[term]), line: [titledText(translator, titled)] }];
  const rows = [...row('oldest', titles.oldest), ...row('newest', titles.newest)];
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say(words.look) },
    { kind: 'facts', rows },
    paragraph([
      say(words.look_how),
      ...(findings.made === undefined
        ? []
        : [` ${say(words.made_later, { date: translator.day(dayOf(findings.made)) })}`]),
    ]),
  ];
}

function resultOf({ file, verdict, findings, titles, today }: ExportReport): Json {
  const { first, last, made, faults, doubts, ...rest } = findings;
  const day = (seconds: number | undefined): string | undefined => (seconds === undefined ? undefined : dayOf(seconds));
  const titled = (one: Titled | undefined): Json =>
    one === undefined ? null : { title: one.title ?? null, on: dayOf(one.on) };
  return {
    verdict,
    file,
    ...rest,
    first: day(first),
    last: day(last),
    made: day(made),
    age: made === undefined ? undefined : Math.max(0, daysBetween(dayOf(made), today)),
    faults: faults.map((one) => ({ ...one })),
    doubts: doubts.map((one) => ({ ...one })),
    titles:
      titles === undefined
        ? undefined
        : {
            oldest: titled(titles.oldest),
            newest: titled(titles.newest),
            ...(titles.missing === undefined ? {} : { missing: titles.missing.map(titled) }),
          },
  };
}
