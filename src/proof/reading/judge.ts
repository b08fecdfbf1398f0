// What a picture looks like: whose page, and whether the plan on it goes on or ends. Advice, never a verdict.
import { daysIn } from './days-in';
import type { ReadDay } from './days-in';
import { holdsOne, placesOf, tokensOf } from './folding';
import type { Box, PictureLine } from './picture-lines';
import type { LanguageWords, Phrases, ReadingWords } from './reading-words';
import { pageSigns } from './page-signs';
import type { PageSigns } from './page-signs';
import { withoutQuotations } from './quotations';
import { sentencesOf } from './sentences';
import type { Sentence } from './sentences';
import { looksLike } from './looks';
import type { Looks, PlanState } from './looks';
import { isOfAnother, statementsOf } from './statements';
import type { Evidence } from './statements';

/**
 * Why an end that is named does not count: money goes on, it is a question or a story, it is still to be confirmed, it is denied, or
 * it is that of another service.
 */
export type Against = 'goes-on' | 'told' | 'unconfirmed' | 'denied' | 'others';

export interface Judgement {
  readonly looks: Looks;
  readonly plan: PlanState;
  /** Where `plan` is `unsaid` although an end is named. */
  readonly against?: Against;
  /** When it renews, or ends. */
  readonly day?: ReadDay;
}

/** What the step is about, as far as a picture can tell. */
export interface Expected {
  /** Who is cancelled with; left out where the step is about several, or none of the three. */
  readonly biller?: 'openai' | 'apple' | 'google';
  readonly deletes: boolean;
}

/** How well a picture fits a step: `fits`, or what speaks against it; `unsure` where it says too little. */
export type Fit = 'fits' | 'still-active' | 'mixed' | 'other-biller' | 'not-deletion' | 'unsure';

/** Judges by words only. `today` (`YYYY-MM-DD`) gives dates without a year theirs. */
export function judge(lines: readonly PictureLine[], words: ReadingWords, today: string): Judgement {
  const sentences = sentencesOf(lines);
  const all = sentences.map(({ text }) => tokensOf(text));
  const languages = languagesOf(all.flat(), words);
  const names = (phrases: readonly string[]): readonly Sentence[] =>
    sentences.filter((_, index) => holdsOne(phrases, all[index] ?? []));
  const others = sentences.filter(
    ({ text }, index) =>
      holdsOne(words.others, all[index] ?? []) ||
      isOfAnother(text, all[index] ?? [], words, languages) ||
      (index < TOP && isHostOfAnother(text, words)),
  );
  const mentions = names(words.service).filter((one) => !others.includes(one));
  if (mentions.length === 0) return { looks: 'none', plan: 'unsaid' };
  const said = withoutQuotations(sentences);
  const signs = pageSigns(said, words, languagesOf(all.flat(), words, NEARLY));
  const statements = said.flatMap((sentence, index) => {
    const around = { before: said.slice(0, index), after: said.slice(index + 1) };
    return statementsOf(sentence, around, words, languages, today).map((one) => ({
      ...one,
      isOurs:
        mentions.some(({ box }) => box === sentence.box) ||
        (isOurs(one.box, mentions, others) &&
          (one.isNamed || one.state !== 'ending' || !isInTable(one.box, said, mentions))),
    }));
  });
  const ours = statements.filter((one) => one.isOurs && (one.isNamed || one.state === 'active' || !signs.hasBalance));
  const weight = weighed(ours, mentions);
  const taken = takenBack(weight, signs, ours);
  const { plan, day = plan === 'ending' ? onlyDay(said, words, languages, today) : undefined } =
    taken === undefined ? weight : { plan: taken.plan };
  const looks = looksLike(all, words, languages, plan, {
    isOfOthers: statements.some((one) => !one.isOurs),
    isMail: signs.isMail,
  });
  const isElsewhere =
    taken === undefined && plan === 'unsaid' && statements.some((one) => !one.isOurs && one.state !== 'active');
  const against =
    taken?.plan === 'unsaid' ? { against: taken.against } : isElsewhere ? { against: 'others' as const } : {};
  if (looks === 'none') return { looks, plan: 'unsaid', ...against };
  return { looks, plan, ...(day === undefined ? {} : { day }), ...against };
}

/** How well a judgement fits the step. */
export function fitOf({ looks, plan }: Judgement, { biller, deletes }: Expected): Fit {
  if (looks === 'none' || plan === 'unsaid') return 'unsure';
  if (deletes) return plan === 'deleted' ? 'fits' : 'not-deletion';
  if (plan === 'active') return 'still-active';
  if (plan === 'mixed') return 'mixed';
  return biller !== undefined && looks !== 'notice' && looks !== biller ? 'other-biller' : 'fits';
}

/** On a short page, a language with this share of the best one's count may be the right one too. */
const NEARLY = 0.7;

/** The languages with the most known words, and those with at least `share` of that count. All of them when no word is known. */
function languagesOf(tokens: readonly string[], { languages }: ReadingWords, share = 1): readonly LanguageWords[] {
  const counted = Object.values(languages).map((language) => {
    const phrases = [language.billing, language.renews, language.stopped, language.ends, language.deleted].flatMap(
      wordsOf,
    );
    const known = phrases.reduce((sum, phrase) => sum + placesOf(phrase, tokens).length * phrase.split(' ').length, 0);
    return { language, count: 2 * known + tokens.filter((token) => language.common.includes(token)).length };
  });
  const most = Math.max(...counted.map(({ count }) => count));
  return counted.filter(({ count }) => count >= most * share).map(({ language }) => language);
}

function wordsOf(phrases: readonly Phrases[]): readonly string[] {
  return phrases.flatMap(({ words }) => words);
}

/** An end farther than this many heights of its line from the name of the service is not known to be the service's. */
const REACH = 40;

/**
 * The name nearest to what is said has to be the service's, not too far off, and in no row with another's: a tab, a bookmark or a
 * mail in a list says nothing of what stands under it. Where another name stands, what stands above our name is not ours.
 */
function isOurs(box: Box, mentions: readonly Sentence[], others: readonly Sentence[]): boolean {
  const [nearest] = mentions
    .map((one) => ({ name: one.box, far: distance(one.box, box) }))
    .sort((one, other) => one.far - other.far);
  if (nearest === undefined || nearest.far > REACH * (box.bottom - box.top)) return false;
  const height = nearest.name.bottom - nearest.name.top;
  const isShared = others.some((one) => Math.abs(one.box.top - nearest.name.top) < height);
  return !isShared && nearest.far < Math.min(...others.map((one) => Math.abs(box.top - one.box.top)));
}

/** A row of a list of contracts: name, price, state. It is of the service only where its name stands in it, and in no other row. */
function isInTable(box: Box, sentences: readonly Sentence[], mentions: readonly Sentence[]): boolean {
  const rowOf = ({ top, bottom }: Box): readonly Sentence[] =>
    sentences.filter((one) => Math.abs(one.box.top - top) < (bottom - top) / 2);
  const row = rowOf(box);
  const isNamed = row.some((one) => mentions.some((mention) => mention.box === one.box));
  return row.length >= COLUMNS && !isNamed && mentions.some((mention) => rowOf(mention.box).length >= COLUMNS);
}

const COLUMNS = 3;

/** Tabs and the address of a page are among the first this many sentences of a picture. */
const TOP = 8;

/** The address of a page, of a host that is neither the service's nor a store's. */
function isHostOfAnother(text: string, { publicHosts, service }: ReadingWords): boolean {
  const host = /(?:^|\s)(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?:\/\S*)?$/i.exec(text.trim())?.[1]?.toLowerCase();
  return (
    host !== undefined &&
    !text.includes('@') &&
    text.split(' ').length <= 3 &&
    !publicHosts.some((known) => host === known || host.endsWith(`.${known}`)) &&
    !service.some((name) => host.includes(name.replaceAll(' ', '')))
  );
}

/** What the whole page takes back: an end beside money that goes on, a deletion that is still to be confirmed. `undefined` where it stands. */
function takenBack(
  { plan }: Weight,
  { goesOn, isTold, isUnconfirmed, isNotStopped, isNotDeleted }: PageSigns,
  said: readonly Evidence[],
): { readonly plan: 'mixed' | 'unsaid'; readonly against: Against } | undefined {
  if (plan !== 'deleted' && plan !== 'ending' && plan !== 'mixed') return undefined;
  if (isTold) return { plan: 'unsaid', against: 'told' };
  if (isUnconfirmed) return { plan: 'unsaid', against: 'unconfirmed' };
  if (plan === 'deleted' ? isNotDeleted : isNotStopped) return { plan: 'unsaid', against: 'denied' };
  if (plan === 'deleted' || !goesOn) return undefined;
  return { plan: said.some(({ state }) => state === 'active') ? 'mixed' : 'unsaid', against: 'goes-on' };
}

interface Weight {
  readonly plan: PlanState;
  readonly day?: ReadDay | undefined;
}

/** The evidence nearest under the name of the service counts; another state that stands about as near makes it mixed. */
function weighed(evidence: readonly Evidence[], mentions: readonly Sentence[]): Weight {
  const near = evidence
    .map((one) => ({ ...one, distance: Math.min(...mentions.map(({ box }) => distance(box, one.box))) }))
    .sort((one, other) => one.distance - other.distance);
  const [first] = near;
  if (first === undefined) return { plan: 'unsaid' };
  const deleted = near.find(({ state }) => state === 'deleted');
  if (deleted !== undefined) return { plan: 'deleted', day: deleted.day };
  const reach = first.distance + 6 * (first.box.bottom - first.box.top);
  const isMixed = near.some(({ state, distance: far }) => state !== first.state && far <= reach);
  const same = near.filter(({ state, day: known }) => state === first.state && known !== undefined);
  const { day } = same.find(({ endsOn }) => endsOn) ?? same[0] ?? first;
  return isMixed ? { plan: 'mixed', day } : { plan: first.state, day };
}

/** The only day on the page that is still to come and not that of something else. */
function onlyDay(
  sentences: readonly Sentence[],
  { others }: ReadingWords,
  languages: readonly LanguageWords[],
  today: string,
): ReadDay | undefined {
  const isElse = (tokens: readonly string[]): boolean =>
    holdsOne(others, tokens) ||
    languages.some(({ otherThings, invoice }) => holdsOne(otherThings, tokens) || holdsOne(invoice, tokens));
  const days = sentences
    .filter(({ text }) => !isElse(tokensOf(text)))
    .flatMap(({ text }) => daysIn(text, languages, today))
    .filter((day) => day.kind === 'ambiguous' || day.on > today);
  return new Set(days.map((day) => JSON.stringify(day))).size === 1 ? days[0] : undefined;
}

/** Pixels from a name down to a box at its height or under it; a box above it counts three times as far. */
function distance(name: Box, box: Box): number {
  const down = box.top - name.top;
  const height = name.bottom - name.top;
  return down >= -height ? Math.max(0, down) : -down * 3;
}
