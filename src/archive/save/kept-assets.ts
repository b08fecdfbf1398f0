// Pictures, recordings and uploads of an export on their way into the save: which are wanted, and what they are called there.
import { assetType, idOfFile, shippedAssets } from '../conversation/assets';
import type { ExportFile, OpenedExport } from '../container/export';
import { BadFile } from '../container/export';
import type { Doubt, Fault } from '../container/faults';
import type { SideFiles } from '../conversation/side-files';
import { endingFor, withoutEnding } from './names';
import type { FileNames } from './names';
import type { OutputFolder } from './output-folder';

export interface KeptAssets {
  /** Copies these into the save, each once; what the export does not have counts as missing. */
  want(ids: Iterable<string>): Promise<void>;
  /** Copies every one, those as well that no conversation asks for, in the order of the export. */
  wantAll(isStopped: () => boolean): Promise<void>;
  /** Where an asset stands in the save; `undefined` when it is not in the export or could not be read. */
  pathOf(id: string): string | undefined;
  /** How many were copied. */
  count(): number;
  /** Wanted, and not in the export. */
  readonly missing: ReadonlySet<string>;
  /** Sizes of all together, in bytes. */
  readonly bytes: number;
}

export type KeptAssetsOptions = {
  readonly opened: Pick<OpenedExport, 'files' | 'chunks' | 'whole'>;
  readonly side: Pick<SideFiles, 'names'>;
  readonly names: FileNames;
  readonly output: OutputFolder;
  /** What a file without a name is called. */
  readonly untitled: string;
  readonly report: (wrong: Fault | Doubt) => void;
  readonly onChunk: (bytes: number) => void;
};

export function keptAssets({ opened, names, side, output, untitled, report, onChunk }: KeptAssetsOptions): KeptAssets {
  const shipped = shippedAssets(opened.files, side.names);
  const all = [...new Set([...shipped.files, ...opened.files.filter(isForeign)])];
  /** The ending each has in the save, `undefined` for what could not be read: there may be tens of thousands, and the rest of a path can be made again. */
  const copied = new Map<ExportFile, string | undefined>();
  const missing = new Set<string>();

  /** One string for each ending. */
  const endings = new Map<string, string>();
  const pathWith = (id: string, ending: string): string =>
    `files/${names.fileName({ id, title: withoutEnding(shipped.nameOf(id) ?? '') || untitled, ending })}`;

  const copy = async (file: ExportFile, id: string): Promise<void> => {
    if (copied.has(file)) return;
    copied.set(file, undefined);
    let ending = '';
    const placeOf = (first: Uint8Array): string => {
      ending = endingFor(assetType(first), shipped.nameOf(id) ?? file.name);
      return pathWith(id, ending);
    };
    try {
      const whole = opened.whole(file);
      if (whole === undefined)
        await output.putStream(`a:${id}`, placeOf, file.bytes, heard(opened.chunks(file), onChunk));
      else {
        onChunk(whole.length);
        await output.put(`a:${id}`, { path: placeOf(whole.subarray(0, 64)) }, whole);
      }
      copied.set(file, endings.get(ending) ?? ending);
      endings.set(ending, endings.get(ending) ?? ending);
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
      report(error.wrong);
    }
  };

  return {
    missing,
    count: () => [...copied.values()].filter((ending) => ending !== undefined).length,
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    pathOf(id) {
      const file = shipped.find(id);
      const ending = file === undefined ? undefined : copied.get(file);
      return file === undefined || ending === undefined ? undefined : pathWith(idOfFile(file) ?? id, ending);
    },
    async want(ids) {
      for (const id of ids) {
        const file = shipped.find(id);
        if (file === undefined) missing.add(id);
        else await copy(file, idOfFile(file) ?? id);
      }
    },
    async wantAll(isStopped) {
      const wanted = new Set(all);
      for (const file of opened.files)
        if (wanted.has(file) && !isStopped()) await copy(file, idOfFile(file) ?? file.path);
    },
  };
}

/** A file that nobody knows as an asset and that is none of the export's own: somebody put it there. */
function isForeign({ name, path }: ExportFile): boolean {
  return !/\.(?:json|html?|csv)$/i.test(name) && !path.startsWith('sites/');
}

async function* heard(chunks: AsyncIterable<Uint8Array>, onChunk: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onChunk(chunk.length);
    yield chunk;
  }
}
