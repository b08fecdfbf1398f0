// The Session of the page: what the walk asks for beside a prompter, as a browser can give it.
import type { CivilDate } from '../journey/dates';
import { civilDateOf } from '../journey/dates';
import { journeyFor } from '../journey/journey';
import { timelineOf } from '../journey/timeline';
import { qrModules } from '../render/qr';
import { calendarDays } from '../view/calendar-view';
import { oneLine } from '../view/document';
import type { Translator } from '../view/translator';
import type { CheckedExport, Session } from '../walk/session';
import type { Covered } from './cover/cover';
import { calendarText } from './calendar-text';
import type { PagePrompter } from './ask/prompter';
import { copyText, download, now, openTab } from './machine/browser';
import { pageBytes } from './machine/bytes';
import type { State } from './state';

export type Speaking = { readonly page: Translator; readonly paper: Translator };

/** What is shown in place of a question. */
type Work = {
  /** Reads an export, and shows meanwhile how far it is. */
  readonly check: (file: File) => Promise<CheckedExport>;
  readonly cover: (file: File) => Promise<Covered>;
};

/** What of the page is the walk's. */
export function pageSession(
  state: State,
  prompter: PagePrompter,
  { page: translator, paper }: Speaking,
  { check, cover }: Work,
): Session {
  const { guide } = translator.catalogue;
  return {
    host: {
      files: state.picked.files,
      bytes: async () => pageBytes,
      // How files are named is the same everywhere: by what this page calls them.
      platform: 'linux',
      now,
      openPage: async (url) => openTab(url),
      showFile: async () => 'not-here',
      newestScreenshot: async () => undefined,
      hiddenFolder: async () => undefined,
    },
    prompter,
    translator,
    guide,
    pictures: {
      kinds: ['png', 'jpeg', 'webp', 'heic', 'gif'],
      async turn(_session, _step, path) {
        const file = state.picked.file(path);
        const covered = file === undefined ? 'done' : await cover(file);
        if (covered === 'another') return { kind: 'another' };
        if (covered !== 'done') prompter.say(oneLine(translator, covered.why, 'quiet'));
        return { kind: 'keep', path };
      },
    },
    exports: {
      find: async () => [],
      async check(path) {
        const file = state.picked.file(path);
        if (file === undefined)
          return { ok: false, why: translator.say(translator.ui.errors.export_missing, { file: path }) };
        return check(file);
      },
      // A page has no folder to write into.
      writes: [],
      write: async () => ({ kind: 'failed', why: '' }),
    },
    addresses: { copy: copyText, code: async (url) => qrModules(url) },
    async calendar(record) {
      const today = civilDateOf(now());
      const days = calendarDays(paper, timelineOf(record, journeyFor(record.profile, guide, today), today), record);
      if (days.length === 0) return undefined;
      const name = `quitgpt-calendar-${today}.ics`;
      download(
        name,
        calendarText(days, { name: paper.say(paper.ui.calendar.name), stamp: now(), lang: paper.lang }),
        'text/calendar',
      );
      return name;
    },
    get today(): CivilDate {
      return civilDateOf(now());
    },
    opensPages: true,
    takesDefaults: false,
    keptIn: undefined,
    keep: async (record) => state.keep(record),
    catchUp: async (record) => state.catchUp(record),
    isKept: () => true,
  };
}
