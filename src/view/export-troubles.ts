// What is wrong with a data export, or keeps it from being called whole: a line for each kind, the files named.
import type { Doubt, Fault } from '../archive/container/faults';
import type { Findings } from '../archive/check/findings';
import { LIMITS } from '../archive/container/limits';
import { sizeText } from './size-text';
import type { Voice } from './voice';

/** Of each kind of trouble this many files are named. */
export const MOST_NAMED = 5;

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

/** A number as people of the language write it. */
export function number({ lang }: Voice, n: number): string {
  return new Intl.NumberFormat(lang).format(n);
}
