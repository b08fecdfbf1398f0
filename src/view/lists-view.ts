// The commands that print a list of the content: pages, reasons, other assistants.
import type { Alternative } from '../content/schema';
import type { Block, Document, Fact, Json } from './document';
import { paragraph } from './document';
import { sourceLine, sourcesResult } from './source-lines';
import type { Translator } from './translator';

const PAGE_GROUPS = ['account', 'stores', 'platform', 'help', 'after', 'campaign', 'assistants'] as const;

/** Every page of the guide with the day it was checked, by group. */
export function pagesDocument(translator: Translator): Document {
  const {
    ui,
    catalogue: { guide, words },
  } = translator;
  const title = translator.say(ui.links.title);
  const groups = PAGE_GROUPS.map((group) => ({
    group,
    links: Object.entries(guide.links).filter(([, link]) => link.group === group),
  })).filter(({ links }) => links.length > 0);
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(translator.say(ui.links.how)),
      ...groups.flatMap(({ group, links }): readonly Block[] => [
        { kind: 'heading', level: 2, text: translator.say(ui.links[`group_${group}`]) },
        {
          kind: 'facts',
          rows: links.flatMap(([id, link]): readonly Fact[] => [
            {
              term: id,
              line: [
                translator.say(words.links[id] ?? id),
                ' · ',
                translator.say(ui.common.checked, { date: translator.day(link.checked) }),
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
          title: translator.say(words.links[id] ?? id),
          group,
          checked,
          confidence,
        })),
      ),
    },
  };
}

/** One page, about to be opened or only printed. */
export function pageDocument(translator: Translator, id: string): Document {
  const link = translator.catalogue.guide.links[id];
  if (link === undefined) throw new Error(`no link "${id}"`);
  const title = translator.say(translator.catalogue.words.links[id] ?? id);
  return {
    lang: translator.lang,
    title,
    blocks: [{ kind: 'page', url: link.url }],
    result: { id, url: link.url, title, checked: link.checked },
  };
}

/** The reasons people give: claim, who says so, when, source, and OpenAI's answer beside it at the same size. */
export function reasonsDocument(translator: Translator): Document {
  const {
    ui,
    catalogue: { guide, words },
  } = translator;
  const title = translator.say(ui.why.title);
  const claims = guide.claims.flatMap((claim) => {
    const own = words.claims[claim.id];
    return own === undefined ? [] : [{ claim, own }];
  });
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(translator.say(ui.why.intro)),
      ...claims.flatMap(({ claim, own }): readonly Block[] => {
        const sources = [...new Set([...claim.said, ...(claim.established ?? []), ...claim.answered])];
        return [
          { kind: 'heading', level: 2, text: translator.say(own.title), aside: { text: claim.id, tone: 'quiet' } },
          paragraph(translator.say(own.claim), 'plain', translator.say(ui.why.claim)),
          ...(own.established === undefined
            ? []
            : [paragraph(translator.say(own.established), 'plain', translator.say(ui.why.established))]),
          paragraph(translator.say(own.answer), 'plain', translator.say(ui.why.answer)),
          ...(own.note === undefined
            ? []
            : [paragraph(translator.say(own.note), 'plain', translator.say(ui.why.note))]),
          {
            kind: 'list',
            ordered: false,
            title: translator.say(ui.why.said_by),
            tone: 'quiet',
            items: sources.map((id) => sourceLine(translator, guide.sources[id])),
          },
        ];
      }),
    ],
    result: {
      reasons: claims.map(({ claim, own }): Json => ({
        id: claim.id,
        title: translator.say(own.title),
        claim: translator.say(own.claim),
        established: own.established === undefined ? undefined : translator.say(own.established),
        answer: translator.say(own.answer),
        answered: claim.answered.length > 0,
        note: own.note === undefined ? undefined : translator.say(own.note),
        said: sourcesResult(translator, claim.said),
        answers: sourcesResult(translator, claim.answered),
        checked: claim.checked,
      })),
    },
  };
}

/** Other assistants in the order of content, which is alphabetical. */
export function alternativesDocument(translator: Translator): Document {
  const {
    ui,
    catalogue: { guide, words },
  } = translator;
  const title = translator.say(ui.alternatives.title);
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(translator.say(ui.alternatives.intro)),
      ...guide.alternatives.flatMap((one): readonly Block[] => {
        const own = words.alternatives[one.id];
        const link = one.link === undefined ? undefined : guide.links[one.link];
        if (own === undefined) return [];
        return [
          { kind: 'heading', level: 2, text: one.name },
          paragraph(translator.say(own.about)),
          paragraph(
            `${translator.say(own.imports)} (${translator.say(ui.common.checked, { date: translator.day(one.checked) })})`,
            'plain',
            translator.say(ui.alternatives.imports),
          ),
          link === undefined
            ? paragraph(translator.say(ui.alternatives.no_page), 'quiet', translator.say(ui.alternatives.page))
            : { kind: 'page', url: link.url },
        ];
      }),
    ],
    result: {
      alternatives: guide.alternatives.map((one) => ({
        id: one.id,
        name: one.name,
        kind: one.kind,
        imports: importsOf(one),
        what: translator.say(words.alternatives[one.id]?.imports ?? ''),
        page: one.link === undefined ? undefined : guide.links[one.link]?.url,
        checked: one.checked,
      })),
    },
  };
}

/** In one word for programs: what it takes over. */
function importsOf({ takes }: Alternative): string {
  const has = (what: string): boolean => takes.some(({ id }) => id === what);
  if (has('chats')) return has('memory') ? 'memory-and-chats' : 'chats';
  if (has('memory')) return takes.some(({ byHand }) => byHand === true) ? 'by-hand' : 'memory';
  return takes[0]?.id ?? 'unknown';
}
