// The pages of a second look at the bill.
import type { CivilDate } from '../journey/dates';
import type { JourneyStep } from '../journey/journey';
import { BILLERS, UNSURE } from '../journey/profile';
import type { Biller, Profile } from '../journey/profile';
import type { Block, Fact, Screen } from './document';
import { paragraph } from './document';
import { stuckDocument } from './step-view';
import { stepPage } from './step-screen';
import { billerName } from './translator';
import type { Translator } from './translator';

/** Who may have charged this person: all of them where that is not known. */
function billersOf({ billedBy }: Profile): readonly Biller[] {
  return billedBy === undefined || billedBy === UNSURE || billedBy.length === 0 ? BILLERS : billedBy;
}

/** How a charge usually looks on a statement, by biller. */
export function chargePage(translator: Translator, profile: Profile, entry: JourneyStep): Screen {
  const { say, ui, catalogue } = translator;
  const rows = billersOf(profile).flatMap((id): readonly Fact[] => {
    const lines = catalogue.guide.billers.find((biller) => biller.id === id)?.statement.slice(0, MOST_LINES) ?? [];
    return lines.length === 0 ? [] : [{ term: billerName(translator, id), line: [lines.join(', ')] }];
  });
  const blocks: readonly Block[] =
    rows.length === 0
      ? [paragraph(say(ui.charge.any_line))]
      : [paragraph(say(ui.charge.lines)), { kind: 'facts', rows }];
  return stepPage(translator, entry, 'charge', blocks);
}

/** Banks cut these lines at different lengths: the first fit most of them. */
const MOST_LINES = 4;

/** No charge at the first look: there is a second one, from the day `again`. */
export function againPage(translator: Translator, entry: JourneyStep, again: CivilDate): Screen {
  const text = translator.say(translator.ui.charge.again_text, { date: translator.day(again) });
  return stepPage(translator, entry, 'again', [paragraph(text)]);
}

/** A payment that is only announced. */
export function pendingPage(translator: Translator, entry: JourneyStep): Screen {
  return stepPage(translator, entry, 'pending', [paragraph(translator.say(translator.ui.charge.pending_text))]);
}

/** A charge that came after all: whom to ask, by biller, and what to look at first. */
export function bookedPage(translator: Translator, profile: Profile, entry: JourneyStep): Screen {
  const { charge } = translator.ui;
  const rows = billersOf(profile).map((id): Fact => ({
    term: billerName(translator, id),
    line: translator.line(charge[id]),
  }));
  return stepPage(translator, entry, 'booked', [
    paragraph(translator.say(charge.booked_text), 'warning'),
    { kind: 'facts', rows },
    paragraph(translator.line(charge.letter)),
    ...stuckDocument(translator, entry, 'charged-again').blocks.slice(1),
  ]);
}
