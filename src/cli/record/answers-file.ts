// Reads `--answers FILE|-`: JSON from outside, checked before anything is believed.
import type { Host } from '../../host/host';
import type { Extras } from '../../journey/record';
import type { Profile } from '../../journey/profile';
import { EXIT, reasonOf, CliError } from '../cli-error';
import { MOST_BYTES, parseJson, readText, textOf } from './read-text';

export type GivenAnswers = {
  readonly profile: Profile;
  readonly extras: Extras;
  readonly done: readonly string[];
  readonly skip: readonly string[];
};

const NOTHING: GivenAnswers = { profile: {}, extras: {}, done: [], skip: [] };

/** The answers in a file or on standard input; nothing when no file was named. */
export async function answersFrom(host: Host, named: string | undefined): Promise<GivenAnswers> {
  if (named === undefined) return NOTHING;
  const file = named === '-' ? '-' : host.files.shorten(host.files.resolve(named));
  const parsed = parseJson(named === '-' ? await readStdin(host) : await readFile(host, named, file));
  if (!parsed.ok) throw new CliError('answers_not_json', { file, why: parsed.why }, { flag: '--answers' });
  const { readAnswers } = await import('../../content/outside-schema');
  const read = readAnswers(parsed.value);
  if (!read.ok) throw new CliError('answers_wrong', { file, where: read.where, why: read.why }, { flag: '--answers' });
  const { reason, reasonText, name, done = [], skip = [], ...profile } = read.value;
  const extras = Object.fromEntries(
    Object.entries({ reason, reasonText, name }).filter(([, value]) => value !== undefined),
  );
  return { profile, extras, done, skip };
}

async function readFile(host: Host, named: string, file: string): Promise<string> {
  const path = host.files.resolve(named);
  const look = await host.files.look(path);
  if (look.kind === 'missing')
    throw new CliError('answers_missing', { file }, { flag: '--answers', code: EXIT.failed });
  if (look.kind === 'file' && look.bytes > MOST_BYTES)
    throw new CliError('answers_too_big', { file }, { flag: '--answers', code: EXIT.failed });
  try {
    return await readText(host, path);
  } catch (error) {
    throw new CliError(
      'answers_unreadable',
      { file, why: reasonOf(error, host.platform) },
      { flag: '--answers', code: EXIT.failed },
    );
  }
}

async function readStdin({ stdin, terminal }: Host): Promise<string> {
  if (terminal.stdinIsTTY) throw new CliError('answers_terminal', {}, { flag: '--answers' });
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stdin) {
    parts.push(Buffer.from(part));
    bytes += parts.at(-1)?.length ?? 0;
    if (bytes > MOST_BYTES)
      throw new CliError('answers_too_big', { file: '-' }, { flag: '--answers', code: EXIT.failed });
  }
  return textOf(Buffer.concat(parts));
}
