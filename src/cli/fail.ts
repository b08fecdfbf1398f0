// Says what went wrong, once, at the end: one sentence and what to do next, or JSON for a program.
import type { Host } from '../host/host';
import { renderJsonError } from '../render/json';
import { escapeToOneLine } from '../render/escape';
import { voiceOf } from '../view/voice';
import type { Voice } from '../view/voice';
import { EXIT } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { typedAs } from './invocation';
import { Refusal } from './refusal';
import type { Spoken } from './speaking';

/** How errors are to be said: known from the words typed even when they were not understood. */
export type ErrorForm = { readonly json: boolean; readonly debug: boolean };

/** Prints `error` and gives the exit code. A stack is shown only with `--debug`. */
export function fail(host: Host, spoken: Spoken, error: unknown, { json, debug }: ErrorForm): ExitCode {
  const voice = voiceOf(spoken.catalogue, spoken.catalogue.lang, typedAs(host.env));
  const refusal = error instanceof Refusal ? error : new Refusal('unexpected', { why: error instanceof Error ? error.message : String(error) }, { code: EXIT.failed });
  const message = refusalText(voice, refusal);
  if (json) host.stdout.write(renderJsonError({ code: refusal.id, message, ...(refusal.more.flag === undefined ? {} : { flag: refusal.more.flag }) }));
  else host.stderr.write(`${message}\n`);
  if (debug && error instanceof Error) host.stderr.write(`${error.stack ?? ''}\n${error.cause instanceof Error ? `${error.cause.stack ?? ''}\n` : ''}`);
  return refusal.code;
}

/** The sentences of a Refusal: what happened, then a suggestion where there is one. */
export function refusalText(voice: Voice, { id, args, more }: Refusal): string {
  const { errors } = voice.ui;
  const why = args['why'];
  // A file error names the system's reason by its errno; everything else is already a text.
  const reason = typeof why === 'string' && /^E[A-Z]+$|^other$/.test(why) ? voice.say(errors[why as 'other'], { code: args['errno'] ?? '' }) : why;
  const sentences = [voice.say(errors[id], { ...args, ...(reason === undefined ? {} : { why: reason }) }), ...(more.suggestion === undefined ? [] : [voice.say(errors.did_you_mean, { suggestion: more.suggestion })])];
  return escapeToOneLine(sentences.join(' '));
}
