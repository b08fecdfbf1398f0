// Writes a result to stdout.
import type { Host } from '../host/host';
import { EXIT, reasonOf, CliError } from './cli-error';

/** Writes to stdout and waits until it is taken. A reader that closes the pipe early is no failure. */
export async function writeStdout(host: Pick<Host, 'stdout' | 'platform'>, text: string): Promise<void> {
  const error = await new Promise<Error | null | undefined>((resolve) => host.stdout.write(text, resolve));
  if (error === null || error === undefined) return;
  const id = reasonOf(error, host.platform);
  if (id !== 'EPIPE') throw new CliError('stdout_write', { why: id }, { code: EXIT.failed });
}
