// The walk with a person: questions, review, steps and ending, again from the start when they go back.
import { journeyFor } from '../../journey/journey';
import type { JourneyRecord } from '../../journey/record';
import { isComplete, withProfile } from '../../journey/record';
import { summarise } from '../../journey/summary';
import { cardDocument } from '../../view/card-view';
import { checklistDocument } from '../../view/checklist-view';
import { summaryDocument } from '../../view/summary-view';
import { ending, wantsMore } from '../../walk/ending';
import type { Endings } from '../../walk/ending';
import { interview } from '../../walk/interview';
import { review } from '../../walk/review';
import type { Session } from '../../walk/session';
import type { Sharing } from '../../walk/sharing';
import { walk } from '../../walk/walk';
import { commandFor } from '../typed/command-line';
import { copy } from '../clipboard';
import { EXIT, CliError } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { errorText } from '../say-error';
import { applyProgress, stepOnWay } from '../record/progress-flags';
import type { OutputFlags } from '../typed/options';
import { oneLine } from '../../view/document';
import { giveResult, writeResult } from '../output';
import type { Run } from '../run';
import { renderAs } from '../../render/formats';
import { plainStyle } from '../../render/style';
import type { WalkFlags } from './walk.command';
import type { SaidProgress } from '../record/progress-flags';

/** Walks with the person at the terminal. Gives the exit code; what they said is kept on the way. */
export async function walkWithPerson(
  session: Session,
  run: Run,
  flags: WalkFlags,
  start: JourneyRecord,
  said: SaidProgress,
): Promise<ExitCode> {
  const { guide } = session;
  let record = start;
  for (;;) {
    const profile = await interview(session, record.profile, async (sofar) => {
      record = await session.keep(withProfile(record, sofar, run.today));
      return record.profile;
    });
    record = await applyProgress(run, withProfile(record, profile, run.today), said);
    if (record !== start) record = await session.keep(record);
    if (flags.step === undefined) {
      const reviewed = await review(session, record, (current) => orSay(session, printChecklist(run, current)));
      record = reviewed.record;
      if (reviewed.kind === 'stop') return stopped(session, run, record);
    }
    const walked = await walk(
      session,
      record,
      flags.step === undefined ? undefined : stepOnWay(record, flags.step, session),
    );
    record = walked.record;
    if (walked.kind === 'back') continue;
    if (walked.kind === 'stop') return stopped(session, run, record);
    break;
  }
  let isWritten = true;
  const endings: Endings = {
    summaryName: summaryName(run, flags),
    async writeSummary(current) {
      const file = await orSay(session, writeSummary(run, flags, current));
      isWritten = file !== undefined;
      return file;
    },
    command: (current) => run.typed(commandFor(current, journeyFor(current.profile, guide, run.today))),
    copyText: (text) => copy(run.host, text),
    card: (current) => cardFor(session, run, current),
  };
  let ended = await ending(session, record, endings);
  while (wantsMore(ended, record)) {
    const walked = await walk(session, ended);
    record = walked.record;
    if (walked.kind === 'stop') return stopped(session, run, record);
    ended = await ending(session, record, endings);
  }
  const journey = journeyFor(ended.profile, guide, run.today);
  if (!run.host.terminal.stdoutIsTTY || flags.json === true || flags.format !== undefined)
    await giveResult(
      run,
      summaryDocument(run.paper, summarise(ended, journey)),
      { ...flags, out: '-' },
      { name: 'quitgpt-summary' },
    );
  const code = isComplete(journey, ended) ? EXIT.complete : stopped(session, run, ended);
  return isWritten ? code : EXIT.failed;
}

function stopped(session: Session, run: Run, record: JourneyRecord): ExitCode {
  const { prompter, translator } = session;
  const journey = journeyFor(record.profile, session.guide, run.today);
  // Why progress is not saved has been said; that it is must not be.
  if (!session.isKept()) return EXIT.failed;
  const text =
    run.recordPath === undefined
      ? translator.ui.ending.stopped_nothing
      : isComplete(journey, record)
        ? translator.ui.ending.saved
        : translator.ui.ending.stopped;
  prompter.say(
    oneLine(
      translator,
      translator.line(text, { file: run.recordPath === undefined ? '' : run.host.files.shorten(run.recordPath) }),
    ),
  );
  return isComplete(journey, record) ? EXIT.complete : EXIT.stepsLeft;
}

/** A card of the Record, drawn to see that it can be; written under the first names that are free. */
async function cardFor(session: Session, run: Run, record: JourneyRecord): ReturnType<Sharing['card']> {
  const { prompter, translator } = session;
  try {
    const { drawCard, freeNames, writeCard } = await import('../pictures/card-files');
    const drawn = await drawCard(run, record, { name: record.extras.name, withReason: true });
    const names = await freeNames(run);
    return {
      document: cardDocument(translator, drawn.card, { leftOut: drawn.leftOut }),
      name: `${run.host.files.shorten(names.of('wide'))}.png`,
      async write() {
        const written = await orSay(
          session,
          writeCard(run, drawn, names, { replace: false }).then((files) => files.join(', ')),
        );
        if (written !== undefined)
          prompter.say(oneLine(translator, translator.say(translator.ui.card.written, { list: written })));
      },
    };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    prompter.say(
      oneLine(
        translator,
        error.id === 'card_nothing' ? translator.say(translator.ui.ending.card_none) : errorText(translator, error),
        'warning',
      ),
    );
    return undefined;
  }
}

/** The file that was written; says why when it could not be, which is no reason to end a walk. */
async function orSay(
  { prompter, translator }: Session,
  written: Promise<string | undefined>,
): Promise<string | undefined> {
  try {
    return await written;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    prompter.say(oneLine(translator, errorText(translator, error), 'warning'));
    return undefined;
  }
}

async function printChecklist(run: Run, record: JourneyRecord): Promise<string | undefined> {
  const journey = journeyFor(record.profile, run.catalogue.guide, run.today);
  const html = await renderAs('html', checklistDocument(run.paper, journey, run.checked, run.today), {
    columns: 80,
    style: plainStyle,
  });
  return writeFree(run, html, `quitgpt-checklist-${run.today}`, '.html');
}

function summaryName(run: Run, flags: OutputFlags): string {
  return flags.out !== undefined && flags.out !== '-' ? flags.out : `quitgpt-summary-${run.today}.md`;
}

async function writeSummary(run: Run, flags: OutputFlags, record: JourneyRecord): Promise<string | undefined> {
  const journey = journeyFor(record.profile, run.catalogue.guide, run.today);
  const document = summaryDocument(run.paper, summarise(record, journey));
  if (flags.out !== undefined && flags.out !== '-')
    return giveResult(run, document, flags, { format: 'markdown', name: `quitgpt-summary-${run.today}` });
  const markdown = await renderAs('markdown', document, { columns: 80, style: plainStyle });
  return writeFree(run, markdown, `quitgpt-summary-${run.today}`, '.md');
}

/** Writes into the working folder under the first name that is free: `name`, `name-2`, `name-3` … */
async function writeFree(run: Run, text: string, name: string, suffix: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const file = run.host.files.resolve(`${name}${count === 1 ? '' : `-${count}`}${suffix}`);
    const look = await run.host.files.look(file);
    // In a folder that cannot be looked into no name is free: the attempt says why.
    if (look.kind === 'missing' || look.kind === 'unreadable')
      return writeResult(run, text, file, { name: '', replace: false });
  }
}
