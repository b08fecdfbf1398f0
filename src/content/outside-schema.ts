// What comes from outside while the guide runs: answers files and saved Records. The only zod the program loads.
import { z } from 'zod';
import { parseCivilDate } from '../journey/dates';
import type { CivilDate } from '../journey/dates';
import { BILLERS, GOALS, PLANS, REGIONS, ROLES, UNSURE, USES } from '../journey/profile';
import { MOST_PROOFS, RECORD_SCHEMA } from '../journey/record';
import type { JourneyRecord } from '../journey/record';

const stepId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const day = z.iso.date().transform((text, context): CivilDate => {
  const read = parseCivilDate(text);
  if (read === undefined) context.addIssue({ code: 'custom', message: 'not a day' });
  return read as CivilDate;
});
const unsure = z.literal(UNSURE);

const profileShape = {
  goal: z
    .enum([...GOALS, UNSURE])
    .optional()
    .describe('cancel: stop paying and keep a free account; delete: delete the account'),
  plan: z.enum([...PLANS, UNSURE]).optional(),
  billedBy: z
    .union([z.array(z.enum(BILLERS)).max(BILLERS.length), unsure])
    .optional()
    .describe('who charges the person; several are possible; an empty list means nobody'),
  role: z
    .enum([...ROLES, UNSURE])
    .optional()
    .describe('only for Business'),
  uses: z
    .union([z.array(z.enum(USES)).max(USES.length), unsure])
    .optional()
    .describe('what else is in use; an empty list means none'),
  nextBilling: z.union([day, unsure]).optional().describe('day of the next charge, YYYY-MM-DD'),
  region: z
    .enum([...REGIONS, UNSURE])
    .optional()
    .describe('where the person lives; unsure also means that they would rather not say'),
  chargedOn: z.union([day, unsure]).optional().describe('day of the purchase or of the last charge, YYYY-MM-DD'),
  lockedOut: z.boolean().optional().describe('the person cannot sign in'),
  sharedComputer: z.boolean().optional().describe('the computer is not the person’s own'),
  cleanUp: z.boolean().optional().describe('an account that is kept is to be emptied'),
  share: z.boolean().optional().describe('add a step about telling others'),
};
const extrasShape = {
  reason: z.string().max(60).optional().describe('a reason by its id, see `quitgpt why --json`'),
  reasonText: z.string().max(2000).optional().describe('a reason in the person’s own words; goes into the summary'),
  name: z.string().max(100).optional().describe('a name for the summary'),
};

/** The answers of a person, as `--answers` reads them. Everything is optional; unknown keys are refused. */
export const answersSchema = z
  .strictObject({
    ...profileShape,
    ...extrasShape,
    done: z.array(stepId).max(100).optional().describe('ids of steps the person has done'),
    skip: z.array(stepId).max(100).optional().describe('ids of steps the person leaves out'),
  })
  .meta({
    title: 'quitgpt answers',
    description:
      'What a person says about their situation and what they have done. Nothing here is secret: no password, code, card or token.',
  });
export type Answers = z.infer<typeof answersSchema>;

const proofSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().min(1),
  kind: z.enum(['png', 'jpeg', 'webp', 'heic', 'gif', 'pdf', 'eml']),
  width: z.number().int().min(1).optional(),
  height: z.number().int().min(1).optional(),
  on: day,
});

const exportSchema = z.strictObject({
  check: z
    .strictObject({
      on: day,
      verdict: z.enum(['whole', 'damaged', 'cannot-tell']),
      conversations: z.number().int().min(0),
      messages: z.number().int().min(0),
      first: day.optional(),
      last: day.optional(),
      file: z.string(),
      bytes: z.number().int().min(0),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
      seen: z.enum(['both', 'missing']).optional(),
    })
    .optional(),
  own: z.strictObject({ word: z.enum(['own-copy', 'no-copy']), on: day }).optional(),
});

const stepState = z.enum(['done', 'skipped']);
// Without the limits of an answers file: what the guide once wrote it has to read again.
const keptExtrasShape = {
  reason: z.string().optional(),
  reasonText: z.string().optional(),
  name: z.string().optional(),
};

/** A saved Record. Another `schema` number is another version's, and is left alone. */
const recordSchema: z.ZodType<JourneyRecord> = z.strictObject({
  schema: z.literal(RECORD_SCHEMA),
  started: day,
  updated: day,
  profile: z.strictObject(profileShape),
  steps: z.record(
    stepId,
    z.strictObject({
      state: stepState.optional(),
      on: day.optional(),
      proofs: z.array(proofSchema).max(MOST_PROOFS).optional(),
    }),
  ),
  extras: z.strictObject(keptExtrasShape),
  ways: z.record(stepId, stepId).optional(),
  export: exportSchema.optional(),
});

/** The parts of a Record, each checked by itself: for one that is damaged. */
export const recordParts = {
  answers: profileShape,
  extras: keptExtrasShape,
  stepId,
  state: stepState,
  day,
  proof: proofSchema,
  check: exportSchema.shape.check,
  own: exportSchema.shape.own,
  schema: RECORD_SCHEMA,
  mostProofs: MOST_PROOFS,
} as const;

/** What was read, or where it does not fit and why. `where` is a path such as `steps.cancel-web.state`. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly where: string; readonly why: string };

export const readAnswers = (value: unknown): Reading<Answers> => reading(answersSchema.safeParse(value));
export const readRecord = (value: unknown): Reading<JourneyRecord> => reading(recordSchema.safeParse(value));

/** The published JSON Schema (draft 2020-12) of an answers file. */
export function answersJsonSchema(): object {
  return z.toJSONSchema(answersSchema, { io: 'input' });
}

/** The same of a saved Record, without what is said to people: for a reader that has no room for this library. */
export function recordJsonSchema(): object {
  return z.toJSONSchema(recordSchema, {
    io: 'input',
    override({ jsonSchema }) {
      delete jsonSchema.description;
      // A day is a day by its form.
      if (jsonSchema.format === 'date') delete jsonSchema.pattern;
    },
  });
}

function reading<T>(result: z.ZodSafeParseResult<T>): Reading<T> {
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  return {
    ok: false,
    where: [...(issue?.path ?? []), ...unknown].map(String).join('.') || '(top)',
    why: issue?.message ?? '',
  };
}
