// Asks for a receipt and keeps the facts about it; the file itself stays where it is.
import type { JourneyRecord, Proof } from '../journey/record';
import { withProof } from '../journey/record';
import { readProof } from '../proof/read-proof';
import type { ProofOutcome } from '../proof/read-proof';
import type { Voice } from '../view/voice';
import { note } from './review';
import type { Session } from './session';

/** Asks for the receipt of one step. Enter alone goes on without; a file that cannot be taken is said why, and asked again. */
export async function askProof(session: Session, record: JourneyRecord, stepId: string): Promise<JourneyRecord> {
  const { prompter, voice, host, today } = session;
  const { ui } = voice;
  let found: ProofOutcome | undefined;
  const given = await prompter.askText({
    id: `proof:${stepId}`,
    title: voice.say(ui.proof.ask),
    help: [...voice.line(voice.step(stepId).proof ?? ''), ' ', ...voice.line(ui.proof.help)],
    back: true,
    check: async (typed) => {
      found = undefined;
      if (typed.trim() === '') return undefined;
      found = await readProof(typed, host);
      return found.ok ? undefined : proofProblem(voice, typed, found);
    },
  });
  if (given.kind === 'back' || found === undefined || !found.ok) {
    prompter.say(note(session, voice.say(ui.proof.none), 'quiet'));
    return record;
  }
  const proof: Proof = { ...found.facts, on: today };
  const kept = withProof(record, stepId, proof);
  await session.keep(kept);
  prompter.say(note(session, keptText(voice, proof), 'done'));
  return kept;
}

/** Why a file was not taken, in one sentence with what to do next. */
export function proofProblem(voice: Voice, typed: string, outcome: Extract<ProofOutcome, { readonly ok: false }>): string {
  return voice.say(voice.ui.proof[outcome.problem], { typed: typed.trim().slice(0, 200), kind: (outcome.kind ?? '').toUpperCase() });
}

/** "PNG, 1170 × 2532 pixels. It stays where it is …" with the start of its fingerprint. */
function keptText(voice: Voice, proof: Proof): string {
  const { ui } = voice;
  const fingerprint = `${proof.sha256.slice(0, 4)} ${proof.sha256.slice(4, 8)}`;
  const kind = proof.kind === 'eml' ? 'E-mail' : proof.kind.toUpperCase();
  if (proof.width === undefined || proof.height === undefined) return voice.say(ui.proof.kept_no_size, { kind, size: `${Math.max(1, Math.round(proof.bytes / 1024))} kB`, fingerprint });
  return voice.say(ui.proof.kept, { kind, width: String(proof.width), height: String(proof.height), fingerprint });
}
