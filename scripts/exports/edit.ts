// Changes to a small export in memory: its files, its conversations, and its manifest made to agree again.
import { jsonText } from './json-form';
import type { Json } from './messages/draft';
import type { RawEntry } from './raw-zip';
import { inMemory } from './pack';
import type { Plan } from './plan';
import type { TrueConversation } from './truth';

export type Small = {
  readonly entries: readonly RawEntry[];
  readonly truth: readonly TrueConversation[];
  readonly plan: Plan;
};
type Edit = (small: Small) => Small;

/** Twelve conversations in three shards, with a manifest, unless the plan says otherwise. */
export function smallExport(plan: Partial<Plan> = {}): Small {
  const full: Plan = { generation: 'g6', seed: 7, conversations: 12, perShard: 4, turns: 2, chatHtml: 'none', ...plan };
  const { files, truth } = inMemory(full);
  return { entries: files, truth, plan: full };
}

/** A plan with enough turns for pictures and papers. */
export const MANY = { conversations: 40, perShard: 10, turns: 6 } as const;

/** The first asset that is shipped. */
export function assetIn(small: Small): string {
  return small.entries.find(({ path }) => path.endsWith('.dat'))?.path ?? '';
}

export function bytesIn({ entries }: Pick<Small, 'entries'>, path: string): Uint8Array {
  const entry = entries.find((one) => one.path === path);
  if (entry === undefined) throw new Error(`no ${path}`);
  return entry.bytes;
}

export function textIn(small: Pick<Small, 'entries'>, path: string): string {
  return Buffer.from(bytesIn(small, path)).toString();
}

/** Other bytes in one file; the manifest still states the old size. */
export function withBytes(small: Small, path: string, bytes: Uint8Array | string): Small {
  bytesIn(small, path);
  return {
    ...small,
    entries: small.entries.map((one) => (one.path === path ? { ...one, bytes: Buffer.from(bytes as string) } : one)),
  };
}

export function withEntry(small: Small, path: string, change: Partial<RawEntry>): Small {
  bytesIn(small, path);
  return { ...small, entries: small.entries.map((one) => (one.path === path ? { ...one, ...change } : one)) };
}

export function without(small: Small, path: string): Small {
  bytesIn(small, path);
  return { ...small, entries: small.entries.filter((one) => one.path !== path) };
}

export function withMore(small: Small, ...entries: readonly RawEntry[]): Small {
  return { ...small, entries: [...small.entries, ...entries] };
}

export function jsonIn(small: Small, path: string): unknown {
  return JSON.parse(textIn(small, path).replace(/^\ufeff/, ''));
}

export function withJson(small: Small, path: string, value: unknown): Small {
  return withBytes(small, path, jsonText(value, small.plan));
}

/** Changes what the manifest says. */
export function withManifest(small: Small, change: (manifest: Manifest) => unknown): Small {
  return withJson(small, MANIFEST, change(jsonIn(small, MANIFEST) as Manifest));
}

export const MANIFEST = 'export_manifest.json';
export type Manifest = {
  readonly export_files: readonly { readonly path: string; readonly size_bytes: number }[];
  readonly logical_files: { readonly [name: string]: { readonly files: readonly string[] } };
};

/** The manifest states the sizes that files have now, and lists the shards that are there. */
export const relisted: Edit = (small) => {
  if (!small.entries.some(({ path }) => path === MANIFEST)) return small;
  const sizes = new Map(small.entries.map(({ path, bytes }) => [path, bytes.length]));
  const shards = small.entries.map(({ path }) => path).filter((path) => /^conversations(-\d+)?\.json$/.test(path));
  return withManifest(small, (manifest) => ({
    ...manifest,
    export_files: [...sizes].map(([path, size_bytes]) => ({ path, size_bytes })),
    logical_files: { ...manifest.logical_files, 'conversations.json': { files: shards, sharded: shards.length > 1 } },
  }));
};

export type Value = {
  [key: string]: unknown;
  mapping: {
    [id: string]: {
      id: string;
      message: { [key: string]: unknown } | null;
      parent: string | null;
      children?: string[];
    };
  };
};

/** Changes one conversation by its number, in place or by giving another; the manifest agrees with the new size. */
export function withConversation(small: Small, index: number, change: (value: Value) => unknown): Small {
  const { perShard = 100 } = small.plan;
  const path = small.plan.generation === 'g1' ? 'conversations.json' : shardPath(Math.floor(index / perShard));
  const list = jsonIn(small, path) as Value[];
  const at = small.plan.generation === 'g1' ? index : index % perShard;
  const old = list[at];
  if (old === undefined) throw new RangeError(`no conversation ${index}`);
  list[at] = (change(old) ?? old) as Value;
  return relisted(withJson(small, path, list));
}

export function shardPath(number: number): string {
  return `conversations-${String(number).padStart(3, '0')}.json`;
}

/** The path of the second shard: damages that could hit any are put there. */
export const SECOND = shardPath(1);

/** A conversation of one line: each text is a message, in turns the person's and the assistant's. */
export function chatOf(id: string, texts: readonly string[], more: Json = {}): Json {
  const mapping: { [id: string]: unknown } = { root: { id: 'root', message: null, parent: null, children: ['m0'] } };
  texts.forEach((text, at) => {
    mapping[`m${at}`] = {
      id: `m${at}`,
      message: {
        id: `m${at}`,
        author: { role: at % 2 === 0 ? 'user' : 'assistant' },
        create_time: 1_700_000_000 + at,
        content: { content_type: 'text', parts: [text] },
      },
      parent: at === 0 ? 'root' : `m${at - 1}`,
      children: at + 1 < texts.length ? [`m${at + 1}`] : [],
    };
  });
  return {
    title: `Chat ${id}`,
    create_time: 1_700_000_000,
    update_time: 1_700_000_100,
    mapping,
    current_node: texts.length === 0 ? 'root' : `m${texts.length - 1}`,
    conversation_id: id,
    id,
    ...more,
  };
}
