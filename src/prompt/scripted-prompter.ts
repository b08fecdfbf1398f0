// Stands in for a person when nobody can be asked: every question is a missing answer.
import type { Writable } from 'node:stream';
import { screenDocument, USUAL_RANK } from '../view/document';
import type { Document } from '../view/document';
import { MissingAnswer, type LivePrompter } from './prompter';
import { endingInNewline } from './layout';

/**
 * Never asks: each question rejects with `MissingAnswer` and its id.
 * Nothing waits here, so there is nothing to interrupt.
 * What is said goes to `stderr` through `show`, unless `quiet`.
 */
export function scriptedPrompter({
  stderr,
  show,
  quiet = false,
}: {
  readonly stderr: Writable;
  readonly show: (document: Document) => string;
  readonly quiet?: boolean;
}): LivePrompter {
  const missing = async ({ id }: { readonly id: string }): Promise<never> => {
    throw new MissingAnswer(id);
  };
  return {
    say(document) {
      if (!quiet) stderr.write(endingInNewline(show(document)));
    },
    introduce(screen) {
      this.say(screenDocument(screen, USUAL_RANK));
    },
    askOne: missing,
    askSeveral: missing,
    askText: missing,
    interrupt() {},
    refresh() {},
    close() {},
  };
}
