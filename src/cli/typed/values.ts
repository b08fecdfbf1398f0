// What was typed, parsed into values: closed sets, lists, days. Nobody checks them again.
import { distance } from 'fastest-levenshtein';
import { parseCivilDate } from '../../journey/dates';
import type { CivilDate } from '../../journey/dates';
import { UNSURE } from '../../journey/profile';
import type { Profile } from '../../journey/profile';
import { answered, NONE } from '../../journey/questions';
import type { QuestionId } from '../../journey/questions';
import { FORMATS } from '../../render/formats';
import type { Format } from '../../render/formats';
import { CliError } from '../cli-error';
import { CHOICES_OF, FLAG_OF } from './options';
import type { OutputFlags, SituationFlags } from './options';

/** The answers given by flags on the day `today`, laid over `base`. Throws a CliError naming the flag and what it takes. */
export function profileFromFlags(flags: SituationFlags, base: Profile, today: CivilDate): Profile {
  const given: readonly (readonly [QuestionId, string | readonly string[] | undefined])[] = [
    ['goal', flags.goal],
    ['plan', flags.plan],
    ['role', flags.role],
    ['billed-by', flags.billedBy],
    ['uses', flags.uses],
    ['next-billing', flags.nextBilling],
    ['region', flags.region],
    ['charged-on', flags.chargedOn],
  ];
  const profile = given.reduce(
    (sofar, [id, value]) => (value === undefined ? sofar : answered(sofar, id, parseAnswer(id, value))),
    base,
  );
  const on = profile.chargedOn;
  if (on !== undefined && on !== UNSURE && on > today)
    throw new CliError('future_day', { option: FLAG_OF['charged-on'], value: on }, { flag: FLAG_OF['charged-on'] });
  const switched = SWITCHES.filter((name) => flags[name] === true).map((name) => [name, true]);
  return { ...profile, ...(Object.fromEntries(switched) as Profile) };
}

/** What a flag without a value says of the person. */
const SWITCHES = ['lockedOut', 'sharedComputer', 'cleanUp', 'share'] as const satisfies readonly (keyof SituationFlags &
  keyof Profile)[];

/** The form of the result: `--json`, `--format`, or what the ending of `--out` says. `undefined` when nothing was said. */
export function formatFromFlags({ format, json, out }: OutputFlags): Format | undefined {
  if (json === true) return 'json';
  if (format !== undefined) return oneOf('--format', format, FORMATS);
  const ending = out === undefined ? undefined : /\.(txt|md|markdown|html?|json)$/i.exec(out)?.[1]?.toLowerCase();
  return ending === undefined
    ? undefined
    : ({ txt: 'text', md: 'markdown', markdown: 'markdown', htm: 'html', html: 'html', json: 'json' } as const)[
        ending as 'md'
      ];
}

/** `value` as one of `list`, or a CliError with the list and the nearest word. */
export function oneOf<T extends string>(option: string, value: string, list: readonly T[]): T {
  const found = list.find((one) => one === value.trim().toLowerCase());
  if (found !== undefined) return found;
  const suggestion = nearest(value, list);
  throw new CliError(
    'bad_choice',
    { option, value, list: list.join(', ') },
    { flag: option, ...(suggestion === undefined ? {} : { suggestion }) },
  );
}

/** The word of `list` that `typed` was probably meant to be: one letter in three may differ, or it is its beginning. */
export function nearest(typed: string, list: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  const scored = list
    .map((one) => [one.startsWith(word) && word.length > 1 ? 1 : distance(word, one), one] as const)
    .sort(([a], [b]) => a - b);
  const [best] = scored;
  return best !== undefined && best[0] <= Math.max(1, Math.floor(word.length / 3)) ? best[1] : undefined;
}

function parseAnswer(id: QuestionId, value: string | readonly string[]): string | readonly string[] {
  const option = FLAG_OF[id];
  if (typeof value !== 'string') return parseList(option, value, CHOICES_OF[id]);
  if (id !== 'next-billing' && id !== 'charged-on') return oneOf(option, value, CHOICES_OF[id]);
  if (value === UNSURE) return value;
  const day = parseCivilDate(value);
  if (day === undefined) throw new CliError('bad_day', { option, value }, { flag: option });
  return day;
}

/** A comma list of `choices`, each word once. An empty one is an error ("none" is an answer), and "none" and "unsure" stand alone, as in a prompt. */
function parseList(option: string, value: readonly string[], choices: readonly string[]): readonly string[] {
  const words = value.flatMap((one) => one.split(',')).filter((one) => one.trim() !== '');
  const list = [...new Set(words.map((one) => oneOf(option, one, choices)))];
  const isMixed = list.length > 1 && list.some((one) => one === NONE || one === UNSURE);
  if (list.length === 0 || isMixed)
    throw new CliError('bad_choice', { option, value: value.join(','), list: choices.join(', ') }, { flag: option });
  return list;
}
