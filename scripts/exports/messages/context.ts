// What a model had and a person never saw: hidden messages, custom instructions, memory, notes and thinking.
import { messageText, sentence } from '../prose';
import { HIDDEN, text } from './draft';
import type { Draft, Setting } from './draft';

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
