// What a check of the data export says: the verdict first, then why, then the numbers, then what only the person can check.
import type { Doubt, Fault } from '../archive/container/faults';
import type { Findings, Titled, Titles, Verdict } from '../archive/check/findings';
import { LIMITS } from '../archive/container/limits';
import type { RememberedCount, RememberedCounts } from '../archive/conversation/remembered';
import { daysBetween } from '../journey/dates';
import type { CivilDate } from '../journey/dates';
import type { Block, Document, Fact, Json } from './document';
import { paragraph } from './document';
import { sizeText } from './size-text';
import type { Voice } from './voice';

export type ExportReport = {
  /** Short form, as people know it. */
  readonly file: string;
  readonly verdict: Verdict;
  readonly findings: Findings;
  /** `undefined` where titles are not to be shown. */
  readonly titles: Titles | undefined;
  readonly today: CivilDate;
};

/** Of each kind of trouble this many files are named. */
const MOST_NAMED = 5;

export function exportDocument(voice: Voice, report: ExportReport): Document {
  const { say, ui } = voice;
  const words = ui.export_check;
  const { verdict, findings } = report;
  const means =
    verdict === 'whole' && findings.kind === 'folder' ? words.whole_means_folder : words[`${verdict}_means`];
  const reasons = troubleLines(voice, findings);
  return {
    lang: voice.lang,
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
      { kind: 'facts', rows: factRows(voice, report) },
      ...titleBlocks(voice, report),
      paragraph(say(words.no_proof), 'quiet'),
      ...(findings.conversations > 0 ? [paragraph(voice.line(words.keep), 'quiet')] : []),
    ],
    result: resultOf(report),
  };
}

function factRows(voice: Voice, { file, findings, titles, today }: ExportReport): readonly Fact[] {
  const { say, ui } = voice;
  const words = ui.export_check;
  // What belongs to a number stands under it.
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
  const unknown = Object.entries(unknownTypes).map(([type, n]) => `${type} (${number(voice, n)})`);
  return [
    ...rows('file', say(words.file_value, { file, size: sizeText(voice, findings.bytes) })),
    ...rows(
      'made',
      madeOn === undefined
        ? undefined
        : say(words.made_value, { date: voice.day(madeOn), days: Math.max(0, daysBetween(madeOn, today)) }),
    ),
    ...rows(
      'conversations',
      first === undefined || last === undefined
        ? say(words.conversations_bare, { n: conversations })
        : say(words.conversations_value, {
            n: conversations,
            first: voice.day(dayOf(first)),
            last: voice.day(dayOf(last)),
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
    ...rows('page_missing', ...(titles?.missing ?? []).slice(0, MOST_NAMED).map((one) => titledText(voice, one))),
    ...rows('unparsed', some(unparsed, 'unparsed_value')),
    ...rows(
      'shards',
      shards.listed === undefined
        ? say(words.shards_bare, { n: shards.present })
        : say(words.shards_value, { present: shards.present, listed: number(voice, shards.listed) }),
    ),
    ...rows(
      'checked',
      say(words[`checked_${findings.kind === 'portal' ? 'zip' : findings.kind}`], {
        right: number(voice, files.right),
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
    ...rememberedRows(voice, findings, true),
    ...rows('links', isAlone ? say(words.links_unknown) : say(words.links_value, { n: sharedLinks })),
    ...rows('unknown', unknown.length === 0 ? undefined : say(words.unknown_value, { list: voice.list(unknown) })),
    ...rows('paths', some(paths.guessed, 'guessed'), some(paths.broken, 'broken'), some(paths.circles, 'circles')),
  ];
}

/** Whether nothing but conversations was there to be read. */
export function isConversationsAlone({ doubts }: Pick<Findings, 'doubts'>): boolean {
  return doubts.some(({ kind }) => kind === 'conversations-alone');
}

/** Custom instructions, and memory as ChatGPT had it and as it noted it. `withNone`: also what is not there. */
export function rememberedRows(
  { say, ui }: Voice,
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

/** The oldest and the newest title: the person compares them with their own list. */
function titleBlocks(voice: Voice, { titles, findings, verdict }: ExportReport): readonly Block[] {
  const { say, ui } = voice;
  const words = ui.export_check;
  if (findings.conversations === 0 || verdict === 'damaged') return [];
  if (titles === undefined) return [{ kind: 'paragraph', line: voice.line(words.look_off), title: say(words.look) }];
  const row = (term: 'oldest' | 'newest', titled: Titled | undefined): readonly Fact[] =>
    titled === undefined ? [] : [{ term: say(words[term]), line: [titledText(voice, titled)] }];
  const rows = [...row('oldest', titles.oldest), ...row('newest', titles.newest)];
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say(words.look) },
    { kind: 'facts', rows },
    paragraph([
      say(words.look_how),
      ...(findings.made === undefined ? [] : [` ${say(words.made_later, { date: voice.day(dayOf(findings.made)) })}`]),
    ]),
  ];
}

function titledText({ say, day, ui: { export_check: words } }: Voice, { title, on }: Titled): string {
  const date = day(dayOf(on));
  return title === undefined ? say(words.untitled, { date }) : say(words.titled, { date, title: shortened(title) });
}

function shortened(title: string): string {
  const letters = [...title.replace(/\s+/g, ' ').trim()];
  return letters.length > 100 ? `${letters.slice(0, 99).join('')}…` : letters.join('');
}

type Group<T> = { readonly first: T; readonly all: readonly T[] };

/** What is wrong in the same way stands together, in the order of the first of each. */
function grouped<T extends Fault | Doubt>(troubles: readonly T[]): readonly Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const one of troubles) {
    const kind =
      one.kind === 'missing' && one.shard ? 'missing_shard' : one.kind === 'limit' ? `limit ${one.limit}` : one.kind;
    groups.set(kind, [...(groups.get(kind) ?? []), one]);
  }
  return [...groups.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]));
}

/** One line for each kind of trouble, the files named. */
export function troubleLines(voice: Voice, { faults, doubts }: Pick<Findings, 'faults' | 'doubts'>): readonly string[] {
  return [
    ...grouped(faults).map((group) => faultLine(voice, group)),
    ...grouped(doubts).map((group) => doubtLine(voice, group)),
  ];
}

function faultLine(voice: Voice, { first, all }: Group<Fault>): string {
  const { say, ui } = voice;
  const key = first.kind === 'missing' && first.shard ? 'missing_shard' : first.kind;
  return say(ui.export_check[`fault_${key}`], {
    list: named(
      voice,
      all.map((one) =>
        'file' in one ? ('count' in one ? `${one.file} (${number(voice, one.count)})` : one.file) : '',
      ),
    ),
  });
}

function doubtLine(voice: Voice, { first, all }: Group<Doubt>): string {
  const { say, ui } = voice;
  const words = ui.export_check;
  if (first.kind !== 'limit')
    return say(words[`doubt_${first.kind}`], {
      list: named(
        voice,
        all.map((one) => ('file' in one ? (one.file ?? '') : '')),
      ),
    });
  const most = LIMITS[first.limit];
  const limit = say(words[`limit_${first.limit}`], { n: number(voice, most), size: sizeText(voice, most) });
  const files = all.flatMap((one) => ('file' in one && one.file !== undefined ? [one.file] : []));
  return say(words.doubt_limit, { list: files.length === 0 ? limit : `${limit} (${named(voice, files)})` });
}

function named(voice: Voice, files: readonly string[]): string {
  const more = files.length - MOST_NAMED;
  const list = files.slice(0, MOST_NAMED).map((file) => (file.length > 120 ? `${file.slice(0, 119)}…` : file));
  return `${list.join(', ')}${more > 0 ? ` ${voice.say(voice.ui.export_check.more, { n: more })}` : ''}`;
}

function number({ lang }: Voice, n: number): string {
  return new Intl.NumberFormat(lang).format(n);
}

/** The day of an epoch time, in UTC. */
export function dayOf(seconds: number): CivilDate {
  return new Date(Math.min(Math.max(seconds, 0), 253_402_300_799) * 1000).toISOString().slice(0, 10) as CivilDate;
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
