// `quitgpt share`: a text for one place, printed, copied, or taken to that place's own page. It never posts.
import { journeyFor } from '../../journey/journey';
import { summarise } from '../../journey/summary';
import { escapeText, escapeToOneLine } from '../../render/escape';
import { renderJson } from '../../render/json';
import { shareText } from '../../view/share-view';
import type { ShareText } from '../../view/share-view';
import type { Line } from '../../view/document';
import { copy } from '../clipboard';
import type { CopyOutcome } from '../clipboard';
import { EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { PLACES } from '../typed/options';
import { oneOf } from '../typed/values';
import { oneLine } from '../../view/document';
import { writeStdout } from '../stdout';
import type { Run } from '../run';
import { keptRecord } from './kept';
import type { ShareFlags } from './share.command';

/** Prints the text for `--on`; 1 when copying or opening was asked for and nothing here could do it. */
export async function runShare(run: Run, flags: ShareFlags): Promise<ExitCode> {
  const { guide } = run.catalogue;
  const id = oneOf('--on', flags.on ?? 'plain', PLACES);
  const place = guide.places.find((one) => one.id === id);
  if (place === undefined) throw new Error(`no place "${id}"`);
  const record = await keptRecord(run);
  const shared = shareText(run.translator, summarise(record, journeyFor(record.profile, guide, run.today)), place);
  const whole = shared.title === undefined ? shared.text : `${shared.title}\n\n${shared.text}`;
  const copied = flags.copy === true ? copy(run.host, whole) : undefined;
  if (flags.json !== true) {
    await writeStdout(run.host, `${escapeText(whole)}\n`);
    sayLength(run, shared);
  }
  const copying = await copied;
  if (copying !== undefined)
    say(
      run,
      run.translator.ui.share[copying === 'copied' ? 'copied' : copying === 'asked' ? 'copy_asked' : 'copy_failed'],
      shared,
    );
  const opened = flags.open === true ? await openPage(run, shared) : undefined;
  if (flags.json === true) await writeStdout(run.host, renderJson({ result: resultOf(shared, copying, opened) }));
  return copying === 'failed' || opened === 'failed' || opened === 'none' ? EXIT.failed : EXIT.complete;
}

type Opening = 'asked' | 'printed' | 'failed' | 'none';

/** Hands the place's page to the browser; prints its address where that is not to be or cannot be done. */
async function openPage(run: Run, { place, page }: ShareText): Promise<Opening> {
  const { share } = run.translator.ui;
  if (page === undefined) {
    say(run, share.open_none, { place });
    return 'none';
  }
  const opened = run.flags.open === false ? undefined : await run.host.openPage(page);
  say(run, opened === 'asked' ? share.opened : opened === undefined ? share.open_address : share.open_failed, {
    place,
  });
  if (opened !== 'asked' && run.flags.quiet !== true) run.host.stderr.write(`${escapeToOneLine(page)}\n`);
  return opened === 'asked' ? 'asked' : opened === 'failed' ? 'failed' : 'printed';
}

function sayLength(run: Run, shared: ShareText): void {
  const { place, length, isShortened } = shared;
  const { share } = run.translator.ui;
  if (place.limit !== undefined) say(run, share.length, shared, { length, limit: place.limit });
  if (isShortened) say(run, share.shortened, shared);
}

function say(
  { flags, host, show, translator }: Run,
  message: Parameters<Run['translator']['say']>[0],
  { place }: Pick<ShareText, 'place'>,
  args: Readonly<Record<string, number>> = {},
): void {
  if (flags.quiet === true) return;
  const line: Line = translator.line(message, {
    ...args,
    place: translator.say(translator.ui.share[`place_${place.id}`]),
  });
  host.stderr.write(show(oneLine(translator, line, 'quiet')));
}

function resultOf(
  { place, text, title, length, isShortened, page }: ShareText,
  copying: CopyOutcome | undefined,
  opened: Opening | undefined,
): Parameters<typeof renderJson>[0]['result'] {
  return {
    place: place.id,
    text,
    title,
    length,
    limit: place.limit,
    shortened: isShortened,
    page,
    copied: copying,
    opened,
  };
}
