// Checks that what stands on the one screen of a step fits there: its clicks, its proof of success, its warning, its names.
import { lineSpeaker } from '../../src/content/messages';
import type { GuideStep, WholeGuide } from '../../src/content/schema';
import type { RawWords } from '../../src/content/words-schema';
import { spansOf } from '../../src/render/spans';
import { plainStyle } from '../../src/render/style';
import { widthOf, wrap } from '../../src/render/width';
import type { Problem } from './problem';

/** `rows` of `columns` each, as in a terminal of 80 and of 30 columns; the margin is taken off. */
type Limit = { readonly rows: number; readonly columns: number };

const CLICKS: readonly Limit[] = [
  { rows: 6, columns: 75 },
  { rows: 11, columns: 25 },
];
const WORKED: readonly Limit[] = [
  { rows: 2, columns: 78 },
  { rows: 5, columns: 28 },
];
const WARNING: readonly Limit[] = [
  { rows: 2, columns: 76 },
  { rows: 5, columns: 26 },
];
const TITLE: readonly Limit[] = [{ rows: 2, columns: 30 }];
const CONDITION: readonly Limit[] = [{ rows: 1, columns: 70 }];
const LONGEST_TITLE = 44;
const LONGEST_WAY_TITLE = 40;

/** One part of a screen: how much room it takes and how much there is. `columns` is missing where characters count. */
export type Fit = {
  readonly where: string;
  readonly what: string;
  readonly takes: number;
  readonly most: number;
  readonly columns?: number;
};

/** The parts of a screen that are too long, and people for whom no warning stands beside the clicks. */
export function checkFit(tag: string, words: RawWords, guide: WholeGuide): readonly Problem[] {
  return fitsOf(tag, words, guide)
    .filter(({ takes, most }) => takes > most)
    .map(({ where, what, takes, most, columns }) => ({
      rule: 'fit',
      where: `${tag}/${where}`,
      what:
        columns === undefined
          ? `${takes} characters for ${what}, and ${most} fit`
          : `${takes} rows of ${columns} columns for ${what}, and ${most} fit`,
    }));
}

/** Every part of every step's screen, measured as a person sees it who reads `tag`. */
export function fitsOf(tag: string, words: RawWords, guide: WholeGuide): readonly Fit[] {
  const said = speakers(tag, words, guide);
  return guide.steps.flatMap((step): readonly Fit[] => {
    const own = words.steps[step.id];
    if (own === undefined) return [];
    const where = `steps.${step.id}`;
    const rows = (place: string, what: string, texts: readonly string[], limits: readonly Limit[]): readonly Fit[] =>
      limits.map((limit) => ({
        where: `${where}.${place}`,
        what,
        takes: Math.max(
          ...said.map((say) => sum(texts.map((text) => rowsOf(say(text, limit.columns), limit.columns)))),
        ),
        most: limit.rows,
        columns: limit.columns,
      }));
    const length = (place: string, what: string, text: string, most: number): Fit => ({
      where: `${where}.${place}`,
      what,
      takes: Math.max(...said.map((say) => widthOf(plain(say(text, NARROW))))),
      most,
    });
    return [
      length('title', 'the title', own.title, LONGEST_TITLE),
      ...rows('title', 'the title', [own.title], TITLE),
      ...(own.onlyIf === undefined ? [] : rows('onlyIf', 'the condition', [own.onlyIf], CONDITION)),
      ...rows('worked', 'how to know that it worked', [own.worked], WORKED),
      ...step.ways.flatMap(({ id }): readonly Fit[] => {
        const way = own.ways[id];
        if (way === undefined) return [];
        return [
          ...(way.title === undefined
            ? []
            : [length(`ways.${id}.title`, 'the name of the way', way.title, LONGEST_WAY_TITLE)]),
          ...rows(`ways.${id}.do`, 'the clicks', way.do, CLICKS),
        ];
      }),
      ...(['notes', 'traps'] as const).flatMap((part) =>
        headlinesOf(step, part).flatMap((id) => {
          const text = own[part]?.[id];
          return text === undefined ? [] : rows(`${part}.${id}`, 'the warning beside the clicks', [text], WARNING);
        }),
      ),
    ];
  });
}

/** Whoever a remark that weighs something applies to has a warning beside the clicks. */
export function checkHeadlines({ steps }: Pick<WholeGuide, 'steps'>): readonly Problem[] {
  return steps.flatMap((step) => {
    const heavy = [...(step.notes ?? []), ...(step.traps ?? [])].filter(({ weight }) => weight !== 'plain');
    const shown = new Set(heavy.filter(({ headline }) => headline === true).map(({ when }) => JSON.stringify(when)));
    const missing = heavy.find(({ when }) => !shown.has(JSON.stringify(undefined)) && !shown.has(JSON.stringify(when)));
    return missing === undefined
      ? []
      : [
          {
            rule: 'headline',
            where: `steps.${step.id}`,
            what: `"${missing.id}" weighs ${missing.weight}, and whoever it applies to has no \`headline\` beside the clicks`,
          },
        ];
  });
}

const headlinesOf = (step: GuideStep, part: 'notes' | 'traps'): readonly string[] =>
  (step[part] ?? []).filter(({ headline }) => headline === true).map(({ id }) => id);

type Spans = ReturnType<typeof spansOf>;
type Speaker = (text: string, columns: number) => Spans;

/** A row of this many columns or fewer is one of a narrow terminal. */
const NARROW = 40;

/**
 * A text as drawn without colours, which takes the most room: once with English menus, once with those of `tag`. In a
 * narrow terminal the English words beside a translation have no room and are left out.
 */
function speakers(tag: string, words: RawWords, guide: WholeGuide): readonly Speaker[] {
  return [...new Set(['en', tag])].map((menuLang) => {
    const line = lineSpeaker(guide, menuLang);
    return (text, columns) => {
      const whole = line((args) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name])));
      const drawn =
        columns > NARROW
          ? whole
          : whole.map((part) =>
              typeof part === 'string' || part.kind !== 'label' ? part : { kind: part.kind, text: part.text },
            );
      return spansOf(drawn, { style: plainStyle, quotes: words.language.quotes });
    };
  });
}

const rowsOf = (spans: Spans, columns: number): number =>
  wrap(
    spans.map((span) => (span.keep === 'always' ? { ...span, keep: 'together' } : span)),
    columns,
  ).length;

const plain = (spans: Spans): string => spans.map(({ text }) => text).join('');
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
