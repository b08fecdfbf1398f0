// What is wrong with a data export, or keeps it from being called whole: a line for each kind, the files named.
import type { Doubt, Fault } from '../archive/container/faults';
import type { Findings } from '../archive/check/findings';
import { LIMITS } from '../archive/container/limits';
import { sizeText } from './size-text';
import type { Translator } from './translator';

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
export function troubleLines(
  translator: Translator,
  { faults, doubts }: Pick<Findings, 'faults' | 'doubts'>,
): readonly string[] {
  return [
    ...grouped(faults).map((group) => faultLine(translator, group)),
    ...grouped(doubts).map((group) => doubtLine(translator, group)),
  ];
}

function faultLine(translator: Translator, { first, all }: Group<Fault>): string {
  const { say, ui } = translator;
  const key = first.kind === 'missing' && first.shard ? 'missing_shard' : first.kind;
  return say(ui.export_check[`fault_${key}`], {
    list: named(
      translator,
      all.map((one) =>
        'file' in one ? ('count' in one ? `${one.file} (${number(translator, one.count)})` : one.file) : '',
      ),
    ),
  });
}

function doubtLine(translator: Translator, { first, all }: Group<Doubt>): string {
  const { say, ui } = translator;
  const words = ui.export_check;
  if (first.kind !== 'limit')
    return say(words[`doubt_${first.kind}`], {
      list: named(
        translator,
        all.map((one) => ('file' in one ? (one.file ?? '') : '')),
      ),
    });
  const most = LIMITS[first.limit];
  const limit = say(words[`limit_${first.limit}`], { n: number(translator, most), size: sizeText(translator, most) });
  const files = all.flatMap((one) => ('file' in one && one.file !== undefined ? [one.file] : []));
  return say(words.doubt_limit, { list: files.length === 0 ? limit : `${limit} (${named(translator, files)})` });
}

function named(translator: Translator, files: readonly string[]): string {
  const more = files.length - MOST_NAMED;
  const list = files.slice(0, MOST_NAMED).map((file) => (file.length > 120 ? `${file.slice(0, 119)}…` : file));
  return `${list.join(', ')}${more > 0 ? ` ${translator.say(translator.ui.export_check.more, { n: more })}` : ''}`;
}

/** A number as people of the language write it. */
export function number({ lang }: Translator, n: number): string {
  return new Intl.NumberFormat(lang).format(n);
}
