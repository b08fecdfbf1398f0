// A text to share, made of what the person said and nothing else.
import type { Summary } from '../journey/summary';
import type { Document } from './document';
import { paragraph } from './document';
import { reasonText } from './summary-view';
import type { Voice } from './voice';

/** What happened in a sentence or two, and the reason when one was given. */
export function shareDocument(voice: Voice, summary: Summary): Document {
  const { ui } = voice;
  const { plan, cancelled, deleted } = summary;
  const reason = reasonText(voice, summary);
  const first = cancelled[0];
  const date = first === undefined ? '' : voice.day(first.on);
  const what = [
    ...(first === undefined ? [] : [plan === undefined || plan === 'free' ? voice.say(ui.share.cancelled, { date }) : voice.say(ui.share.cancelled_plan, { date, plan: voice.say(ui.choices[`plan_${plan}`]) })]),
    ...(deleted === undefined ? [] : [voice.say(ui.share.deleted, { date: voice.day(deleted.on) })]),
  ];
  const text = [...(what.length > 0 ? what : [voice.say(ui.share.started)]), ...(reason === undefined ? [] : [voice.say(ui.share.because, { reason })])].join(' ');
  const title = voice.say(ui.ending.share_title);
  return { lang: voice.lang, title, blocks: [{ kind: 'heading', level: 2, text: title }, paragraph(text)], result: { text } };
}
