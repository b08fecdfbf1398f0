// The Privacy Portal's delivery: ZIPs inside a ZIP or a folder, read in place and seen as one export.
import type { BytesPort } from '../../host/bytes';
import type { OpenFile } from '../../host/host';
import type { Doubt, Fault } from './faults';
import { nameOf, rootOf } from './raw-entries';
import type { RawEntry } from './raw-entries';
import type { Limits } from './limits';
import { windowed } from './hashing-reader';
import { beginsAsZip, zipContainer } from './zip-source';

/** One ZIP inside: what it holds, and where its export begins in it. */
export type Inner = {
  readonly entries: readonly RawEntry[];
  readonly root: string;
  readonly others: readonly string[];
};
export type Portal = {
  readonly inner: readonly Inner[];
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
  close(): Promise<void>;
};

/** `undefined` when none of the ZIPs has anything of an export. ZIPs inside these are plain files. */
export async function portalOf(
  entries: readonly RawEntry[],
  limits: Limits,
  port: BytesPort,
): Promise<Portal | undefined> {
  const inner: Inner[] = [];
  const faults: Fault[] = [];
  const doubts: Doubt[] = [];
  const open: OpenFile[] = [];
  let left = limits.files;
  for (const zip of entries) {
    if (!/\.zip$/i.test(zip.path)) continue;
    const file = await zip.inPlace();
    if (file === 'packed') doubts.push({ kind: 'packed-twice', file: zip.path });
    else if (file === undefined) faults.push({ kind: 'unreadable', file: zip.path });
    else {
      open.push(file);
      const container = await zipContainer(windowed(file), { ...limits, files: left }, port).catch(() => undefined);
      const isPart =
        /^(?:conversations|files)__/i.test(nameOf(zip.path)) &&
        (container === undefined || container.hasEnd || (await beginsAsZip(file).catch(() => true)));
      const place = rootOf(container?.entries ?? []);
      if (container === undefined) faults.push({ kind: 'unreadable', file: zip.path });
      else if (
        isPart ||
        place !== undefined ||
        container.entries.some(({ path }) => /^file[-_][A-Za-z0-9]/.test(nameOf(path)))
      ) {
        left -= container.entries.length;
        inner.push({ entries: container.entries, root: place?.root ?? '', others: place?.others ?? [] });
        faults.push(...container.faults);
        doubts.push(...container.doubts);
      }
    }
  }
  const close = async (): Promise<void> => {
    for (const file of open) await file.close().catch(() => undefined);
  };
  if (inner.length > 0 || doubts.length > 0) return { inner, faults, doubts, close };
  await close();
  return undefined;
}
