// The files of a made-up export, one after the other and piece by piece, so that one of any size is made in little memory.
import { createHash } from 'node:crypto';
import { assetBytes } from './asset-bytes';
import { conversationOf, isReduced } from './conversation';
import type { Generation } from './conversation';
import { diceOf } from './dice';
import type { TrueAsset, TrueConversation } from './truth';

export type Plan = {
  readonly generation: Generation;
  readonly seed: number;
  /** How many conversations, or how many bytes their JSON has at least. */
  readonly conversations?: number;
  readonly size?: number;
  /** Conversations in a shard; 100. */
  readonly perShard?: number;
  readonly turns?: number;
  /** `spaced` as Python writes JSON by default (G1 to G3), `compact` (G4 and G5), or `indented` by two spaces with keys in the order of the alphabet (G6). */
  readonly style?: Style;
  /** Letters past ASCII as `\u` escapes, as Python writes them; true. */
  readonly escapes?: boolean;
  /** A byte order mark before, an object around the list, of every file of conversations. */
  readonly bom?: boolean;
  readonly wrapper?: boolean;
  /** `full` repeats all conversations in `chat.html`, as real ones do; `none` leaves it out. G1 to G3 have one. */
  readonly chatHtml?: 'full' | 'none';
  /** Hears of every conversation as it passes. */
  readonly onConversation?: (truth: TrueConversation, bytes: number) => void;
};

export type Style = 'spaced' | 'compact' | 'indented';

/** `chunks` is to be read to its end before the next file is asked for. */
export type MadeFile = { readonly path: string; chunks(): Iterable<Buffer> };

/** Private things that no report and no saved file may ever show. */
export const CANARIES = ['ana.canary@example.com', '+33600000000', 'user-CanaryCanaryCanaryCanary'] as const;

export function* filesOf(plan: Plan): Generator<MadeFile> {
  const { generation, seed, conversations, size, perShard = 100 } = plan;
  const sizes: { path: string; size_bytes: number }[] = [];
  const shards: string[] = [];
  const assets: { readonly asset: TrueAsset; readonly path: string }[] = [];
  const shared: object[] = [];
  let index = 0;
  let passed = 0;
  const isDone = (): boolean => (size === undefined ? index >= (conversations ?? 100) : passed >= size);
  const measured = (path: string, chunks: () => Iterable<Buffer>): MadeFile => ({
    path,
    *chunks() {
      let bytes = 0;
      for (const one of chunks()) {
        bytes += one.length;
        yield one;
      }
      sizes.push({ path, size_bytes: bytes });
    },
  });
  const note = (truth: TrueConversation, bytes: number): void => {
    for (const asset of truth.assets)
      if (asset.isShipped) assets.push({ asset, path: assetPath(asset, truth.id, plan) });
    if (truth.isShared)
      shared.push({
        id: diceOf(seed, 'share', truth.index).uuid(),
        conversation_id: truth.id,
        title: truth.title,
        is_anonymous: true,
      });
    passed += bytes;
    plan.onConversation?.(truth, bytes);
  };
  const isSharded = generation !== 'g1';
  do {
    const path = isSharded ? `conversations-${String(shards.length).padStart(3, '0')}.json` : 'conversations.json';
    shards.push(path);
    const until = isSharded ? index + perShard : Number.POSITIVE_INFINITY;
    yield measured(path, function* shard() {
      const [begin, next, end] = BRACKETS[styleOf(plan)];
      yield Buffer.from(
        `${plan.bom === true ? '\ufeff' : ''}${plan.wrapper === true ? '{"conversations": ' : ''}[${isDone() ? '' : begin}`,
      );
      const first = index;
      for (; index < until && !isDone(); index += 1) {
        const { value, truth } = conversationOf({
          seed,
          index,
          generation,
          ...(plan.turns === undefined ? {} : { turns: plan.turns }),
        });
        const bytes = Buffer.from(`${index === first ? '' : next}${deeper(jsonText(value, plan), plan)}`);
        note(truth, bytes.length);
        yield bytes;
      }
      yield Buffer.from(`${index === first ? '' : end}${plan.wrapper === true ? ']}' : ']'}`);
    });
  } while (!isDone());

  for (const { asset, path } of assets) yield measured(path, () => [assetBytes(asset)]);
  if (['g1', 'g2', 'g3'].includes(generation) && plan.chatHtml !== 'none')
    yield measured('chat.html', () => chatHtml(plan, index, assets));
  const side = (path: string, value: unknown): MadeFile => measured(path, () => [Buffer.from(jsonText(value, plan))]);
  yield side('user.json', {
    id: CANARIES[2],
    email: CANARIES[0],
    chatgpt_plus_user: true,
    birth_year: 1980,
    phone_number: CANARIES[1],
  });
  yield side('message_feedback.json', [
    {
      id: 'f-1',
      conversation_id: 'none',
      user_id: CANARIES[2],
      rating: 'thumbs_up',
      create_time: '2025-01-01T00:00:00Z',
      workspace_id: null,
      content: '{}',
    },
  ]);
  yield side('shared_conversations.json', shared);
  yield side('group_chats.json', { chats: [] });
  if (isSharded) yield side('sectioned_conversations.json', []);
  if (hasLibrary(plan)) {
    yield side('user_settings.json', [{ user_id: CANARIES[2], announcements: {}, beta_settings: {}, settings: {} }]);
    yield side(
      'conversation_asset_file_names.json',
      Object.fromEntries(
        assets.map(({ asset, path }, at) => [
          path,
          at % 3 === 1 ? `dalle-generations/${diceOf(asset.id).uuid()}.webp` : asset.name,
        ]),
      ),
    );
    yield side(
      'library_files.json',
      assets.filter((_one, at) => at % 2 === 0).map((one) => libraryFile(one, plan)),
    );
    yield side('sites/export_manifest.json', { artifacts: [], omissions: [], requested_at: '2026-08-01T10:00:00Z' });
  }
  if (generation === 'g1' || generation === 'g2') return;
  // Its own line and that of the other manifest are known to be wrong in real exports.
  const listed = sizes.map((one) =>
    one.path === 'sites/export_manifest.json' ? { ...one, size_bytes: one.size_bytes + 3 } : one,
  );
  // The newest has an entry for each file, those of conversations too.
  const isEach = generation === 'g6';
  const logical = Object.fromEntries(
    sizes
      .filter(({ path }) => isEach || (path.endsWith('.json') && !shards.includes(path)))
      .map(({ path }) => [path, { files: [path], sharded: false }]),
  );
  yield side('export_manifest.json', {
    version: 1,
    manifest_file: 'export_manifest.json',
    export_files: [...listed, { path: 'export_manifest.json', size_bytes: 0 }],
    logical_files: { ...(isEach ? {} : { 'conversations.json': { files: shards, sharded: true } }), ...logical },
  });
}

/** One value as the export writes it. */
export function jsonText(value: unknown, plan: Pick<Plan, 'generation' | 'style' | 'escapes'>): string {
  const style = styleOf(plan);
  const text =
    style === 'spaced'
      ? spaced(value)
      : style === 'indented'
        ? JSON.stringify(sorted(value), undefined, 2)
        : JSON.stringify(value);
  return plan.escapes === false
    ? text
    : text.replaceAll(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function styleOf({ style, generation }: Pick<Plan, 'generation' | 'style'>): Style {
  return (
    style ?? (generation === 'g6' ? 'indented' : generation === 'g4' || generation === 'g5' ? 'compact' : 'spaced')
  );
}

/** What stands before the first element of a list, between two, and behind the last one. */
const BRACKETS: Readonly<Record<Style, readonly [begin: string, next: string, end: string]>> = {
  spaced: ['', ', ', ''],
  compact: ['', ',', ''],
  indented: ['\n  ', ',\n  ', '\n'],
};

/** One element as it stands in a list. */
export function deeper(text: string, plan: Pick<Plan, 'generation' | 'style'>): string {
  return styleOf(plan) === 'indented' ? text.replaceAll('\n', '\n  ') : text;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

/** Assets as `.dat` and the files that tell of them, since late May 2026. */
function hasLibrary({ generation }: Pick<Plan, 'generation'>): boolean {
  return generation === 'g4' || isReduced(generation);
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`)
    .join(', ')}}`;
}

function* chatHtml(
  plan: Plan,
  count: number,
  assets: readonly { readonly asset: TrueAsset; readonly path: string }[],
): Iterable<Buffer> {
  yield Buffer.from(
    '<html><head><title>ChatGPT Data Export</title></head><body><div id="root"></div><script>\nvar jsonData = [',
  );
  for (let index = 0; index < count; index += 1)
    yield Buffer.from(
      `${index === 0 ? '' : ', '}${jsonText(conversationOf({ ...plan, index }).value, plan).replaceAll('</', '<\\/')}`,
    );
  const pointers = Object.fromEntries(
    assets.map(({ asset, path }) => [
      `${asset.id.startsWith('file_') ? 'sediment' : 'file-service'}://${asset.id}`,
      path,
    ]),
  );
  yield Buffer.from(`];\nvar assetsJson = ${jsonText(pointers, plan)};\n</script></body></html>`);
}

function assetPath({ id, name }: TrueAsset, conversation: string, plan: Plan): string {
  const { seed } = plan;
  if (hasLibrary(plan)) return `${id}.dat`;
  if (name.endsWith('.wav')) return `${conversation}/audio/${id}.wav`;
  const dice = diceOf(seed, id);
  if (/^[0-9a-f-]{36}\.png$/.test(name))
    return id.startsWith('file_')
      ? `user-${dice.hex(24)}/${id}-${dice.uuid()}.png`
      : `dalle-generations/${id}-${dice.uuid()}.webp`;
  return id.startsWith('file_') ? `${id}-sanitized.${name.slice(-3)}` : `${id}-${name}`;
}

/** The newest state no digest. */
function libraryFile(
  { asset, path }: { readonly asset: TrueAsset; readonly path: string },
  { generation }: Plan,
): object {
  const bytes = assetBytes(asset);
  return {
    id: { id: `lib_${asset.id}`, kind: 'file' },
    file_id: path.replace(/\.dat$/, ''),
    file_name: asset.name,
    normalized_name: asset.name.toLowerCase(),
    file_extension: asset.name.slice(-3),
    mime_type: 'image/png',
    file_size_bytes: bytes.length,
    sha256_digest: generation === 'g6' ? null : createHash('sha256').update(bytes).digest('hex'),
    client_sha256_digest: null,
    state: 'ready',
    library_file_category: 'image',
    created_at: '2026-01-01T00:00:00Z',
    trashed_at: null,
    deleted_at: null,
    is_project: false,
    gizmo_id: null,
  };
}
