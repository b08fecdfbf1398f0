// The files of a made-up export, one after the other and piece by piece, so that one of any size is made in little memory.
import { assetBytes } from './asset-bytes';
import { conversationOf } from './conversation';
import { diceOf } from './dice';
import { BRACKETS, deeper, jsonText, styleOf } from './json-form';
import { hasLibrary } from './plan';
import type { Plan } from './plan';
import { assetPath, chatHtml, libraryFile } from './side-files';
import type { PlacedAsset } from './side-files';
import type { TrueConversation } from './truth';

/** `chunks` is to be read to its end before the next file is asked for. */
export type MadeFile = { readonly path: string; chunks(): Iterable<Buffer> };

/** Private things that no report and no saved file may ever show. */
export const CANARIES = ['ana.canary@example.com', '+33600000000', 'user-CanaryCanaryCanaryCanary'] as const;

/** The files in the order of a real export. */
export function* filesOf(plan: Plan): Generator<MadeFile> {
  const { generation, seed, conversations, size, perShard = 100 } = plan;
  const sizes: { path: string; size_bytes: number }[] = [];
  const shards: string[] = [];
  const assets: PlacedAsset[] = [];
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
