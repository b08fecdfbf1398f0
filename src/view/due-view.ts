// What a person comes back for: what is too late, what they wait for, and what comes next.
import { lateOf } from '../journey/timeline';
import type { Due } from '../journey/timeline';
import type { Block, Fact } from './document';
import { dueLate, dueRule, dueTitle, dueWhen } from './timeline-view';
import type { Translator } from './translator';

/** Open since a day that has come. */
const isOpen = ({ kind, state }: Due): boolean => kind === 'from' && (state === 'over' || state === 'today');
const isAhead = ({ state }: Due): boolean => state === 'ahead' || state === 'today';

/** The days in three lists: what is too late, what can be done now, what is still to come. A list without days is left out. */
export function dueBlocks(translator: Translator, dues: readonly Due[]): readonly Block[] {
  const { say, ui } = translator;
  const overdue = lateOf(dues);
  const isOverdue = (due: Due): boolean => overdue.includes(due);
  // Nobody has to look for an export every day once it is too late to arrive.
  const isGivenUp = ({ id }: Due): boolean =>
    id === 'export-asked' && overdue.some((due) => due.id === 'export-by' || due.id === 'export-link');
  const open = dues.filter((due) => isOpen(due) && !isOverdue(due) && !isGivenUp(due));
  const ahead = dues.filter((due) => isAhead(due) && !isOpen(due));
  const row = (due: Due, text: string): Fact => ({ term: dueWhen(translator, due), line: [text] });
  return [
    ...section(
      say(ui.status.overdue),
      overdue.map((due) => row(due, dueLate(translator, due) ?? dueTitle(translator, due))),
    ),
    ...section(
      say(ui.status.open),
      open.map((due) => row(due, `${dueTitle(translator, due)}. ${dueRule(translator, due)}`)),
    ),
    // The reason for a day that has not come yet stands with it in the calendar.
    ...section(
      say(ui.status.waiting),
      ahead.map((due) => row(due, dueTitle(translator, due))),
    ),
  ];
}

function section(title: string, rows: readonly Fact[]): readonly Block[] {
  return rows.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: title },
        { kind: 'facts', rows },
      ];
}
