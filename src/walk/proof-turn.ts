// Asks for receipts and keeps the facts about them; the files themselves stay where they are.
import type { GuideStep } from '../content/schema';
import type { JourneyRecord, Proof } from '../journey/record';
import { withProof } from '../journey/record';
import { MAX_PROOF_BYTES } from '../proof/proof-facts';
import { readProof } from '../proof/read-proof';
import type { ProofOutcome } from '../proof/read-proof';
import type { Translator } from '../view/translator';
import { note } from './review';
import type { Session } from './session';
import { watchScreenshots } from './watch-screenshots';

/**
 * Asks for the receipts of one step until Enter alone goes on; a new screenshot is offered while the question waits. A file
 * that cannot be taken is said why, and asked again.
 */
export async function askProof(session: Session, start: JourneyRecord, step: GuideStep): Promise<JourneyRecord> {
  const { prompter, translator, host } = session;
  const { ui } = translator;
  const taken = new Set<string>();
  let record = start;
  let added = false;
  for (;;) {
    const found = await askFile(session, step, taken);
    if (found === undefined) break;
    taken.add(found.path);
    const path = await fileToKeep(session, record, step, found);
    if (path === undefined) continue;
    const outcome = path === found.path ? found : await readProof(path, host);
    if (!outcome.ok) {
      prompter.say(note(session, proofProblem(translator, path, outcome, host.platform), 'warning'));
      continue;
    }
    taken.add(path);
    const proof: Proof = { ...outcome.facts, on: session.today };
    record = await session.keep(withProof(record, step.id, proof));
    added = true;
    prompter.say(note(session, keptText(translator, proof), 'done'));
    if (proof.kind === 'eml') await sayEmail(session, path);
  }
  if (!added) prompter.say(note(session, translator.say(ui.proof.none), 'quiet'));
  return record;
}

/** Says what the header of a saved e-mail holds: it is shown to the person and not kept. */
async function sayEmail({ prompter, translator, host }: Session, path: string): Promise<void> {
  const bytes = await host.files.read(path, MAX_PROOF_BYTES).catch(() => undefined);
  if (bytes === undefined) return;
  const [{ readEmailFacts }, { emailDocument }] = await Promise.all([
    import('../proof/formats/email-facts'),
    import('../view/email-view'),
  ]);
  prompter.say(emailDocument(translator, readEmailFacts(bytes)));
}

type Found = Extract<ProofOutcome, { readonly ok: true }>;

/** A file that can be a receipt; `undefined` when the person goes on without (another) one. */
async function askFile(
  { prompter, translator, host }: Session,
  step: GuideStep,
  taken: ReadonlySet<string>,
): Promise<Found | undefined> {
  const { ui } = translator;
  let found: ProofOutcome | undefined;
  const unseen = taken.size === 0 ? await host.hiddenFolder('screenshots') : undefined;
  if (unseen !== undefined)
    prompter.say(
      note(
        { translator },
        translator.say(ui.reading.unseen, {
          folder: host.files.shorten(unseen),
          how: howToAllow(translator, host.platform),
        }),
      ),
    );
  const given = await prompter.askText({
    id: `proof:${step.id}`,
    takes: 'file',
    title: translator.say(taken.size === 0 ? ui.proof.ask : ui.reading.another),
    help:
      taken.size === 0
        ? [...translator.line(translator.step(step.id).proof ?? ''), ' ', ...translator.line(ui.proof.help)]
        : translator.line(ui.reading.another_help),
    back: true,
    offers: watchScreenshots(host, translator, taken),
    check: async (typed) => {
      found = undefined;
      if (typed.trim() === '') return undefined;
      found = await readProof(typed, host);
      return found.ok ? undefined : proofProblem(translator, typed, found, host.platform);
    },
  });
  return given.kind === 'back' || found?.ok !== true ? undefined : found;
}

/** The file itself, or a copy of it; `undefined` when the person wants to give another one. */
async function fileToKeep(
  session: Session,
  record: JourneyRecord,
  step: GuideStep,
  { path, facts }: Found,
): Promise<string | undefined> {
  if (!session.pictures.kinds.includes(facts.kind)) return path;
  const turn = await session.pictures.turn(session, step, path, record.extras.name);
  return turn.kind === 'keep' ? turn.path : undefined;
}

/** Why a file was not taken, in one sentence with what to do next. */
export function proofProblem(
  translator: Translator,
  typed: string,
  outcome: Extract<ProofOutcome, { readonly ok: false }>,
  platform: NodeJS.Platform,
): string {
  const id = outcome.problem === 'unreadable' && platform === 'darwin' ? 'unreadable_macos' : outcome.problem;
  return translator.say(translator.ui.proof[id], {
    typed: typed.trim().slice(0, 200),
    kind: (outcome.kind ?? '').toUpperCase(),
  });
}

/** Where a system lets people say which folders a terminal may look into. */
export function howToAllow({ say, ui }: Translator, platform: NodeJS.Platform): string {
  return say(platform === 'darwin' ? ui.errors.allow_macos : ui.errors.allow_other);
}

/** "PNG, 1170 × 2532 pixels. It stays where it is …" with the start of its fingerprint. */
function keptText(translator: Translator, proof: Proof): string {
  const { ui } = translator;
  const fingerprint = `${proof.sha256.slice(0, 4)} ${proof.sha256.slice(4, 8)}`;
  const kind = proof.kind === 'eml' ? 'E-mail' : proof.kind.toUpperCase();
  if (proof.width === undefined || proof.height === undefined)
    return translator.say(ui.proof.kept_no_size, {
      kind,
      size: `${Math.max(1, Math.round(proof.bytes / 1024))} kB`,
      fingerprint,
    });
  return translator.say(ui.proof.kept, { kind, width: String(proof.width), height: String(proof.height), fingerprint });
}
