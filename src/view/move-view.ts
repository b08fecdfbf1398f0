// What each assistant takes over: all of them in short, or one with its steps. By name, unranked, with the day it was compared.
import type { Alternative } from '../content/schema';
import type { Block, Document, Fact, Json, Line } from './document';
import { paragraph } from './document';
import { ownWorkBlocks, ownWorkResult } from './own-work-view';
import type { OwnWork } from './own-work-view';
import { sourceLine, sourcesResult } from './source-lines';
import type { Translator } from './translator';

type Taken = Alternative['takes'][number];

/** Every assistant: what it takes over, with which file, in which menu. `own` is what only the screen has. */
export function moveDocument(translator: Translator, own: readonly OwnWork[]): Document {
  const { say, line, ui, day, catalogue } = translator;
  const title = say(ui.move.title);
  const all = catalogue.guide.alternatives;
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(line(ui.move.intro)),
      ...all.flatMap((one): readonly Block[] => [
        {
          kind: 'heading',
          level: 2,
          text: one.name,
          aside: { text: say(ui.common.checked, { date: day(one.checked) }), tone: 'quiet' },
        },
        one.takes.length === 0
          ? paragraph(say(ui.move.nothing), 'quiet')
          : { kind: 'facts', rows: one.takes.map((taken) => inShort(translator, taken)) },
      ]),
      paragraph(line(ui.move.anyway)),
      ...ownWorkBlocks(translator, own),
    ],
    result: { assistants: all.map((one) => resultOf(translator, one)), onlyOnScreen: ownWorkResult(translator, own) },
  };
}

/** One assistant: the steps, what does not come along, and where that is from. */
export function assistantDocument(translator: Translator, one: Alternative, own: readonly OwnWork[]): Document {
  const { say, line, ui } = translator;
  const title = say(ui.move.title_one, { name: one.name });
  const url = one.link === undefined ? undefined : translator.catalogue.guide.links[one.link]?.url;
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(line(wordsOf(translator, one).imports)),
      ...takenBlocks(translator, one),
      ...lostBlocks(translator, one),
      ...lookBlocks(translator, one),
      ...(one.takes.length === 0 ? [paragraph(line(ui.move.anyway))] : []),
      ...(url === undefined ? [paragraph(say(ui.alternatives.no_page), 'quiet')] : [{ kind: 'page', url } as const]),
      ...ownWorkBlocks(translator, own),
      sourceList(translator, one),
    ],
    result: { ...resultOf(translator, one), onlyOnScreen: ownWorkResult(translator, own) },
  };
}

/**
 * The steps for each thing that is taken over: the file first, then what is done there. Files of the forms in `offered` are written
 * by a choice below.
 */
export function takenBlocks(
  translator: Translator,
  one: Alternative,
  offered: readonly string[] = [],
): readonly Block[] {
  return one.takes.map((taken) => ({
    kind: 'list',
    ordered: true,
    title: whatText(translator, taken),
    items: stepsOf(translator, one, taken, offered.includes(taken.with)),
  }));
}

/** What does not come along; nothing where nothing does. */
export function lostBlocks(translator: Translator, one: Alternative): readonly Block[] {
  const { lost } = wordsOf(translator, one);
  return lost === undefined
    ? []
    : [paragraph(translator.line(lost), 'warning', translator.say(translator.ui.move.lost))];
}

/** That only the person can see whether chats arrived; nothing where none do. */
export function lookBlocks({ say, ui }: Translator, { takes }: Alternative): readonly Block[] {
  return takes.some(({ id }) => id === 'chats') ? [paragraph(say(ui.move.look))] : [];
}

/** "Chats", "Memory, by hand". */
export function whatText({ say, ui }: Translator, { id, byHand }: Taken): string {
  const what = say(ui.move[`what_${id}`]);
  return byHand === true ? `${what}, ${say(ui.move.by_hand)}` : what;
}

/** Where all of it is from, each text once, with the day of the comparison. */
export function sourceList(translator: Translator, { sources, takes, checked }: Alternative): Block {
  const { say, ui, day, catalogue } = translator;
  const ids = [...new Set([...takes.flatMap((taken) => taken.sources), ...sources])];
  return {
    kind: 'list',
    ordered: false,
    title: say(ui.move.sources, { date: day(checked) }),
    tone: 'quiet',
    items: ids.map((id) => sourceLine(translator, catalogue.guide.sources[id])),
  };
}

export function wordsOf(
  { catalogue }: Translator,
  { id }: Alternative,
): Translator['catalogue']['words']['alternatives'][string] {
  const words = catalogue.words.alternatives[id];
  if (words === undefined) throw new Error(`no words for the assistant "${id}"`);
  return words;
}

/** The command that makes the file; `undefined` for the ZIP, which stays as it came. */
function commandOf(taken: Taken): string | undefined {
  if (taken.with === 'zip') return undefined;
  if (taken.with === 'memory') return 'quitgpt export memory export.zip';
  const plain = taken.with === 'markdown';
  return `quitgpt export save export.zip --to my-chats${plain ? '' : `-${taken.with} --format ${taken.with}`}`;
}

function stepsOf(translator: Translator, one: Alternative, taken: Taken, isOffered: boolean): readonly Line[] {
  const { line } = translator;
  return [
    isOffered ? choiceLine(translator, taken) : fileLine(translator, taken),
    ...(wordsOf(translator, one).takes?.[taken.id]?.do ?? []).map((text) => line(text)),
  ];
}

/** What makes the file. */
function fileLine({ line, ui }: Translator, taken: Taken): Line {
  const command = commandOf(taken);
  return command === undefined ? line(ui.move.keep_zip) : line(ui.move.make_files, { command: `\`${command}\`` });
}

/** The choice that makes it, where one does. */
function choiceLine({ say, line, ui }: Translator, taken: Taken): Line {
  return taken.with === 'memory'
    ? line(ui.move.make_here_text, { choice: say(ui.move.write_memory) })
    : line(ui.move.make_here, { choice: say(ui.move.write_files) });
}

/** One row: what, with which file, in which menu. */
function inShort(translator: Translator, taken: Taken): Fact {
  const { line, say, label, ui } = translator;
  const command = commandOf(taken);
  const file: Line = command === undefined ? [say(ui.move.with_zip)] : line(`\`${command}\``);
  const menu = (taken.path ?? []).flatMap((id, index): Line => [index === 0 ? ' · ' : ' → ', label(id)]);
  return { term: whatText(translator, taken), line: [...file, ...menu] };
}

function resultOf(translator: Translator, one: Alternative): { readonly [key: string]: Json | undefined } {
  const { say, catalogue } = translator;
  const words = wordsOf(translator, one);
  return {
    id: one.id,
    name: one.name,
    kind: one.kind,
    what: say(words.imports),
    takes: one.takes.map((taken) => ({
      what: taken.id,
      with: taken.with,
      byHand: taken.byHand === true,
      command: commandOf(taken),
      menu: (taken.path ?? []).map((id) => catalogue.guide.menuLabels[id]?.en ?? id),
      steps: (words.takes?.[taken.id]?.do ?? []).map((text) => say(text)),
      sources: sourcesResult(translator, taken.sources),
    })),
    lost: words.lost === undefined ? undefined : say(words.lost),
    page: one.link === undefined ? undefined : catalogue.guide.links[one.link]?.url,
    sources: sourcesResult(translator, one.sources),
    checked: one.checked,
  };
}
