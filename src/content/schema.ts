// What the content may look like: read when the content is built and in tests, never while the guide runs.
import { z } from 'zod';
import { BILLERS, PLANS } from '../journey/profile';
import { letterFiles } from './letters-schema';
import { slug, labelId, day, sourceDate, sourceMonth, sourceIds, confidence, text } from './parts-schema';
import { readingWordsSchema } from './reading-schema';
import { stepSchema } from './step-schema';

/** Where a fact comes from. `article` is a number at OpenAI's Help Center; its address follows from it. */
const sourceSchema = z
  .strictObject({
    publisher: text,
    /** Nobody recorded who published it: `publisher` only says what it is, for readers of the file. */
    unnamed: z.boolean().optional(),
    /** In place of `publisher` for readers, where that is no name that every language leaves as it is: words of `sources.yaml`. */
    called: slug.optional(),
    title: text.optional(),
    /** The same for `title`: a law has one in each language. */
    titled: slug.optional(),
    article: z.number().int().optional(),
    url: z.url({ protocol: /^https$/ }).optional(),
    /** The date of the text, and not of the day on which it was read. */
    date: sourceDate,
    /** The text is from a span of months: its first one. `date` is its last one. */
    since: sourceMonth.optional(),
    /** Read in a reprint or a summary, not at the publisher's own address. */
    secondHand: z.boolean().optional(),
  })
  .refine(({ date, since }) => since === undefined || (sourceMonth.safeParse(date).success && since < date), {
    path: ['since'],
    message: '`since` is a month before `date`, which is a month too',
  });

/** A page the guide may open. `links.yaml` is the allow-list: nothing else is ever opened. */
const linkSchema = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  checked: day,
  sources: sourceIds,
  confidence,
  /** Listed by `quitgpt open`; help pages and background reading are not. */
  group: z.enum(['account', 'stores', 'platform', 'help', 'after', 'campaign', 'assistants']),
});

/** Something that is so, with its sources: what a warning, a note or a gate rests on. */
const factSchema = z.strictObject({
  /** What kind of thing it is about: each such sentence cites a fact of its own. */
  about: z.enum(['money', 'data', 'law', 'access', 'clicks']),
  sources: sourceIds,
  confidence,
  checked: day,
});

const labelSchema = z.strictObject({
  /** Whose words: ChatGPT, OpenAI's API platform or privacy portal, a store, an app for UPI payments, or another assistant. */
  on: z.enum(['chatgpt', 'platform', 'portal', 'apple', 'google', 'microsoft', 'email', 'upi', 'assistant']),
  en: text,
  /** The text only describes what stands there, such as the person's own name. Shown without quotes. */
  described: z.boolean().optional(),
  /** A name or a sign, the same on screens in every language. */
  named: z.boolean().optional(),
  sources: sourceIds,
  /** Attested words only. A language that is missing shows the English ones. */
  translations: z
    .record(
      z.string(),
      z.strictObject({ text: z.array(text).min(1), confidence: z.enum(['high', 'medium']), sources: sourceIds }),
    )
    .optional(),
});

const planSchema = z.strictObject({ id: z.enum(PLANS), sources: sourceIds, checked: day });
const billerSchema = z.strictObject({
  id: z.enum(BILLERS),
  statement: z.array(text),
  sources: sourceIds,
  checked: day,
});

/** A reason people give. The words are in the language folders; who said it and when are facts. */
const claimSchema = z.strictObject({
  id: slug,
  said: z.array(slug).min(1, 'a claim names who says it'),
  established: z.array(slug).optional(),
  /** Where OpenAI answers; an empty list means that no answer was found. */
  answered: z.array(slug),
  checked: day,
});

/** What is reported of the campaign. A figure has its day; only what was not found goes without a source. */
const campaignSchema = z
  .strictObject({
    id: slug,
    group: z.enum(['about', 'asks', 'figures', 'measured', 'people', 'politics', 'unknown']),
    date: sourceDate.optional(),
    sources: z.array(slug),
    checked: day,
  })
  .refine(
    ({ group, sources }) => (group === 'unknown') === (sources.length === 0),
    'what is reported has a source, and what was not found has none',
  )
  .refine(
    ({ group, date }) => date !== undefined || (group !== 'figures' && group !== 'measured'),
    'a figure has the day it is from',
  );

/** What another assistant takes over: as chats to go on with, as what it remembers, as documents of a chat, or only to read. */
const takenSchema = z.strictObject({
  id: z.enum(['chats', 'memory', 'documents', 'reading']),
  /** Which file does it: the export's ZIP as it came, the text of `export memory`, or a form of `export save`. */
  with: z.enum(['zip', 'memory', 'markdown', 'html', 'jsonl', 'open-webui', 'claude']),
  /** Only line by line, typed or pasted. */
  byHand: z.boolean().optional(),
  /** Where it is done there: label ids. Left out where no source names the menu. */
  path: z.array(labelId).min(1).optional(),
  sources: sourceIds,
});

const alternativeSchema = z.strictObject({
  id: slug,
  name: text,
  /** A service of somebody's, a program to run oneself, or a place to read that answers nothing. */
  kind: z.enum(['service', 'self-run', 'reader']),
  /** A link id; some names have no address that could be verified. */
  link: slug.optional(),
  /** Empty where nothing is known. */
  takes: z.array(takenSchema),
  /** The day on which a stated limit for the size of a memory was looked for, and none was found. */
  noLimitFound: day.optional(),
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
  facts: z.record(slug, factSchema),
  links: z.record(slug, linkSchema),
  plans: z.array(planSchema),
  billers: z.array(billerSchema),
  steps: z.array(stepSchema).min(1),
  menuLabels: z.record(labelId, labelSchema),
  claims: z.array(claimSchema),
  campaign: z.array(campaignSchema),
  alternatives: z.array(alternativeSchema),
  prices: z.array(priceSchema),
  readingWords: readingWordsSchema,
  places: z.array(placeSchema),
  ...letterFiles,
});

/** A message: a plain text, or a function that fills in its arguments. */
export type Message = string | ((args: Readonly<Record<string, string | number>>) => string);
/** The same tree with every text compiled to a message. */
export type Compiled<T> = T extends string
  ? Message
  : T extends readonly (infer E)[]
    ? readonly Compiled<E>[]
    : { readonly [K in keyof T]: Compiled<T[K]> };

type DeepReadonly<T> = T extends readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
export type WholeGuide = DeepReadonly<z.infer<typeof guideSchema>>;
/** What every run loads; the search words are loaded when a picture is read, the letters when one is written. */
export type Guide = Omit<WholeGuide, 'readingWords' | 'letters' | 'recipients' | 'authorities'>;
/** What the letters rest on, with the facts and sources they name and no others. */
export type LettersGuide = Pick<WholeGuide, 'letters' | 'recipients' | 'authorities' | 'facts' | 'sources'>;
export type GuideStep = Guide['steps'][number];
export type Source = Guide['sources'][string];
export type Alternative = Guide['alternatives'][number];
export type Place = Guide['places'][number];
