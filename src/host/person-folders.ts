// Where the person's own folders are: found out when asked, because a machine may not know.
import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The home folder: what the environment says when it is an absolute path, else what the system's list of users says. Throws
 * `ENOHOME` where neither is known, as for a user without a name in a container.
 */
export function homeFolder(env: Env, platform: NodeJS.Platform): string {
  const stated = env[platform === 'win32' ? 'USERPROFILE' : 'HOME'];
  if (stated !== undefined && isAbsolute(stated)) return stated;
  for (const ask of [() => userInfo().homedir, homedir]) {
    const home = known(ask);
    if (home !== undefined && isAbsolute(home)) return home;
  }
  throw unknownFolder('ENOHOME');
}

/** The working folder. Throws `ENOCWD` when it was removed under the program. */
export function workingFolder(): string {
  const folder = known(() => process.cwd());
  if (folder === undefined) throw unknownFolder('ENOCWD');
  return folder;
}

/** The platform's own place for state. A relative XDG folder is not valid and is ignored (XDG Base Directory 0.8); so is an empty or relative one of Windows. */
export function stateFolder(env: Env, platform: NodeJS.Platform): string {
  const local = env['LOCALAPPDATA'];
  const xdg = env['XDG_STATE_HOME'];
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'quitgpt');
  if (platform === 'win32')
    return join(
      local !== undefined && isAbsolute(local) ? local : join(homeFolder(env, platform), 'AppData', 'Local'),
      'quitgpt',
    );
  if (platform === 'darwin') return join(homeFolder(env, platform), 'Library', 'Application Support', 'quitgpt');
  return join(homeFolder(env, platform), '.local', 'state', 'quitgpt');
}

/** What `ask` gives; `undefined` where the machine does not know. */
export function known<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function unknownFolder(code: 'ENOHOME' | 'ENOCWD'): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
