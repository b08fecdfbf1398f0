// What the walk does with data exports. The reader is loaded when the first one is looked for.
import type { Exports } from '../../walk/session';
import { errorText } from '../say-error';
import { CliError } from '../cli-error';
import type { Run } from '../run';

/** What the walk can do in this run. Neither ever rejects: what goes wrong is said by whoever asked. */
export function exportActions(run: Run): Exports {
  const { host, translator } = run;
  return {
    async find() {
      const { findExports } = await import('../../archive/container/find-export');
      return findExports(host);
    },
    async check(path) {
      // Ctrl-C between questions is a signal; the next question ends the walk for it.
      let stopped = false;
      const letGo = host.onSignal(() => {
        stopped = true;
      });
      try {
        const { readExport } = await import('../exports/read-export');
        return { ok: true, ...(await readExport(run, path, () => stopped)) };
      } catch (error) {
        return {
          ok: false,
          why:
            error instanceof CliError
              ? errorText(translator, error)
              : translator.say(translator.ui.errors.unexpected, {
                  why: error instanceof Error ? error.message : String(error),
                }),
        };
      } finally {
        letGo();
      }
    },
  };
}
