// What a Record holds of an earlier version of the guide: steps that are no longer there are kept, and said.
import type { JourneyRecord, StepRecord } from '../journey/record';
import type { Block, Json } from './document';
import { stateText } from './summary-view';
import type { Translator } from './translator';

/** The steps that this guide does not have any more, by their id, with what was said of them; nothing where there are none. */
export function earlierBlocks(translator: Translator, record: JourneyRecord): readonly Block[] {
  const { say, ui } = translator;
  const earlier = earlierSteps(translator, record);
  if (earlier.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say(ui.status.earlier) },
    { kind: 'paragraph', line: [say(ui.status.earlier_what)], tone: 'quiet' },
    {
      kind: 'facts',
      rows: earlier.map(([id, { state, on, proofs }]) => {
        const receipts = proofs?.length ?? 0;
        const said = stateText(translator, state ?? 'open', on);
        return {
          term: id,
          line: [receipts === 0 ? said : `${said}, ${say(ui.summary.receipts, { n: receipts })}`],
        };
      }),
    },
  ];
}

/** The same for programs: `earlier`, left out where there is none. */
export function earlierResult(translator: Translator, record: JourneyRecord): Readonly<Record<string, Json>> {
  const earlier = earlierSteps(translator, record).map(([id, { state, on, proofs }]) => ({
    id,
    state: state ?? 'open',
    ...(on === undefined ? {} : { on }),
    receipts: proofs?.length ?? 0,
  }));
  return earlier.length === 0 ? {} : { earlier };
}

function earlierSteps(
  { catalogue: { guide } }: Translator,
  { steps }: JourneyRecord,
): readonly (readonly [string, StepRecord])[] {
  const known = new Set(guide.steps.map(({ id }) => id));
  return Object.entries(steps).filter(
    ([id, { state, proofs }]) => !known.has(id) && (state !== undefined || proofs !== undefined),
  );
}
