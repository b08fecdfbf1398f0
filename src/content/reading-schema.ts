// What the words may look like that the reading of a screenshot searches for.
import { z } from 'zod';

const folded = z
  .string()
  .regex(
    /^[\p{Ll}\p{N}]+( [\p{Ll}\p{N}]+)*$/u,
    'search words are small letters without accents, with one blank between',
  );
const phrasesSchema = z.array(
  z
    .strictObject({
      words: z.array(folded).min(1),
      attested: z.boolean(),
      sources: z.array(z.string()).min(1).optional(),
    })
    .refine(
      ({ attested, sources }) => attested === (sources !== undefined),
      'attested words name a source, and only they',
    ),
);
const foldedList = z.array(folded).min(1);

/** What the reading of a screenshot looks for: search words, shown to nobody. */
export const readingWordsSchema = z.strictObject({
  service: foldedList,
  stores: z.strictObject({ apple: foldedList, google: foldedList }),
  storePages: z.strictObject({ apple: foldedList, google: foldedList }),
  others: foldedList,
  free: foldedList,
  people: z.strictObject({
    greetings: foldedList,
    titles: foldedList,
    notNames: foldedList,
    nameLabels: foldedList,
    billTo: foldedList,
    streets: foldedList,
    streetEnds: foldedList,
  }),
  grammar: z.strictObject({
    of: foldedList,
    denials: foldedList,
    yours: foldedList,
    yoursBefore: foldedList,
    toward: foldedList,
  }),
  planNames: foldedList,
  publicHosts: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name')).min(1),
  cards: foldedList,
  /** By the language of the screen, which may be one the guide does not speak. */
  languages: z.record(
    z.string(),
    z.strictObject({
      numericDates: z.enum(['day-first', 'either']),
      months: z.array(foldedList).length(12),
      common: foldedList,
      billing: phrasesSchema,
      renews: phrasesSchema,
      stopped: phrasesSchema,
      ends: phrasesSchema,
      deleted: phrasesSchema,
      conditions: foldedList,
      subjects: foldedList,
      otherThings: foldedList,
      notPlans: foldedList,
      negations: foldedList,
      troubles: foldedList,
      changes: foldedList,
      howTo: foldedList,
      dialogs: foldedList,
      confirms: foldedList,
      own: foldedList,
      afterwards: foldedList,
      balances: foldedList,
      sells: foldedList,
      otherwise: foldedList,
      mail: foldedList,
      offers: foldedList,
      invoice: foldedList,
      phone: foldedList,
      ending: foldedList,
    }),
  ),
});
