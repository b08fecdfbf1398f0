// What the letters may look like: on what each rests, to whom it goes, and its words in one language.
import { z } from 'zod';
import { LETTER_KINDS } from '../journey/letter';
import { confidence, day, slug, sourceIds, text } from './parts-schema';
import { conditionSchema } from './step-schema';

const facts = z.array(slug).min(1, 'what a letter says rests on a fact');

/** A sentence to the person, before or after the letter. */
const letterNoteSchema = z.strictObject({ id: slug, when: conditionSchema.optional(), facts });

/**
 * What a letter rests on for one person; of several the first whose condition holds. `applies`: whether it is a right there.
 * `days`: how long it lasts from the purchase, whose own day is not counted.
 */
const groundSchema = letterNoteSchema.extend({ applies: z.boolean(), days: z.number().int().positive().optional() });

const letterSchema = z.strictObject({
  id: z.enum(LETTER_KINDS),
  to: z.enum(['openai', 'bank', 'administrator']),
  mail: z.email().optional(),
  grounds: z.array(groundSchema),
  notes: z.array(letterNoteSchema),
  after: z.array(letterNoteSchema),
  /** Whether a data protection authority takes a complaint about it. */
  authority: z.boolean(),
  checked: day,
});

const cited = { sources: sourceIds, confidence, checked: day };

/** The files of content/guide that the letters have of their own. */
export const letterFiles = {
  letters: z.array(letterSchema),
  recipients: z.record(
    slug,
    z.strictObject({ name: text, post: z.array(text).min(1), when: conditionSchema, ...cited }),
  ),
  /** By country: two lower-case letters (ISO 3166-1). */
  authorities: z.record(
    z.string().regex(/^[a-z]{2}$/, 'a country is two lower-case letters'),
    z.strictObject({ name: text, url: z.url({ protocol: /^https$/ }), ...cited }),
  ),
};

const letterWordsSchema = z.strictObject({
  title: text,
  subject: text,
  /** The paragraphs. One that is `{ground}` alone gives way to what the ground says, or is left out. */
  body: z.array(text).min(1),
  /** `note` is for the person, `says` for the letter. */
  grounds: z.record(slug, z.strictObject({ note: text, says: text.optional() })),
  notes: z.record(slug, text),
  after: z.record(slug, text),
});

/** The file `letters.yaml` of a language. */
export const lettersWordsSchema = z.strictObject({
  common: z.strictObject({
    before: text,
    letter: text,
    to: text,
    mail: text,
    post: text,
    date: text,
    subject: text,
    english: text,
    no_answer: text,
    sources: text,
    compared: text,
    no_advice: text,
    blanks: text,
    secrets: text,
    kept: text,
    last_day: text,
    too_late: text,
    authority: text,
    authority_any: text,
    openai: text,
    bank: text,
    administrator: text,
    draft: text,
  }),
  kinds: z.record(slug, letterWordsSchema),
});
