// What was typed, parsed into values: closed sets, lists, days. Nobody checks them again.
import { distance } from 'fastest-levenshtein';
import type { Place } from '../content/schema';
import { parseCivilDate } from '../journey/dates';
import type { CivilDate } from '../journey/dates';
import { BILLERS, GOALS, PLANS, REGIONS, ROLES, UNSURE, USES } from '../journey/profile';
import type { Profile } from '../journey/profile';
import { answered, NONE } from '../journey/questions';
import type { QuestionId } from '../journey/questions';
import { FORMATS } from '../render/formats';
import type { Format } from '../render/formats';
import { Refusal } from './refusal';

/** The flag that answers each question. */
export const FLAG_OF: Readonly<Record<QuestionId, string>> = {
  goal: '--goal',
  plan: '--plan',
  'billed-by': '--billed-by',
  role: '--role',
  uses: '--uses',
  'next-billing': '--next-billing',
  region: '--region',
  'charged-on': '--charged-on',
};

/** What each question's flag takes. */
export const CHOICES_OF: Readonly<Record<QuestionId, readonly string[]>> = {
  goal: [...GOALS, UNSURE],
  plan: [...PLANS, UNSURE],
  'billed-by': [...BILLERS, NONE, UNSURE],
  role: [...ROLES, UNSURE],
  uses: [...USES, NONE, UNSURE],
  'next-billing': ['YYYY-MM-DD', UNSURE],
  region: [...REGIONS, UNSURE],
  'charged-on': ['YYYY-MM-DD', UNSURE],
};

/** The places of content/guide/places.yaml, named here so that a start need not read that file. */
export const PLACES = [
  'x',
  'bluesky',
  'mastodon',
  'threads',
  'reddit',
  'whatsapp',
  'email',
  'plain',
] as const satisfies readonly Place['id'][];

/** Flags of every command, as commander hands them over. */
export type GlobalFlags = {
  readonly lang?: string;
  readonly menuLang?: string;
  readonly open?: boolean;
  readonly plain?: boolean;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly input?: boolean;
  readonly record?: string | false;
  readonly yes?: boolean;
  readonly debug?: boolean;
};

export type SituationFlags = {
  readonly goal?: string;
  readonly plan?: string;
  readonly billedBy?: readonly string[];
  readonly role?: string;
  readonly uses?: readonly string[];
  readonly nextBilling?: string;
  readonly region?: string;
  readonly chargedOn?: string;
  readonly lockedOut?: boolean;
  readonly sharedComputer?: boolean;
  readonly cleanUp?: boolean;
  readonly share?: boolean;
};

export type OutputFlags = {
  readonly format?: string;
  readonly json?: boolean;
  readonly out?: string;
  readonly force?: boolean;
};
export type ProgressFlags = {
  readonly answers?: string;
  readonly step?: string;
  readonly done?: readonly string[];
  readonly skip?: readonly string[];
  readonly proof?: readonly string[];
  readonly reason?: string;
  readonly reasonText?: string;
  readonly name?: string;
};

/** The answers given by flags on the day `today`, laid over `base`. Throws a Refusal naming the flag and what it takes. */
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
    throw new Refusal('future_day', { option: FLAG_OF['charged-on'], value: on }, { flag: FLAG_OF['charged-on'] });
  const marks = MARKS.filter((mark) => flags[mark] === true).map((mark) => [mark, true]);
  return { ...profile, ...(Object.fromEntries(marks) as Profile) };
}

/** What a flag without a value says of the person. */
const MARKS = ['lockedOut', 'sharedComputer', 'cleanUp', 'share'] as const satisfies readonly (keyof SituationFlags &
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

/** `value` as one of `list`, or a Refusal with the list and the nearest word. */
export function oneOf<T extends string>(option: string, value: string, list: readonly T[]): T {
  const found = list.find((one) => one === value.trim().toLowerCase());
  if (found !== undefined) return found;
  const suggestion = nearest(value, list);
  throw new Refusal(
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
  if (day === undefined) throw new Refusal('bad_day', { option, value }, { flag: option });
  return day;
}

/** Every word once. Nothing at all is no answer ("none" is), and what stands alone in a prompt stands alone here. */
function parseList(option: string, value: readonly string[], choices: readonly string[]): readonly string[] {
  const words = value.flatMap((one) => one.split(',')).filter((one) => one.trim() !== '');
  const list = [...new Set(words.map((one) => oneOf(option, one, choices)))];
  const isMixed = list.length > 1 && list.some((one) => one === NONE || one === UNSURE);
  if (list.length === 0 || isMixed)
    throw new Refusal('bad_choice', { option, value: value.join(','), list: choices.join(', ') }, { flag: option });
  return list;
}
