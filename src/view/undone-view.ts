// What `quitgpt undo` did: the step that is open again, what had been said of it, and that its receipts are still there.
import type { Journey } from '../journey/journey';
import type { JourneyRecord, StepRecord } from '../journey/record';
import { firstOpen } from '../journey/record';
import type { Document } from './document';
import { paragraph } from './document';
import type { Translator } from './translator';

/** `was` is what had been said of the step; its receipts are those that are kept now. */
export function undoneDocument(
  translator: Translator,
  id: string,
  was: StepRecord,
  journey: Journey,
  record: JourneyRecord,
): Document {
  const { say, ui, day, lang } = translator;
  const words = ui.undo;
  const receipts = was.proofs?.length ?? 0;
  const args = { step: say(translator.step(id).title), date: was.on === undefined ? '' : day(was.on) };
  const title = say(was.state === 'skipped' ? words.was_skipped : words.was_done, args);
  return {
    lang,
    title,
    blocks: [paragraph(receipts === 0 ? title : `${title} ${say(words.receipts, { n: receipts })}`)],
    result: {
      step: id,
      was: was.state,
      on: was.on,
      receipts,
      next: firstOpen(journey, record)?.step.id,
    },
  };
}
