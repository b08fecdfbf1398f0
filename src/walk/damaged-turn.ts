// The question about saved progress that is damaged: go on with what could be read, start anew, or leave it for now.
import type { Salvage } from '../content/salvage';
import { screenDocument, USUAL_RANK } from '../view/document';
import { damagedScreen } from '../view/damaged-view';
import type { Session } from './session';

/** Says what could be read and what not, and asks. `file` is where it is, in short form. Changes nothing. */
export async function askAboutDamaged(
  { prompter, translator, takesDefaults }: Session,
  salvage: Salvage,
  file: string,
): Promise<'carry-on' | 'fresh' | 'stop'> {
  const { say, ui } = translator;
  const words = ui.damaged;
  const found = salvage.record !== undefined;
  const above = damagedScreen(translator, salvage, file);
  if (takesDefaults) {
    prompter.say(screenDocument(above, USUAL_RANK));
    return found ? 'carry-on' : 'fresh';
  }
  const given = await prompter.askOne<'carry-on' | 'fresh' | 'stop'>({
    id: 'damaged',
    title: say(words.ask),
    help: translator.line(words.help),
    back: false,
    choices: [
      ...(found ? [{ value: 'carry-on', key: 'carry-on', label: say(words.carry_on) } as const] : []),
      { value: 'fresh', key: 'fresh', label: say(words.fresh) },
      { value: 'stop', key: 'stop', label: say(words.stop), hint: say(words.stop_hint) },
    ],
    above,
  });
  return given.kind === 'back' ? 'stop' : given.value;
}
