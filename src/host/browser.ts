// Hands an address to the system's browser, or a file to what shows it. Only https addresses of known hosts; nobody can tell whether a page opened.
import type { ChildProcess } from 'node:child_process';
import { refusalOf } from '../content/hosts';
import type { Opened } from './host';

/** How long a failure is waited for, in milliseconds: a browser that starts does not answer. */
const PATIENCE_MS = 1000;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Asks the system to open `url`. `not-here` where no browser can be reached: over SSH, in CI, or on Linux without a
 * display; `failed` when the opener ends with an error within a second.
 */
export async function openInBrowser(url: string, env: Env, platform: NodeJS.Platform): Promise<Opened> {
  if (refusalOf(url) !== undefined) return 'failed';
  if (!canShowPages(env, platform)) return 'not-here';
  try {
    const { default: open } = await import('open');
    return await settled(await open(url));
  } catch {
    return 'failed';
  }
}

/** Asks the system to show a file of this machine (`path`: absolute) in the program it has for that kind. */
export async function showInViewer(path: string, env: Env, platform: NodeJS.Platform): Promise<Opened> {
  if (!canShowPages(env, platform)) return 'not-here';
  try {
    const { default: open } = await import('open');
    return await settled(await open(path));
  } catch {
    return 'failed';
  }
}

function canShowPages(env: Env, platform: NodeJS.Platform): boolean {
  const isSet = (name: string): boolean => (env[name] ?? '') !== '';
  if (isSet('CI') && env['CI'] !== 'false') return false;
  if (isSet('SSH_CONNECTION') && !isSet('DISPLAY') && !isSet('WAYLAND_DISPLAY')) return false;
  if (platform !== 'linux') return true;
  return isSet('DISPLAY') || isSet('WAYLAND_DISPLAY') || isSet('WSL_DISTRO_NAME');
}

async function settled(child: ChildProcess): Promise<Opened> {
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
