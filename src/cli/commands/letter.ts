// `quitgpt letter KIND`: a letter from saved progress and options, to print, to keep, or as a draft for a mail program.
import { loadCatalogue } from '../../content/catalogue';
import { lettersGuide, loadLetters } from '../../content/compiled/letters';
import type { CivilDate } from '../../journey/dates';
import { parseCivilDate } from '../../journey/dates';
import { LETTER_KINDS } from '../../journey/letter';
import type { JourneyRecord } from '../../journey/record';
import { UNSURE } from '../../journey/profile';
import { looksPrivate, MOST_CHARACTERS } from '../../walk/private-text';
import type { LetterFields, LetterVoice } from '../../view/letter-text';
import { letterFor } from '../../view/letter-view';
import type { Letter } from '../../view/letter-view';
import type { Translator } from '../../view/translator';
import { translatorOf } from '../../view/translator';
import { CliError, EXIT } from '../cli-error';
import type { CliErrorId, ExitCode } from '../cli-error';
import { giveResult, sayWritten, writeResult } from '../output';
import { findRecord } from '../record/record-store';
import type { Run } from '../run';
import { writeStdout } from '../stdout';
import { typedAnywhere } from '../typed/invocation';
import { LETTER_FORMATS } from '../typed/options';
import { oneOf, profileFromFlags } from '../typed/values';
import type { LetterFlags } from './letter.command';

/** Prints or writes the letter. Saved progress is read where there is some; nothing is kept. */
export async function runLetter(run: Run, typed: string, flags: LetterFlags): Promise<ExitCode> {
  const kind = oneOf('KIND', typed, LETTER_KINDS);
  const draft = isDraft(flags);
  const country = flags.country === undefined ? undefined : oneOf('--country', flags.country, eeaCountries());
  const given = fieldsFrom(run, flags);
  const record = run.recordPath === undefined ? undefined : await findRecord(run.host, run.recordPath);
  const profile = profileFromFlags(flags, record?.profile ?? {}, run.today);
  const letter = letterFor(lettersGuide, await voiceOf(run.paper), await englishBeside(run), {
    kind,
    profile: country === undefined ? profile : { ...profile, region: 'eea' },
    fields: { ...(record === undefined ? {} : fieldsOf(run, record)), ...given },
    country,
    today: run.today,
  });
  const name = `quitgpt-letter-${kind}-${run.today}`;
  if (draft) await giveDraft(run, letter, flags, `${name}.eml`);
  else sayWritten(run, await giveResult(run, letter.document, flags, { name }));
  return EXIT.complete;
}

/** Whether a draft was asked for, by its name or by the ending of the file. */
function isDraft({ format, json, out }: LetterFlags): boolean {
  if (json === true) return false;
  if (format !== undefined) return oneOf('--format', format, LETTER_FORMATS) === 'eml';
  return out !== undefined && /\.eml$/i.test(out);
}

/** Gives the draft, and says beside it what stands around the letter in the other forms. */
async function giveDraft(run: Run, { mail, notes }: Letter, flags: LetterFlags, name: string): Promise<void> {
  const { renderEml } = await import('../../render/eml');
  const text = renderEml(mail);
  if (run.flags.quiet !== true) run.host.stderr.write(run.show(notes));
  if (flags.out === undefined || flags.out === '-') return writeStdout(run.host, text);
  const path = run.host.files.resolve(flags.out);
  sayWritten(run, await writeResult(run, text, path, { name, replace: flags.force === true }));
}

async function voiceOf(translator: Translator): Promise<LetterVoice> {
  const load = loadLetters[translator.lang];
  if (load === undefined) throw new Error(`no letters in the language "${translator.lang}"`);
  return { translator, words: await load() };
}

/** English stands below every other language: not every recipient reads the person's. */
async function englishBeside({ catalogue }: Run): Promise<LetterVoice | undefined> {
  if (catalogue.lang === 'en') return undefined;
  return voiceOf(translatorOf(await loadCatalogue('en'), 'en', typedAnywhere));
}

function eeaCountries(): readonly string[] {
  return Object.keys(lettersGuide.authorities).filter((code) => code !== 'gb' && code !== 'ch');
}

/** What saved progress knows of the letter: a name that was given, and the day of a cancellation, with OpenAI itself before others. */
function fieldsOf({ catalogue: { guide } }: Run, { steps, extras }: JourneyRecord): LetterFields {
  const cancelled = guide.steps.flatMap(({ id, stopsBilling }) => {
    const entry = Object.hasOwn(steps, id) ? steps[id] : undefined;
    return stopsBilling === undefined || entry?.state !== 'done' ? [] : [{ biller: stopsBilling, on: entry.on }];
  });
  const own = cancelled.find(({ biller }) => biller === 'openai') ?? cancelled[0];
  return { name: extras.name, cancelled: own?.on };
}

function fieldsFrom(run: Run, { name, accountEmail, amount, cancelledOn }: LetterFlags): LetterFields {
  const fields: LetterFields = {
    name: name === undefined ? undefined : ownName(run, name),
    account: accountEmail === undefined ? undefined : addressFrom(run, accountEmail),
    amount: amount === undefined ? undefined : amountFrom(amount),
    cancelled: cancelledOn === undefined ? undefined : dayFrom(run, cancelledOn),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function ownName(run: Run, name: string): string {
  const given = name.replace(/\s+/g, ' ').trim();
  if (given.length > MOST_CHARACTERS.name) throw refused('text_too_long', '--name', { most: MOST_CHARACTERS.name });
  refusePrivate(run, '--name', given);
  return given;
}

/** An address is what this is about; a card number or a token before its @ is not. */
function addressFrom(run: Run, typed: string): string {
  const address = typed.trim();
  if (address.length > 254 || !/^[^\s@<>()[\],:;"\\]+@[^\s@<>()[\],:;"\\]+\.[^\s@<>()[\],:;"\\]{2,}$/.test(address)) {
    // What is no address may be a password: it is not said again.
    throw refused('bad_account_email', '--account-email', {});
  }
  refusePrivate(run, '--account-email', address.slice(0, address.indexOf('@')));
  return address;
}

/** `22.99 EUR`, `22,99EUR`, `EUR 22.99`. */
function amountFrom(typed: string): NonNullable<LetterFields['amount']> {
  const match = /^(?:([a-z]{3})\s*)?(\d{1,6}(?:[.,]\d{1,2})?)(?:\s*([a-z]{3}))?$/i.exec(typed.trim());
  const currency = (match?.[1] ?? match?.[3] ?? '').toUpperCase();
  const value = Number(match?.[2]?.replace(',', '.') ?? 0);
  const isBoth = match?.[1] !== undefined && match[3] !== undefined;
  if (value <= 0 || isBoth || !Intl.supportedValuesOf('currency').includes(currency))
    throw refused('bad_amount', '--amount', {});
  return { value, currency };
}

function dayFrom({ today }: Run, typed: string): CivilDate | undefined {
  if (typed.trim() === UNSURE) return undefined;
  const day = parseCivilDate(typed);
  if (day === undefined) throw refused('bad_day', '--cancelled-on', { value: typed });
  if (day > today) throw refused('future_day', '--cancelled-on', { value: typed });
  return day;
}

function refusePrivate({ translator }: Run, option: string, text: string): void {
  const kind = looksPrivate(text);
  if (kind === undefined) return;
  throw refused('private_letter', option, { what: translator.say(translator.ui.ending[`private_${kind}`]) });
}

function refused(id: CliErrorId, option: string, args: Readonly<Record<string, string | number>>): CliError {
  return new CliError(id, { option, ...args }, { flag: option });
}
