// What a letter rests on for one person: its ground, its recipient, its days, and the notes that concern them.
import type { Guide, LettersGuide } from '../content/schema';
import { holds } from '../journey/condition';
import type { CivilDate } from '../journey/dates';
import { addDays } from '../journey/dates';
import { aMonthAfter } from '../journey/letter';
import { UNSURE } from '../journey/profile';
import type { LetterAsked } from './letter-text';

type GuideLetter = LettersGuide['letters'][number];
type Note = GuideLetter['notes'][number];

export type Basis = {
  readonly letter: GuideLetter;
  readonly ground: GuideLetter['grounds'][number] | undefined;
  /** Whether it is a right where the person lives, and its time is not over. */
  readonly applies: boolean;
  /** The last day of a right that lasts for some days; it may be past, and then `isOver`. */
  readonly until: CivilDate | undefined;
  readonly isOver: boolean;
  /** When the answer is due if the letter arrives today, where a law says so. */
  readonly answer: CivilDate;
  readonly notes: readonly Note[];
  readonly after: readonly Note[];
  readonly recipient: LettersGuide['recipients'][string] | undefined;
  readonly takesComplaint: boolean;
  readonly authority: { readonly country: string; readonly name: string; readonly url: string } | undefined;
  /** What a line on the statement looks like. */
  readonly line: string | undefined;
  /** Ids of all that was named, each once. */
  readonly sources: readonly string[];
};

/** Regions of one country have its authority; in the EEA the person names theirs. */
const COUNTRIES: Readonly<Record<string, string>> = { uk: 'gb', switzerland: 'ch' };

/** What holds for this person, of all that the guide knows about the letter. */
export function basisOf(
  guide: LettersGuide,
  { billers }: Pick<Guide, 'billers'>,
  { kind, profile, country, today }: LetterAsked,
): Basis {
  const letter = guide.letters.find(({ id }) => id === kind);
  if (letter === undefined) throw new Error(`no letter "${kind}"`);
  const mine = <T extends Note>(list: readonly T[]): readonly T[] => list.filter(({ when }) => holds(when, profile));
  const [ground] = mine(letter.grounds);
  const notes = mine(letter.notes);
  const after = mine(letter.after);
  const until =
    ground?.days === undefined || profile.chargedOn === undefined || profile.chargedOn === UNSURE
      ? undefined
      : addDays(profile.chargedOn, ground.days);
  const isOver = until !== undefined && until < today;
  const recipient =
    letter.to === 'openai' ? Object.values(guide.recipients).find(({ when }) => holds(when, profile)) : undefined;
  const code = profile.region === 'eea' ? country : COUNTRIES[profile.region ?? ''];
  const takesComplaint = letter.authority && (profile.region === 'eea' || code !== undefined);
  const authority = !takesComplaint || code === undefined ? undefined : guide.authorities[code];
  const facts = [...(ground === undefined ? [] : [ground]), ...notes, ...after].flatMap((one) => one.facts);
  return {
    letter,
    ground,
    applies: ground?.applies === true && !isOver,
    until,
    isOver,
    answer: aMonthAfter(today),
    notes,
    after,
    recipient,
    takesComplaint,
    authority:
      authority === undefined || code === undefined
        ? undefined
        : { country: code, name: authority.name, url: authority.url },
    line: billers.find(
      ({ id }) => Array.isArray(profile.billedBy) && profile.billedBy.length === 1 && id === profile.billedBy[0],
    )?.statement[0],
    sources: [
      ...new Set([
        ...facts.flatMap((fact) => guide.facts[fact]?.sources ?? []),
        ...(recipient?.sources ?? []),
        ...(authority?.sources ?? []),
      ]),
    ],
  };
}
