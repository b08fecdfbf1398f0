// How the person started the program, so that "carry on with …" names a command that works for them.
import type { Host } from '../../host/host';

/** What tells how the program was started. */
export type Start = Pick<Host, 'env' | 'platform' | 'started'> & { readonly files: Pick<Host['files'], 'shorten'> };

/** One way to start: `run` with words after it, and `latest`, which brings the newest version. */
type Way = { readonly run: (words: string) => string; readonly latest: string };

const NEWEST = 'npx quitgpt@latest';
const way = (command: string, latest: string): Way => ({ run: (words) => join(command, words), latest });

/**
 * The table of ways. npm tells its children which command and which script ran (docs.npmjs.com, "scripts", Environment); pnpm,
 * Yarn and Bun set the same user agent, each with its own name in front, and only npx and bunx say `exec`.
 */
function wayOf(start: Start): Way {
  const { env } = start;
  const manager = /^(npm|pnpm|yarn|bun)\/(\d+)?/.exec(env['npm_config_user_agent'] ?? '');
  const [, name = 'npm', major] = manager ?? [];
  if (env['npm_lifecycle_event'] === 'start')
    return {
      run: (words) => (words === '' ? `${name} start` : `${name} start ${name === 'npm' ? '-- ' : ''}${words}`),
      latest: `git pull && ${name} install && ${name} start`,
    };
  if (name === 'bun') return way('bunx quitgpt', 'bunx quitgpt@latest');
  if (env['npm_command'] === 'exec') return way('npx quitgpt', NEWEST);
  if (name === 'pnpm') return way('pnpm dlx quitgpt', 'pnpm dlx quitgpt@latest');
  // Yarn 1 has no dlx: whoever uses it has npx as well.
  if (name === 'yarn')
    return major === '1' ? way('npx quitgpt', NEWEST) : way('yarn dlx quitgpt', 'yarn dlx quitgpt@latest');
  return way(byHand(start), NEWEST);
}

/** Started by its name, or by the path of its file. */
function byHand(start: Start): string {
  const { script, runtime } = start.started;
  const [path = '', base = ''] =
    /([^/\\]*)$/.exec(script ?? '') === null ? [] : [script ?? '', (script ?? '').replace(/^.*[/\\]/, '')];
  // The launchers that npm makes under Windows name the file itself.
  if (path === '' || (start.platform === 'win32' && /[/\\]node_modules[/\\]/.test(path))) return 'quitgpt';
  if (/\.[cm]?js$/.test(base)) return `${runtime} ${quoted(start.files.shorten(path), start.platform)}`;
  if (/[/\\]node_modules[/\\]\.bin[/\\]/.test(path)) return 'npx quitgpt';
  const folder = path.slice(0, -base.length - 1);
  return (start.env['PATH'] ?? '').split(':').includes(folder)
    ? base
    : quoted(start.files.shorten(path), start.platform);
}

/** Commands that read or write the Record; the others work without it. */
const ABOUT_THE_RECORD =
  /^quitgpt(?=$| --(?:step|no-input)\b| (?:forget|status|summary|undo|card|share|move|export check)\b)/;

/**
 * Rewrites `quitgpt …` to what was typed, such as `npx quitgpt …` or `npm start -- …`, and `quitgpt@latest` to what brings the
 * newest version. With a Record of their own, by file or by name, commands that are about it say so.
 */
export function typedAs(
  start: Start,
  { record, profile }: { readonly record?: string | false | undefined; readonly profile?: string | undefined } = {},
): (command: string) => string {
  const which =
    typeof record === 'string'
      ? ` --record ${quoted(record, start.platform)}`
      : profile === undefined
        ? ''
        : ` --profile ${profile}`;
  return (words) => {
    if (words === 'quitgpt@latest') return wayOf(start).latest;
    const command = words.replace(ABOUT_THE_RECORD, () => `quitgpt${which}`);
    return /^quitgpt( |$)/.test(command) ? wayOf(start).run(command.slice('quitgpt'.length).trim()) : command;
  };
}

/** The same for what is read on other computers: a sheet, a summary. No path of this one stands there, only what works anywhere. */
export function typedAnywhere(command: string): string {
  return command === 'quitgpt@latest' ? NEWEST : command.replace(/^quitgpt(?= |$)/, 'npx quitgpt');
}

function join(command: string, words: string): string {
  return words === '' ? command : `${command} ${words}`;
}

/**
 * A word for the shells of the platform. POSIX shells take nothing for itself in single quotes, PowerShell neither; cmd.exe knows
 * only double ones, so they stand wherever they do no harm. A leading `~/` stays outside, where shells fill it in.
 */
export function quoted(word: string, platform: NodeJS.Platform): string {
  if (/^[\w./~:@%+,=-]+$/.test(word) || (platform === 'win32' && /^[\w./~:\\@+,=-]+$/.test(word))) return word;
  if (platform === 'win32') return /[$`"]/.test(word) ? `'${word.replaceAll("'", "''")}'` : `"${word}"`;
  const [start, rest] = word.startsWith('~/') ? ['~/', word.slice(2)] : ['', word];
  return `${start}'${rest.replaceAll("'", `'\\''`)}'`;
}
