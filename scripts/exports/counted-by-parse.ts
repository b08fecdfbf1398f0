// What JSON.parse makes of files of conversations, held against the findings of a check.
import type { Findings } from '../../src/archive/check/findings';
import { outlineOf } from '../../src/archive/conversation/read-conversation';

type Counted = {
  readonly conversations: number;
  readonly shown: number;
  readonly behind: number;
  readonly drafts: number;
};

/** What JSON.parse makes of the files; `undefined` when one of them is no list of objects. */
export function countedBy(files: readonly Buffer[]): Counted | undefined {
  const byId = new Map<string, { readonly updated: number; readonly messages: Omit<Counted, 'conversations'> }>();
  let nameless = 0;
  for (const bytes of files) {
    const list = listIn(bytes);
    if (list === undefined) return undefined;
    for (const value of list) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      const { id, updated = 0, messages } = outlineOf(value);
      nameless += 1;
      const key = id ?? `\u0000${nameless}`;
      const known = byId.get(key);
      if (known === undefined || updated > known.updated) byId.set(key, { updated, messages });
    }
  }
  const sum = (sort: 'shown' | 'behind' | 'drafts'): number =>
    [...byId.values()].reduce((total, { messages }) => total + messages[sort], 0);
  return { conversations: byId.size, shown: sum('shown'), behind: sum('behind'), drafts: sum('drafts') };
}

function listIn(bytes: Buffer): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const list = Array.isArray(value) ? value : (value as { readonly conversations?: unknown } | null)?.conversations;
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with the verdict on files that hold what `wanted` says; `undefined` when it is right. */
export function faultIn(
  outcome: string,
  findings: Findings | undefined,
  wanted: Counted | undefined,
): string | undefined {
  if (findings === undefined) return `refused as ${outcome}`;
  if (wanted === undefined)
    return outcome === 'damaged' ? undefined : `${outcome}, though it is no list of conversations`;
  const found: Counted = { conversations: findings.conversations, ...findings.messages };
  if (findings.unparsed > 0 || findings.faults.some(({ kind }) => kind === 'json-cut' || kind === 'json-broken'))
    return 'called broken, though JSON.parse reads it';
  const differs = (['conversations', 'shown', 'behind', 'drafts'] as const).filter(
    (name) => found[name] !== wanted[name],
  );
  return differs.length === 0
    ? undefined
    : differs.map((name) => `${name}: ${found[name]} instead of ${wanted[name]}`).join(', ');
}
