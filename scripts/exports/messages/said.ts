// What the person asked and ChatGPT answered, in the shapes that exports have it. Each takes the token that stands in its text.
import { codeText, messageText, sentence } from '../prose';
import { text } from './draft';
import type { Draft, Json, Setting } from './draft';

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

/** What nobody has described yet: counted, and kept as it is. */
export function unknownContent({ token, dice }: Setting): Draft {
  return { role: 'assistant', content: { content_type: 'hologram', frames: [{ depth: dice.int(9), caption: token }] } };
}
