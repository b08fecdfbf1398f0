// Ctrl-Z and `fg` in a real shell: the question comes back as it was, and no run ends with 0 while one is open.
import { describe, it } from 'vitest';
import { runInTerminal, type TerminalRun } from '../support/terminal';
import { aFolder, PROGRAM } from '../support/tools';
import { surroundings } from './person';

const SHELL_BACK = 'the shell is back';

/** A shell with job control in which the program was started with `args`. */
async function inShell(args: string): Promise<TerminalRun> {
  const home = aFolder();
  const terminal = runInTerminal('bash', ['--noprofile', '--norc', '-i'], {
    columns: 80,
    rows: 40,
    cwd: home,
    env: { ...surroundings(home), PS1: 'shell> ' },
  });
  await terminal.waitFor('shell>');
  terminal.type(`${process.execPath} ${PROGRAM} ${args}\r`);
  return terminal;
}

/** Ctrl-Z, a command of the shell, and back again with `fg`. */
async function away(terminal: TerminalRun): Promise<void> {
  terminal.key('ctrl-z');
  await terminal.waitFor('Stopped');
  // The typed line holds the words apart, so that only what the shell prints has them together.
  terminal.type(`echo the shell "is" back\r`);
  await terminal.waitFor(SHELL_BACK);
  terminal.type('clear\r');
  await terminal.waitFor((screen) => !screen.includes(SHELL_BACK));
  terminal.type('fg\r');
}

describe('a wizard that was put aside', () => {
  it('shows its list again where it was, goes on, and its code is that of leaving', async () => {
    const terminal = await inShell('');
    await terminal.waitFor(/❯ Stop paying/);
    terminal.key('down');
    await terminal.waitFor(/❯ Delete/);
    await away(terminal);
    await terminal.waitFor(/\? What do you want to do[^]*❯ Delete/);
    terminal.key('enter');
    await terminal.waitFor(/❯ Free/);
    await away(terminal);
    await terminal.waitFor(/❯ Free/);
    terminal.key('ctrl-c');
    await terminal.waitFor('Carry on with');
    terminal.type('echo "code=$?"\r');
    await terminal.waitFor('code=130');
    terminal.kill();
  });

  it('keeps what was ticked and what was typed', async () => {
    const terminal = await inShell('--goal cancel --plan plus');
    await terminal.waitFor(/❯ ◯/);
    terminal.key('down');
    await terminal.waitFor(/❯ ◯ Apple/);
    terminal.key('space');
    await terminal.waitFor(/❯ ◉ Apple/);
    await away(terminal);
    await terminal.waitFor(/❯ ◉ Apple/);
    terminal.key('enter');
    await terminal.waitFor(/✔ Who charges you/);
    await terminal.waitFor(/❯ ◯/);
    terminal.type('n');
    await terminal.waitFor(/\n› *$/m);
    terminal.type('3 Dec');
    await terminal.waitFor('› 3 Dec');
    await away(terminal);
    await terminal.waitFor('› 3 Dec');
    terminal.type('ember 2026');
    await terminal.waitFor('› 3 December 2026');
    terminal.kill();
  });

  it('in plain mode says again what it waits for', async () => {
    const terminal = await inShell('--plain');
    await terminal.waitFor('Choose 1 to 3:');
    await away(terminal);
    await terminal.waitFor('Choose 1 to 3:');
    terminal.type('2\r');
    await terminal.waitFor('You chose: Delete the account.');
    terminal.kill();
  });
});
