// `quitgpt checklist`: the journey for the flags given, or the general one.
import { journeyFor } from '../../journey/journey';
import { checklistDocument } from '../../view/checklist-view';
import { answersFrom } from '../record/answers-file';
import { EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { profileFromFlags } from '../typed/values';
import type { OutputFlags, SituationFlags } from '../typed/options';
import { giveResult, sayWritten } from '../output';
import type { Run } from '../run';

export async function runChecklist(
  run: Run,
  flags: SituationFlags & OutputFlags & { readonly answers?: string },
): Promise<ExitCode> {
  const answers = await answersFrom(run.host, flags.answers);
  const journey = journeyFor(profileFromFlags(flags, answers.profile, run.today), run.catalogue.guide, run.today);
  sayWritten(
    run,
    await giveResult(run, checklistDocument(run.paper, journey, run.checked, run.today), flags, {
      name: `quitgpt-checklist-${run.today}`,
      ids: true,
    }),
  );
  return EXIT.complete;
}
