// Options may stand before a command, as in `--json status`: each command knows its own options only when it comes first.
import { COMMAND_LINE, COMMANDS } from '../commands/all';
import { isGroup } from './command';
import { OUTPUT } from './options';

/** Options that stand before a command without saying anything about a walk; true for those that take a value. */
const ANYWHERE: ReadonlyMap<string, boolean> = new Map(
  Object.values({ ...COMMAND_LINE.everywhere, ...OUTPUT }).flatMap(({ forms }) =>
    forms.flatMap(({ flags }) =>
      (flags.match(/--?[a-z-]+/g) ?? []).map((name) => [name, flags.includes('<')] as const),
    ),
  ),
);

/** Commands that have commands of their own. */
const GROUPS: ReadonlySet<string> = new Set(COMMAND_LINE.commands.filter(isGroup).map(({ name }) => name));

/** The words with the command in front, where only options of every command stand before it; else as they are. */
export function commandInFront(words: readonly string[]): readonly string[] {
  let at = 0;
  while (words[at]?.startsWith('-') === true) {
    const word = words[at] ?? '';
    const takesValue = ANYWHERE.get(word.replace(/=.*$/s, ''));
    if (takesValue === undefined) return words;
    at += takesValue && !word.includes('=') ? 2 : 1;
  }
  const command = words[at];
  if (at === 0 || command === undefined || !COMMANDS.includes(command)) return words;
  const end = at + (GROUPS.has(command) && words[at + 1]?.startsWith('-') === false ? 2 : 1);
  return [...words.slice(at, end), ...words.slice(0, at), ...words.slice(end)];
}
