// The composition root: joins what was typed, a language and the machine; sees everything, decides nothing.
import { CommanderError } from 'commander';
import type { Host } from './host/host';
import { explainUsage } from './cli/usage';
import { EXIT } from './cli/exit-codes';
import { fail } from './cli/fail';
import { FLAG_OF, CHOICES_OF } from './cli/options';
import type { GlobalFlags, OutputFlags } from './cli/options';
import { buildProgram, COMMANDS } from './cli/program';
import type { Actions } from './cli/program';
import { Refusal } from './cli/refusal';
import { speak, startRun, writeStdout } from './cli/run';
import type { Run, Spoken } from './cli/run';
import { QUESTION_IDS } from './journey/questions';
import { MissingAnswer } from './prompt/prompter';
import { voiceOf } from './view/voice';

/** Runs one command. Resolves to the exit code; every failure has been said by then. */
export async function main(host: Host): Promise<number> {
  const early = readEarly(host.argv);
  let spoken: Spoken | undefined;
  try {
    spoken = await speak(host, early.lang);
    return await runCommand(host, spoken);
  } catch (error) {
    spoken ??= await speak(host, undefined);
    return fail(host, spoken, named(spoken, error), early);
  }
}

async function runCommand(host: Host, spoken: Spoken): Promise<number> {
  let code: number = EXIT.complete;
  let printed = '';
  const run = async (flags: GlobalFlags, work: (run: Run) => Promise<number>): Promise<void> => {
    code = await work(await startRun(host, spoken, flags));
  };
  const actions: Actions = {
    walk: async (flags, words) => {
      const [word] = words;
      // Options of the walk may stand before a command, as in `--json status`: commander takes the command for a word too many.
      if (word !== undefined && COMMANDS.some((command) => command === word)) return parse([word, ...withoutFirst(host.argv, word)]);
      if (word !== undefined) throw explainUsage.unknownCommand(word);
      await run(flags, async (one) => (await import('./cli/commands/walk')).runWalk(one, flags));
    },
    checklist: (flags) => run(flags, async (one) => (await import('./cli/commands/checklist')).runChecklist(one, flags)),
    open: (id, flags) => run(flags, async (one) => (await import('./cli/commands/open')).runOpen(one, id, flags)),
    summary: (flags) => run(flags, async (one) => (await import('./cli/commands/kept')).runSummary(one, flags as OutputFlags)),
    status: (flags) => run(flags, async (one) => (await import('./cli/commands/kept')).runStatus(one, flags as OutputFlags)),
    forget: (flags) => run(flags, async (one) => (await import('./cli/commands/kept')).runForget(one)),
    why: (flags) => run(flags, async (one) => (await import('./cli/commands/lists')).runWhy(one, flags)),
    alternatives: (flags) => run(flags, async (one) => (await import('./cli/commands/lists')).runAlternatives(one, flags)),
    schema: (name, flags) => run(flags, async (one) => (await import('./cli/commands/lists')).runSchema(one, name)),
    completion: (shell, flags, program) => run(flags, async (one) => (await import('./cli/commands/completion')).runCompletion(one, program, shell)),
    complete: (words, flags, program) => run(flags, async (one) => (await import('./cli/commands/completion')).runComplete(one, program, words)),
  };
  const parse = async (argv: readonly string[]): Promise<void> => {
    const program = buildProgram(voiceOf(spoken.catalogue, spoken.catalogue.lang), actions, (text) => {
      printed += text;
    });
    try {
      await program.parseAsync(argv, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode !== 0) throw explainUsage.of(error, program);
    }
  };
  await parse(host.argv);
  if (printed !== '') await writeStdout(host, printed);
  return code;
}

function withoutFirst(words: readonly string[], word: string): readonly string[] {
  const at = words.indexOf(word);
  return words.filter((_, index) => index !== at);
}

/** Errors that only the command line can name: a missing answer by its flag. */
function named({ catalogue }: Spoken, error: unknown): unknown {
  if (!(error instanceof MissingAnswer)) return error;
  const id = QUESTION_IDS.find((one) => one === error.questionId);
  if (id === undefined) return error;
  const { say } = voiceOf(catalogue, catalogue.lang);
  const what = say(catalogue.words.questions[id]?.title ?? id);
  return new Refusal('missing_answer', { what, flag: `${FLAG_OF[id]} <${CHOICES_OF[id].join('|')}>` }, { flag: FLAG_OF[id] });
}

/** What has to be known before the words are parsed: the language, and how to say an error about them. */
function readEarly(argv: readonly string[]): { readonly lang: string | undefined; readonly json: boolean; readonly debug: boolean } {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const valueOf = (...names: readonly string[]): string | undefined => words.flatMap((word, index) => names.flatMap((name) => (word === name ? (words[index + 1] ?? []) : word.startsWith(`${name}=`) ? word.slice(name.length + 1) : []))).at(-1);
  return { lang: valueOf('--lang', '-l'), json: words.includes('--json') || valueOf('--format') === 'json', debug: words.includes('--debug') };
}
