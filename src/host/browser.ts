// Hands an address to a browser, or a file to what shows it. Only https addresses of known hosts; nobody can tell whether a page opened.
import type { ChildProcess } from 'node:child_process';
import { refusalOf } from '../content/hosts';
import { isOn, isSet } from './environment';
import type { Env } from './environment';
import type { Opened } from './host';
import { asked, namedBrowsers, started } from './named-browser';

/** How long a failure is waited for, in milliseconds: a browser that starts does not answer. */
const PATIENCE_MS = 1000;

/**
 * Opens `url` in the browser that `BROWSER` names, else in the system's. `not-here` where none can be reached: in CI,
 * where `BROWSER` says `none`, or, without a browser of that name, over SSH and on Linux without a display. `failed`
 * when it ends with an error within a second.
 */
export async function openInBrowser(url: string, env: Env, platform: NodeJS.Platform): Promise<Opened> {
  if (refusalOf(url) !== undefined) return 'failed';
  const named = namedBrowsers(env, platform);
  if (named === 'nothing' || isOn(env['CI'])) return 'not-here';
  let failed = false;
  for (const words of named) {
    const child = await started(asked(words, url), env);
    if (child !== undefined && (await settled(child)) === 'asked') return 'asked';
    failed ||= child !== undefined;
  }
  // A browser that is there and fails was still the one that was wanted.
  if (failed) return 'failed';
  return askSystem(url, env, platform);
}

/** Asks the system to show a file of this machine (`path`: absolute) in the program it has for that kind. */
export async function showInViewer(path: string, env: Env, platform: NodeJS.Platform): Promise<Opened> {
  return namedBrowsers(env, platform) === 'nothing' || isOn(env['CI']) ? 'not-here' : askSystem(path, env, platform);
}

async function askSystem(what: string, env: Env, platform: NodeJS.Platform): Promise<Opened> {
  if (!hasDisplay(env, platform)) return 'not-here';
  try {
    const { default: open } = await import('open');
    return await settled(await open(what));
  } catch {
    return 'failed';
  }
}

function hasDisplay(env: Env, platform: NodeJS.Platform): boolean {
  const display = isSet(env['DISPLAY']) || isSet(env['WAYLAND_DISPLAY']);
  if (display) return true;
  if (isSet(env['SSH_CONNECTION'])) return false;
  return platform === 'darwin' || platform === 'win32' || isSet(env['WSL_DISTRO_NAME']);
}

async function settled(child: ChildProcess): Promise<Opened> {
  // It may have ended before anybody listened.
  if (child.exitCode !== null) return child.exitCode === 0 ? 'asked' : 'failed';
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('asked'), PATIENCE_MS);
    const end = (outcome: Opened): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    child.once('error', () => end('failed'));
    child.once('exit', (code) => end(code === 0 ? 'asked' : 'failed'));
  });
}
