// What the words of one language may look like: read when the content is built and in tests, never while the guide runs.
import { z } from 'zod';
import { lettersWordsSchema } from './letters-schema';
import { slug, text } from './parts-schema';

const stepWordsSchema = z.strictObject({
  title: text,
  why: text,
  /** "Only if Apple charges you": for steps that also show up when the person is not sure. */
  onlyIf: text.optional(),
  /** `last`: what is left to do at the end of the way's menu path, for forms that show only the path. */
  ways: z.record(slug, z.strictObject({ title: text.optional(), do: z.array(text).min(1), last: text.optional() })),
  /** What may look different on the person's screen. */
  different: z.array(text).optional(),
  traps: z.record(slug, text).optional(),
  worked: text,
  stuck: z.record(slug, z.strictObject({ problem: text, try: z.array(text).min(1) })),
  notes: z.record(slug, text).optional(),
  /** What the picture should show; only for steps with a proof. */
  proof: text.optional(),
  /** Only for irreversible steps. */
  gate: z.strictObject({ goes: z.array(text).min(1), stays: z.array(text).min(1) }).optional(),
});

/** `otherwise`: of something the person also uses, the sentence that is shown when no step of their way is about it. */
const choiceSchema = z.strictObject({
  label: text,
  hint: text.optional(),
  means: text.optional(),
  otherwise: text.optional(),
});
const questionWordsSchema = z.strictObject({
  title: text,
  /** The short name in the list of answers. */
  short: text,
  why: text,
  choices: z.record(slug, choiceSchema),
  /** How to find out, shown after "I'm not sure". */
  findOut: z.array(text).min(1),
});

const claimWordsSchema = z.strictObject({
  title: text,
  claim: text,
  established: text.optional(),
  answer: text,
  note: text.optional(),
});

/** Another assistant: who speaks of it, and what it takes over. */
const alternativeWordsSchema = z.strictObject({
  about: text,
  imports: text,
  /** What is done there, line by line, for each thing it takes over. Making the file comes before, and is said by the program. */
  takes: z.record(slug, z.strictObject({ do: z.array(text).min(1) })).optional(),
  /** What does not come along. */
  lost: text.optional(),
});

const pattern = text.refine((written) => {
  try {
    return new RegExp(written, 'iu') instanceof RegExp;
  } catch {
    return false;
  }
}, 'is no regular expression');

/** What a language is called, and what is peculiar to how it is written. The last two are for the check alone. */
const languageSchema = z.strictObject({
  name: text,
  reviewed: z.boolean(),
  quotes: z.tuple([text, text]),
  /** The first of a month where it is written as an ordinal: `1er`. */
  firstOfMonth: text.optional(),
  /** Regular expressions for words that no text has. */
  avoid: z.array(pattern).min(1),
  /** A regular expression for a large number beside a word for cancellations. */
  countedAsCancelled: pattern,
});

type Nested = string | readonly Nested[] | { readonly [key: string]: Nested };
const nested: z.ZodType<Nested> = z.lazy(() => z.union([text, z.array(nested).min(1), z.record(z.string(), nested)]));

/** All words of one language: one field per file of content/<language>. The keys of `ui` are those of the English file. */
export const wordsSchema = z.strictObject({
  language: languageSchema,
  ui: z.record(z.string(), nested),
  questions: z.record(slug, questionWordsSchema),
  steps: z.record(slug, stepWordsSchema),
  links: z.record(slug, text),
  sources: z.record(slug, text),
  claims: z.record(slug, claimWordsSchema),
  campaign: z.record(slug, text),
  alternatives: z.record(slug, alternativeWordsSchema),
  letters: lettersWordsSchema,
});

export type RawWords = z.infer<typeof wordsSchema>;
