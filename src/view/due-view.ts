// What a person comes back for: what is too late, what they wait for, and what comes next.
import type { Due } from '../journey/timeline';
import type { Block, Fact } from './document';
import { dueLate, dueRule, dueTitle, dueWhen } from './timeline-view';
import type { Translator } from './translator';

/** Too late with something left to do, or open since a day that has come. */
const isOverdue = ({ kind, state, late }: Due): boolean =>
  late === 'open' || (kind === 'from' && (state === 'over' || state === 'today'));
const isWaiting = ({ state }: Due): boolean => state === 'ahead' || state === 'today';

/** Two lists of days, the urgent one first; none where no day is known. */
export function dueBlocks(translator: Translator, dues: readonly Due[]): readonly Block[] {
  const { say, ui } = translator;
  const overdue = dues.filter(isOverdue);
  const waiting = dues.filter((due) => isWaiting(due) && !isOverdue(due));
  return [
    ...section(
      say(ui.status.overdue),
      overdue.map((due) => overdueRow(translator, due)),
    ),
    ...section(
      say(ui.status.waiting),
      waiting.map((due) => waitingRow(translator, due)),
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

function overdueRow(translator: Translator, due: Due): Fact {
  const text = dueLate(translator, due) ?? `${dueTitle(translator, due)}. ${dueRule(translator, due)}`;
  return { term: dueWhen(translator, due), line: [text] };
}

function waitingRow(translator: Translator, due: Due): Fact {
  return { term: dueWhen(translator, due), line: [`${dueTitle(translator, due)}. ${dueRule(translator, due)}`] };
}
