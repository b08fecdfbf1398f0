// `quitgpt undo STEP`: takes back what was said of a step. Its receipts stay.
import { findStep, journeyFor } from '../../journey/journey';
import { stateOf, withState } from '../../journey/record';
import { undoneDocument } from '../../view/undone-view';
import { CliError, EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { giveResult } from '../output';
import { knownStep, stepsOnWay } from '../record/progress-flags';
import { keepRecord } from '../record/record-store';
import type { Run } from '../run';
import type { OutputFlags } from '../typed/options';
import { keptRecord, pathOf } from './kept';

/** Makes a step open again that was said to be done or skipped. A step that is not on the way, or is open, is a CliError. */
export async function runUndo(run: Run, flags: OutputFlags, step: string): Promise<ExitCode> {
  const { guide } = run.catalogue;
  const id = knownStep(guide, undefined, step);
  const record = await keptRecord(run);
  const journey = journeyFor(record.profile, guide, run.today);
  if (findStep(journey, id) === undefined)
    throw new CliError('step_not_on_way', { value: id, list: stepsOnWay(journey) });
  const said = record.steps[id];
  if (said === undefined || stateOf(record, id) === undefined) {
    const settled = journey.steps.filter((one) => stateOf(record, one.step.id) !== undefined);
    throw new CliError(settled.length === 0 ? 'undo_nothing' : 'undo_open', {
      value: id,
      list: settled.map((one) => one.step.id).join(', '),
    });
  }
  const { kept } = await keepRecord(run.host, pathOf(run), withState(record, id, undefined, run.today), record);
  await giveResult(
    run,
    undoneDocument(
      run.translator,
      id,
      { ...said, proofs: kept.steps[id]?.proofs },
      journeyFor(kept.profile, guide, run.today),
      kept,
    ),
    flags,
    { name: 'quitgpt-undo' },
  );
  return EXIT.complete;
}
