// One made-up conversation and the truth about it, from the seed and its number alone: any one can be made again without the others.
import { assetBytes } from './asset-bytes';
import { wrapped } from './conversation-form';
import { diceOf } from './dice';
import type { Dice } from './dice';
import { isReduced } from './generation';
import type { Generation } from './generation';
import * as context from './messages/context';
import type { Draft, Json, Setting } from './messages/draft';
import * as files from './messages/files';
import * as said from './messages/said';
import * as tools from './messages/tools';
import { titleText } from './prose';
import type { Tongue } from './prose';
import { aTree, leave } from './tree';
import type { TrueAsset, TrueConversation, TrueMessage, TrueSort } from './truth';

export type Made = { readonly value: Json; readonly truth: TrueConversation };

export type ConversationOptions = {
  readonly seed: number;
  readonly index: number;
  readonly generation: Generation;
  /** Exchanges of one question and what follows; left out: as many as chats have, 1 to 20. */
  readonly turns?: number;
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

  if (dice.chance(0.6)) say('empty', 'behind', context.hiddenSystem);
  if (dice.chance(0.25)) {
    say('context', 'behind', context.instructions);
    counted.instructions = true;
  }
  if (dice.chance(0.12)) {
    say('context', 'behind', context.memory);
    counted.memory = true;
  }
  const turns = options.turns ?? 1 + Math.floor(dice.real() * dice.real() * 20);
  const isVoice = dice.chance(0.04);
  for (let turn = 0; turn < turns; turn += 1) {
    if (isVoice) {
      const name = `${dice.hex(8)}.wav`;
      say('speech', 'shown', (setting) => files.speech(setting, anAsset(name), 'user'));
      say('speech', 'shown', (setting) => files.speech(setting, anAsset(name), 'assistant'));
      counted.voice += 2;
      continue;
    }
    if (dice.chance(0.12)) leave(tree, at, { dice, tongue, length: 2 });
    const asked = dice.int(100);
    if (asked < 4) {
      counted.images += 1;
      say('text', 'shown', (setting) => files.upload(setting, anAsset(`Photo ${dice.int(99)}.png`)));
    } else if (asked < 6)
      say('text', 'shown', (setting) =>
        files.attached(setting, anAsset(`rapport d\u2019\u00e9t\u00e9 ${dice.int(99)}.pdf`)),
      );
    else say('text', 'shown', said.question);
    if (dice.chance(0.1)) leave(tree, at, { dice, tongue, length: 1, asked: true });

    const way = dice.int(100);
    if (way < 12) {
      say('thinking', 'behind', context.thoughts);
      if (dice.chance(0.6)) say('thinking', 'behind', context.recap);
    } else if (way < 20) {
      say('code', call, tools.pythonCall);
      say('output', 'behind', tools.pythonOutput);
    } else if (way < 26) {
      say('code', call, tools.searchCall);
      say(
        dice.chance(0.1) ? 'output' : 'quote',
        'behind',
        dice.chance(0.1) ? tools.toolError : dice.chance(0.3) ? tools.quote : tools.searchResult,
      );
    } else if (way < 29) {
      say('canvas', call, tools.canvas);
      say('empty', 'behind', tools.canvasDone);
    } else if (way < 32) {
      say('code', call, files.pictureCall);
      say('picture', 'shown', (setting) => files.picture(setting, anAsset(`${dice.uuid()}.png`)));
      counted.images += 1;
    } else if (way < 34) {
      say('context', call, context.memoryWrite);
      counted.notes += 1;
      say('empty', 'behind', context.memoryDone);
    } else if (way < 36) say('empty', 'behind', said.emptyAnswer);
    else if (way < 38) say('context', 'behind', context.hiddenQuestion);
    else if (way < 40 && !isReduced(generation)) say('text', 'behind', context.weightless);
    else if (way < 42) say('code', 'shown', said.codeAnswer);
    else if (way === 42) {
      say('unknown', 'shown', said.unknownContent);
      counted.unknown = true;
    }
    if (way >= 20 && way < 26)
      say('text', 'shown', (setting) => said.answerWithSources(setting, generation === 'g1' && dice.chance(0.5)));
    else say('text', 'shown', said.answer);
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

function shortId(dice: Dice): string {
  return Array.from({ length: 22 }, () =>
    'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'.charAt(dice.int(57)),
  ).join('');
}
