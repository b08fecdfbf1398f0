// The messages of made-up chats, in the shapes that exports have them. Each takes the token that stands in its text.
import type { Dice } from './dice';
import { codeText, messageText, sentence } from './prose';
import type { Tongue } from './prose';

export type Json = { readonly [key: string]: unknown };

/** A message before the generation decides which fields are left of it. */
export type Draft = {
  readonly role: 'user' | 'assistant' | 'system' | 'tool';
  readonly name?: string;
  readonly recipient?: string;
  readonly weight?: number;
  readonly content: Json;
  readonly metadata?: Json;
};

export type Setting = { readonly token: string; readonly dice: Dice; readonly tongue: Tongue };

const text = (...parts: readonly unknown[]): Json => ({ content_type: 'text', parts });
const HIDDEN: Json = { is_visually_hidden_from_conversation: true };
const CITE = (what: string): string => `\u{e200}cite\u{e202}${what}\u{e201}`;

export function question({ token, dice, tongue }: Setting): Draft {
  return { role: 'user', content: text(messageText(dice, { token, length: 30 + dice.int(420), tongue })) };
}

export function answer({ token, dice, tongue }: Setting): Draft {
  const length = dice.chance(0.2) ? 60 + dice.int(200) : 500 + dice.int(2600);
  return {
    role: 'assistant',
    content: text(messageText(dice, { token, length, tongue })),
    metadata: { finish_details: { type: 'stop', stop_tokens: [200_002] }, is_complete: true },
  };
}

/** Newer marks in the text with their sources beside, or the older ones. */
export function answerWithSources({ token, dice, tongue }: Setting, isOld: boolean): Draft {
  const url = `https://example.org/${dice.hex(6)}?utm_source=chatgpt.com`;
  const [first, second] = isOld
    ? ['\u30101\u2020source\u3011', '\u30104:0\u2020notes.pdf\u3011']
    : [CITE('turn0search1'), CITE('turn0search2\u{e202}turn0news3')];
  const body = `${messageText(dice, { token, length: 300, tongue })} ${first}\n\n${sentence(dice, tongue)} ${second}`;
  const reference = (mark: string, address: string): Json => ({
    matched_text: mark,
    start_idx: body.indexOf(mark),
    end_idx: body.indexOf(mark) + mark.length,
    refs: [{ turn_index: 0, ref_type: 'search', ref_index: 1 }],
    alt: `([example](${address}))`,
    prompt_text: null,
    type: 'grouped_webpages',
    items: [
      {
        title: sentence(dice, tongue),
        url: address,
        pub_date: 1_740_000_000,
        snippet: sentence(dice, tongue),
        attribution: 'example.org',
      },
    ],
    safe_urls: [address],
    refs_status: 'done',
  });
  const citation: Json = {
    start_ix: body.indexOf(first),
    end_ix: body.indexOf(first) + first.length,
    citation_format_type: 'tether_og',
    metadata: { type: 'webpage', title: sentence(dice, tongue), url, text: '', pub_date: null },
  };
  return {
    role: 'assistant',
    content: text(body),
    metadata: isOld
      ? { citations: [citation] }
      : {
          content_references: [reference(first, url), reference(second, `${url}&p=2`)],
          search_result_groups: [
            {
              type: 'search_result_group',
              domain: 'example.org',
              entries: [{ type: 'search_result', url, title: 'Example', snippet: '' }],
            },
          ],
          safe_urls: [url],
        },
  };
}

export function emptyAnswer(): Draft {
  return { role: 'assistant', content: text('') };
}

/** The hidden beginning of many chats. */
export function hiddenSystem(): Draft {
  return { role: 'system', content: text(''), metadata: HIDDEN };
}

/** Sent by the page, not by the person, and never seen. */
export function hiddenQuestion({ token, dice, tongue }: Setting): Draft {
  return { role: 'user', content: text(`${sentence(dice, tongue)} ${token}`), metadata: HIDDEN };
}

export function weightless({ token, dice, tongue }: Setting): Draft {
  return { role: 'assistant', weight: 0, content: text(`${sentence(dice, tongue)} ${token}`) };
}

export function instructions({ token, dice }: Setting): Draft {
  return {
    role: 'user',
    content: {
      content_type: 'user_editable_context',
      user_profile: `Preferred name: Ana. ${sentence(dice, 'en')}`,
      user_instructions: `${token} ${sentence(dice, 'en')}`,
    },
    metadata: {
      ...HIDDEN,
      is_user_system_message: true,
      user_context_message_data: { about_user_message: sentence(dice, 'en') },
    },
  };
}

export function memory({ token, dice }: Setting): Draft {
  return {
    role: 'system',
    content: {
      content_type: 'model_editable_context',
      model_set_context: `1. [2025-03-01]. ${sentence(dice, 'en')}\n\n2. [2025-04-02]. ${token}`,
      repository: null,
      repo_summary: null,
      structured_context: null,
    },
    metadata: HIDDEN,
  };
}

export function memoryWrite({ token, dice }: Setting): Draft {
  return { role: 'assistant', recipient: 'bio', content: text(`${sentence(dice, 'en')} ${token}`) };
}

export function memoryDone(): Draft {
  return { role: 'tool', name: 'bio', content: text('Model set context updated.') };
}

export function thoughts({ token, dice }: Setting): Draft {
  return {
    role: 'assistant',
    content: {
      content_type: 'thoughts',
      thoughts: [
        {
          summary: sentence(dice, 'en'),
          content: `${messageText(dice, { token, length: 200, tongue: 'en' })}`,
          chunks: [],
          finished: true,
        },
      ],
      source_analysis_msg_id: dice.uuid(),
    },
    metadata: { reasoning_status: 'is_reasoning' },
  };
}

export function recap({ token, dice }: Setting): Draft {
  return {
    role: 'assistant',
    content: { content_type: 'reasoning_recap', content: `Thought for ${1 + dice.int(90)}s ${token}` },
    metadata: { reasoning_status: 'reasoning_ended', finished_duration_sec: dice.int(90) },
  };
}

export function pythonCall({ token, dice }: Setting): Draft {
  return {
    role: 'assistant',
    recipient: 'python',
    content: {
      content_type: 'code',
      language: dice.pick(['python', 'unknown']),
      response_format_name: null,
      text: codeText(dice, token),
    },
  };
}

export function pythonOutput({ token, dice }: Setting): Draft {
  return {
    role: 'tool',
    name: 'python',
    content: { content_type: 'execution_output', text: `${dice.int(1e6)}\n${token}\n[5 rows x 3 columns]` },
    metadata: {
      aggregate_result: {
        status: 'success',
        run_id: dice.uuid(),
        messages: [],
        jupyter_messages: [{ msg_type: 'status', content: { execution_state: 'idle' } }],
      },
    },
  };
}

/** Code that the assistant gives the person, not a tool. */
export function codeAnswer({ token, dice }: Setting): Draft {
  return {
    role: 'assistant',
    recipient: 'all',
    content: {
      content_type: 'code',
      language: 'javascript',
      text: `// ${token}\nconst fence = \`\`;\n${codeText(dice, 'x')}`,
    },
  };
}

export function searchCall({ token, dice }: Setting): Draft {
  return {
    role: 'assistant',
    recipient: 'web.run',
    content: {
      content_type: 'code',
      language: 'unknown',
      response_format_name: null,
      text: JSON.stringify({ search_query: [{ q: `${sentence(dice, 'en')} ${token}` }] }),
    },
  };
}

export function searchResult({ token, dice }: Setting): Draft {
  return {
    role: 'tool',
    name: 'web.run',
    content: dice.pick<Json>([
      {
        content_type: 'tether_browsing_display',
        result: `${sentence(dice, 'en')} ${token}`,
        summary: null,
        assets: null,
        tether_id: null,
      },
      {
        content_type: 'sonic_webpage',
        url: 'https://example.org/a',
        domain: 'example.org',
        title: 'A page',
        text: `${token} ${sentence(dice, 'en')}`,
        snippet: '',
        pub_date: null,
        crawl_date: null,
        pub_timestamp: null,
        ref_id: { turn_index: 0, ref_type: 'search', ref_index: 1 },
      },
    ]),
  };
}

export function quote({ token, dice }: Setting): Draft {
  return {
    role: 'tool',
    name: 'browser',
    content: {
      content_type: 'tether_quote',
      url: 'file-notes.pdf',
      domain: 'notes.pdf',
      title: 'notes.pdf',
      text: `${sentence(dice, 'en')} ${token}`,
      tether_id: null,
    },
  };
}

export function toolError({ token }: Setting): Draft {
  return {
    role: 'tool',
    name: 'browser',
    content: { content_type: 'system_error', name: 'tool_error', text: `Error: ${token} Forbidden` },
  };
}

export function canvas({ token, dice, tongue }: Setting): Draft {
  const document = {
    name: `plan_${dice.hex(4)}`,
    type: dice.pick(['document', 'code/python']),
    content: messageText(dice, { token, length: 700, tongue }),
  };
  return {
    role: 'assistant',
    recipient: 'canmore.create_textdoc',
    content: dice.chance(0.5)
      ? { content_type: 'code', language: 'json', response_format_name: null, text: JSON.stringify(document) }
      : text(JSON.stringify(document)),
  };
}

export function canvasDone({ dice }: Setting): Draft {
  return {
    role: 'tool',
    name: 'canmore.create_textdoc',
    content: text(`Successfully created text document with \`textdoc_id\`: \`${dice.hex(32)}\``),
    metadata: { canvas: { textdoc_id: dice.hex(32), textdoc_type: 'document', version: 1, create_source: 'model' } },
  };
}

/** What nobody has described yet: counted, and kept as it is. */
export function unknownContent({ token, dice }: Setting): Draft {
  return { role: 'assistant', content: { content_type: 'hologram', frames: [{ depth: dice.int(9), caption: token }] } };
}

export function upload(
  { token, dice, tongue }: Setting,
  asset: { readonly id: string; readonly name: string; readonly size: number },
): Draft {
  const pointer: Json = {
    content_type: 'image_asset_pointer',
    asset_pointer: `${asset.id.startsWith('file_') ? 'sediment' : 'file-service'}://${asset.id}`,
    size_bytes: asset.size,
    width: 2,
    height: 2,
    fovea: null,
    metadata: null,
  };
  return {
    role: 'user',
    content: { content_type: 'multimodal_text', parts: [pointer, messageText(dice, { token, length: 80, tongue })] },
    metadata: {
      attachments: [{ id: asset.id, name: asset.name, size: asset.size, mime_type: 'image/png', width: 2, height: 2 }],
    },
  };
}

/** A file that the person attached: no pointer stands in the parts. */
export function attached(
  { token, dice, tongue }: Setting,
  asset: { readonly id: string; readonly name: string; readonly size: number },
): Draft {
  return {
    role: 'user',
    content: text(messageText(dice, { token, length: 120, tongue })),
    metadata: {
      attachments: [
        { id: asset.id, name: asset.name, size: asset.size, mime_type: 'application/pdf', is_big_paste: false },
      ],
    },
  };
}

export function pictureCall({ token, dice }: Setting): Draft {
  return {
    role: 'assistant',
    recipient: 'dalle.text2im',
    content: {
      content_type: 'code',
      language: 'json',
      response_format_name: null,
      text: JSON.stringify({ prompt: `${sentence(dice, 'en')} ${token}`, size: '1024x1024' }),
    },
  };
}

/** The picture a tool made: the person sees it. The token stands in its prompt. */
export function picture({ token, dice }: Setting, asset: { readonly id: string; readonly size: number }): Draft {
  const dalle: Json = {
    gen_id: dice.hex(16),
    prompt: `${sentence(dice, 'en')} ${token}`,
    seed: dice.bits(),
    parent_gen_id: null,
    edit_op: null,
    serialization_title: 'DALL-E generation metadata',
  };
  return {
    role: 'tool',
    name: 'dalle.text2im',
    content: {
      content_type: 'multimodal_text',
      parts: [
        {
          content_type: 'image_asset_pointer',
          asset_pointer: `${asset.id.startsWith('file_') ? 'sediment' : 'file-service'}://${asset.id}`,
          size_bytes: asset.size,
          width: 1024,
          height: 1024,
          fovea: null,
          metadata: { dalle, gizmo: null, generation: null, sanitized: false },
        },
      ],
    },
  };
}

/** Something said aloud, by the person or back to them. */
export function speech(
  { token, dice, tongue }: Setting,
  asset: { readonly id: string; readonly size: number },
  by: 'user' | 'assistant',
): Draft {
  const transcription: Json = {
    content_type: 'audio_transcription',
    text: `${sentence(dice, tongue)} ${token} ${sentence(dice, tongue)}`,
    direction: by === 'user' ? 'in' : 'out',
    decoding_id: null,
  };
  const audio: Json = {
    expiry_datetime: null,
    content_type: 'audio_asset_pointer',
    asset_pointer: `sediment://${asset.id}`,
    size_bytes: asset.size,
    format: 'wav',
    metadata: { start_timestamp: null, end_timestamp: null, start: 0, end: 1.5 },
  };
  const both: Json = {
    content_type: 'real_time_user_audio_video_asset_pointer',
    frames_asset_pointers: [],
    video_container_asset_pointer: null,
    audio_asset_pointer: audio,
    audio_start_timestamp: 13.1,
    expiry_datetime: null,
  };
  return {
    role: by,
    content: { content_type: 'multimodal_text', parts: [transcription, by === 'user' ? both : audio] },
    metadata: { voice_mode_message: true },
  };
}
