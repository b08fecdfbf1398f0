// Puts a person, a plain line reader or nobody behind the Prompter, and gives the terminal back whatever happens.
import type { JourneyRecord } from '../../journey/record';
import { Interrupted } from '../../prompt/prompter';
import type { LivePrompter, PromptWords } from '../../prompt/prompter';
import { oneLine } from '../../view/document';
import { newsDocument } from '../../view/news-view';
import type { Translator } from '../../view/translator';
import type { Session } from '../../walk/session';
import { EXIT, exitCodeOf } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { errorText } from '../say-error';
import { isDamage, readKept } from '../record/record-store';
import { recordSync } from '../record/record-sync';
import { exportActions } from './export-actions';
import { picturesOf } from './picture-actions';
import type { Run } from '../run';

/**
 * Runs `work` with a Session. A person who leaves is told how to carry on; a Record that could not be kept ends with 1.
 * `start` is the Record that was found at the beginning, which what is kept later is compared with.
 */
export async function withSession(
  run: Run,
  asks: boolean,
  work: (session: Session) => Promise<ExitCode>,
  start?: JourneyRecord,
): Promise<ExitCode> {
  const { host, translator, flags } = run;
  const prompter = asks ? await livePrompter(run) : await silentPrompter(run);
  const sync = recordSync(run, start, {
    // A script says what it was told to say, and goes on with all of it.
    onNews: (news) => asks && prompter.say(newsDocument(translator, news)),
    onGone: () => asks && prompter.say(oneLine(translator, translator.say(translator.ui.news.gone), 'warning')),
    ...(asks
      ? {
          onDamaged: (file) =>
            prompter.say(oneLine(translator, translator.say(translator.ui.news.damaged, { file }), 'warning')),
        }
      : {}),
    onFailure: (why) => prompter.say(oneLine(translator, errorText(translator, why), 'warning')),
  });
  const session: Session = {
    host,
    prompter,
    translator,
    guide: run.catalogue.guide,
    pictures: picturesOf(run),
    exports: exportActions(run),
    addresses: {
      copy: async (url) => (await import('../clipboard')).copy(host, url),
      code: async (url) => (await import('../../render/qr')).qrModules(url),
    },
    calendar: async (record) => (await import('./calendar-file')).writeCalendar(run, record),
    get today() {
      return run.today;
    },
    opensPages: flags.open !== false,
    takesDefaults: flags.yes === true,
    keptIn: run.recordPath === undefined ? undefined : host.files.shorten(run.recordPath),
    keep: (record) => sync.keep(record),
    catchUp: (record) => sync.catchUp(record),
    isKept: () => sync.isKept(),
  };
  const listening = asks
    ? [
        host.onSignal((signal) => prompter.interrupt(signal === 'SIGINT' ? 'ctrl-c' : signal)),
        host.onContinue(() => prompter.refresh()),
        host.onIdle(() => prompter.interrupt('end-of-input')),
      ]
    : [];
  try {
    const code = await work(session);
    return session.isKept() ? code : EXIT.failed;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    prompter.close();
    const text = translator.ui.ending[await howItStands(run)];
    const unkept = sync.failure();
    const line =
      unkept === undefined ? translator.line(text, { file: session.keptIn ?? '' }) : errorText(translator, unkept);
    host.stderr.write(`\n${run.show(oneLine(translator, line))}`);
    const code = exitCodeOf(error.how);
    return code === EXIT.stepsLeft && unkept !== undefined ? EXIT.failed : code;
  } finally {
    for (const stop of listening) stop();
    prompter.close();
  }
}

/** What is to be said of progress to somebody who leaves. Progress from an earlier run counts too: it is still there. */
async function howItStands({
  host,
  recordPath,
}: Run): Promise<'stopped' | `stopped_${'early' | 'nothing' | 'damaged'}`> {
  if (recordPath === undefined) return 'stopped_nothing';
  if ((await host.files.look(recordPath)).kind === 'missing') return 'stopped_early';
  // Whoever leaves at the question about a damaged Record has it as it was.
  const isDamaged = await readKept(host, recordPath).then(() => false, isDamage);
  return isDamaged ? 'stopped_damaged' : 'stopped';
}

async function livePrompter(run: Run): Promise<LivePrompter> {
  const { host, translator, mode, style } = run;
  const common = { columns: () => host.terminal.columns('stderr'), words: promptWords(translator), show: run.converse };
  if (mode.plain) {
    const { linePrompter } = await import('../../prompt/line-prompter');
    return linePrompter({ input: host.stdin, output: host.stderr, ...common });
  }
  const { richPrompter } = await import('../../prompt/rich-prompter');
  return richPrompter({
    stdin: host.stdin,
    stderr: host.stderr,
    ...common,
    draw: run.show,
    style,
    unicode: mode.unicode,
    suspend: host.platform === 'win32' ? undefined : () => host.suspend(),
  });
}

async function silentPrompter({ host, show, flags }: Run): Promise<LivePrompter> {
  const { scriptedPrompter } = await import('../../prompt/scripted-prompter');
  return scriptedPrompter({ stderr: host.stderr, show, quiet: flags.quiet === true });
}

function promptWords({ lang, ui, say, catalogue: { words } }: Translator): PromptWords {
  const { prompt } = ui;
  return {
    lang,
    quotes: words.language.quotes,
    back: say(ui.common.back),
    keysOne: say(prompt.keys_one),
    keysSeveral: say(prompt.keys_several),
    keysText: say(prompt.keys_text),
    keysBack: say(prompt.keys_back),
    footBack: say(prompt.foot_back),
    keysPage: (number, total) => say(prompt.keys_page, { number, total }),
    chooseNumber: (first, last) => say(prompt.choose_number, { first, last }),
    chooseNumbers: (first, last) => say(prompt.choose_numbers, { first, last }),
    orEnterFor: (label) => say(prompt.or_enter, { label }),
    colon: say(prompt.colon),
    youChose: (label) => say(prompt.you_chose, { label }),
    notAChoice: (typed, first, last) => say(prompt.not_a_choice, { typed, first, last }),
    chooseAtLeastOne: say(prompt.one_at_least),
    onlyAlone: (label) => say(prompt.only_alone, { label }),
    tooLong: say(prompt.too_long),
  };
}
