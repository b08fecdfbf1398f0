// Custom instructions, memory and notes: one counting for checking and for saving, in every form an export has had.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rawZip } from '../../../scripts/exports/raw-zip';
import { outlineOf } from '../../../src/archive/conversation/read-conversation';
import { rememberedTally } from '../../../src/archive/conversation/remembered';
import type { Remembered, RememberedCounts } from '../../../src/archive/conversation/remembered';
import { main } from '../../../src/main';
import { aHost, HOME } from '../../support/fake-host';
import { aChat, aMessage, holding } from '../../support/chats';
import type { Json } from '../../support/chats';

const said = (text: string, more: Json = {}): Json => aMessage(text, { role: 'assistant', recipient: 'all', ...more });
const note = (text: string, recipient = 'bio'): Json => said(text, { recipient });
const answered = (name = 'bio'): Json => ({
  ...aMessage('Model set context updated.'),
  author: { role: 'tool', name },
  recipient: 'assistant',
});
const instructions = (user_instructions: unknown, user_profile: unknown = '', metadata: Json = {}): Json =>
  holding({ content_type: 'user_editable_context', user_profile, user_instructions }, { metadata });
const memory = (model_set_context: unknown): Json =>
  holding({ content_type: 'model_editable_context', model_set_context });
/** One line of messages. */
const line = (messages: readonly Json[], more: Json = {}): Json =>
  aChat(
    [['root', null], ...messages.map((message, at) => [`n${at}`, at === 0 ? 'root' : `n${at - 1}`, message] as const)],
    more,
  );
/** As the newest exports write it: no recipient, no weight, no status. */
const bare = ({ recipient: _recipient, weight: _weight, status: _status, ...message }: Json): Json => message;

describe('a conversation holds', () => {
  test.each<[string, Json, readonly Remembered[]]>([
    [
      'a note',
      line([aMessage('I drink tea'), note('Drinks tea.'), answered(), said('Noted.')]),
      [{ kind: 'note', text: 'Drinks tea.', profile: undefined }],
    ],
    [
      'a note by another call of the tool',
      line([note('A', 'bio.update'), note('B', 'bio.create')]),
      [
        { kind: 'note', text: 'A', profile: undefined },
        { kind: 'note', text: 'B', profile: undefined },
      ],
    ],
    [
      'a note as code',
      line([holding({ content_type: 'code', text: '{"add": "x"}' }, { recipient: 'bio' })]),
      [{ kind: 'note', text: '{"add": "x"}', profile: undefined }],
    ],
    [
      'a note that only the answer of the tool tells of',
      line([said('Drinks tea.'), answered(), said('Noted.')].map(bare)),
      [{ kind: 'note', text: 'Drinks tea.', profile: undefined }],
    ],
    [
      'a note on a branch that was left',
      aChat([
        ['a', null, aMessage('a')],
        ['b', 'a', note('left')],
        ['c', 'a', said('c')],
      ]),
      [{ kind: 'note', text: 'left', profile: undefined }],
    ],
    [
      'custom instructions',
      line([instructions('be brief', 'I am Ana')]),
      [{ kind: 'instructions', text: 'be brief', profile: 'I am Ana' }],
    ],
    [
      'custom instructions that stand in the metadata',
      line([instructions(null, null, { user_context_message_data: { about_model_message: 'be brief' } })]),
      [{ kind: 'instructions', text: 'be brief', profile: undefined }],
    ],
    ['memory as ChatGPT had it', line([memory('1. Tea.')]), [{ kind: 'memory', text: '1. Tea.', profile: undefined }]],
    ['nothing in empty ones', line([memory(''), memory(null), instructions('', null), note(' \n'), note('')]), []],
    [
      'nothing in words about a bio, in other tools, or in an answer that names its recipient',
      line([said('my bio'), note('x', 'bioinformatics'), note('y', 'python'), said('z'), answered()]),
      [],
    ],
  ])('%s', (_what, chat, wanted) => {
    const { remembered } = outlineOf(chat);
    expect(remembered.map(({ created: _created, ...one }) => one)).toEqual(wanted);
    for (const { created } of remembered) expect(created).toBe(1_700_000_000);
  });
});

test('a text counts once, and so does a conversation that comes again', () => {
  const tally = rememberedTally();
  const one = (kind: Remembered['kind'], text: string): Remembered => ({ kind, text, profile: undefined });
  tally.add('a', [one('note', 'tea'), one('note', 'tea'), one('note', 'milk')]);
  tally.add('a', [one('note', 'tea'), one('memory', 'tea')]);
  tally.add(undefined, [one('instructions', 'tea')]);
  tally.add(undefined, [one('instructions', 'tea'), { kind: 'instructions', text: 'tea', profile: 'p' }]);
  tally.add('b', []);
  expect(tally.counts()).toEqual({
    instructions: 2,
    memory: 1,
    remembered: { instructions: { chats: 2, texts: 2 }, memory: { chats: 1, texts: 1 }, notes: { chats: 1, texts: 2 } },
  });
});

/** What a command says of these conversations in JSON, and as text. */
async function told(
  command: 'check' | 'save',
  zip: Uint8Array,
  lang = 'en',
): Promise<{ readonly counts: RememberedCounts; readonly text: string; readonly memory: string }> {
  const run = async (...flags: readonly string[]) => {
    const host = aHost(
      ['export', command, 'e.zip', ...(command === 'save' ? ['--to', 'out', '--quiet'] : []), ...flags],
      { files: { 'e.zip': zip } },
    );
    await main(host);
    return { out: host.printed().stdout, kept: String(host.disk()[`${HOME}/desk/out/memory.md`] ?? '') };
  };
  const { out, kept } = await run('--json');
  const {
    instructions: carried,
    memory: remembering,
    remembered,
  } = (JSON.parse(out) as { readonly result: RememberedCounts }).result;
  return {
    counts: { instructions: carried, memory: remembering, remembered },
    text: (await run('--lang', lang)).out.replace(/\s+/g, ' '),
    memory: kept,
  };
}
const zipOf = (chats: readonly Json[], more: Readonly<Record<string, unknown>> = {}): Uint8Array =>
  rawZip(
    Object.entries({ 'conversations.json': chats, ...more }).map(([path, value]) => ({
      path,
      bytes: Buffer.from(JSON.stringify(value)),
    })),
  );

describe('the reports', () => {
  const chats = [
    line(
      [instructions('be brief'), memory('1. Tea.'), note('Drinks tea.'), answered(), note('Likes milk.'), answered()],
      { conversation_id: 'c-1' },
    ),
    line([instructions('be brief'), note('Drinks tea.')], { conversation_id: 'c-2' }),
  ];
  const counts = {
    instructions: 2,
    memory: 2,
    remembered: { instructions: { chats: 2, texts: 1 }, memory: { chats: 1, texts: 1 }, notes: { chats: 2, texts: 2 } },
  };
  test.each(['check', 'save'] as const)('of %s say how many of each', async (command) => {
    const { counts: found, text } = await told(command, zipOf(chats));
    expect(found).toEqual(counts);
    for (const part of [
      'Custom instructions 1 version, in 2 conversations',
      'as ChatGPT had it: 1 version, in 1 conversation',
      '2 notes that ChatGPT wrote, in 2 conversations',
    ])
      expect(text).toContain(part);
    expect((await told(command, zipOf(chats), 'fr')).text).toContain(
      '2 notes écrites par ChatGPT, dans 2 conversations',
    );
  });
  test('a check that finds notes never says that there is no memory; one that finds nothing does', async () => {
    expect((await told('check', zipOf([line([note('Drinks tea.'), answered()])]))).text).not.toContain(
      'not in it; copy',
    );
    expect((await told('check', zipOf([line([said('Hello.')])]))).text).toContain('Memory not in it; copy');
  });
});

test('checking and saving count alike, whatever the chats hold', async () => {
  const word = fc.constantFrom('tea', 'milk', 'brief', '', ' ');
  const message = fc.oneof(
    word.map((text) => said(text)),
    word.map((text) => note(text)),
    word.map((text) => note(text, 'bio.update')),
    fc.constant(answered()),
    fc.tuple(word, word).map(([text, profile]) => instructions(text, profile)),
    word.map(memory),
  );
  const chat = fc
    .record({
      messages: fc.array(message, { minLength: 1, maxLength: 6 }),
      isBare: fc.boolean(),
      id: fc.constantFrom('a', 'b', 'c', undefined),
    })
    .map(({ messages, isBare, id }) =>
      line(
        [said('x'), ...messages].map((one) => (isBare ? bare(one) : one)),
        { id, conversation_id: id },
      ),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(chat, { minLength: 1, maxLength: 5 }), async (chats) => {
      const zip = zipOf(chats);
      const [check, save] = [await told('check', zip), await told('save', zip)];
      expect(save.counts).toEqual(check.counts);
      expect(save.memory === '').toBe(check.counts.memory === 0);
    }),
    { numRuns: 40 },
  );
});
