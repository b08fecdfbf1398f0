// The words of saved files in the language of a run.
import type { ImportWords, SaveWords } from '../../archive/save/words';
import type { Translator } from '../../view/translator';

export function saveWords(translator: Translator): SaveWords {
  const { lang, ui, say, day } = translator;
  const { save } = ui;
  return {
    lang,
    untitled: say(save.untitled),
    you: say(save.you),
    chatgpt: say(save.chatgpt),
    system: say(save.system),
    spoken: say(save.spoken),
    thinking: say(save.thinking),
    hidden: say(save.hidden),
    draft: (n) => say(save.draft, { n }),
    draftEnd: (n) => say(save.draft_end, { n }),
    image: say(save.image),
    audio: say(save.audio),
    video: say(save.video),
    file: say(save.file),
    document: say(save.document),
    documentEdits: say(save.document_edits),
    error: say(save.error),
    memory: say(save.memory_title),
    instructions: say(save.instructions_title),
    unknown: (type) => say(save.unknown, { type }),
    notShipped: say(save.not_in_export),
    notShippedList: say(save.not_in_export_list),
    created: say(save.created),
    updated: say(save.updated),
    model: say(save.model),
    project: say(save.project),
    sources: say(save.sources),
    index: {
      title: say(save.index_title),
      what: (conversations, messages, files) => say(save.index_what, { conversations, messages, files }),
      times: say(save.index_times),
      conversations: say(save.index_conversations),
      search: say(save.index_search),
      found: say(save.index_found, { n: '\uFFFC' }),
      back: say(save.index_back),
      undated: say(save.index_undated),
      chatFiles: say(save.index_chat_files),
      chatsIn: (n) => say(save.index_chats_in, { n }),
      leftOut: say(save.index_left_out),
      drafts: (n, options) => say(save.left_drafts, { n, options }),
      behind: (n, options) => say(save.left_behind, { n, options }),
      filtered: (n) => say(save.left_filtered, { n }),
      notShipped: (n) => say(save.left_not_shipped, { n }),
      empty: (n) => say(save.left_empty, { n }),
      damaged: say(save.left_damaged),
      alone: say(save.left_alone),
    },
    sidePages: {
      instructions: say(save.instructions_title),
      instructionsWhat: say(save.instructions_what),
      profile: say(save.instructions_profile),
      text: say(save.instructions_text),
      memory: say(save.memory_title),
      memoryWhat: say(save.memory_what),
      memoryWrites: say(save.memory_writes),
      shared: say(save.shared_title),
      sharedWhat: say(save.shared_what),
      span: (first, last) => (first === last ? day(first) : say(save.span, { first: day(first), last: day(last) })),
      undated: say(save.span_undated),
    },
    imports: { 'open-webui': importWords(translator, 'open-webui'), claude: importWords(translator, 'claude') },
  };
}

/** The same steps that `quitgpt move` says for the assistants that take a form. */
function importWords({ catalogue, ui, say, day, list }: Translator, form: 'open-webui' | 'claude'): ImportWords {
  const takers = catalogue.guide.alternatives.flatMap((one) =>
    one.takes.flatMap((taken) =>
      taken.with === form ? [{ one, words: catalogue.words.alternatives[one.id], taken }] : [],
    ),
  );
  return {
    title: say(ui.save.import_title, { name: list(takers.map(({ one }) => one.name)) }),
    steps: takers.flatMap(({ words, taken }) => words?.takes?.[taken.id]?.do.map((step) => say(step)) ?? []),
    below: takers.flatMap(({ one, words }) => [
      ...(words?.lost === undefined ? [] : [`**${say(ui.move.lost)}** · ${say(words.lost)}`]),
      `*${say(ui.common.checked, { date: day(one.checked) })}*`,
    ]),
  };
}
