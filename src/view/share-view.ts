// A text to share, made of what the person said and nothing else, in the form and length of the place it goes to.
import type { Place } from '../content/schema';
import type { Summary } from '../journey/summary';
import { graphemesOf, lengthBy } from './counting';
import type { Document } from './document';
import { paragraph } from './document';
import { reasonText } from './summary-view';
import type { Translator } from './translator';

export type ShareText = {
  readonly place: Place;
  /** What happened, and the reason when one was given. */
  readonly text: string;
  /** For places that have a title or a subject of their own. */
  readonly title?: string;
  /** The length of `text` as the place counts. */
  readonly length: number;
  /** Whether the reason had to be shortened; what happened never is. */
  readonly isShortened: boolean;
  /** The page on which to write, filled in; only where one is known. */
  readonly page?: string;
};

/** The text for `place`, within its limit. */
export function shareText(translator: Translator, summary: Summary, place: Place): ShareText {
  const what = whatHappened(translator, summary);
  const reason = tamed(reasonText(translator, summary));
  const whole = (given: string | undefined): string =>
    [
      what,
      ...(given === undefined ? [] : [translator.say(translator.ui.share.because, { reason: withoutStop(given) })]),
    ].join(' ');
  const fits = (text: string): boolean => place.limit === undefined || lengthBy(place.count, text) <= place.limit;
  const full = whole(reason);
  const text = fits(full) || reason === undefined ? full : whole(longestThatFits(reason, (part) => fits(whole(part))));
  const title = place.titleLimit === undefined ? undefined : shortened(what, place.titleLimit);
  return {
    place,
    text,
    ...(title === undefined ? {} : { title }),
    length: lengthBy(place.count, text),
    isShortened: text !== full,
    ...(place.compose === undefined ? {} : { page: pageFor(place.compose, text, title) }),
  };
}

/** The text as people see it on a screen, with its title above it where it has one. */
export function shareDocument(translator: Translator, { place, text, title }: ShareText): Document {
  const heading = translator.say(translator.ui.ending.share_title);
  const name = translator.say(translator.ui.share[`place_${place.id}`]);
  return {
    lang: translator.lang,
    title: heading,
    blocks: [
      { kind: 'heading', level: 2, text: heading, aside: { text: name, tone: 'quiet' } },
      ...(title === undefined ? [] : [paragraph([{ kind: 'strong', text: title }])]),
      paragraph(text),
    ],
    result: { text },
  };
}

function whatHappened(translator: Translator, { plan, cancelled, deleted }: Summary): string {
  const { ui } = translator;
  const first = cancelled[0];
  const date = first === undefined ? '' : translator.day(first.on);
  const what = [
    ...(first === undefined
      ? []
      : [
          plan === undefined || plan === 'free'
            ? translator.say(ui.share.cancelled, { date })
            : translator.say(ui.share.cancelled_plan, { date, plan: translator.say(ui.choices[`plan_${plan}`]) }),
        ]),
    ...(deleted === undefined ? [] : [translator.say(ui.share.deleted, { date: translator.day(deleted.on) })]),
  ];
  return (what.length > 0 ? what : [translator.say(ui.share.started)]).join(' ');
}

/** On one line, without what acts without being seen: this goes to clipboards and pages, where nobody looks for it. */
function tamed(text: string | undefined): string | undefined {
  const plain = text
    ?.replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu, '')
    .trim();
  return plain === '' ? undefined : plain;
}

/** The sentence around a reason has its own full stop. */
function withoutStop(reason: string): string {
  return reason.replace(/(?<!\.)\.$/, '');
}

/** The longest beginning of `text` that fits, ended by … after a whole word where there is one; `undefined` when none does. */
function longestThatFits(text: string, fits: (part: string) => boolean): string | undefined {
  const parts = graphemesOf(text);
  let [most, tooMany] = [0, parts.length];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(`${parts.slice(0, middle).join('')}…`)) most = middle;
    else tooMany = middle;
  }
  const cut = parts.slice(0, most).join('');
  const atWord = parts[most]?.trim() === '' ? cut : cut.replace(/\s+\S*$/, '');
  const kept = (atWord === '' ? cut : atWord)
    .trimEnd()
    .replace(/[,;:.…–-]+$/, '')
    .trimEnd();
  return kept === '' ? undefined : `${kept}…`;
}

function shortened(text: string, most: number): string {
  return [...text].length <= most ? text : (longestThatFits(text, (part) => [...part].length <= most) ?? '');
}

function pageFor(
  { url, text: textName, title: titleName }: NonNullable<Place['compose']>,
  text: string,
  title: string | undefined,
): string {
  const given = [
    ...(titleName === undefined || title === undefined ? [] : [[titleName, title] as const]),
    [textName, text] as const,
  ];
  return `${url}${url.includes('?') ? '&' : '?'}${given.map(([name, value]) => `${name}=${encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'))}`).join('&')}`;
}
