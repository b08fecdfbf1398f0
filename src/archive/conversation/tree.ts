// The path a person saw through the tree of a conversation, from the nodes' parents alone: newer exports name no children.

/** Nodes in the order of the mapping. `parents[i]` is an index, `ROOT` without a parent, or `MISSING` when it names no node. */
export type Tree = {
  readonly parents: ArrayLike<number>;
  /** Index of `current_node`, or -1 when it is missing or names no node. */
  readonly current: number;
  /** Epoch seconds of a node's message, or 0: only to find the newest leaf. */
  readonly created: ArrayLike<number>;
};
export const ROOT = -1;
export const MISSING = -2;

/** Indexes from the first node to the last, and what was odd about them. */
export type Path = {
  readonly nodes: readonly number[];
  readonly guessed: boolean;
  readonly broken: boolean;
  readonly circle: boolean;
};

/** Follows parents from the current node, or from the newest leaf (a tie goes to the later in the mapping); never recursive. */
export function pathOf({ parents, current, created }: Tree): Path {
  const guessed = current < 0 && parents.length > 0;
  let at = guessed ? newestLeaf(parents, created) : current;
  const seen = new Uint8Array(parents.length);
  const nodes: number[] = [];
  let circle = false;
  while (at >= 0) {
    if (seen[at] === 1) {
      circle = true;
      break;
    }
    seen[at] = 1;
    nodes.push(at);
    at = parents[at] ?? ROOT;
  }
  return { nodes: nodes.toReversed(), guessed, broken: at === MISSING, circle };
}

/** A node that is nobody's parent; where everything runs in circles, the newest node. */
function newestLeaf(parents: ArrayLike<number>, created: ArrayLike<number>): number {
  const isParent = new Uint8Array(parents.length);
  for (let index = 0; index < parents.length; index += 1) {
    const parent = parents[index] ?? ROOT;
    if (parent >= 0 && parent !== index) isParent[parent] = 1;
  }
  let newest = -1;
  for (const leavesOnly of [true, false]) {
    for (let index = 0; index < parents.length; index += 1) {
      if (leavesOnly && isParent[index] === 1) continue;
      if (newest === -1 || (created[index] ?? 0) >= (created[newest] ?? 0)) newest = index;
    }
    if (newest !== -1) break;
  }
  return newest;
}
