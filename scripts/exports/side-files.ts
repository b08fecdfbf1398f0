// Files beside the conversations that tell of them: `chat.html`, the paths of assets, and their entries in the library.
import { createHash } from 'node:crypto';
import { assetBytes } from './asset-bytes';
import { conversationOf } from './conversation';
import { diceOf } from './dice';
import { jsonText } from './json-form';
import { hasLibrary } from './plan';
import type { Plan } from './plan';
import type { TrueAsset } from './truth';

/** An asset that is shipped, and where it lies in the export. */
export type PlacedAsset = { readonly asset: TrueAsset; readonly path: string };

/** The page with the first `count` conversations once more, piece by piece. */
export function* chatHtml(plan: Plan, count: number, assets: readonly PlacedAsset[]): Iterable<Buffer> {
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

/** Where an asset of the conversation with this id lies. */
export function assetPath({ id, name }: TrueAsset, conversation: string, plan: Plan): string {
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

/** An entry of `library_files.json`. The newest exports state no digest. */
export function libraryFile({ asset, path }: PlacedAsset, { generation }: Plan): object {
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
