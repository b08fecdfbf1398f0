// Says what went wrong, once, at the end: one sentence and what to do next, or JSON for a program.
import type { Host } from '../host/host';
import { renderJsonError } from '../render/json';
import { escapeToOneLine } from '../render/escape';
import { voiceOf } from '../view/voice';
import type { Voice } from '../view/voice';
import { EXIT } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { typedAs } from './invocation';
import { codeOf, reasonOf, Refusal } from './refusal';
import type { Spoken } from './speaking';

/** How errors are to be said: known from the words typed even when they were not understood. */
export type ErrorForm = { readonly json: boolean; readonly debug: boolean };

/** Prints `error` and gives the exit code. A stack is shown only with `--debug`. */
export function fail(host: Host, spoken: Spoken, error: unknown, { json, debug }: ErrorForm): ExitCode {
  const voice = voiceOf(spoken.catalogue, spoken.catalogue.lang, typedAs(host));
  const refusal = error instanceof Refusal ? error : unforeseen(host, error);
  const message = refusalText(voice, refusal);
  if (json)
    host.stdout.write(
      renderJsonError({
        code: refusal.id,
        message,
        ...(refusal.more.flag === undefined ? {} : { flag: refusal.more.flag }),
      }),
    );
  else host.stderr.write(`${message}\n`);
  if (debug && error instanceof Error)
    host.stderr.write(`${error.stack ?? ''}\n${error.cause instanceof Error ? `${error.cause.stack ?? ''}\n` : ''}`);
  return refusal.code;
}

/** What the machine does not know, or a failure nobody foresaw: said in words, not in the system's codes. */
function unforeseen({ platform }: Host, error: unknown): Refusal {
  const code = codeOf(error);
  if (code === 'ENOHOME') return new Refusal('no_home', {}, { code: EXIT.failed });
  if (code === 'ENOCWD') return new Refusal('no_folder', {}, { code: EXIT.failed });
  const why =
    code !== undefined && /^E[A-Z]+$/.test(code)
      ? reasonOf(error, platform)
      : error instanceof Error
        ? error.message
        : String(error);
  return new Refusal('unexpected', { why }, { code: EXIT.failed });
}

/** The sentences of a Refusal: what happened, then a suggestion where there is one. */
export function refusalText(voice: Voice, { id, args, more }: Refusal): string {
  const { errors } = voice.ui;
  const why = args['why'];
  // A file error names the system's reason by its errno; everything else is already a text.
  const reason =
    typeof why === 'string' && /^E[A-Z]+(_[a-z]+)?$|^other$/.test(why) ? voice.say(errors[why as 'other']) : why;
  const sentences = [
    voice.say(errors[id], { ...args, ...(reason === undefined ? {} : { why: reason }) }),
    ...(more.suggestion === undefined ? [] : [voice.say(errors.did_you_mean, { suggestion: more.suggestion })]),
  ];
  return escapeToOneLine(sentences.join(' '));
}
