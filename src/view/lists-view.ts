// The commands that print a list of the content: pages, reasons, other assistants.
import type { Block, Document, Fact, Json } from './document';
import { paragraph } from './document';
import { sourceLine, sourcesResult } from './source-lines';
import type { Voice } from './voice';

const PAGE_GROUPS = ['account', 'stores', 'platform', 'help', 'after', 'campaign', 'assistants'] as const;

/** Every page of the guide with the day it was checked, by group. */
export function pagesDocument(voice: Voice): Document {
  const {
    ui,
    catalogue: { guide, words },
  } = voice;
  const title = voice.say(ui.links.title);
  const groups = PAGE_GROUPS.map((group) => ({
    group,
    links: Object.entries(guide.links).filter(([, link]) => link.group === group),
  })).filter(({ links }) => links.length > 0);
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(voice.say(ui.links.how)),
      ...groups.flatMap(({ group, links }): readonly Block[] => [
        { kind: 'heading', level: 2, text: voice.say(ui.links[`group_${group}`]) },
        {
          kind: 'facts',
          rows: links.flatMap(([id, link]): readonly Fact[] => [
            {
              term: id,
              line: [
                voice.say(words.links[id] ?? id),
                ' · ',
                voice.say(ui.common.checked, { date: voice.day(link.checked) }),
              ],
            },
            { term: '', line: [{ kind: 'address', url: link.url }] },
          ]),
        },
      ]),
    ],
    result: {
      pages: groups.flatMap(({ group, links }) =>
        links.map(([id, { url, checked, confidence }]) => ({
          id,
          url,
          title: voice.say(words.links[id] ?? id),
          group,
          checked,
          confidence,
        })),
      ),
    },
  };
}

/** One page, about to be opened or only printed. */
export function pageDocument(voice: Voice, id: string): Document {
  const link = voice.catalogue.guide.links[id];
  if (link === undefined) throw new Error(`no link "${id}"`);
  const title = voice.say(voice.catalogue.words.links[id] ?? id);
  return {
    lang: voice.lang,
    title,
    blocks: [{ kind: 'page', url: link.url }],
    result: { id, url: link.url, title, checked: link.checked },
  };
}

/** The reasons people give: claim, who says so, when, source, and OpenAI's answer beside it at the same size. */
export function reasonsDocument(voice: Voice): Document {
  const {
    ui,
    catalogue: { guide, words },
  } = voice;
  const title = voice.say(ui.why.title);
  const claims = guide.claims.flatMap((claim) => {
    const own = words.claims[claim.id];
    return own === undefined ? [] : [{ claim, own }];
  });
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(voice.say(ui.why.intro)),
      ...claims.flatMap(({ claim, own }): readonly Block[] => {
        const sources = [...new Set([...claim.said, ...(claim.established ?? []), ...claim.answered])];
        return [
          { kind: 'heading', level: 2, text: voice.say(own.title), aside: { text: claim.id, tone: 'quiet' } },
          paragraph(voice.say(own.claim), 'plain', voice.say(ui.why.claim)),
          ...(own.established === undefined
            ? []
            : [paragraph(voice.say(own.established), 'plain', voice.say(ui.why.established))]),
          paragraph(voice.say(own.answer), 'plain', voice.say(ui.why.answer)),
          ...(own.note === undefined ? [] : [paragraph(voice.say(own.note), 'plain', voice.say(ui.why.note))]),
          {
            kind: 'list',
            ordered: false,
            title: voice.say(ui.why.said_by),
            tone: 'quiet',
            items: sources.map((id) => sourceLine(voice, guide.sources[id])),
          },
        ];
      }),
    ],
    result: {
      reasons: claims.map(({ claim, own }): Json => ({
        id: claim.id,
        title: voice.say(own.title),
        claim: voice.say(own.claim),
        established: own.established === undefined ? undefined : voice.say(own.established),
        answer: voice.say(own.answer),
        answered: claim.answered.length > 0,
        note: own.note === undefined ? undefined : voice.say(own.note),
        said: sourcesResult(voice, claim.said),
        answers: sourcesResult(voice, claim.answered),
        checked: claim.checked,
      })),
    },
  };
}

/** Other assistants in the order of content, which is alphabetical. */
export function alternativesDocument(voice: Voice): Document {
  const {
    ui,
    catalogue: { guide, words },
  } = voice;
  const title = voice.say(ui.alternatives.title);
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(voice.say(ui.alternatives.intro)),
      ...guide.alternatives.flatMap((one): readonly Block[] => {
        const own = words.alternatives[one.id];
        const link = one.link === undefined ? undefined : guide.links[one.link];
        if (own === undefined) return [];
        return [
          { kind: 'heading', level: 2, text: one.name },
          paragraph(voice.say(own.about)),
          paragraph(
            `${voice.say(own.imports)} (${voice.say(ui.common.checked, { date: voice.day(one.checked) })})`,
            'plain',
            voice.say(ui.alternatives.imports),
          ),
          link === undefined
            ? paragraph(voice.say(ui.alternatives.no_page), 'quiet', voice.say(ui.alternatives.page))
            : { kind: 'page', url: link.url },
        ];
      }),
    ],
    result: {
      alternatives: guide.alternatives.map((one) => ({
        id: one.id,
        name: one.name,
        imports: one.imports,
        what: voice.say(words.alternatives[one.id]?.imports ?? ''),
        page: one.link === undefined ? undefined : guide.links[one.link]?.url,
        checked: one.checked,
      })),
    },
  };
}
