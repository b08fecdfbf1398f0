// A kit for a table: poster, sheets for the usual cases, cards, a tally and a page for the helpers, in one language or several.
import type { CivilDate } from '../journey/dates';
import { OLD_COPY_DAYS } from './age-view';
import type { Block, Json, Kit, Line, Sheet, SheetBody } from './document';
import { paragraph } from './document';
import { caseBody, caseTitle } from './kit-case-view';
import { alsoNeeded, kitCases, sharedComputerSteps } from './kit-cases';
import type { AlsoNeeded, KitCase } from './kit-cases';
import { publisherOf } from './source-lines';
import { sourcesHere } from './sources-view';
import { wayBlocks } from './step-view';
import type { Translator } from './translator';

/** Cards on one piece of paper, and boxes in a row of the tally. */
const CARDS = 4;
const BOXES = 75;

/** The kit in the language of each of `translators`, in their order. `checked` is the day the content was checked. */
export function kitOf(translators: readonly [Translator, ...Translator[]], checked: string, today: CivilDate): Kit {
  const [first] = translators;
  const langs = translators.map(({ lang }) => lang);
  const cases = kitCases(first.catalogue.guide, today);
  const needed = alsoNeeded(first.catalogue.guide, today);
  const sheets = translators.flatMap((translator) => sheetsOf(translator, cases, { checked, today, langs, needed }));
  return {
    lang: first.lang,
    title: first.say(first.ui.kit.title),
    note: first.say(first.ui.kit.note),
    sheets,
    get result() {
      return { langs, checked, sheets: sheets.map((sheet) => sheetResult(first, sheet, cases)) };
    },
  };
}

type Made = {
  readonly checked: string;
  readonly today: CivilDate;
  readonly langs: readonly string[];
  readonly needed: AlsoNeeded;
};

function sheetsOf(translator: Translator, cases: readonly KitCase[], made: Made): readonly Sheet[] {
  const { lang, say, ui, catalogue } = translator;
  const { kit } = ui;
  const sheet = (id: string, which: string, title: string, body: SheetBody): Sheet => ({
    id: `${lang}-${id}`,
    lang,
    edge: [catalogue.words.language.name, which, say(ui.preamble.checked, { date: translator.day(made.checked) })],
    title,
    body,
  });
  return [
    sheet('poster', say(kit.edge_poster), say(kit.poster_title), posterBody(translator, cases)),
    ...cases.map((one) =>
      sheet(
        String(one.number),
        say(kit.edge_case, { number: one.number }),
        caseTitle(translator, one),
        caseBody(translator, one, { ...made, cases }),
      ),
    ),
    sheet('cards', say(kit.edge_cards), say(kit.card_title), cardsBody(translator, made.today)),
    sheet('tally', say(kit.edge_tally), say(kit.tally_title), tallyBody(translator)),
    sheet('helpers', say(kit.edge_helpers), say(kit.helpers_title), helpersBody(translator, cases, made)),
  ];
}

function posterBody({ say, line, ui: { kit } }: Translator, cases: readonly KitCase[]): SheetBody {
  const days = Math.max(...cases.map(({ journey }) => journey.waitDays));
  return {
    kind: 'poster',
    lead: [say(kit.poster_lead), say(kit.poster_lead_you)],
    rows: [
      { term: say(kit.poster_what), line: line(kit.poster_what_text) },
      { term: say(kit.poster_time), line: line(kit.poster_time_text, { days }) },
      { term: say(kit.poster_price), line: line(kit.poster_price_text) },
      { term: say(kit.poster_bring), line: line(kit.poster_bring_text) },
      { term: say(kit.poster_never), line: line(kit.poster_never_text) },
    ],
    foot: say(kit.poster_sides),
  };
}

/** What the guide asks of everybody at a computer that is not theirs, in its own words. */
function cardsBody(translator: Translator, today: CivilDate): SheetBody {
  const steps = sharedComputerSteps(translator.catalogue.guide, today);
  return {
    kind: 'cards',
    copies: CARDS,
    blocks: steps.flatMap((entry): readonly Block[] => {
      const words = translator.step(entry.step.id);
      return [
        { kind: 'heading', level: 2, text: translator.say(words.title) },
        ...entry.ways.flatMap(({ id }) => wayBlocks(translator, { ...entry, ways: [] }, id)),
        ...entry.traps.map(({ id }) => paragraph(translator.line(words.traps?.[id] ?? ''), 'warning')),
      ];
    }),
  };
}

function tallyBody({ say, line, ui: { kit } }: Translator): SheetBody {
  return {
    kind: 'tally',
    intro: [paragraph(line(kit.tally_voluntary)), paragraph(line(kit.tally_nothing), 'warning')],
    rows: [kit.tally_asked, kit.tally_cancelled, kit.tally_deleted, kit.tally_exported, kit.tally_kept].map((text) =>
      say(text),
    ),
    boxes: BOXES,
  };
}

function helpersBody(translator: Translator, cases: readonly KitCase[], { checked, langs }: Made): SheetBody {
  const { say, line, ui, day, list } = translator;
  const { kit } = ui;
  const lines = (...texts: readonly Parameters<typeof line>[0][]): readonly Line[] => texts.map((text) => line(text));
  const titled = (text: Parameters<typeof say>[0], ...blocks: readonly Block[]): readonly Block[] => [
    { kind: 'heading', level: 2, text: say(text) },
    ...blocks,
  ];
  return {
    kind: 'page',
    blocks: [
      ...titled(kit.never_title, {
        kind: 'list',
        ordered: false,
        items: lines(kit.never_click, kit.never_secret, kit.never_chats, kit.never_sides, kit.never_write),
      }),
      ...titled(kit.money_title, {
        kind: 'list',
        ordered: false,
        tone: 'warning',
        items: lines(kit.money_bar, kit.money_who, kit.money_promise, kit.money_delete),
      }),
      ...titled(
        kit.which_title,
        {
          kind: 'facts',
          rows: cases.map((one) => ({
            term: say(kit.edge_case, { number: one.number }),
            line: [caseTitle(translator, one)],
          })),
        },
        paragraph(line(kit.which_other)),
      ),
      ...titled(
        kit.from_title,
        paragraph(line(kit.from_text, { date: day(checked), list: list(publishers(translator, cases)) })),
      ),
      ...titled(kit.new_title, paragraph(line(kit.new_text, { langs: langs.join(','), days: OLD_COPY_DAYS }))),
    ],
  };
}

/** Who published what the steps of the sheets rest on, in the order in which they are met. */
function publishers(translator: Translator, cases: readonly KitCase[]): readonly string[] {
  const { sources } = translator.catalogue.guide;
  const ids = cases.flatMap(({ journey }) => journey.steps.flatMap((entry) => sourcesHere(translator, entry).sources));
  const named = ids.flatMap((id) => sources[id] ?? []).filter(({ unnamed }) => unnamed !== true);
  return [...new Set(named.map((source) => publisherOf(translator, source)))];
}

function sheetResult(
  { catalogue: { guide } }: Translator,
  { id, lang, title, body }: Sheet,
  cases: readonly KitCase[],
): Json {
  const own = body.kind === 'case' ? cases.find(({ number }) => number === body.number) : undefined;
  if (own === undefined) return { id, lang, kind: body.kind, title };
  const { steps } = own.journey;
  return {
    id,
    lang,
    kind: body.kind,
    title,
    steps: steps.map(({ step }) => step.id),
    pages: steps.flatMap(({ link }) => (link === undefined ? [] : (guide.links[link]?.url ?? []))),
  };
}
