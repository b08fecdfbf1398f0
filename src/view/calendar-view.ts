// The days ahead for a calendar program, and the list of them that is said when the file was written.
import type { Due } from '../journey/timeline';
import { aheadOf, lateOf, sourcesBehind } from '../journey/timeline';
import type { JourneyRecord } from '../journey/record';
import type { CalendarDay, Document, Fact, Line } from './document';
import { paragraph } from './document';
import { sourceLine } from './source-lines';
import { dueLate, dueResult, dueRule, dueTitle, dueWhen } from './timeline-view';
import type { Translator } from './translator';

/**
 * What is ahead, as days of a calendar. An entry is called by its kind and the day on which the Record began, so that the same
 * Record gives the same entries, also when a day has moved; no answer of the person is in it.
 */
export function calendarDays(
  translator: Translator,
  timeline: readonly Due[],
  { started }: Pick<JourneyRecord, 'started'>,
): readonly CalendarDay[] {
  const { say, ui, catalogue } = translator;
  return aheadOf(timeline).map((due) => ({
    uid: `${due.id}.${started}@quitgpt`,
    on: due.on,
    title: dueTitle(translator, due),
    text: [
      dueRule(translator, due),
      sourcesBehind(due, catalogue.guide)
        .map((id) => textOf(sourceLine(translator, catalogue.guide.sources[id])))
        .join('\n'),
      say(ui.calendar.status),
    ].join('\n\n'),
  }));
}

/** The days ahead by their dates, and what is too late. Without any day ahead, one sentence that says so. */
export function calendarDocument(translator: Translator, timeline: readonly Due[]): Document {
  const { say, ui } = translator;
  const ahead = aheadOf(timeline);
  const title = say(ui.calendar.title);
  const rows = ahead.map((due): Fact => ({ term: dueWhen(translator, due), line: [dueTitle(translator, due)] }));
  const late = lateOf(timeline).flatMap((due) => dueLate(translator, due) ?? []);
  return {
    lang: translator.lang,
    title,
    blocks: [
      ...(ahead.length === 0
        ? [paragraph(say(ui.calendar.nothing))]
        : [{ kind: 'heading', level: 1, text: title } as const, { kind: 'facts', rows } as const]),
      ...late.map((text) => paragraph(text, 'warning')),
      ...(ahead.length === 0 ? [] : [paragraph(say(ui.calendar.import), 'quiet')]),
    ],
    result: {
      days: ahead.map((due) => dueResult(translator, due)),
      late: lateOf(timeline).map((due) => dueResult(translator, due)),
    },
  };
}

/** A line with its address written out: calendars know no links. */
function textOf(line: Line): string {
  return line.map((part) => (typeof part === 'string' ? part : part.kind === 'address' ? part.url : '')).join('');
}
