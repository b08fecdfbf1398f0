// How the person started the program, so that "carry on with …" names a command that works for them.

/**
 * Rewrites `quitgpt …` to what was typed: `npx quitgpt …` or `npm start -- …`. npm tells its children which command and
 * which script ran (docs.npmjs.com, "scripts", Environment). With a `record` of their own, commands that read it name it.
 */
export function typedAs(env: Readonly<Record<string, string | undefined>>, record?: string | false): (command: string) => string {
  const viaNpx = env['npm_command'] === 'exec';
  const viaStart = env['npm_lifecycle_event'] === 'start';
  return (words) => {
    const command = typeof record === 'string' ? words.replace(/^quitgpt(?=$| --step| forget)/, () => `quitgpt --record ${quoted(record)}`) : words;
    if (!/^quitgpt( |$)/.test(command) || (!viaNpx && !viaStart)) return command;
    if (viaNpx) return `npx ${command}`;
    const rest = command.slice('quitgpt'.length);
    return rest === '' ? 'npm start' : `npm start --${rest}`;
  };
}

/** For POSIX shells and PowerShell alike, as far as one form can be. */
function quoted(path: string): string {
  return /^[\w./~:\\-]+$/.test(path) ? path : `"${path}"`;
}
