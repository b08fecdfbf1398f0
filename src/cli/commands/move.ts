// `quitgpt move [ASSISTANT]`: what other assistants take over of the chats, and the steps for one of them.
import type { Alternative } from '../../content/schema';
import { journeyFor } from '../../journey/journey';
import { assistantDocument, moveDocument } from '../../view/move-view';
import { ANYBODYS, ownWorkOf } from '../../view/own-work-view';
import type { OwnWork } from '../../view/own-work-view';
import { CliError, EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { giveResult, sayWritten } from '../output';
import { readKept } from '../record/record-store';
import type { Run } from '../run';
import type { OutputFlags } from '../typed/options';
import { nearest } from '../typed/values';

/** All of them without a name. Saved progress says what was copied by hand; one that cannot be read is no reason to fail. */
export async function runMove(run: Run, typed: string | undefined, flags: OutputFlags): Promise<ExitCode> {
  const { translator } = run;
  const one = typed === undefined ? undefined : assistantNamed(run, typed);
  const own = await ownWork(run);
  const document = one === undefined ? moveDocument(translator, own) : assistantDocument(translator, one, own);
  const name = one === undefined ? 'quitgpt-move' : `quitgpt-move-${one.id}`;
  sayWritten(run, await giveResult(run, document, flags, { name }));
  return EXIT.complete;
}

/** By its id or its name, however it is written: `open-webui`, `Open WebUI`, `duck.ai`. */
function assistantNamed({ catalogue: { guide } }: Run, typed: string): Alternative {
  const names = guide.alternatives.flatMap((one) =>
    [one.id, one.name, ...one.name.split(/[()]/)].map((name) => [bare(name), one] as const),
  );
  const found = names.find(([name]) => name !== '' && name === bare(typed))?.[1];
  if (found !== undefined) return found;
  const close = nearest(
    bare(typed),
    names.map(([name]) => name),
  );
  const suggestion = names.find(([name]) => name === close)?.[1].id;
  throw new CliError('bad_assistant', { value: typed }, suggestion === undefined ? {} : { suggestion });
}

/** Letters and digits alone. */
const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

async function ownWork({ host, recordPath, catalogue, today }: Run): Promise<readonly OwnWork[]> {
  const record = recordPath === undefined ? undefined : await readKept(host, recordPath).catch(() => undefined);
  return record === undefined ? ANYBODYS : ownWorkOf(record, journeyFor(record.profile, catalogue.guide, today));
}
