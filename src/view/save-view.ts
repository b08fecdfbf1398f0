// What a save says when it is done: how much, where, and loudly what could not be read.
import type { Doubt } from '../archive/container/faults';
import type { Saved } from '../archive/save/save';
import type { Block, Document, Fact } from './document';
import { paragraph } from './document';
import { isConversationsAlone, rememberedRows } from './export-facts';
import { troubleLines } from './export-troubles';
import type { Translator } from './translator';

/** `folder` and `open` are short names: of the folder, and of the file to open first. */
export type SaveReport = {
  readonly saved: Saved;
  readonly folder: string;
  readonly open: string;
  readonly format: string;
  /** The folder was one of an earlier save. */ readonly isUpdate: boolean;
};

/** The doubts that mean that something was left unread. Others do not matter to a save. */
export const UNREAD: ReadonlySet<Doubt['kind']> = new Set<Doubt['kind']>(['locked', 'packed-twice', 'limit']);

/** Whether everything that could be wanted of the export was read. */
export function isReadWhole({ faults, doubts }: Pick<Saved, 'faults' | 'doubts'>): boolean {
  return faults.length === 0 && !doubts.some(({ kind }) => UNREAD.has(kind));
}

export function saveDocument(translator: Translator, { saved, folder, open, format, isUpdate }: SaveReport): Document {
  const { say, ui } = translator;
  const words = ui.save;
  const whole = isReadWhole(saved);
  const trouble = troubleLines(translator, {
    faults: saved.faults,
    doubts: saved.doubts.filter(({ kind }) => UNREAD.has(kind)),
  });
  const title = !saved.finished
    ? say(words.stopped)
    : whole
      ? isUpdate && saved.written === 0
        ? say(words.current)
        : say(words.saved, { n: saved.conversations })
      : say(words.damaged);
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 1, text: title },
    ...(saved.finished ? [] : [paragraph(say(isUpdate ? words.stopped_left_old : words.stopped_left), 'warning')]),
    ...(trouble.length === 0
      ? []
      : [
          {
            kind: 'list',
            ordered: false,
            items: trouble.map((line) => [line]),
            title: say(words.trouble),
            tone: 'warning',
          } as const,
        ]),
    { kind: 'facts', rows: factRows(translator, saved, folder, open, isUpdate) },
    ...(saved.edited.length === 0
      ? []
      : [
          paragraph(say(words.edited)),
          { kind: 'list', ordered: false, items: named(translator, saved.edited).map((line) => [line]) } as const,
        ]),
    ...(isConversationsAlone(saved) ? [paragraph(say(words.alone))] : []),
    ...(saved.finished ? [paragraph(say(words.keep_zip), 'quiet')] : []),
  ];
  const { faults, doubts, edited, folder: _folder, chatFiles, ...counts } = saved;
  return {
    lang: translator.lang,
    title,
    blocks,
    result: {
      folder,
      open,
      format,
      ...counts,
      chatFiles: chatFiles.map((one) => ({ ...one })),
      edited: [...edited],
      faults: faults.map((one) => ({ ...one })),
      doubts: doubts.map((one) => ({ ...one })),
    },
  };
}

/** Nothing was saved, and why. */
export function nothingDocument(
  translator: Translator,
  { filtered, faults, doubts }: Pick<Saved, 'filtered' | 'faults' | 'doubts'>,
): Document {
  const { say, ui } = translator;
  const words = ui.save;
  const trouble = troubleLines(translator, { faults, doubts: doubts.filter(({ kind }) => UNREAD.has(kind)) });
  return {
    lang: translator.lang,
    title: say(words.nothing),
    blocks: [
      { kind: 'heading', level: 1, text: say(words.nothing) },
      paragraph(filtered > 0 ? say(words.nothing_filtered, { n: filtered }) : say(words.nothing_there)),
      ...(trouble.length === 0
        ? []
        : [
            {
              kind: 'list',
              ordered: false,
              items: trouble.map((line) => [line]),
              title: say(words.trouble),
              tone: 'warning',
            } as const,
          ]),
    ],
    result: {
      conversations: 0,
      filtered,
      faults: faults.map((one) => ({ ...one })),
      doubts: doubts.map((one) => ({ ...one })),
    },
  };
}

function factRows(
  translator: Translator,
  saved: Saved,
  folder: string,
  open: string,
  isUpdate: boolean,
): readonly Fact[] {
  const { say, list, ui } = translator;
  const words = ui.save;
  const row = (term: keyof typeof words, text: string | undefined): readonly Fact[] =>
    text === undefined ? [] : [{ term: say(words[term]), line: [text] }];
  const some = (
    n: number,
    key: 'documents_value' | 'copies_value' | 'not_shipped_value' | 'filtered_value' | 'empty_value',
  ): string | undefined => (n === 0 ? undefined : say(words[key], { n }));
  const beside = [
    ...(saved.instructions > 0 ? [say(words.instructions)] : []),
    ...(saved.memory > 0 ? [say(words.memory)] : []),
    ...(saved.sharedLinks > 0 ? [say(words.links, { n: saved.sharedLinks })] : []),
  ];
  return [
    ...row('where', folder),
    ...row('open', saved.finished ? open : undefined),
    ...row('chat_files', chatFilesText(translator, saved)),
    ...row('conversations', say(words.conversations_value, { n: saved.conversations })),
    ...row('messages', say(words.messages_value, { n: saved.messages })),
    ...row('files', say(words.files_value, { n: saved.files })),
    ...row('documents', some(saved.documents, 'documents_value')),
    ...row('beside', beside.length === 0 ? undefined : list(beside)),
    ...rememberedRows(translator, saved, false),
    ...row('changed', isUpdate ? say(words.changed_value, { n: saved.written, same: saved.unchanged }) : undefined),
    ...row('copies', some(saved.copies, 'copies_value')),
    ...row('filtered', some(saved.filtered, 'filtered_value')),
    ...row('empty', some(saved.empty, 'empty_value')),
    ...row('not_shipped', some(saved.notShipped, 'not_shipped_value')),
  ];
}

/** Their names, in the order in which they are imported; the first and the last of many. */
function chatFilesText({ say, list, ui }: Translator, { chatFiles, finished }: Saved): string | undefined {
  const [first, last] = [chatFiles[0]?.path, chatFiles.at(-1)?.path];
  if (!finished || first === undefined || last === undefined) return undefined;
  return chatFiles.length <= 2
    ? list(chatFiles.map(({ path }) => path))
    : say(ui.save.chat_files_value, { n: chatFiles.length, first, last });
}

const MOST_NAMED = 10;

function named({ say, ui }: Translator, paths: readonly string[]): readonly string[] {
  const more = paths.length - MOST_NAMED;
  return more <= 0 ? paths : [...paths.slice(0, MOST_NAMED), say(ui.save.more, { n: more })];
}
