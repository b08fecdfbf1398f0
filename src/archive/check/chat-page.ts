// Compares the conversations that `chat.html` repeats with those in the export's own lists.
import type { BytesPort } from '../../host/bytes';
import { chatsScanner } from '../conversation/chat-html';
import type { ExportFile } from '../container/export';
import type { Fault } from '../container/faults';
import type { Titled } from './findings';
import { idTable } from '../conversation/id-table';
import type { ChunkSink } from '../json/json-array-reader';
import type { Limits } from '../container/limits';
import { saysAnything } from '../conversation/outline';
import type { Outline } from '../conversation/outline';

/** Counts of different conversations, by where they stand. */
export type PageCounts = {
  /** In the page and in the lists, with as many messages. */
  readonly same: number;
  readonly onlyInPage: number;
  readonly onlyInLists: number;
  /** In both, with another number of messages. */
  readonly different: number;
};

export type PageComparison = {
  readonly counts: PageCounts | undefined;
  readonly faults: readonly Fault[];
  /** Some of those that one of the two lacks. */ readonly missing: readonly Titled[];
};

const MOST_IDS = 2_000_000;
const MOST_TITLES = 2_000_000;
const MOST_MISSING = 20;

/** `add` takes each conversation of the lists, before or after the page is read. An export without a page has no counts and no faults. */
export function pageComparison(
  files: readonly ExportFile[],
  limits: Limits,
  port: BytesPort,
): { begin(file: ExportFile): ChunkSink | undefined; add(outline: Outline): void; result(): PageComparison } {
  /** The parts of the portal may have one each. */
  const found = files.filter(isPage);
  const ids = idTable(MOST_IDS);
  const lists = side();
  const pages = side();
  const titles = new Map<number, Titled>();
  let titled = 0;
  let read = 0;
  let hasList = false;

  const put = (into: ReturnType<typeof side>, outline: Outline): void => {
    const { id, title, created, updated, messages } = outline;
    const number = id === undefined ? undefined : ids.put(id);
    // Those without an id are told apart by nothing: only their number can be compared.
    if (number === undefined) into.nameless += 1;
    else {
      into.put(number, updated ?? 0, messages.shown + messages.behind + messages.drafts);
      const on = created ?? updated;
      if (on === undefined || titles.has(number) || titled > MOST_TITLES) return;
      titled += (title?.length ?? 0) + 1;
      titles.set(number, { title, on });
    }
  };

  return {
    begin(file) {
      if (!found.includes(file)) return undefined;
      const onOutline = (outline: Outline): void => {
        if (saysAnything(outline)) put(pages, outline);
      };
      return chatsScanner(
        limits.conversation,
        onOutline,
        (isListed) => {
          read += 1;
          hasList ||= isListed;
        },
        port,
      );
    },
    add(outline) {
      if (found.length > 0) put(lists, outline);
    },
    result() {
      const [page] = found;
      if (page === undefined || !hasList || read < found.length) return { counts: undefined, faults: [], missing: [] };
      const counts = {
        same: 0,
        onlyInPage: Math.max(0, pages.nameless - lists.nameless),
        onlyInLists: Math.max(0, lists.nameless - pages.nameless),
        different: 0,
      };
      const missing: Titled[] = [];
      for (let number = 0; number < ids.count(); number += 1) {
        const [own, other] = [lists.messages(number), pages.messages(number)];
        if (own === other) counts.same += 1;
        else if (own === undefined) counts.onlyInPage += 1;
        else if (other === undefined) counts.onlyInLists += 1;
        else counts.different += 1;
        const titledOne = own === undefined || other === undefined ? titles.get(number) : undefined;
        if (titledOne !== undefined && missing.length < MOST_MISSING) missing.push(titledOne);
      }
      counts.same += Math.min(pages.nameless, lists.nameless);
      const fault = (kind: 'only-in-page' | 'not-in-page' | 'page-differs', count: number): readonly Fault[] =>
        count > 0 ? [{ kind, file: page.path, count }] : [];
      return {
        counts,
        faults: [
          ...fault('only-in-page', counts.onlyInPage),
          ...fault('not-in-page', counts.onlyInLists),
          ...fault('page-differs', counts.different),
        ],
        missing,
      };
    },
  };
}

/** That of the export itself: a page that a person attached has another name, or lies in a folder. */
function isPage({ path }: ExportFile): boolean {
  return path === 'chat.html';
}

/** Messages of each conversation by its number: of several with one id those of the latest, as everywhere. */
function side() {
  let times = new Float64Array(256).fill(Number.NaN);
  let counts = new Uint32Array(256);
  return {
    nameless: 0,
    put(number: number, updated: number, messages: number): void {
      if (number >= times.length) {
        const wider = new Float64Array(Math.max(number + 1, times.length * 2)).fill(Number.NaN);
        wider.set(times);
        const more = new Uint32Array(wider.length);
        more.set(counts);
        [times, counts] = [wider, more];
      }
      const known = times[number] ?? Number.NaN;
      if (!Number.isNaN(known) && updated <= known) return;
      times[number] = updated;
      counts[number] = messages;
    },
    messages: (number: number): number | undefined =>
      Number.isNaN(times[number] ?? Number.NaN) ? undefined : counts[number],
  };
}
