// Options may stand before a command, as in `--json status`: each command knows its own options only when it comes first.
import { COMMANDS } from './program';

/** Options that stand before a command without saying anything about a walk; true for those that take a value. */
const ANYWHERE: ReadonlyMap<string, boolean> = new Map([
  ...[
    '--json',
    '--no-input',
    '--no-open',
    '--plain',
    '--no-color',
    '--color',
    '-q',
    '--quiet',
    '--no-record',
    '-y',
    '--yes',
    '--debug',
    '--force',
  ].map((flag) => [flag, false] as const),
  ...['-l', '--lang', '--menu-lang', '--record', '--format', '-o', '--out'].map((flag) => [flag, true] as const),
]);

/** Commands that have commands of their own. */
const GROUPS: ReadonlySet<string> = new Set(['export']);

/** The words with the command in front, where only options of every command stand before it; else as they are. */
export function commandFirst(words: readonly string[]): readonly string[] {
  let at = 0;
  while (words[at]?.startsWith('-') === true) {
    const word = words[at] ?? '';
    const takesValue = ANYWHERE.get(word.replace(/=.*$/s, ''));
    if (takesValue === undefined) return words;
    at += takesValue && !word.includes('=') ? 2 : 1;
  }
  const command = words[at];
  if (at === 0 || command === undefined || !COMMANDS.some((one) => one === command)) return words;
  const end = at + (GROUPS.has(command) && words[at + 1]?.startsWith('-') === false ? 2 : 1);
  return [...words.slice(at, end), ...words.slice(0, at), ...words.slice(end)];
}
