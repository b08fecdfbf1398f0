// What the header of a saved e-mail holds: shown to the person and not kept.
import type { Document, Fact } from './document';
import type { Translator } from './translator';

/** What is known of a saved e-mail; see `proof/email-facts`. */
export type EmailFacts = {
  readonly date: string | undefined;
  readonly sender: string | undefined;
  readonly subject: string | undefined;
  readonly hasDkim: boolean;
};

/** What the header of a saved e-mail says, as the wizard shows it under the receipt. */
export function emailDocument(translator: Translator, email: EmailFacts): Document {
  const title = translator.say(translator.ui.proof_command.email);
  return {
    lang: translator.lang,
    title,
    blocks: [{ kind: 'facts', rows: emailRows(translator, email) }],
    result: null,
  };
}

/** The day, the sender, the subject, and whether there is a signature. */
export function emailRows(translator: Translator, email: EmailFacts): readonly Fact[] {
  const { say } = translator;
  const words = translator.ui.proof_command;
  const said = (text: string | undefined): string => text ?? say(words.not_said);
  return [
    { term: say(words.date), line: [email.date === undefined ? said(undefined) : translator.day(email.date)] },
    { term: say(words.sender), line: [said(email.sender)] },
    { term: say(words.subject), line: [said(email.subject)] },
    { term: say(words.dkim), line: [say(email.hasDkim ? words.dkim_yes : words.dkim_no)] },
  ];
}
