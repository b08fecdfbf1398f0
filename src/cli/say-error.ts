// Says what went wrong, once, at the end: one sentence and what to do next, or JSON for a program.
import type { Host } from '../host/host';
import { renderJsonError } from '../render/json';
import { escapeToOneLine } from '../render/escape';
import { translatorOf } from '../view/translator';
import type { Translator } from '../view/translator';
import { codeOf, EXIT, reasonOf, CliError } from './cli-error';
import type { ExitCode } from './cli-error';
import { typedAs } from './typed/invocation';
import type { LanguageChoice } from './language-choice';
import { isOn } from '../host/environment';
import { QUESTION_IDS } from '../journey/questions';
import { MissingAnswer } from '../prompt/prompter';
import { CHOICES_OF, FLAG_OF } from './typed/options';
import { isKeptName } from './record/kept-name';
import { readEarly } from './typed/early-words';
import { languageAnyway } from './language-choice';

/** Says a failure in the language found so far, as text or as JSON; gives the exit code. */
export async function sayFailure(host: Host, choice: LanguageChoice | undefined, error: unknown): Promise<number> {
  const known = choice ?? (await languageAnyway(host));
  return fail(host, known, named(host, known, error), readEarly(host.argv));
}

/** How errors are to be said: known from the words typed even when they were not understood. */
type ErrorForm = Pick<ReturnType<typeof readEarly>, 'json' | 'debug' | 'record' | 'profile'>;

/** Prints `error` and gives the exit code. A stack is shown only with `--debug`. */
function fail(host: Host, choice: LanguageChoice, error: unknown, form: ErrorForm): ExitCode {
  const { json, debug, record, profile } = form;
  // A name that was refused is not repeated as a command.
  const place = { record, ...(profile !== undefined && isKeptName(profile) ? { profile } : {}) };
  const translator = translatorOf(choice.catalogue, choice.catalogue.lang, typedAs(host, place));
  const known = error instanceof CliError ? error : unforeseen(host, error);
  const message = errorText(translator, known);
  if (json)
    host.stdout.write(
      renderJsonError({
        code: known.id,
        message,
        ...(known.more.flag === undefined ? {} : { flag: known.more.flag }),
      }),
    );
  else host.stderr.write(`${message}\n`);
  if (debug && error instanceof Error)
    host.stderr.write(`${error.stack ?? ''}\n${error.cause instanceof Error ? `${error.cause.stack ?? ''}\n` : ''}`);
  return known.code;
}

/** What the machine does not know, or a failure nobody foresaw: said in words, not in the system's codes. */
function unforeseen({ platform }: Host, error: unknown): CliError {
  const code = codeOf(error);
  if (code === 'ENOHOME') return new CliError('no_home', {}, { code: EXIT.failed });
  if (code === 'ENOCWD') return new CliError('no_folder', {}, { code: EXIT.failed });
  const why =
    code !== undefined && /^E[A-Z]+$/.test(code)
      ? reasonOf(error, platform)
      : error instanceof Error
        ? error.message
        : String(error);
  return new CliError('unexpected', { why }, { code: EXIT.failed });
}

/** The sentences of a CliError: what happened, then a suggestion where there is one. */
export function errorText(translator: Translator, { id, args, more }: CliError): string {
  const { errors } = translator.ui;
  const why = args['why'];
  // A file error names the system's reason by its errno; everything else is already a text.
  const reason =
    typeof why === 'string' && /^E[A-Z]+(_[a-z]+)?$|^other$/.test(why) ? translator.say(errors[why as 'other']) : why;
  const sentences = [
    translator.say(errors[id], { ...args, ...(reason === undefined ? {} : { why: reason }) }),
    ...(more.suggestion === undefined ? [] : [translator.say(errors.did_you_mean, { suggestion: more.suggestion })]),
  ];
  return escapeToOneLine(sentences.join(' '));
}

/** Errors that only the command line can name: a missing answer by its flag, with why nobody was asked and where they can be. */
function named(host: Host, { catalogue }: LanguageChoice, error: unknown): unknown {
  if (!(error instanceof MissingAnswer)) return error;
  const id = QUESTION_IDS.find((one) => one === error.questionId);
  if (id === undefined) return error;
  const { say, ui } = translatorOf(catalogue, catalogue.lang, typedAs(host));
  const what = say(catalogue.words.questions[id]?.title ?? id);
  const nobody = whyNobody(host);
  const why = say(ui.errors[nobody], nobody === 'nobody_terminal' ? { where: say(ui.errors[whereToGo(host)]) } : {});
  return new CliError(
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
