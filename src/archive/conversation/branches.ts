// What a person left: messages off the path, in chains from where each leaves the path or another chain.
import type { Fields } from '../container/parsed-json';

/** `after`: how many messages of the path come before it, less one. `nodes` hold a message each. */
export type Chain = { readonly after: number; readonly nodes: readonly number[] };

/** `parents` as in `Tree`. A chain goes on with the first child in the order of the mapping. Linear, and never recursive. */
export function branchesOf(
  parents: Int32Array,
  messages: readonly (Fields | undefined)[],
  path: readonly number[],
): readonly Chain[] {
  if (path.length === parents.length) return [];
  const after = lastShared(parents, messages, path);
  const isOnPath = new Uint8Array(parents.length);
  for (const node of path) isOnPath[node] = 1;
  const next = new Int32Array(parents.length).fill(-1);
  const starts: number[] = [];
  parents.forEach((parent, node) => {
    if (isOnPath[node] === 1) return;
    if (parent < 0 || isOnPath[parent] === 1 || next[parent] !== -1) starts.push(node);
    else next[parent] = node;
  });
  const isDone = isOnPath;
  const chains: Chain[] = [];
  const follow = (start: number): void => {
    const nodes: number[] = [];
    for (let node = start; node !== -1 && isDone[node] === 0; node = next[node] ?? -1) {
      isDone[node] = 1;
      if (messages[node] !== undefined) nodes.push(node);
    }
    if (nodes.length > 0) chains.push({ after: after[start] ?? -1, nodes });
  };
  starts.forEach(follow);
  // What is left runs in circles: no chain leads into it.
  parents.forEach((_, node) => follow(node));
  return chains.sort((one, other) => (one.nodes[0] ?? 0) - (other.nodes[0] ?? 0));
}

/** For each node, which message of the path is the last above it. */
function lastShared(
  parents: Int32Array,
  messages: readonly (Fields | undefined)[],
  path: readonly number[],
): Int32Array {
  const UNKNOWN = -2;
  const after = new Int32Array(parents.length).fill(UNKNOWN);
  let count = 0;
  for (const node of path) {
    if (messages[node] !== undefined) count += 1;
    after[node] = count - 1;
  }
  const walked: number[] = [];
  for (let start = 0; start < parents.length; start += 1) {
    let node = start;
    while (node >= 0 && after[node] === UNKNOWN) {
      after[node] = -1;
      walked.push(node);
      node = parents[node] ?? -1;
    }
    const shared = node >= 0 ? (after[node] ?? -1) : -1;
    for (const one of walked) after[one] = shared;
    walked.length = 0;
  }
  return after;
}
