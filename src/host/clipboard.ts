// Puts a text on the system's clipboard, through the program that the system has for it.
import { spawn } from 'node:child_process';
import { isSet } from './environment';
import type { Env } from './environment';
import type { Copied } from './host';

/** How long a program may take, in milliseconds; it is ended after that. */
const PATIENCE_MS = 3000;

type Copier = { readonly program: string; readonly args: readonly string[]; readonly encoding: 'utf8' | 'utf16le' };

/**
 * Copies `text` with the first program that is there: pbcopy, clip.exe (also from WSL), wl-copy or xclip. `not-here`
 * when there is none, and over SSH without a display, where such a program would fill the other computer's clipboard.
 */
export async function copyToClipboard(text: string, env: Env, platform: NodeJS.Platform): Promise<Copied> {
  let outcome: Copied = 'not-here';
  for (const copier of copiersFor(env, platform)) {
    const one = await give(text, copier, env);
    if (one === 'copied') return one;
    if (one === 'failed') outcome = one;
  }
  return outcome;
}

function copiersFor(env: Env, platform: NodeJS.Platform): readonly Copier[] {
  const display: readonly Copier[] = [
    ...(isSet(env['WAYLAND_DISPLAY'])
      ? [{ program: 'wl-copy', args: ['--type', 'text/plain;charset=utf-8'], encoding: 'utf8' } as const]
      : []),
    ...(isSet(env['DISPLAY'])
      ? [{ program: 'xclip', args: ['-selection', 'clipboard', '-in'], encoding: 'utf8' } as const]
      : []),
  ];
  if (isSet(env['SSH_CONNECTION'])) return display;
  if (platform === 'darwin') return [{ program: 'pbcopy', args: [], encoding: 'utf8' }];
  // clip.exe takes anything that is not UTF-16 for the old code page of the console.
  const windows: Copier = { program: 'clip.exe', args: [], encoding: 'utf16le' };
  if (platform === 'win32') return [windows];
  return isSet(env['WSL_DISTRO_NAME']) ? [windows, ...display] : display;
}

/** One program's outcome: `not-here` when it cannot be started at all. */
function give(text: string, { program, args, encoding }: Copier, env: Env): Promise<Copied> {
  return new Promise((resolve) => {
    // wl-copy and xclip stay behind to serve the text: only their own end is waited for, not that of their streams.
    // pbcopy reads bytes by the locale, and without one takes them for MacRoman.
    const child = spawn(program, args, {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: PATIENCE_MS,
      windowsHide: true,
      env: { ...env, LC_CTYPE: 'UTF-8', LC_ALL: undefined },
    });
    child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ENOENT' ? 'not-here' : 'failed'));
    child.once('exit', (code) => resolve(code === 0 ? 'copied' : 'failed'));
    child.stdin.on('error', () => {});
    child.stdin.end(Buffer.from(text, encoding));
  });
}
