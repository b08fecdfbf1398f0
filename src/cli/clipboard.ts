// Copies a text: through a program of the system, else by asking the terminal, else not at all.
import type { Host } from '../host/host';

/** `asked`: nobody can tell whether the terminal did it. */
export type CopyOutcome = 'copied' | 'asked' | 'failed';

/** Puts `text` on the clipboard as well as this machine can. */
export async function copy(
  { copyText, terminal, stdout, stderr }: Pick<Host, 'copyText' | 'terminal' | 'stdout' | 'stderr'>,
  text: string,
): Promise<CopyOutcome> {
  if ((await copyText(text)) === 'copied') return 'copied';
  const screen = terminal.stderrIsTTY ? stderr : terminal.stdoutIsTTY ? stdout : undefined;
  if (screen === undefined) return 'failed';
  const { copySequence } = await import('../render/clipboard');
  screen.write(copySequence(text));
  return 'asked';
}
