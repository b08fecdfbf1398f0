// A proof that the person named: found, checked and fingerprinted, and left where it is.
import type { BytesPort } from '../host/bytes';
import type { FileLook, Files, Host } from '../host/host';
import { pathCandidates, splitDropped } from './dropped-path';
import { MAX_PROOF_BYTES, type Kind, type ProofFacts } from './proof-facts';
import { readFacts } from './formats/sniff';

/**
 * Why a file is not taken as a proof.
 * `several` means that more than one file was dropped; `unreadable` also covers a file that changed while it was read.
 */
export type ProofProblem =
  | 'nothing-typed'
  | 'missing'
  | 'several'
  | 'directory'
  | 'device'
  | 'fifo'
  | 'unreadable'
  | 'empty'
  | 'too-large'
  | 'truncated'
  | 'unknown-kind'
  | 'unsupported-kind';

/**
 * `path` is absolute and not made safe for display: escape it where it is shown. When there is no file it is the best
 * reading of what was typed. `kind` is there for `truncated` and `unsupported-kind`.
 */
export type ProofOutcome =
  | { readonly ok: true; readonly facts: ProofFacts; readonly path: string }
  | { readonly ok: false; readonly problem: ProofProblem; readonly path?: string; readonly kind?: Kind };

/**
 * Reads the one file that `typed` stands for and keeps facts about it. Nothing is written, copied or moved.
 * Never rejects for what the file is or for what the disk does: each of those is a `problem`.
 */
export async function readProof(typed: string, host: Reach): Promise<ProofOutcome> {
  const candidates = pathCandidates(typed, host.platform);
  const found = await firstThere(candidates, host);
  if (found !== undefined) return readFound(found, host);
  const best = candidates.at(-1);
  if (best === undefined) return { ok: false, problem: 'nothing-typed' };
  if (await areSeveral(typed, host)) return { ok: false, problem: 'several' };
  return { ok: false, problem: 'missing', path: host.files.resolve(best) };
}

type Reach = Pick<Host, 'platform' | 'bytes'> & { readonly files: Pick<Files, 'look' | 'read' | 'resolve'> };

interface Found {
  readonly path: string;
  readonly look: Exclude<FileLook, { readonly kind: 'missing' }>;
}

async function firstThere(candidates: readonly string[], host: Pick<Reach, 'files'>): Promise<Found | undefined> {
  for (const candidate of candidates) {
    const path = host.files.resolve(candidate);
    const look = await host.files.look(path);
    if (isThere(look)) return { path, look };
  }
  return undefined;
}

function isThere(look: FileLook): look is Found['look'] {
  return look.kind !== 'missing';
}

/** Only when each of at least two words is something on the disk: a wrong path with blanks in it is one missing file. */
async function areSeveral(typed: string, host: Pick<Reach, 'files' | 'platform'>): Promise<boolean> {
  const dropped = splitDropped(typed, host.platform);
  if (dropped.length < 2) return false;
  for (const candidates of dropped) if ((await firstThere(candidates, host)) === undefined) return false;
  return true;
}

async function readFound({ path, look }: Found, host: Reach): Promise<ProofOutcome> {
  if (look.kind !== 'file') return { ok: false, problem: look.kind, path };
  if (look.bytes > MAX_PROOF_BYTES) return { ok: false, problem: 'too-large', path: look.path };
  let bytes: Uint8Array;
  try {
    bytes = await host.files.read(look.path, MAX_PROOF_BYTES);
  } catch (error) {
    return { ok: false, problem: problemOf(error), path: look.path };
  }
  const read = readFacts(bytes);
  if (!read.ok) return { ...read, path: look.path };
  const { ok, ...seen } = read;
  return {
    ok,
    path: look.path,
    facts: { sha256: fingerprintOf(bytes, await host.bytes()), bytes: bytes.length, ...seen },
  };
}

function problemOf(error: unknown): ProofProblem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'EFBIG') return 'too-large';
  if (code === 'ENOENT') return 'missing';
  return 'unreadable';
}

/** FIPS 180-4, in lower-case hexadecimal. */
export function fingerprintOf(bytes: Uint8Array, port: Pick<BytesPort, 'sha256Of'>): string {
  return Array.from(port.sha256Of(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
