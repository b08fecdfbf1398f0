// The numbers of a data export as rows: what is in it, what was checked, what ChatGPT remembered.
import type { Findings, Titled, Titles, Verdict } from '../archive/check/findings';
import type { RememberedCount, RememberedCounts } from '../archive/conversation/remembered';
import { daysBetween } from '../journey/dates';
import type { CivilDate } from '../journey/dates';
import type { Fact } from './document';
import { sizeText } from './size-text';
import type { Translator } from './translator';
import { MOST_NAMED, number } from './export-troubles';

export type ExportReport = {
  /** Short form, as people know it. */
  readonly file: string;
  readonly verdict: Verdict;
  readonly findings: Findings;
  /** `undefined` where titles are not to be shown. */
  readonly titles: Titles | undefined;
  readonly today: CivilDate;
};

/** One row for each number there is; what belongs to a number stands under it. */
export function factRows(translator: Translator, { file, findings, titles, today }: ExportReport): readonly Fact[] {
  const { say, ui } = translator;
  const words = ui.export_check;
  // The first part stands beside the term, further ones under it.
  const rows = (term: keyof typeof words, ...parts: readonly (string | undefined)[]): readonly Fact[] =>
    parts
      .filter((part) => part !== undefined)
      .map((part, index) => ({ term: index === 0 ? say(words[term]) : '', line: [part] }));
  const some = (
    n: number,
    key:
      | 'copies'
      | 'behind'
      | 'drafts'
      | 'guessed'
      | 'broken'
      | 'circles'
      | 'images_value'
      | 'assets_missing'
      | 'unparsed_value'
      | 'voice_value'
      | 'library_digest'
      | 'library_size'
      | 'library_neither',
  ): string | undefined => (n > 0 ? say(words[key], { n }) : undefined);
  const {
    conversations,
    copies,
    messages,
    first,
    last,
    shards,
    files,
    page,
    unparsed,
    paths,
    assets,
    library,
    images,
    voice: spoken,
    sharedLinks,
    unknownTypes,
    made,
  } = findings;
  const isAlone = isConversationsAlone(findings);
  const madeOn = made === undefined ? undefined : dayOf(made);
  const unknown = Object.entries(unknownTypes).map(([type, n]) => `${type} (${number(translator, n)})`);
  return [
    ...rows('file', say(words.file_value, { file, size: sizeText(translator, findings.bytes) })),
    ...rows(
      'made',
      madeOn === undefined
        ? undefined
        : say(words.made_value, { date: translator.day(madeOn), days: Math.max(0, daysBetween(madeOn, today)) }),
    ),
    ...rows(
      'conversations',
      first === undefined || last === undefined
        ? say(words.conversations_bare, { n: conversations })
        : say(words.conversations_value, {
            n: conversations,
            first: translator.day(dayOf(first)),
            last: translator.day(dayOf(last)),
          }),
      some(copies, 'copies'),
    ),
    ...rows(
      'messages',
      say(words.messages_value, { n: messages.shown }),
      some(messages.drafts, 'drafts'),
      some(messages.behind, 'behind'),
    ),
    ...rows('page', page === undefined ? undefined : say(words.page_value, { n: page.same })),
    ...rows('page_missing', ...(titles?.missing ?? []).slice(0, MOST_NAMED).map((one) => titledText(translator, one))),
    ...rows('unparsed', some(unparsed, 'unparsed_value')),
    ...rows(
      'shards',
      shards.listed === undefined
        ? say(words.shards_bare, { n: shards.present })
        : say(words.shards_value, { present: shards.present, listed: number(translator, shards.listed) }),
    ),
    ...rows(
      'checked',
      say(words[`checked_${findings.kind === 'portal' ? 'zip' : findings.kind}`], {
        right: number(translator, files.right),
        n: files.all,
      }),
    ),
    ...(isAlone
      ? rows('assets', say(words.assets_named, { n: assets.referred }), some(images, 'images_value'))
      : rows(
          'assets',
          say(words.assets_value, { n: assets.shipped }),
          some(images, 'images_value'),
          some(assets.notShipped, 'assets_missing'),
        )),
    ...(library === undefined
      ? []
      : rows(
          'library',
          some(library.digest, 'library_digest'),
          some(library.size, 'library_size'),
          some(library.neither, 'library_neither'),
        )),
    ...rows('voice', some(spoken, 'voice_value')),
    ...rememberedRows(translator, findings, true),
    ...rows('links', isAlone ? say(words.links_unknown) : say(words.links_value, { n: sharedLinks })),
    ...rows('unknown', unknown.length === 0 ? undefined : say(words.unknown_value, { list: translator.list(unknown) })),
    ...rows('paths', some(paths.guessed, 'guessed'), some(paths.broken, 'broken'), some(paths.circles, 'circles')),
  ];
}

/** Whether nothing but conversations was there to be read. */
export function isConversationsAlone({ doubts }: Pick<Findings, 'doubts'>): boolean {
  return doubts.some(({ kind }) => kind === 'conversations-alone');
}

/** Custom instructions, and memory as ChatGPT had it and as it noted it. `withNone`: also what is not there. */
export function rememberedRows(
  { say, ui }: Translator,
  { remembered: { instructions, memory, notes } }: RememberedCounts,
  withNone: boolean,
): readonly Fact[] {
  const words = ui.export_check;
  const some = (
    key: 'instructions_found' | 'memory_found' | 'notes_found',
    { texts, chats }: RememberedCount,
  ): readonly string[] => (texts > 0 ? [say(words[key], { texts, chats })] : []);
  const rows = (
    term: 'instructions' | 'memory',
    found: readonly string[],
    more: readonly string[],
    none: string,
  ): readonly Fact[] =>
    [...found, ...(found.length > 0 ? more : withNone ? [none] : [])].map((text, index) => ({
      term: index === 0 ? say(words[term]) : '',
      line: [text],
    }));
  return [
    ...rows('instructions', some('instructions_found', instructions), [], say(words.not_found)),
    ...rows(
      'memory',
      [...some('memory_found', memory), ...some('notes_found', notes)],
      [say(words.memory_more)],
      say(words.memory_by_hand),
    ),
  ];
}

/** A conversation by its day, and by its title where it has one. */
export function titledText({ say, day, ui: { export_check: words } }: Translator, { title, on }: Titled): string {
  const date = day(dayOf(on));
  return title === undefined ? say(words.untitled, { date }) : say(words.titled, { date, title: shortened(title) });
}

function shortened(title: string): string {
  const letters = [...title.replace(/\s+/g, ' ').trim()];
  return letters.length > 100 ? `${letters.slice(0, 99).join('')}…` : letters.join('');
}

/** The day of an epoch time, in UTC. */
export function dayOf(seconds: number): CivilDate {
  return new Date(Math.min(Math.max(seconds, 0), 253_402_300_799) * 1000).toISOString().slice(0, 10) as CivilDate;
}
