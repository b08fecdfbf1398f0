// Runs the command that was typed, in the language found for it, and says every failure once.
import { CommanderError } from 'commander';
import type { Host } from '../host/host';
import { isOn } from '../host/environment';
import { COMMAND_LINE, COMMANDS } from './commands/all';
import { EXIT } from './exit-codes';
import { fail } from './fail';
import { typedAs } from './invocation';
import { Refusal } from './refusal';
import { writeStdout } from './stdout';
import { speak, speakAnyway } from './speaking';
import type { Spoken } from './speaking';
import { readFlags } from './typed/command';
import { commandFirst } from './typed/command-first';
import { CHOICES_OF, EVERYWHERE, FLAG_OF } from './typed/options';
import { buildProgram } from './typed/program';
import type { Performing } from './typed/program';
import { explainUsage } from './typed/usage';
import { QUESTION_IDS } from '../journey/questions';
import { MissingAnswer } from '../prompt/prompter';
import { voiceOf } from '../view/voice';

/** Runs one command. Resolves to the exit code; every failure has been said by then. */
export async function dispatch(host: Host): Promise<number> {
  let spoken: Spoken | undefined;
  try {
    spoken = await speak(host, readEarly(host.argv).lang);
    return await runCommand(host, spoken);
  } catch (error) {
    return sayFailure(host, spoken, error);
  }
}

/** Says a failure in the language found so far, as text or as JSON; gives the exit code. */
export async function sayFailure(host: Host, spoken: Spoken | undefined, error: unknown): Promise<number> {
  const speaking = spoken ?? (await speakAnyway(host));
  return fail(host, speaking, named(host, speaking, error), readEarly(host.argv));
}

async function runCommand(host: Host, spoken: Spoken): Promise<number> {
  let code: number = EXIT.complete;
  let printed = '';
  const performing: Performing = {
    async perform(command, typed, everywhere) {
      const { startRun } = await import('./run');
      const run = await startRun(host, spoken, readFlags(EVERYWHERE, everywhere));
      code = await command.run(run, typed, COMMAND_LINE);
    },
    // Options of the walk may stand before a command, as in `--goal delete checklist`.
    async onWord(word) {
      if (!COMMANDS.includes(word)) throw explainUsage.unknownCommand(word);
      await parse([word, ...withoutFirst(host.argv, word)]);
    },
  };
  const parse = async (argv: readonly string[]): Promise<void> => {
    const write = (text: string): void => {
      printed += text;
    };
    const program = buildProgram(voiceOf(spoken.catalogue, spoken.catalogue.lang), performing, write, argv);
    try {
      await program.parseAsync(argv, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode !== 0) throw explainUsage.of(error, program);
    }
  };
  // "quitgpt help checklist" is "quitgpt checklist --help".
  await parse(commandFirst(host.argv[0] === 'help' ? [...host.argv.slice(1), '--help'] : host.argv));
  if (printed !== '') await writeStdout(host, printed);
  return code;
}

function withoutFirst(words: readonly string[], word: string): readonly string[] {
  const at = words.indexOf(word);
  return words.filter((_, index) => index !== at);
}

/** Errors that only the command line can name: a missing answer by its flag, with why nobody was asked and where they can be. */
function named(host: Host, { catalogue }: Spoken, error: unknown): unknown {
  if (!(error instanceof MissingAnswer)) return error;
  const id = QUESTION_IDS.find((one) => one === error.questionId);
  if (id === undefined) return error;
  const { say, ui } = voiceOf(catalogue, catalogue.lang, typedAs(host));
  const what = say(catalogue.words.questions[id]?.title ?? id);
  const nobody = whyNobody(host);
  const why = say(ui.errors[nobody], nobody === 'nobody_terminal' ? { where: say(ui.errors[whereToGo(host)]) } : {});
  return new Refusal(
    'missing_answer',
    { why, what, flag: `${FLAG_OF[id]} <${CHOICES_OF[id].join('|')}>` },
    { flag: FLAG_OF[id] },
  );
}

/** Why nobody was asked, the most deliberate reason first. */
function whyNobody({
  argv,
  env,
  terminal,
}: Host): 'nobody_no_input' | 'nobody_piped' | 'nobody_ci' | 'nobody_terminal' {
  if (argv.includes('--no-input')) return 'nobody_no_input';
  if (argv.some((word, at) => word === '--answers=-' || (word === '--answers' && argv[at + 1] === '-')))
    return 'nobody_piped';
  return terminal.stdinIsTTY && terminal.stderrIsTTY && isOn(env['CI']) ? 'nobody_ci' : 'nobody_terminal';
}

/** A place on this system where a person can be asked. Git Bash says `MSYSTEM` (msys2.org, environments). */
function whereToGo({ env, platform }: Host): 'where_windows' | 'where_git_bash' | 'where_macos' | 'where_other' {
  if (platform === 'win32') return (env['MSYSTEM'] ?? '') === '' ? 'where_windows' : 'where_git_bash';
  return platform === 'darwin' ? 'where_macos' : 'where_other';
}

/** What has to be known before the words are parsed: the language, and how to say an error about them. */
function readEarly(argv: readonly string[]): {
  readonly lang: string | undefined;
  readonly json: boolean;
  readonly debug: boolean;
} {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const valueOf = (...names: readonly string[]): string | undefined =>
    words
      .flatMap((word, index) =>
        names.flatMap((name) =>
          word === name ? (words[index + 1] ?? []) : word.startsWith(`${name}=`) ? word.slice(name.length + 1) : [],
        ),
      )
      .at(-1);
  return {
    lang: valueOf('--lang', '-l'),
    json: words.includes('--json') || valueOf('--format') === 'json',
    debug: words.includes('--debug'),
  };
}
