// `quitgpt why`, `campaign`, `alternatives` and `schema`: what the content says about others, and what this program reads.
import { campaignDocument } from '../../view/campaign-view';
import { alternativesDocument, reasonsDocument } from '../../view/lists-view';
import { EXIT, CliError } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { SCHEMAS } from '../typed/options';
import type { OutputFlags } from '../typed/options';
import { giveResult, sayWritten } from '../output';
import { writeStdout } from '../stdout';
import type { Run } from '../run';

export async function runWhy(run: Run, flags: OutputFlags): Promise<ExitCode> {
  sayWritten(run, await giveResult(run, reasonsDocument(run.translator), flags, { name: 'quitgpt-why' }));
  return EXIT.complete;
}

export async function runCampaign(run: Run, flags: OutputFlags): Promise<ExitCode> {
  sayWritten(run, await giveResult(run, campaignDocument(run.translator), flags, { name: 'quitgpt-campaign' }));
  return EXIT.complete;
}

export async function runAlternatives(run: Run, flags: OutputFlags): Promise<ExitCode> {
  sayWritten(run, await giveResult(run, alternativesDocument(run.translator), flags, { name: 'quitgpt-alternatives' }));
  return EXIT.complete;
}

/** Prints the JSON Schema of an answers file, for editors and programs. */
export async function runSchema(run: Run, name: string): Promise<ExitCode> {
  if (!SCHEMAS.some((one) => one === name)) throw new CliError('bad_schema', { name, list: SCHEMAS.join(', ') });
  const { answersJsonSchema } = await import('../../content/outside-schema');
  await writeStdout(run.host, `${JSON.stringify(answersJsonSchema(), undefined, 2)}\n`);
  return EXIT.complete;
}
