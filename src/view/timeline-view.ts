// The days around leaving in words: what is due, on what it rests, and what helps when it is too late.
import type { Message } from '../content/schema';
import type { Due } from '../journey/timeline';
import { sourcesBehind } from '../journey/timeline';
import type { Json } from './document';
import type { Translator } from './translator';

type Late = { readonly title: Message; readonly late_open?: Message; readonly late_done?: Message };

/** What the day is about, short enough for a calendar: "Last good day to cancel ChatGPT". */
export function dueTitle({ say, ui }: Translator, { id }: Pick<Due, 'id'>): string {
  return say(ui.timeline[id].title);
}

/** "by 1 December", "from 4 December", "3 December", "until 15 December". */
export function dueWhen({ say, ui, day }: Translator, { kind, on }: Pick<Due, 'kind' | 'on'>): string {
  return say(ui.timeline[`when_${kind}`], { date: day(on, 'short') });
}

/** Why it is that day, in a sentence or two. */
export function dueRule({ say, ui: { timeline } }: Translator, { id, facts }: Pick<Due, 'id' | 'facts'>): string {
  const { withdrawal } = timeline;
  return say(facts.includes('brazil-withdrawal') ? withdrawal.rule_brazil : timeline[id].rule);
}

/** That it is too late and what to do instead; `undefined` while it is not. */
export function dueLate({ say, ui }: Translator, { id, late }: Pick<Due, 'id' | 'late'>): string | undefined {
  const words: Late = ui.timeline[id];
  const message = late === undefined ? undefined : words[`late_${late}`];
  return message === undefined ? undefined : say(message);
}

/** The same for programs. */
export function dueResult(translator: Translator, due: Due): { readonly [key: string]: Json | undefined } {
  const { id, kind, on, state, step, late, facts } = due;
  return {
    id,
    kind,
    on,
    state,
    step,
    title: dueTitle(translator, due),
    rule: dueRule(translator, due),
    late,
    instead: dueLate(translator, due),
    facts,
    sources: sourcesBehind(due, translator.catalogue.guide),
  };
}
