// A person at a terminal: finds a question by its words, moves to a choice, waits for every echo. Never sleeps.
import { loadCatalogue } from '../../src/content/catalogue';
import { translatorOf, type Translator } from '../../src/view/translator';
import { runInTerminal, type TerminalRun } from '../support/terminal';
import { CLOCK, PROGRAM } from '../support/tools';

export type Seat = {
  /** The home folder and the working folder. */
  readonly home: string;
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The language whose words are looked for. */
  readonly lang?: string;
  /** What starts the program: Node itself, or a shell around it. */
  readonly starter?: readonly [file: string, ...args: string[]];
};

export type Person = {
  readonly terminal: TerminalRun;
  readonly translator: Translator;
  /** Waits until these words stand on the screen, however they are wrapped. */
  sees(...words: readonly string[]): Promise<void>;
  /** Waits until the question under `title` is being asked. */
  isAsked(title: string): Promise<void>;
  /** Answers a question of the interview with the ids of its choices; the day is typed. */
  answers(question: string, ...values: readonly string[]): Promise<void>;
  /** Takes the choice with this label from the list under `title`. */
  chooses(title: string, label: string): Promise<void>;
  /** Moves to a choice without taking it. */
  pointsAt(label: string): Promise<void>;
  /** Types a line into the text prompt under `title`, and Enter. */
  types(title: string, text: string): Promise<void>;
  /** Waits for the screen of a step; where its way is asked for first, the first is taken. */
  seesStep(): Promise<void>;
  /** Waits for a step by its number and takes a choice of it. */
  atStep(number: number, choice: 'open' | 'done' | 'skip' | 'later' | 'stuck' | 'stop' | 'back'): Promise<void>;
  /** Everything so far, with every run of blanks as one. */
  story(): string;
};

/** Starts the built program in a terminal of its own. */
export async function sitDown({
  home,
  args = [],
  columns = 80,
  rows = 40,
  env = {},
  lang = 'en',
  starter = [process.execPath],
}: Seat): Promise<Person> {
  const [file, ...before] = starter;
  const terminal = runInTerminal(file, [...before, PROGRAM, ...args], {
    columns,
    rows,
    cwd: home,
    env: { ...surroundings(home), ...env },
  });
  const translator = translatorOf(await loadCatalogue(lang), lang);
  const { ui, say } = translator;
  const story = (): string => flat(terminal.scrollback());
  const screen = (): string => flat(terminal.screen());
  const settled = (title: string): number => story().split(`✔ ${flat(title)}`).length - 1;
  // A frame comes in pieces: it is whole once the keys under its list are there. Until then nothing is pointed at.
  const nextPage = say(ui.prompt.keys_page, { number: '', total: '' }).split('(')[0] ?? '';
  const keys = [say(ui.prompt.keys_one), say(ui.prompt.keys_several), `s ${say(ui.step.foot_skip)}`, nextPage].map(
    flat,
  );
  const pointed = (): string => {
    const [, ...after] = screen().split('❯ ');
    const last = after.at(-1) ?? '';
    return keys.some((line) => solid(last).includes(solid(line))) ? last.replace(/^[◯◉] /, '') : '';
  };
  const isAsked = (title: string): Promise<void> => terminal.waitFor(() => screen().includes(`? ${flat(title)}`));

  async function pointsAt(label: string): Promise<void> {
    await terminal.waitFor(() => pointed() !== '');
    for (let moves = 0; !solid(pointed()).startsWith(solid(label)); moves += 1) {
      if (moves > 40) throw new Error(`No choice ${JSON.stringify(label)} on the screen:\n${terminal.screen()}`);
      const from = pointed();
      terminal.key('down');
      await terminal.waitFor(() => !['', from].includes(pointed()));
    }
  }
  /** Does something to the question under `title`, presses Enter, and waits until the answer is settled. */
  async function settles(title: string, act: () => Promise<void>): Promise<void> {
    await isAsked(title);
    const earlier = settled(title);
    await act();
    terminal.key('enter');
    await terminal.waitFor(() => settled(title) > earlier);
  }
  const chooses = (title: string, label: string): Promise<void> => settles(title, () => pointsAt(label));
  const types = (title: string, text: string): Promise<void> =>
    settles(title, async () => {
      terminal.type(text);
      await terminal.waitFor(() => solid(terminal.screen()).includes(solid(text)));
    });
  const ticks = (title: string, labels: readonly string[]): Promise<void> =>
    settles(title, async () => {
      for (const label of labels) {
        await pointsAt(label);
        terminal.key('space');
        await terminal.waitFor(() => screen().includes(`❯ ◉ ${flat(label)}`));
      }
    });

  const asksWay = (): boolean => screen().includes(`? ${flat(say(ui.step.way_ask))}`);
  const asksSure = (): boolean => solid(screen()).includes(solid(`? ${say(ui.step.sure_ask)}`));
  const footOfStep = solid(`s ${say(ui.step.foot_skip)}`);
  // In a very low window the step is turned page by page, and its letters are left out.
  const isStep = (): boolean =>
    solid(screen()).includes(footOfStep) ||
    (solid(screen()).includes(solid(nextPage)) && screen().includes(flat(say(ui.step.open))));
  async function seesStep(isThere = isStep): Promise<void> {
    await terminal.waitFor(() => pointed() !== '' && (isThere() || asksWay()));
    if (!asksWay()) return;
    terminal.key('enter');
    await terminal.waitFor(() => pointed() !== '' && isThere());
  }

  return {
    terminal,
    translator,
    seesStep: () => seesStep(),
    story,
    isAsked,
    pointsAt,
    chooses,
    types,
    sees: (...words) => terminal.waitFor(() => words.every((one) => screen().includes(flat(one)))),
    answers(question, ...values) {
      const { title, labels } = wordsOf(translator, question, values);
      if (question === 'next-billing') return types(title, values[0] ?? '');
      return question === 'uses' || question.startsWith('billed-by')
        ? ticks(title, labels)
        : chooses(title, labels[0] ?? '');
    },
    async atStep(number, choice) {
      const places = new RegExp(
        flat(say(ui.common.step_of, { number: '\u0001', total: '\u0002' }))
          .replace('\u0001', '(\\d+)')
          .replace('\u0002', '\\d+'),
        'g',
      );
      const isThere = (): boolean => [...screen().matchAll(places)].at(-1)?.[1] === String(number);
      await seesStep(isThere);
      const letter = { skip: 's', back: 'b', stop: 'q', open: '', done: '', later: '', stuck: '' }[choice];
      if (letter !== '') {
        terminal.type(letter);
        // A step that was left stands there without its foot.
        return terminal.waitFor(() => !isThere() || !isStep());
      }
      for (;;) {
        await pointsAt(say(ui.step[choice as 'open' | 'done' | 'later' | 'stuck']));
        const earlier = terminal.screen();
        terminal.key('enter');
        // Something else is asked now, and not only the old frame gone: another question, a line to type on, another part or step.
        // A frame is taken away from its last row up: its question goes last.
        const stillAsks = (): boolean => terminal.screen().includes(`? ${say(ui.step.ask)}`);
        const asksOther = (): boolean =>
          /^› *$/m.test(terminal.screen()) ||
          (pointed() !== '' && !isStep() && !stillAsks() && /^\? /m.test(terminal.screen()));
        const clicks = (text: string): string | undefined => text.split('\n').find((line) => /^\s*1\. /.test(line));
        const isAnother = (): boolean =>
          pointed() !== '' && isStep() && (!isThere() || clicks(terminal.screen()) !== clicks(earlier));
        const isAgain = (): boolean => choice === 'open' && pointed() !== '' && terminal.screen() !== earlier;
        await terminal.waitFor(() => isAgain() || asksSure() || asksOther() || isAnother());
        if (choice === 'open' || choice === 'stuck') return;
        if (asksSure()) {
          await terminal.waitFor(() => pointed() !== '');
          terminal.key('enter');
          await terminal.waitFor(() => !asksSure() && (asksOther() || isAnother()));
        } else if (isStep() && isThere()) continue; // A step in parts is done when its last part is.
        // No charge has come, and no calendar is wanted: the first choice of each.
        for (const title of [ui.charge.ask, ui.status.calendar_ask]) {
          const isAskedThis = (): boolean => solid(screen()).includes(solid(`? ${say(title)}`));
          if (!isAskedThis()) continue;
          terminal.key('enter');
          await terminal.waitFor(() => !isAskedThis());
        }
        return;
      }
    },
  };
}

/** The variables of a person with an empty home, English by its locale, and no browser. */
export function surroundings(home: string): Readonly<Record<string, string | undefined>> {
  const unset = [
    'XDG_STATE_HOME',
    'XDG_CONFIG_HOME',
    'DISPLAY',
    'WAYLAND_DISPLAY',
    'WSL_DISTRO_NAME',
    'SSH_CONNECTION',
    'LC_ALL',
    'LC_MESSAGES',
    'LANGUAGE',
    'QUITGPT_LANG',
    'TERM_PROGRAM',
    'VTE_VERSION',
  ];
  return {
    ...Object.fromEntries(unset.map((name) => [name, undefined])),
    HOME: home,
    LANG: 'en_US.UTF-8',
    SOURCE_DATE_EPOCH: CLOCK,
  };
}

/** The title of a question and the labels of some of its choices. */
export function wordsOf(
  { catalogue, say, ui }: Translator,
  question: string,
  values: readonly string[] = [],
): { readonly title: string; readonly labels: readonly string[] } {
  const words = catalogue.words.questions[question];
  if (words === undefined) throw new Error(`no question ${question}`);
  return {
    title: say(words.title),
    labels: values.map((value) => say(words.choices[value]?.label ?? ui.common.unsure)),
  };
}

/** A text with every run of blanks and line breaks as one blank. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

const solid = (text: string): string => text.replace(/\s+/g, '');
