// An export that is open already: files by name, without a container around them.
import { BadFile } from '../../src/archive/container/export';
import type { ExportFile, OpenedExport } from '../../src/archive/container/export';
import type { Doubt, Fault } from '../../src/archive/container/faults';
import { nodeBytes } from '../../src/host/node-bytes';

export type OpenedSetting = {
  readonly kind?: OpenedExport['kind'];
  /** Found wrong at the end of these files. */
  readonly wrong?: Readonly<Record<string, Fault | Doubt | Error>>;
  /** Of the opening, and those that only the fingerprint finds. */
  readonly faults?: readonly Fault[];
  readonly late?: readonly Fault[];
  readonly doubts?: readonly Doubt[];
  readonly chunk?: number;
  readonly changed?: Date;
};

/** A value stands for its JSON. What was read, and in which order, is in `read`. */
export function anOpened(
  files: Readonly<Record<string, unknown>>,
  { kind = 'zip', wrong = {}, faults = [], late = [], doubts = [], chunk = 64, changed }: OpenedSetting = {},
): OpenedExport & { readonly read: readonly string[] } {
  const bodies = new Map<ExportFile, Uint8Array>();
  for (const [path, content] of Object.entries(files)) {
    const body =
      content instanceof Uint8Array
        ? content
        : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
    bodies.set({ path, name: path.slice(path.lastIndexOf('/') + 1), bytes: body.length, changed }, body);
  }
  const known = [...faults];
  const read: string[] = [];
  return {
    kind,
    port: nodeBytes,
    bytes: 1000,
    files: [...bodies.keys()],
    faults: known,
    doubts,
    read,
    whole: () => undefined,
    async *chunks(file) {
      const body = bodies.get(file) ?? new Uint8Array();
      read.push(file.path);
      for (let at = 0; at < body.length; at += chunk) yield body.slice(at, at + chunk);
      const error = wrong[file.path];
      if (error instanceof Error) throw error;
      if (error !== undefined) throw new BadFile(error);
    },
    async fingerprint() {
      known.push(...late);
      return kind === 'folder' ? undefined : 'f'.repeat(64);
    },
    async close() {},
  };
}
