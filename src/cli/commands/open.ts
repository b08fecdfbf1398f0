// `quitgpt open [ID]`: opens a page of the guide by its id, or lists them all.
import { pageDocument, pagesDocument } from '../../view/lists-view';
import { EXIT, CliError } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { nearest } from '../typed/values';
import type { OutputFlags } from '../typed/options';
import { oneLine } from '../../view/document';
import { giveResult, sayWritten } from '../output';
import type { Run } from '../run';

/** Only ids of links.yaml (or of a step with a page) are ever opened; the address is printed in any case. */
export async function runOpen(run: Run, id: string | undefined, flags: OutputFlags): Promise<ExitCode> {
  const { guide } = run.catalogue;
  if (id === undefined) {
    sayWritten(run, await giveResult(run, pagesDocument(run.translator), flags, { name: 'quitgpt-pages' }));
    return EXIT.complete;
  }
  const link = guide.links[id] === undefined ? guide.steps.find((step) => step.id === id)?.link : id;
  const url = link === undefined ? undefined : guide.links[link]?.url;
  if (link === undefined || url === undefined) {
    const suggestion = nearest(id, Object.keys(guide.links));
    throw new CliError('bad_page', { value: id }, suggestion === undefined ? {} : { suggestion });
  }
  sayWritten(run, await giveResult(run, pageDocument(run.translator, link), flags, { name: `quitgpt-page-${link}` }));
  if (run.flags.open === false) return EXIT.complete;
  const opened = await run.host.openPage(url);
  const { step } = run.translator.ui;
  if (run.flags.quiet !== true)
    run.host.stderr.write(
      run.show(
        oneLine(run.translator, run.translator.say(opened === 'asked' ? step.opened : step.open_failed), 'quiet'),
      ),
    );
  return opened === 'failed' ? EXIT.failed : EXIT.complete;
}
