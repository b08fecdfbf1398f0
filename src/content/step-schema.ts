// What a step of the guide may look like: when it applies, its ways, its remarks and what it rests on.
import { z } from 'zod';
import type { Condition } from '../journey/condition';
import { BILLERS, GOALS, PLANS, REGIONS, ROLES, UNSURE, USES } from '../journey/profile';
import { slug, labelId, day, sourceIds } from './parts-schema';

const oneOrMore = <const V extends string>(values: readonly [V, ...V[]]) =>
  z.union([z.enum(values), z.array(z.enum(values)).min(1)]);
/** When something applies; see `src/journey/condition.ts`. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      goal: z.enum(GOALS).optional(),
      plan: oneOrMore([...PLANS, UNSURE]).optional(),
      billedBy: oneOrMore([...BILLERS, UNSURE]).optional(),
      role: oneOrMore([...ROLES, UNSURE]).optional(),
      uses: oneOrMore([...USES, UNSURE]).optional(),
      region: oneOrMore([...REGIONS, UNSURE]).optional(),
      lockedOut: z.boolean().optional(),
      sharedComputer: z.boolean().optional(),
      cleanUp: z.boolean().optional(),
      share: z.boolean().optional(),
      charged: z.boolean().optional(),
      paidByNobody: z.boolean().optional(),
      ownAccount: z.boolean().optional(),
      losesChats: z.boolean().optional(),
      any: z.array(conditionSchema).min(2).optional(),
      not: conditionSchema.optional(),
    })
    .refine(
      (condition) => Object.keys(condition).length > 0,
      'a condition says something; leave `when` out for always',
    ),
);

/**
 * A sentence beside the clicks. `weight`: what it may cost to miss it. `money` and `chats` stand in every form, on paper
 * too. `facts`: what it rests on; only advice goes without. `headline`: shown beside the clicks; of several that apply
 * to a person, the first of the notes and then of the traps.
 */
const remarkSchema = z
  .strictObject({
    id: slug,
    when: conditionSchema.optional(),
    weight: z.enum(['money', 'chats', 'plain']),
    headline: z.boolean().optional(),
    facts: z.array(slug).min(1).optional(),
  })
  .refine(({ weight, headline }) => weight !== 'plain' || headline !== true, 'a headline weighs money or chats');

/** One way to do a step: a menu path, for one device or one state of the account. */
const waySchema = z.strictObject({
  id: slug,
  when: conditionSchema.optional(),
  path: z.array(labelId).optional(),
  /** The page to open for this way instead of the step's own; `none`: there is nothing to open. */
  link: slug.optional(),
});

/** One step of the guide, without its words. */
export const stepSchema = z.strictObject({
  id: slug,
  when: conditionSchema.optional(),
  /** The page this step opens; at most one. */
  link: slug.optional(),
  minutes: z.number().int().min(1),
  /** How long the person may have to wait after it, in days. */
  waitDays: z.number().int().min(1).optional(),
  /** `withdrawal`: while the purchase can be taken back. */
  deadline: z.enum(['before-renewal', 'after-renewal', 'withdrawal']).optional(),
  /** Where this holds, the step comes first even when another one cannot wait. */
  beforeUrgent: conditionSchema.optional(),
  proof: z.boolean().optional(),
  irreversible: z.boolean().optional(),
  /** The data export is looked into here, and a deletion asks for what was found. */
  checksExport: z.boolean().optional(),
  /** Doing it deletes the account itself. */
  deletesAccount: z.boolean().optional(),
  /** Doing it deletes the chats and keeps the account. */
  emptiesAccount: z.boolean().optional(),
  /** Keeps something that a later step takes away: always before whatever gives it up. */
  saves: z.boolean().optional(),
  /** Gives up chats, or access to them: always after whatever saves them. */
  givesUp: z.boolean().optional(),
  /** What the person may have ticked as also in use and this step is about. */
  covers: z.array(z.enum(USES)).min(1).optional(),
  optional: z.boolean().optional(),
  /** On paper its `why` says enough. */
  brief: z.boolean().optional(),
  /** Cancels a subscription: what must come before anything irreversible. */
  stopsBilling: z.enum(BILLERS).optional(),
  /** Steps that come first whenever they are in the journey; unfinished ones are named before an irreversible step. */
  after: z.array(slug).optional(),
  /** Questions to ask again once it is done: the person knows more now. */
  asks: z.array(z.enum(['plan', 'billedBy', 'role'])).optional(),
  /** Before it counts as done, it is asked whether a charge has come since. */
  asksCharge: z.boolean().optional(),
  /** Questions asked before it is shown, when nobody has asked them yet. */
  asksFirst: z.array(z.enum(['region', 'chargedOn'])).optional(),
  ways: z.array(waySchema).min(1),
  /** Which of the ways is in front of the person is asked once, before the step is shown; else the first is shown, and the others on request. */
  asksWay: z.boolean().optional(),
  /** The ways are parts, all to be done, and not alternatives. */
  everyWay: z.boolean().optional(),
  notes: z.array(remarkSchema).optional(),
  traps: z.array(remarkSchema).optional(),
  /** What usually goes wrong here, in the order worth trying. `lockedOut` changes the route to the locked-out steps. */
  stuck: z
    .array(z.strictObject({ id: slug, when: conditionSchema.optional(), lockedOut: z.boolean().optional() }))
    .min(1),
  /** The facts that other sentences of the step rest on, by the part they stand in. */
  facts: z
    .strictObject({
      why: z.array(slug).min(1),
      different: z.array(slug).min(1),
      worked: z.array(slug).min(1),
      gate: z.array(slug).min(1),
      stuck: z.array(slug).min(1),
    })
    .partial()
    .optional(),
  sources: sourceIds,
  checked: day,
});
