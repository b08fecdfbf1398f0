// Calls of tools and what came of them: Python, searches, canvas documents.
import { codeText, messageText, sentence } from '../prose';
import { text } from './draft';
import type { Draft, Json, Setting } from './draft';

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
