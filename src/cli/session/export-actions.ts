// What the walk does with data exports. The reader is loaded when the first one is looked for.
import type { Exports } from '../../walk/session';
import { errorText } from '../say-error';
import { CliError } from '../cli-error';
import { SAVE_FORMATS } from '../typed/options';
import type { Run } from '../run';

/** What the walk can do in this run. None of it ever rejects: what goes wrong is said by whoever asked. */
export function exportActions(run: Run): Exports {
  const { host } = run;
  return {
    async find() {
      const { findExports } = await import('../../archive/container/find-export');
      return findExports(host);
    },
    async check(path) {
      try {
        const { readExport } = await import('../exports/read-export');
        return { ok: true, ...(await untilStopped(run, (isStopped) => readExport(run, path, isStopped))) };
      } catch (error) {
        return { ok: false, why: whyText(run, error) };
      }
    },
    writes: [...SAVE_FORMATS, 'memory'],
    async write(path, as, to) {
      try {
        if (as === 'memory') {
          const { writeMemoryText } = await import('./export-text');
          return await untilStopped(run, (isStopped) => writeMemoryText(run, path, to, isStopped));
        }
        const format = SAVE_FORMATS.find((one) => one === as);
        if (format === undefined) throw new Error(`no form "${as}"`);
        const { writeExportFiles } = await import('./export-files');
        return await untilStopped(run, (isStopped) => writeExportFiles(run, path, format, isStopped));
      } catch (error) {
        return { kind: 'failed', why: whyText(run, error) };
      }
    },
  };
}

/** Ctrl-C between questions is a signal; the next question ends the walk for it. */
async function untilStopped<T>({ host }: Run, work: (isStopped: () => boolean) => Promise<T>): Promise<T> {
  let stopped = false;
  const letGo = host.onSignal(() => {
    stopped = true;
  });
  try {
    return await work(() => stopped);
  } finally {
    letGo();
  }
}

function whyText({ translator }: Run, error: unknown): string {
  return error instanceof CliError
    ? errorText(translator, error)
    : translator.say(translator.ui.errors.unexpected, { why: error instanceof Error ? error.message : String(error) });
}
