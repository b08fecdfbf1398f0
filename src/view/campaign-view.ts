// `quitgpt campaign`: what the campaign is, asks for and claims, each under the name of whoever reports it.
import type { Block, Document, Json, Line } from './document';
import { paragraph } from './document';
import { publisherOf, sourceLine, sourcesResult } from './source-lines';
import type { Translator } from './translator';

const GROUPS = ['about', 'asks', 'figures', 'measured', 'people', 'politics', 'unknown'] as const;

/** Everything known of the campaign, and what was looked for and not found. */
export function campaignDocument(translator: Translator): Document {
  const {
    ui,
    say,
    catalogue: { guide, words },
  } = translator;
  const title = say(ui.campaign.title);
  const entries = guide.campaign.map((entry) => ({ ...entry, text: say(words.campaign[entry.id] ?? entry.id) }));
  const looked =
    entries
      .map(({ checked }) => checked)
      .sort()
      .at(-1) ?? '';
  const names = (sources: readonly string[]): string =>
    [
      ...new Set(sources.flatMap((id) => guide.sources[id] ?? []).map((source) => publisherOf(translator, source))),
    ].join(', ');
  const dated = ({ date, text, sources }: (typeof entries)[number]): Line =>
    date === undefined ? [text] : [{ kind: 'strong', text: translator.day(date) }, ` · ${text} (${names(sources)})`];
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(say(ui.campaign.intro)),
      ...GROUPS.flatMap((group): readonly Block[] => {
        const own = entries.filter((entry) => entry.group === group);
        if (own.length === 0) return [];
        const sources = [...new Set(own.flatMap((entry) => entry.sources))];
        return [
          { kind: 'heading', level: 2, text: say(ui.campaign[`group_${group}`]) },
          ...(group === 'figures'
            ? [paragraph(say(ui.campaign.figures_what))]
            : group === 'unknown'
              ? [paragraph(say(ui.campaign.unknown_what, { date: translator.day(looked) }))]
              : []),
          { kind: 'list', ordered: false, items: own.map(dated) },
          ...(sources.length === 0
            ? []
            : [
                {
                  kind: 'list',
                  ordered: false,
                  title: say(ui.why.said_by),
                  tone: 'quiet',
                  items: sources.map((id) => sourceLine(translator, guide.sources[id])),
                } as const,
              ]),
        ];
      }),
      paragraph(say(ui.common.not_affiliated), 'quiet'),
    ],
    result: {
      looked,
      entries: entries.map(({ id, group, date, text, sources, checked }): Json => ({
        id,
        group,
        date,
        text,
        reportedBy: sourcesResult(translator, sources),
        checked,
      })),
    },
  };
}
