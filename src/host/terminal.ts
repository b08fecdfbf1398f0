// Decides once how to talk: whether to ask, in which form, with colour or not.
import { isOn, isSet } from './environment';
import type { Env } from './environment';
import type { TerminalFacts } from './host';

/** What was asked for on the command line; `undefined` means that nothing was said. */
export type Wishes = {
  readonly input?: boolean | undefined;
  readonly plain?: boolean | undefined;
  readonly color?: boolean | undefined;
};

export type OutputMode = {
  /** Whether a person can be asked. */
  readonly asks: boolean;
  /** Lines in, lines out: no cursor movement, no symbols. */
  readonly plain: boolean;
  readonly colour: { readonly stdout: boolean; readonly stderr: boolean };
  readonly hyperlinks: boolean;
  readonly unicode: boolean;
};

/**
 * Questions need a terminal on stdin and stderr, no `CI` and no `--no-input`. Colour, per stream: flag, then
 * FORCE_COLOR, NO_COLOR (empty means not set, no-color.org), TERM=dumb, then whether it is a terminal.
 */
export function outputModeOf(wishes: Wishes, env: Env, terminal: TerminalFacts, platform: NodeJS.Platform): OutputMode {
  const plain = wishes.plain ?? (isOn(env['ACCESSIBLE']) || env['TERM'] === 'dumb');
  const colourOn = (isTTY: boolean): boolean => {
    if (wishes.color !== undefined) return wishes.color;
    if (plain) return false;
    if (isSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
    if (isSet(env['NO_COLOR'])) return false;
    return isTTY;
  };
  return {
    // Asking the system about its terminals takes time, so it is done for what needs it.
    get asks() {
      return wishes.input !== false && !isOn(env['CI']) && terminal.stdinIsTTY && terminal.stderrIsTTY;
    },
    plain,
    colour: {
      get stdout() {
        return colourOn(terminal.stdoutIsTTY);
      },
      get stderr() {
        return colourOn(terminal.stderrIsTTY);
      },
    },
    hyperlinks: !plain && knowsHyperlinks(env),
    unicode: !plain && knowsUnicode(env, platform),
  };
}

/** Terminals known to understand OSC 8; the address is printed in full in any case. */
function knowsHyperlinks(env: Env): boolean {
  const program = env['TERM_PROGRAM'] ?? '';
  return (
    ['iTerm.app', 'WezTerm', 'vscode', 'ghostty'].includes(program) ||
    isSet(env['WT_SESSION']) ||
    Number(env['VTE_VERSION'] ?? 0) >= 5000 ||
    (env['TERM'] ?? '').includes('kitty')
  );
}

/** The rule of is-unicode-supported: every terminal but the Linux console and old Windows ones. */
function knowsUnicode(env: Env, platform: NodeJS.Platform): boolean {
  if (platform !== 'win32') return env['TERM'] !== 'linux';
  return (
    isSet(env['WT_SESSION']) ||
    env['TERM_PROGRAM'] === 'vscode' ||
    env['TERM'] === 'xterm-256color' ||
    env['TERM'] === 'alacritty' ||
    isSet(env['ConEmuTask'])
  );
}
