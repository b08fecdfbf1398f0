// All that can be typed, in the order of the help. A new command is added here.
import type { CommandLine } from '../typed/command';
import { EVERYWHERE } from '../typed/options';
import { calendar } from './calendar.command';
import { card } from './card.command';
import { checklist } from './checklist.command';
import { complete, completion } from './completion.command';
import { exportCommands } from './export.command';
import { forget, list, status, summary, undo } from './kept.command';
import { kit } from './kit.command';
import { letter } from './letter.command';
import { alternatives, campaign, schema, why } from './lists.command';
import { move } from './move.command';
import { open } from './open.command';
import { page } from './page.command';
import { proof } from './proof.command';
import { share } from './share.command';
import { walk } from './walk.command';

export const COMMAND_LINE: CommandLine = {
  main: walk,
  commands: [
    checklist,
    kit,
    open,
    proof,
    exportCommands,
    summary,
    status,
    calendar,
    undo,
    list,
    letter,
    why,
    campaign,
    alternatives,
    move,
    forget,
    card,
    share,
    page,
    schema,
    completion,
    complete,
  ],
  everywhere: EVERYWHERE,
};

/** The words that the help shows as commands. */
export const COMMANDS: readonly string[] = COMMAND_LINE.commands
  .filter(({ about }) => about !== undefined)
  .map(({ name }) => name);
