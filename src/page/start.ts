// Puts the page together, and together again in another language or with other progress.
import { chooseLanguage } from '../content/locale';
import { oneLine } from '../view/document';
import { directionOf } from '../render/typography';
import { translatorOf } from '../view/translator';
import { pagePrompter } from './ask/prompter';
import type { PagePrompter } from './ask/prompter';
import { stageIn } from './ask/stage';
import { showCard } from './card/card-screen';
import { checkWithProgress } from './checking';
import { coverPicture } from './cover/cover';
import { element } from './draw/element';
import { headerNodes } from './frame';
import { download, guard, linkedLanguages, now, wantedLanguages } from './machine/browser';
import { keptOnDevice } from './machine/kept';
import { checklistHtml } from './paper';
import { pageSession } from './session';
import type { Speaking } from './session';
import { recordIn, stateWith } from './state';
import { walkPage } from './walk-page';
import type { Place } from './walk-page';
import { catalogueOf, languagesHere, menuLanguages, nameOf } from './words';
import { civilDateOf } from '../journey/dates';

/** Commands are for another computer, where the program need not be installed. */
const typedThere = (command: string): string => command.replace(/^quitgpt\b/, 'npx quitgpt');

/** Starts the guide in the page's body. `script` is the text of the page's own script, of which the worker is made. */
export function startPage(script: string): void {
  const header = element('header');
  const main = element('main', { id: 'screen' });
  const spoken = element('p', { class: 'spoken', 'aria-live': 'polite' });
  const paper = element('main', { id: 'paper' });
  document.body.append(header, main, spoken, paper);
  const state = stateWith(keptOnDevice());
  const all = languagesHere().map((tag) => ({ tag, name: nameOf(tag) }));
  const menus = chooseLanguage({}, wantedLanguages(), menuLanguages()).lang;
  let prompter: PagePrompter | undefined;
  let speaking: Speaking;
  let step: string | undefined;

  const print = (): void => {
    fillPaper();
    window.print();
  };
  const fillPaper = (): void => {
    const { paper: words } = speaking;
    paper.innerHTML = checklistHtml(words, words.catalogue.guide, state.record()?.profile ?? {}, civilDateOf(now()));
  };
  const save = (): void => {
    const text = state.forFile();
    if (text !== undefined) download('record.json', text, 'application/json');
  };

  const begin = (lang: string, place: Place, saying?: (words: Speaking['page']) => string): void => {
    prompter?.leave();
    const { page, paper: paperWords } = catalogueOf(lang);
    speaking = { page: translatorOf(page, menus, typedThere), paper: translatorOf(paperWords, menus, typedThere) };
    const { ui, say } = speaking.page;
    document.documentElement.lang = lang;
    document.documentElement.dir = directionOf(lang);
    document.title = say(ui.page.title);
    const words = {
      back: say(ui.common.back),
      goOn: say(ui.page.go_on),
      oneAtLeast: say(ui.prompt.one_at_least),
      choose: say(ui.page.choose),
      drop: say(ui.page.drop),
    };
    const stage = stageIn(main, spoken);
    const own = pagePrompter(stage, words, state.picked);
    prompter = own;
    const { page: translator } = speaking;
    const session = pageSession(state, own, speaking, {
      check: (file) => checkWithProgress(stage, spoken, script, translator, file),
      cover: (file) => coverPicture(stage, spoken, translator, file),
    });
    const tools = {
      save,
      print,
      erase() {
        state.erase();
        begin(lang, { from: 'start' }, (said) => said.say(said.ui.page.erased));
      },
      load: (file: File) => void load(file, lang),
      speak(next: string) {
        step = /^(?:step|proof):(.*)$/.exec(own.waiting() ?? '')?.[1];
        begin(next, state.record() === undefined ? { from: 'start' } : { from: 'here', step });
        document.getElementById('language')?.focus();
      },
    };
    header.replaceChildren(...headerNodes(speaking.page, { lang, all }, state, tools));
    if (saying !== undefined) own.say(oneLine(speaking.page, saying(speaking.page), 'quiet'));
    walkPage(
      session,
      state,
      speaking,
      { save, print, card: (record) => showCard(stage, translator, record, session.today) },
      place,
    ).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      main.replaceChildren(element('p', { class: 'warning', role: 'alert' }, say(ui.errors.unexpected, { why })));
    });
  };

  const load = async (file: File, lang: string): Promise<void> => {
    const loaded = recordIn(await file.text().catch(() => ''));
    if (loaded.ok) state.keep(loaded.record);
    const said = loaded.ok ? 'loaded' : loaded.why === 'newer' ? 'load_newer' : 'load_wrong';
    begin(lang, { from: loaded.ok || state.record() === undefined ? 'start' : 'here' }, ({ say, ui }) =>
      say(ui.page[said], { file: file.name }),
    );
  };

  guard(
    () => state.mayLose(),
    () => prompter?.back(),
  );
  addEventListener('beforeprint', fillPaper);
  const here = languagesHere();
  const { lang } = chooseLanguage({}, linkedLanguages(), here);
  // English is what is chosen when nothing fits, and this file need not have it.
  begin(here.includes(lang) ? lang : (here[0] ?? lang), { from: 'start' });
}
