// Keeps and finds the Record: one JSON file, written whole or not at all.
import type { Host } from '../host/host';
import type { JourneyRecord } from '../journey/record';
import { EXIT } from './exit-codes';
import { errnoId, Refusal } from './refusal';

/** A Record or an answers file is a few kilobytes; more than this is something else. */
export const MOST_BYTES = 1024 * 1024;

/** Where the Record is: `--record`, else the platform's own place; `undefined` with `--no-record`. */
export function recordPath(host: Pick<Host, 'files' | 'stateFolder'>, wished: string | false | undefined): string | undefined {
  if (wished === false) return undefined;
  return wished === undefined ? host.files.join(host.stateFolder, 'record.json') : host.files.resolve(wished);
}

/** The Record kept at `path`; `undefined` when there is none. A damaged or foreign one is a Refusal, and is left alone. */
export async function findRecord(host: Pick<Host, 'files'>, path: string): Promise<JourneyRecord | undefined> {
  const file = host.files.shorten(path);
  if ((await host.files.look(path)).kind === 'missing') return undefined;
  const text = await readText(host, path).catch((error: unknown) => {
    const { id, code } = errnoId(error);
    throw new Refusal('record_not_json', { file, why: id === 'EACCES' ? 'other' : id, errno: code }, { code: EXIT.failed });
  });
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Refusal('record_not_json', { file, why: parsed.why }, { code: EXIT.failed });
  const { readRecord } = await import('../content/outside-schema');
  const read = readRecord(parsed.value);
  if (!read.ok) throw new Refusal('record_wrong', { file, where: read.where }, { code: EXIT.failed });
  return read.value;
}

/** Writes the Record. Rejects with a Refusal when the system does not let it; the old one stays whole. */
export async function keepRecord(host: Pick<Host, 'files'>, path: string, record: JourneyRecord): Promise<void> {
  try {
    await host.files.writeAtomic(path, `${JSON.stringify(record, undefined, 2)}\n`);
  } catch (error) {
    const { id, code } = errnoId(error);
    throw new Refusal('record_write', { file: host.files.shorten(path), why: id, errno: code }, { code: EXIT.failed });
  }
}

/** The text of a file of at most 1 MB. */
export async function readText(host: Pick<Host, 'files'>, path: string): Promise<string> {
  return new TextDecoder('utf-8').decode(await host.files.read(path, MOST_BYTES));
}

/** A JSON text as a value, or what is wrong with it. A byte order mark is taken. */
export function parseJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
