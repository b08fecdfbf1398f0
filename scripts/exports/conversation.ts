// One made-up conversation and the truth about it, from the seed and its number alone: any one can be made again without the others.
import { assetBytes } from './asset-bytes';
import { diceOf } from './dice';
import type { Dice } from './dice';
import * as messages from './messages';
import type { Draft, Json, Setting } from './messages';
import { titleText } from './prose';
import type { Tongue } from './prose';
import { tokenOf } from './truth';
import type { TrueAsset, TrueConversation, TrueMessage, TrueSort } from './truth';

/** `g6` is the newest: that of September 2026. */
export const GENERATIONS = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'] as const;
export type Generation = (typeof GENERATIONS)[number];

/** Since July 2026 nodes name no children, and messages neither recipient nor weight nor status. */
export function isReduced(generation: Generation): boolean {
  return generation === 'g5' || generation === 'g6';
}

export type Made = { readonly value: Json; readonly truth: TrueConversation };

export type ConversationOptions = {
  readonly seed: number;
  readonly index: number;
  readonly generation: Generation;
  /** Exchanges of one question and what follows; left out: as many as chats have, 1 to 20. */
  readonly turns?: number;
};

type Node = {
  readonly id: string;
  readonly message: Json | null;
  readonly parent: string | null;
  readonly children: string[];
};

/** The same values for the same options, on every machine. */
export function conversationOf(options: ConversationOptions): Made {
  const { seed, index, generation } = options;
  const dice = diceOf(seed, 'conversation', index);
  const id = idOf(seed, index);
  const tongue: Tongue = dice.chance(0.12) ? 'fr' : dice.chance(0.05) ? 'cjk' : 'en';
  const created = createdOf(seed, index);
  const tree = aTree(dice, created, options);
  const assets: TrueAsset[] = [];
  const counted = { images: 0, voice: 0, instructions: false, memory: false, notes: 0, unknown: false };
  const anAsset = (name: string): TrueAsset => {
    const isOld = generation === 'g1' && dice.chance(0.5);
    const newId = isOld ? `file-${shortId(dice)}` : `file_${dice.hex(32)}`;
    const asset = { id: newId, name, isShipped: dice.chance(0.8), size: assetBytes({ id: newId, name }).length };
    assets.push(asset);
    return asset;
  };

  let at = tree.root();
  const say = (kind: TrueMessage['kind'], sort: TrueSort, make: (setting: Setting) => Draft): void => {
    at = tree.add(at, kind, sort, (token) => make({ token, dice, tongue }));
  };
  /** Newer exports do not name the recipient: a call then looks like an answer. */
  const call: TrueSort = isReduced(generation) ? 'shown' : 'behind';

  if (dice.chance(0.6)) say('empty', 'behind', messages.hiddenSystem);
  if (dice.chance(0.25)) {
    say('context', 'behind', messages.instructions);
    counted.instructions = true;
  }
  if (dice.chance(0.12)) {
    say('context', 'behind', messages.memory);
    counted.memory = true;
  }
  const turns = options.turns ?? 1 + Math.floor(dice.real() * dice.real() * 20);
  const isVoice = dice.chance(0.04);
  for (let turn = 0; turn < turns; turn += 1) {
    if (isVoice) {
      const name = `${dice.hex(8)}.wav`;
      say('speech', 'shown', (setting) => messages.speech(setting, anAsset(name), 'user'));
      say('speech', 'shown', (setting) => messages.speech(setting, anAsset(name), 'assistant'));
      counted.voice += 2;
      continue;
    }
    if (dice.chance(0.12)) leave(tree, at, { dice, tongue, length: 2 });
    const asked = dice.int(100);
    if (asked < 4) {
      counted.images += 1;
      say('text', 'shown', (setting) => messages.upload(setting, anAsset(`Photo ${dice.int(99)}.png`)));
    } else if (asked < 6)
      say('text', 'shown', (setting) =>
        messages.attached(setting, anAsset(`rapport d\u2019\u00e9t\u00e9 ${dice.int(99)}.pdf`)),
      );
    else say('text', 'shown', messages.question);
    if (dice.chance(0.1)) leave(tree, at, { dice, tongue, length: 1, asked: true });

    const way = dice.int(100);
    if (way < 12) {
      say('thinking', 'behind', messages.thoughts);
      if (dice.chance(0.6)) say('thinking', 'behind', messages.recap);
    } else if (way < 20) {
      say('code', call, messages.pythonCall);
      say('output', 'behind', messages.pythonOutput);
    } else if (way < 26) {
      say('code', call, messages.searchCall);
      say(
        dice.chance(0.1) ? 'output' : 'quote',
        'behind',
        dice.chance(0.1) ? messages.toolError : dice.chance(0.3) ? messages.quote : messages.searchResult,
      );
    } else if (way < 29) {
      say('canvas', call, messages.canvas);
      say('empty', 'behind', messages.canvasDone);
    } else if (way < 32) {
      say('code', call, messages.pictureCall);
      say('picture', 'shown', (setting) => messages.picture(setting, anAsset(`${dice.uuid()}.png`)));
      counted.images += 1;
    } else if (way < 34) {
      say('context', call, messages.memoryWrite);
      counted.notes += 1;
      say('empty', 'behind', messages.memoryDone);
    } else if (way < 36) say('empty', 'behind', messages.emptyAnswer);
    else if (way < 38) say('context', 'behind', messages.hiddenQuestion);
    else if (way < 40 && !isReduced(generation)) say('text', 'behind', messages.weightless);
    else if (way < 42) say('code', 'shown', messages.codeAnswer);
    else if (way === 42) {
      say('unknown', 'shown', messages.unknownContent);
      counted.unknown = true;
    }
    if (way >= 20 && way < 26)
      say('text', 'shown', (setting) => messages.answerWithSources(setting, generation === 'g1' && dice.chance(0.5)));
    else say('text', 'shown', messages.answer);
  }

  const isGuessed = dice.chance(0.02);
  const { title, project, gizmo } = namesOf(dice, tongue);
  const updated = Math.max(created, tree.now());
  const truth: TrueConversation = {
    index,
    id,
    title,
    created,
    updated,
    project,
    messages: tree.truths(),
    assets,
    images: counted.images,
    voice: counted.voice,
    hasInstructions: counted.instructions,
    hasMemory: counted.memory,
    notes: counted.notes,
    unknownTypes: counted.unknown ? ['hologram'] : [],
    isGuessed,
    isShared: dice.chance(0.05),
  };
  const mapping = Object.fromEntries(
    tree.nodes().map(({ children, ...node }) => [node.id, isReduced(generation) ? node : { ...node, children }]),
  );
  return {
    value: wrapped(
      { id, title, created, updated, mapping, current: isGuessed ? null : at, gizmo, isVoice },
      dice,
      generation,
    ),
    truth,
  };
}

/** The id of a conversation without making it. */
export function idOf(seed: number, index: number): string {
  return diceOf(seed, 'id', index).uuid();
}

/** Newest first as in real exports is not promised: some lie out of order. */
function createdOf(seed: number, index: number): number {
  return 1_680_000_000 + (index % 60_000) * 1700 + diceOf(seed, 'created', index).int(200_000) + 0.123456;
}

function aTree(dice: Dice, created: number, { seed, index, generation }: ConversationOptions) {
  const nodes: Node[] = [];
  const byId = new Map<string, Node>();
  const on: TrueMessage[] = [];
  const off: TrueMessage[] = [];
  let time = created;
  /** A chat that was branched off repeats the ids of the one before it: ids of messages are not unique in an export. */
  const copied = index > 0 && dice.chance(0.04) ? 4 : 0;
  const put = (node: Node): string => {
    nodes.push(node);
    byId.set(node.id, node);
    if (node.parent !== null) byId.get(node.parent)?.children.push(node.id);
    return node.id;
  };
  return {
    root: (): string =>
      put({
        id: generation === 'g1' && dice.chance(0.5) ? dice.uuid() : 'client-created-root',
        message: null,
        parent: null,
        children: [],
      }),
    add(parent: string, kind: TrueMessage['kind'], sort: TrueSort, make: (token: string) => Draft): string {
      const number = on.length + off.length;
      const token = tokenOf(index, number);
      const id = diceOf(seed, 'message', number < copied ? index - 1 : index, number).uuid();
      time += 1 + dice.int(90) + dice.int(1000) / 1000;
      (sort === 'draft' || sort === 'aside' ? off : on).push({ token, sort, kind, id });
      return put({ id, message: messageOf(make(token), { id, time, dice, generation, parent }), parent, children: [] });
    },
    nodes: (): readonly Node[] => nodes,
    truths: (): readonly TrueMessage[] => [...on, ...off],
    now: (): number => Math.round(time * 1000) / 1000,
  };
}

/** What the person left: an answer they had made again, or a question they put differently with what came of it. */
function leave(
  tree: ReturnType<typeof aTree>,
  from: string,
  {
    dice,
    tongue,
    length,
    asked = false,
  }: { readonly dice: Dice; readonly tongue: Tongue; readonly length: number; readonly asked?: boolean },
): void {
  let at = from;
  const set = (token: string): Setting => ({ token, dice, tongue });
  if (!asked) at = tree.add(at, 'text', 'draft', (token) => messages.question(set(token)));
  if (dice.chance(0.2)) at = tree.add(at, 'thinking', 'aside', (token) => messages.thoughts(set(token)));
  tree.add(at, 'text', 'draft', (token) => messages.answer(set(token)));
  if (length > 1 && dice.chance(0.3)) tree.add(at, 'text', 'draft', (token) => messages.answer(set(token)));
}

function messageOf(
  draft: Draft,
  {
    id,
    time,
    dice,
    generation,
    parent,
  }: {
    readonly id: string;
    readonly time: number;
    readonly dice: Dice;
    readonly generation: Generation;
    readonly parent: string;
  },
): Json {
  const { role, name = null, recipient = 'all', weight = 1, content, metadata = {} } = draft;
  const create_time = role === 'system' ? null : time;
  if (generation === 'g6')
    return {
      id,
      author: { role, name },
      create_time,
      content,
      ...(role === 'assistant'
        ? { metadata: { model_slug: 'gpt-5', parent_id: parent, ...metadata } }
        : Object.keys(metadata).length === 0
          ? {}
          : { metadata }),
    };
  if (generation === 'g5')
    return {
      id,
      author: { role, name },
      create_time,
      content,
      ...(role === 'user' && Object.keys(metadata).length === 0 ? {} : { metadata }),
    };
  const own: Json =
    role === 'user'
      ? {
          request_id: dice.uuid(),
          serialization_metadata: { custom_symbol_offsets: [] },
          message_source: null,
          timestamp_: 'absolute',
          message_type: null,
        }
      : {
          citations: [],
          content_references: [],
          message_type: 'next',
          model_slug: 'gpt-4o',
          default_model_slug: 'auto',
          parent_id: parent,
          request_id: dice.uuid(),
          timestamp_: 'absolute',
        };
  return {
    id,
    author: { role, name, metadata: {} },
    create_time,
    update_time: null,
    content,
    status: 'finished_successfully',
    end_turn: role === 'assistant' && recipient === 'all' ? true : null,
    weight,
    metadata: { ...own, ...metadata },
    recipient,
    channel: role === 'assistant' ? 'final' : null,
  };
}

function namesOf(
  dice: Dice,
  tongue: Tongue,
): { readonly title: string | null; readonly project: string | undefined; readonly gizmo: string | null } {
  const title = dice.chance(0.06) ? dice.pick(ODD_TITLES) : titleText(dice, tongue);
  const throwOf = dice.int(100);
  const project = throwOf < 8 ? `g-p-${diceOf('project', dice.int(4)).hex(32)}` : undefined;
  return { title, project, gizmo: project ?? (throwOf < 12 ? `g-${shortId(dice).slice(0, 9)}` : null) };
}

const ODD_TITLES: readonly (string | null)[] = [
  null,
  '',
  'New chat',
  'New chat',
  'NEW CHAT',
  '../../../etc/passwd',
  'CON',
  'aux.txt',
  'a/b\\c:d*e?f"g<h>i|j',
  'x'.repeat(400),
  'trailing dots...',
  '<script>alert(1)</script>',
  '\u202egnp.exe',
  'e\u0301t\u00e9',
  '\u{1f600}'.repeat(60),
  '---',
  '# [not](a) *title*',
  '\ud83d',
];

function wrapped(
  {
    id,
    title,
    created,
    updated,
    mapping,
    current,
    gizmo,
    isVoice,
  }: {
    readonly id: string;
    readonly title: string | null;
    readonly created: number;
    readonly updated: number;
    readonly mapping: Json;
    readonly current: string | null;
    readonly gizmo: string | null;
    readonly isVoice: boolean;
  },
  dice: Dice,
  generation: Generation,
): Json {
  const [is_archived, is_starred] = [dice.chance(0.05), dice.chance(0.02) ? true : null];
  const voice = isVoice ? 'breeze' : null;
  if (isReduced(generation))
    return {
      conversation_id: id,
      conversation_template_id: generation === 'g6' || gizmo?.startsWith('g-p-') === true ? gizmo : null,
      create_time: created,
      current_node: current,
      default_model_slug: 'gpt-5',
      id,
      is_archived,
      is_do_not_remember: false,
      is_read_only: null,
      is_starred,
      is_study_mode: false,
      mapping,
      memory_scope: 'global_enabled',
      pinned_time: null,
      plugin_ids: null,
      title,
      update_time: updated,
      voice,
      ...(gizmo === null || generation === 'g6' ? {} : { gizmo_id: gizmo }),
    };
  return {
    title,
    create_time: created,
    update_time: updated,
    mapping,
    moderation_results: [],
    current_node: current,
    plugin_ids: null,
    conversation_id: id,
    conversation_template_id: gizmo?.startsWith('g-p-') === true ? gizmo : null,
    gizmo_id: gizmo,
    gizmo_type: gizmo === null ? null : gizmo.startsWith('g-p-') ? 'snorlax' : 'gpt',
    is_archived,
    is_starred,
    safe_urls: [],
    blocked_urls: [],
    default_model_slug: 'gpt-4o',
    conversation_origin: null,
    voice,
    async_status: null,
    disabled_tool_ids: [],
    is_do_not_remember: false,
    memory_scope: 'global_enabled',
    sugar_item_id: null,
    sugar_item_visible: false,
    owner: null,
    context_scopes: null,
    atlas_mode_enabled: null,
    id,
  };
}

function shortId(dice: Dice): string {
  return Array.from({ length: 22 }, () =>
    'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'.charAt(dice.int(57)),
  ).join('');
}
