// Ctrl-Z: hands the terminal to the shell that the program was started from.

/** How long a stop may take to arrive, in milliseconds. The time that passes while the program is stopped counts. */
const STOP_MS = 100;

/**
 * Stops the whole group, as the terminal's own Ctrl-Z does: a shell takes over only when whatever started this program (npx,
 * npm) is stopped as well. Without a shell to take over (an orphaned group) the system stops nothing, and this goes on.
 */
export async function suspend(platform: NodeJS.Platform): Promise<void> {
  if (platform === 'win32') return;
  process.kill(0, 'SIGTSTP');
  await new Promise((resolve) => setTimeout(resolve, STOP_MS));
}
