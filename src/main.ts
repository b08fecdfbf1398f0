// The composition root: what was made beforehand is said at once; everything else is loaded only then.
import { quickAnswer } from './cli/quick';
import { writeStdout } from './cli/stdout';
import type { Host } from './host/host';

/** Runs one command line. Resolves to the exit code; every failure has been said by then. */
export async function main(host: Host): Promise<number> {
  try {
    const answer = await quickAnswer(host);
    if (answer === undefined) return await (await import('./cli/dispatch')).dispatch(host);
    await writeStdout(host, answer);
    return 0;
  } catch (error) {
    return (await import('./cli/say-error')).sayFailure(host, undefined, error);
  }
}

/** Says that the program ended before it was done: a fault of its own, or a terminal that gives nothing any more. */
export async function unfinished(host: Host): Promise<number> {
  const [{ sayFailure }, { EXIT, CliError }] = await Promise.all([
    import('./cli/say-error'),
    import('./cli/cli-error'),
  ]);
  return sayFailure(host, undefined, new CliError('unfinished', {}, { code: EXIT.failed }));
}
