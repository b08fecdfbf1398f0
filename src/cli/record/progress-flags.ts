// What the person says they did: `--done`, `--skip`, `--proof`, a reason, a name. Nothing else marks a step.
import type { Guide } from '../../content/schema';
import { findStep, journeyFor } from '../../journey/journey';
import type { Journey } from '../../journey/journey';
import type { Extras, JourneyRecord, Proof } from '../../journey/record';
import { stateOf, withExtras, withProfile, withProof, withState } from '../../journey/record';
import { proofProblem } from '../../walk/proof-turn';
import { looksPrivate, MOST_CHARACTERS } from '../../walk/private-text';
import type { Session } from '../../walk/session';
import type { GivenAnswers } from './answers-file';
import { EXIT, CliError } from '../cli-error';
import { nearest, oneOf } from '../typed/values';
import type { ProgressFlags } from '../typed/options';
import type { Run } from '../run';

export type SaidProgress = {
  readonly done: readonly string[];
  readonly skip: readonly string[];
  /** A step named, or the one that asks for a receipt. */
  readonly proofs: readonly { readonly step: string | undefined; readonly file: string }[];
  readonly extras: Extras;
};

/** Joins flags and answers file; every id is one of the guide's, none is both done and skipped. */
export async function progressFrom(run: Run, flags: ProgressFlags, answers: GivenAnswers): Promise<SaidProgress> {
  const { guide } = run.catalogue;
  const ids = (option: string, given: readonly string[] | undefined, fallback: readonly string[]): readonly string[] =>
    (given ?? fallback)
      .flatMap((one) => one.split(','))
      .filter((one) => one !== '')
      .map((one) => knownStep(guide, option, one));
  const done = ids('--done', flags.done, answers.done);
  const skip = ids('--skip', flags.skip, answers.skip);
  const both = done.find((id) => skip.includes(id));
  if (both !== undefined) throw new CliError('done_and_skipped', { value: both }, { flag: '--skip' });
  if (flags.step !== undefined) knownStep(guide, '--step', flags.step);
  const proofs = (flags.proof ?? []).map((text) => {
    const match = /^([a-z0-9-]+)=(.+)$/s.exec(text);
    const named = match !== null && guide.steps.some(({ id }) => id === match[1]);
    return named ? { step: match[1], file: match[2] ?? '' } : { step: undefined, file: text };
  });
  return { done, skip, proofs, extras: extrasFrom(run, flags, answers.extras) };
}

/**
 * Lays what was said over the Record. A step that is not on this way, or a file that is no receipt, is a CliError. The step about
 * telling others is only there for whoever wants it: leaving it out is no mistake, and doing it means having wanted to.
 */
export async function applyProgress(
  run: Run,
  kept: JourneyRecord,
  { done, skip, proofs, extras }: SaidProgress,
): Promise<JourneyRecord> {
  const { guide } = run.catalogue;
  const own = journeyFor(kept.profile, guide, run.today);
  const sharing = journeyFor({ ...kept.profile, share: true }, guide, run.today);
  const journey = done.some((id) => findStep(own, id) === undefined && findStep(sharing, id) !== undefined)
    ? sharing
    : own;
  const refuse = (flag: string, value: string): never => {
    throw new CliError('step_not_on_way', { value, list: stepsOnWay(journey) }, { flag });
  };
  for (const id of done) if (findStep(journey, id) === undefined) refuse('--done', id);
  for (const id of skip) if (findStep(sharing, id) === undefined) refuse('--skip', id);
  const start = journey === sharing ? withProfile(kept, sharing.profile, run.today) : kept;
  let record = done.reduce((sofar, id) => withState(sofar, id, 'done', run.today), start);
  record = skip.reduce((sofar, id) => withState(sofar, id, 'skipped', run.today), record);
  for (const { step, file } of proofs)
    record = withProof(record, stepForProof(journey, record, step, file), await proofFrom(run, file));
  return Object.keys(extras).length === 0 ? record : withExtras(record, extras, run.today);
}

/** The step of `--step`, which has to be on the person's way. */
export function stepOnWay(
  record: JourneyRecord,
  id: string,
  { guide, today }: Pick<Session, 'guide' | 'today'>,
): string {
  const journey = journeyFor(record.profile, guide, today);
  if (findStep(journey, id) === undefined)
    throw new CliError('step_not_on_way', { value: id, list: stepsOnWay(journey) }, { flag: '--step' });
  return id;
}

/** The ids of a Journey, for a sentence. */
export function stepsOnWay(journey: Journey): string {
  return journey.steps.map(({ step }) => step.id).join(', ');
}

/** `id`, when the guide has such a step; else a CliError, which names the option it was given to, if it was one. */
export function knownStep(guide: Guide, option: string | undefined, id: string): string {
  const list = guide.steps.map((step) => step.id);
  if (list.includes(id)) return id;
  const suggestion = nearest(id, list);
  throw new CliError(
    'bad_step',
    { value: id, list: list.join(', ') },
    { ...(option === undefined ? {} : { flag: option }), ...(suggestion === undefined ? {} : { suggestion }) },
  );
}

/** The step named, else the one done step that takes a receipt, else the only one on the way. */
function stepForProof(journey: Journey, record: JourneyRecord, named: string | undefined, file: string): string {
  const taking = journey.steps.filter(({ step }) => step.proof === true).map(({ step }) => step.id);
  const list = taking.join(', ');
  if (named !== undefined) {
    if (!taking.includes(named)) throw new CliError('proof_step', { step: named, list }, { flag: '--proof' });
    return named;
  }
  const done = taking.filter((id) => stateOf(record, id) === 'done');
  const fitting = done.length > 0 ? done : taking;
  const [only] = fitting;
  if (only === undefined) throw new CliError('proof_nowhere', { file }, { flag: '--proof' });
  if (fitting.length > 1)
    throw new CliError('no_proof_default', { option: '--proof', list: fitting.join(', ') }, { flag: '--proof' });
  return only;
}

async function proofFrom(run: Run, file: string): Promise<Proof> {
  const { readProof } = await import('../../proof/read-proof');
  const outcome = await readProof(file, run.host);
  if (!outcome.ok)
    throw new CliError(
      'proof_file',
      { why: proofProblem(run.translator, file, outcome, run.host.platform) },
      { flag: '--proof', code: EXIT.failed },
    );
  return { ...outcome.facts, on: run.today };
}

function extrasFrom(run: Run, flags: ProgressFlags, given: Extras): Extras {
  const reason = flags.reason ?? given.reason;
  const texts = { reasonText: flags.reasonText ?? given.reasonText, name: flags.name ?? given.name };
  if (reason !== undefined)
    oneOf(
      '--reason',
      reason,
      run.catalogue.guide.claims.map(({ id }) => id),
    );
  for (const [option, text] of [
    ['--reason-text', texts.reasonText],
    ['--name', texts.name],
  ] as const) {
    const most = option === '--name' ? MOST_CHARACTERS.name : MOST_CHARACTERS.reasonText;
    if (text !== undefined && text.length > most)
      throw new CliError('text_too_long', { option, most }, { flag: option });
    const kind = text === undefined ? undefined : looksPrivate(text);
    if (kind !== undefined)
      throw new CliError(
        'private_text',
        { option, what: run.translator.say(run.translator.ui.ending[`private_${kind}`]) },
        { flag: option },
      );
  }
  return Object.fromEntries(Object.entries({ reason, ...texts }).filter(([, value]) => value !== undefined));
}
