// What the content may look like: read when the content is built and in tests, never while the guide runs.
import { z } from 'zod';
import { BILLERS, GOALS, PLANS, ROLES, UNSURE, USES } from '../journey/profile';
import type { Condition } from '../journey/condition';
import { readingWordsSchema } from './reading-schema';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are lower-case words joined by hyphens');
const labelId = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, 'label ids are lower-case words joined by underscores');
const day = z.iso.date();
/** A date as exact as the source gives it: a day, a month or a year. */
const sourceDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD');
const sourceMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM');
const sourceIds = z.array(slug).min(1, 'every fact has a source');
const confidence = z.enum(['high', 'medium', 'low']);
/** Kept as written: a no-break space at an end belongs to it. */
const text = z.string().regex(/\S/, 'a text is never empty');

/** Where a fact comes from. `article` is a number at OpenAI's Help Center; its address follows from it. */
const sourceSchema = z
  .strictObject({
    publisher: text,
    /** Nobody recorded who published it: `publisher` only says what it is, for readers of the file. */
    unnamed: z.boolean().optional(),
    title: text.optional(),
    article: z.number().int().optional(),
    url: z.url({ protocol: /^https$/ }).optional(),
    /** The date of the text, and not of the day on which it was read. */
    date: sourceDate,
    /** The text is from a span of months: its first one. `date` is its last one. */
    since: sourceMonth.optional(),
    /** Read in a reprint or a summary, not at the publisher's own address. */
    secondHand: z.boolean().optional(),
  })
  .refine(({ date, since }) => since === undefined || (sourceMonth.safeParse(date).success && since < date), { path: ['since'], message: '`since` is a month before `date`, which is a month too' });

/** A page the guide may open. `links.yaml` is the allow-list: nothing else is ever opened. */
const linkSchema = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  checked: day,
  sources: sourceIds,
  confidence,
  /** Listed by `quitgpt open`; help pages and background reading are not. */
  group: z.enum(['account', 'stores', 'platform', 'help', 'after', 'campaign', 'assistants']),
});

const oneOrMore = <const V extends string>(values: readonly [V, ...V[]]) => z.union([z.enum(values), z.array(z.enum(values)).min(1)]);
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      goal: z.enum(GOALS).optional(),
      plan: oneOrMore([...PLANS, UNSURE]).optional(),
      billedBy: oneOrMore([...BILLERS, UNSURE]).optional(),
      role: oneOrMore([...ROLES, UNSURE]).optional(),
      uses: oneOrMore([...USES, UNSURE]).optional(),
      lockedOut: z.boolean().optional(),
      charged: z.boolean().optional(),
      any: z.array(conditionSchema).min(2).optional(),
      not: conditionSchema.optional(),
    })
    .refine((condition) => Object.keys(condition).length > 0, 'a condition says something; leave `when` out for always'),
);

/** One way to do a step: a menu path, for one device or one state of the account. */
const waySchema = z.strictObject({
  id: slug,
  when: conditionSchema.optional(),
  path: z.array(labelId).optional(),
  /** The page to open when this way comes first, instead of the step's own. */
  link: slug.optional(),
});

const stepSchema = z.strictObject({
  id: slug,
  when: conditionSchema.optional(),
  /** The page this step opens; at most one. */
  link: slug.optional(),
  minutes: z.number().int().min(1),
  /** How long the person may have to wait after it, in days. */
  waitDays: z.number().int().min(1).optional(),
  deadline: z.enum(['before-renewal', 'after-renewal']).optional(),
  proof: z.boolean().optional(),
  irreversible: z.boolean().optional(),
  /** The data export is looked into here, and a deletion asks for what was found. */
  checksExport: z.boolean().optional(),
  /** Doing it deletes the account itself. */
  deletesAccount: z.boolean().optional(),
  optional: z.boolean().optional(),
  /** On paper its `why` says enough. */
  brief: z.boolean().optional(),
  /** Cancels a subscription: what must come before anything irreversible. */
  stopsBilling: z.enum(BILLERS).optional(),
  /** Steps that come first whenever they are in the journey; unfinished ones are named before an irreversible step. */
  after: z.array(slug).optional(),
  /** Questions to ask again once it is done: the person knows more now. */
  asks: z.array(z.enum(['plan', 'billedBy', 'role'])).optional(),
  ways: z.array(waySchema).min(1),
  /** The ways are parts, all to be done, and not alternatives. */
  everyWay: z.boolean().optional(),
  notes: z.array(z.strictObject({ id: slug, when: conditionSchema.optional(), tone: z.enum(['money', 'plain']).optional() })).optional(),
  /** What usually goes wrong here, in the order worth trying. `lockedOut` changes the route to the locked-out steps. */
  stuck: z.array(z.strictObject({ id: slug, lockedOut: z.boolean().optional() })).min(1),
  sources: sourceIds,
  checked: day,
});

const labelSchema = z.strictObject({
  /** Whose words: ChatGPT, OpenAI's API platform or privacy portal, a store, or an app for UPI payments. */
  on: z.enum(['chatgpt', 'platform', 'portal', 'apple', 'google', 'microsoft', 'email', 'upi']),
  en: text,
  /** Says what stands there and is not what is written: the person's own name, say. Shown without quotes. */
  described: z.boolean().optional(),
  sources: sourceIds,
  /** Attested words only. A language that is missing shows the English ones. */
  translations: z
    .record(z.string(), z.strictObject({ text: z.array(text).min(1), confidence: z.enum(['high', 'medium']), sources: sourceIds }))
    .optional(),
});

const planSchema = z.strictObject({ id: z.enum(PLANS), sources: sourceIds, checked: day });
const billerSchema = z.strictObject({ id: z.enum(BILLERS), statement: z.array(text), sources: sourceIds, checked: day });

/** A reason people give. The words are in the language folders; who said it and when are facts. */
const claimSchema = z.strictObject({
  id: slug,
  said: z.array(slug).min(1, 'a claim names who says it'),
  established: z.array(slug).optional(),
  /** Where OpenAI answers; an empty list means that no answer was found. */
  answered: z.array(slug),
  checked: day,
});

const alternativeSchema = z.strictObject({
  id: slug,
  name: text,
  /** A link id; some names have no address that could be verified. */
  link: slug.optional(),
  imports: z.enum(['memory', 'memory-and-chats', 'chats', 'unknown']),
  sources: sourceIds,
  checked: day,
});

const priceSchema = z.strictObject({
  plan: z.enum(PLANS),
  tier: text.optional(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  amount: z.number().positive(),
  confidence: z.enum(['high', 'medium']),
  sources: sourceIds,
  checked: day,
});

/** Where a text may be shared. Without limits a place takes any text; without `compose` no page of it is known. */
const placeSchema = z.strictObject({
  id: z.enum(['x', 'bluesky', 'mastodon', 'threads', 'reddit', 'whatsapp', 'email', 'plain']),
  /** How the place counts; see src/view/counting.ts. */
  count: z.enum(['weighted', 'graphemes', 'links-as-23', 'emoji-as-bytes', 'characters']),
  limit: z.number().int().positive().optional(),
  /** Only for places with a title or a subject of its own. */
  titleLimit: z.number().int().positive().optional(),
  /** The page on which to write, with the names of the parameters that fill it in. */
  compose: z.strictObject({ url: z.url({ protocol: /^https$/ }), text, title: text.optional() }).optional(),
  sources: z.array(slug),
  confidence,
  checked: day,
});

/** All facts, the same in every language: one field per file of content/guide. */
export const guideSchema = z.strictObject({
  sources: z.record(slug, sourceSchema),
  links: z.record(slug, linkSchema),
  plans: z.array(planSchema),
  billers: z.array(billerSchema),
  steps: z.array(stepSchema).min(1),
  menuLabels: z.record(labelId, labelSchema),
  claims: z.array(claimSchema),
  alternatives: z.array(alternativeSchema),
  prices: z.array(priceSchema),
  readingWords: readingWordsSchema,
  places: z.array(placeSchema),
});

const stepWordsSchema = z.strictObject({
  title: text,
  why: text,
  /** "Only if Apple charges you": for steps that also show up when the person is not sure. */
  onlyIf: text.optional(),
  ways: z.record(slug, z.strictObject({ title: text.optional(), do: z.array(text).min(1) })),
  /** What may look different on the person's screen. */
  different: z.array(text).optional(),
  traps: z.array(text).optional(),
  worked: text,
  stuck: z.record(slug, z.strictObject({ problem: text, try: z.array(text).min(1) })),
  notes: z.record(slug, text).optional(),
  /** What the picture should show; only for steps with a proof. */
  proof: text.optional(),
  /** Only for irreversible steps. */
  gate: z.strictObject({ goes: z.array(text).min(1), stays: z.array(text).min(1) }).optional(),
});

const choiceSchema = z.strictObject({ label: text, hint: text.optional(), means: text.optional() });
const questionWordsSchema = z.strictObject({
  title: text,
  /** The short name in the list of answers. */
  short: text,
  why: text,
  choices: z.record(slug, choiceSchema),
  /** How to find out, shown after "I'm not sure". */
  findOut: z.array(text).min(1),
});

const claimWordsSchema = z.strictObject({ title: text, claim: text, established: text.optional(), answer: text, note: text.optional() });

type Nested = string | readonly Nested[] | { readonly [key: string]: Nested };
const nested: z.ZodType<Nested> = z.lazy(() => z.union([text, z.array(nested).min(1), z.record(z.string(), nested)]));

/** All words of one language: one field per file of content/<language>. The keys of `ui` are those of the English file. */
export const wordsSchema = z.strictObject({
  language: z.strictObject({ name: text, reviewed: z.boolean(), quotes: z.tuple([text, text]) }),
  ui: z.record(z.string(), nested),
  questions: z.record(slug, questionWordsSchema),
  steps: z.record(slug, stepWordsSchema),
  links: z.record(slug, text),
  claims: z.record(slug, claimWordsSchema),
  alternatives: z.record(slug, z.strictObject({ about: text, imports: text })),
});

/** A message: a plain text, or a function that fills in its arguments. */
export type Message = string | ((args: Readonly<Record<string, string | number>>) => string);
/** The same tree with every text compiled to a message. */
export type Compiled<T> = T extends string ? Message : T extends readonly (infer E)[] ? readonly Compiled<E>[] : { readonly [K in keyof T]: Compiled<T[K]> };

type DeepReadonly<T> = T extends readonly (infer E)[] ? readonly DeepReadonly<E>[] : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
export type WholeGuide = DeepReadonly<z.infer<typeof guideSchema>>;
/** What every run loads; the search words are loaded when a picture is read. */
export type Guide = Omit<WholeGuide, 'readingWords'>;
export type GuideStep = Guide['steps'][number];
export type Source = Guide['sources'][string];
export type Place = Guide['places'][number];
export type RawWords = z.infer<typeof wordsSchema>;
