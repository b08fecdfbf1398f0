// A wizard that finds a damaged Record: asks how to go on, puts the file aside, and keeps what could be read of it.
import type { JourneyRecord } from '../../journey/record';
import { askAboutDamaged } from '../../walk/damaged-turn';
import { note } from '../../walk/review';
import type { Session } from '../../walk/session';
import { readKept } from '../record/record-store';
import { setAside } from '../record/set-aside';
import type { Damaged } from '../record/set-aside';
import type { Run } from '../run';

/**
 * The Record to go on with: what could be read, `fresh`, or what another window has saved meanwhile. `undefined`: the person
 * leaves it for now, and the file is as it was. Rejects with a CliError when the file cannot be put aside.
 */
export async function startFromDamaged(
  session: Session,
  { host, today }: Run,
  { path, salvage }: Damaged,
  fresh: JourneyRecord,
): Promise<JourneyRecord | undefined> {
  const { prompter, translator } = session;
  const chosen = await askAboutDamaged(session, salvage, host.files.shorten(path));
  if (chosen === 'stop') return undefined;
  const aside = await setAside(host, path, today);
  if (aside === undefined) return (await readKept(host, path)) ?? fresh;
  prompter.say(note(session, translator.say(translator.ui.damaged.aside, { file: host.files.shorten(aside) })));
  // Kept at once: whoever leaves at the next question finds it again.
  return chosen === 'carry-on' && salvage.record !== undefined ? session.keep(salvage.record) : fresh;
}
