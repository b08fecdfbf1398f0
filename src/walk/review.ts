// "Check your answers": each can be changed; then the first step, a checklist, or stop.
import { journeyFor } from '../journey/journey';
import { questionsFor, unanswered } from '../journey/questions';
import type { QuestionId } from '../journey/questions';
import type { JourneyRecord } from '../journey/record';
import { firstOpen, withProfile } from '../journey/record';
import { answerRows } from '../view/answers-view';
import { reviewDocument, reviewScreen } from '../view/review-view';
import { askQuestion, interview } from './interview';
import type { Session } from './session';
import { answered } from '../journey/questions';

export type Reviewed = { readonly kind: 'start' | 'stop'; readonly record: JourneyRecord };

/** Shows answers and way out until the person starts or stops. `print` writes the checklist and gives its name. */
export async function review(
  session: Session,
  start: JourneyRecord,
  print: (record: JourneyRecord) => Promise<string | undefined>,
): Promise<Reviewed> {
  const { prompter, translator, guide } = session;
  const { ui } = translator;
  let record = start;
  for (;;) {
    record = await session.catchUp(record);
    const journey = journeyFor(record.profile, guide, session.today);
    if (session.takesDefaults) {
      prompter.say(reviewDocument(translator, journey, record));
      return { kind: 'start', record };
    }
    const open = firstOpen(journey, record);
    const given = await prompter.askOne<'start' | 'change' | 'print' | 'stop'>({
      id: 'review',
      title: translator.say(ui.review.ask),
      back: false,
      choices: [
        {
          value: 'start',
          key: 'start',
          label:
            open === undefined
              ? translator.say(ui.carry_on.resume_end)
              : translator.say(ui.review.start, { number: open.number }),
        },
        { value: 'change', key: 'change', label: translator.say(ui.review.change) },
        { value: 'print', key: 'print', label: translator.say(ui.review.print) },
        { value: 'stop', key: 'stop', label: translator.say(ui.review.stop) },
      ],
      above: reviewScreen(translator, journey, record),
    });
    const choice = given.kind === 'back' ? 'change' : given.value;
    if (choice === 'start' || choice === 'stop') return { kind: choice, record };
    if (choice === 'change') record = await change(session, record);
    if (choice === 'print') {
      const file = await print(record);
      if (file !== undefined) prompter.say(note(session, translator.say(ui.review.printed, { file })));
    }
  }
}

async function change(session: Session, record: JourneyRecord): Promise<JourneyRecord> {
  const { prompter, translator } = session;
  const rows = answerRows(translator, record.profile);
  const which = await prompter.askOne<QuestionId>({
    id: 'change',
    title: translator.say(translator.ui.review.change_which),
    back: true,
    choices: rows.map(({ id, short, value }) => ({ value: id, key: id, label: short, hint: value })),
  });
  if (which.kind === 'back') return record;
  return changeAnswer(session, record, which.value);
}

/** Asks one question again, then whatever the new answer makes necessary. */
export async function changeAnswer(session: Session, record: JourneyRecord, id: QuestionId): Promise<JourneyRecord> {
  const question = questionsFor(record.profile).find((one) => one.id === id);
  if (question === undefined) return record;
  const given = await askQuestion(session, question, { back: true });
  if (given.kind === 'back') return record;
  let changed = await session.keep(
    withProfile(record, answered(unanswered(record.profile, id), id, given.value), session.today),
  );
  await interview(
    session,
    changed.profile,
    async (profile) => {
      changed = await session.keep(withProfile(changed, profile, session.today));
      return changed.profile;
    },
    { all: true },
  );
  return changed;
}

/** A single sentence in the conversation. */
export function note(
  { translator }: Pick<Session, 'translator'>,
  text: string,
  tone: 'plain' | 'quiet' | 'warning' | 'done' = 'plain',
): Parameters<Session['prompter']['say']>[0] {
  return { lang: translator.lang, title: text, blocks: [{ kind: 'paragraph', line: [text], tone }], result: null };
}
