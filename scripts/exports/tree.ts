// The tree of a made-up conversation while it grows, and the truth about each message in it.
import { diceOf } from './dice';
import type { Dice } from './dice';
import type { Generation } from './generation';
import { messageOf } from './message-form';
import * as context from './messages/context';
import type { Draft, Json, Setting } from './messages/draft';
import * as said from './messages/said';
import type { Tongue } from './prose';
import { tokenOf } from './truth';
import type { TrueMessage, TrueSort } from './truth';

type Node = {
  readonly id: string;
  readonly message: Json | null;
  readonly parent: string | null;
  readonly children: string[];
};

/** `created`: epoch seconds of the conversation. Draws from `dice` as it grows: the order of calls decides what is made. */
export function aTree(dice: Dice, created: number, { seed, index, generation }: TreeOptions) {
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

type TreeOptions = { readonly seed: number; readonly index: number; readonly generation: Generation };

/** What the person left: an answer they had made again, or a question they put differently with what came of it. */
export function leave(
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
  if (!asked) at = tree.add(at, 'text', 'draft', (token) => said.question(set(token)));
  if (dice.chance(0.2)) at = tree.add(at, 'thinking', 'aside', (token) => context.thoughts(set(token)));
  tree.add(at, 'text', 'draft', (token) => said.answer(set(token)));
  if (length > 1 && dice.chance(0.3)) tree.add(at, 'text', 'draft', (token) => said.answer(set(token)));
}
