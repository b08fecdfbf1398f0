// A save from a ZIP to its files: everything there, nothing twice, damage said, earlier saves brought up to date.
import { describe, expect, it } from 'vitest';
import {
  MANY,
  bytesIn,
  jsonIn,
  shardPath,
  smallExport,
  withBytes,
  withJson,
  without,
  type Small,
} from '../../../scripts/exports/edit';
import { GENERATIONS } from '../../../scripts/exports/generation';
import { CANARIES } from '../../../scripts/exports/layout';
import { rawZip } from '../../../scripts/exports/raw-zip';
import { countsOf, tokensIn } from '../../../scripts/exports/truth';
import { openExport } from '../../../src/archive/container/open-export';
import { EVERYTHING, type Filter } from '../../../src/archive/save/filter';
import { saveExport, type Saved, type SaveOutcome, type SaveWishes } from '../../../src/archive/save/save';
import { aHost, errno, type FakeHost, type Setting } from '../../support/fake-host';
import { words } from './conversations';

const TO = '/home/ana/chats';
const english = await words();
const many = smallExport(MANY);
const zipOf = (small: Pick<Small, 'entries'>): Uint8Array => rawZip(small.entries);

async function saving(
  host: FakeHost,
  wishes: Partial<SaveWishes> = {},
  isStopped: () => boolean = () => false,
): Promise<SaveOutcome> {
  const opening = await openExport('/home/ana/x.zip', host);
  if (!opening.ok) throw new Error(opening.problem);
  try {
    return await saveExport(
      opening.opened,
      { to: TO, format: 'markdown', extent: { drafts: false, all: false }, filter: EVERYTHING, ...wishes },
      host,
      { words: english, isStopped },
    );
  } finally {
    await opening.opened.close();
  }
}

async function saved(host: FakeHost, wishes: Partial<SaveWishes> = {}): Promise<Saved> {
  const outcome = await saving(host, wishes);
  if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.saved;
}

const hostWith = (zip: Uint8Array, setting: Setting = {}): FakeHost =>
  aHost('', { ...setting, files: { '/home/ana/x.zip': zip, ...setting.files } });
/** A machine that goes on with what another one left on its disk. */
const after = (host: FakeHost, zip?: Uint8Array): FakeHost =>
  aHost('', { files: { ...host.disk(), ...(zip === undefined ? {} : { '/home/ana/x.zip': zip }) } });
/** The files of the save as text, by their path inside. */
function filesOf(host: FakeHost, folder = TO): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(host.disk()).flatMap(([path, thing]) =>
      path.startsWith(`${folder}/`) && (typeof thing === 'string' || thing instanceof Uint8Array)
        ? [[path.slice(folder.length + 1), Buffer.from(thing as string).toString()]]
        : [],
    ),
  );
}
const chatsIn = (files: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(files).filter((path) => path.startsWith('conversations/'));

/** The one file of a small save in a form for programs. */
const CHAT_FILE: Readonly<Partial<Record<SaveWishes['format'], string>>> = {
  jsonl: 'conversations.jsonl',
  'open-webui': 'open-webui-001.json',
  claude: 'conversations.json',
};

/** Claude’s form has each text twice, as Claude’s own export does: this is one of them. */
function textsIn(claude: string): string {
  return (JSON.parse(claude) as readonly { chat_messages: readonly { text: string }[] }[])
    .flatMap(({ chat_messages: messages }) => messages.map(({ text }) => text))
    .join('\n');
}

/** The tokens of all messages of these sorts; pictures and empty ones stand nowhere. */
function tokensOf({ truth }: Pick<Small, 'truth'>, ...sorts: readonly string[]): readonly string[] {
  return truth
    .flatMap(({ messages }) =>
      messages.flatMap(({ sort, kind, token }) =>
        sorts.includes(sort) && kind !== 'empty' && kind !== 'picture' ? [token] : [],
      ),
    )
    .sort();
}

describe.each(GENERATIONS)('an export of generation %s', (generation) => {
  const small = smallExport({ ...MANY, generation, chatHtml: generation === 'g1' ? 'full' : 'none' });
  it.each(['markdown', 'html', 'jsonl', 'open-webui', 'claude'] as const)(
    'is saved as %s with every message the person saw, once, and no draft',
    async (format) => {
      const host = hostWith(zipOf(small));
      const counts = countsOf(small.truth);
      expect(await saved(host, { format })).toMatchObject({
        conversations: counts.conversations,
        messages: counts.shown,
        finished: true,
        unparsed: 0,
        faults: [],
      });
      const files = filesOf(host);
      const all = Object.entries(files)
        .filter(([path]) =>
          (format === 'markdown' ? /^(?:conversations|documents)/ : /^(?:conversations|open-webui)/).test(path),
        )
        // Claude's form has each text twice, as Claude's own export does.
        .map(([path, content]) => (path === CHAT_FILE.claude ? textsIn(content) : content))
        .join('\n');
      const found = tokensIn(all);
      const wanted = tokensOf(small, 'shown');
      expect(wanted.filter((token) => !found.includes(token))).toEqual([]);
      const drafts = new Set(tokensOf(small, 'draft', 'aside'));
      expect(found.filter((token) => drafts.has(token))).toEqual([]);
      const shown = new Set(wanted);
      const twice = found.filter((token, index) => shown.has(token) && found.indexOf(token) !== index);
      expect(twice).toEqual([]);
      for (const canary of CANARIES) expect(JSON.stringify(files)).not.toContain(canary);
    },
  );
  it('has the drafts with --drafts and the rest with --all', async () => {
    const host = hostWith(zipOf(small));
    await saved(host, { extent: { drafts: true, all: true } });
    const found = new Set(tokensIn(Object.values(filesOf(host)).join('\n')));
    expect(tokensOf(small, 'shown', 'behind', 'draft').filter((token) => !found.has(token))).toEqual([]);
  });
});

describe('a folder of a save', () => {
  it('has every picture and file of the export under a name of its own, and links that lead to them', async () => {
    const host = hostWith(zipOf(many));
    const { files } = await saved(host);
    const all = filesOf(host);
    const shipped = many.entries.filter(({ path }) => path.endsWith('.dat')).length;
    expect(files).toBe(shipped);
    const links = Object.entries(all).flatMap(([path, content]) =>
      path.endsWith('.md')
        ? [...content.matchAll(/\]\((\.\.\/)?((?:files|documents|conversations)\/[^)]+)\)/g)].map(([, , link = '']) =>
            decodeURIComponent(link),
          )
        : [],
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => all[link] === undefined)).toEqual([]);
  });
  it('has nothing but whole files of known kinds, and none of the private ones', async () => {
    const host = hostWith(zipOf(many));
    await saved(host);
    expect(
      Object.keys(filesOf(host)).filter(
        (path) =>
          !/^(?:(?:conversations|files|documents)\/[^/]+|README\.md|custom-instructions\.md|memory\.md|shared-links\.md|\.quitgpt-save\.jsonl)$/.test(
            path,
          ),
      ),
    ).toEqual([]);
    expect(Object.keys(host.disk()).filter((path) => path.includes('.partial'))).toEqual([]);
  });
  it('lists the public links with their addresses', async () => {
    const host = hostWith(zipOf(many));
    const { sharedLinks } = await saved(host);
    expect(sharedLinks).toBeGreaterThan(0);
    expect(
      filesOf(host)['shared-links.md']?.match(/^- \[ \] .*<https:\/\/chatgpt\.com\/share\/[\w-]+>$/gm),
    ).toHaveLength(sharedLinks);
  });
  it('is the same, byte for byte, whenever it is made', async () => {
    const [one, other] = [hostWith(zipOf(many)), hostWith(zipOf(many))];
    await saved(one);
    await saved(other);
    expect(filesOf(other)).toEqual(filesOf(one));
  });
});

describe('a second save into the same folder', () => {
  it.each(['markdown', 'html', 'jsonl', 'open-webui', 'claude'] as const)(
    'of the same export as %s changes nothing',
    async (format) => {
      const first = hostWith(zipOf(many));
      await saved(first, { format });
      const second = after(first);
      const { written } = await saved(second, { format });
      expect(written).toBe(0);
      expect(filesOf(second)).toEqual(filesOf(first));
    },
  );
  /** The export with other words in the first conversation. */
  const renamed = (title: string): Small => {
    const list = jsonIn(many, shardPath(0)) as Record<string, unknown>[];
    return withJson(
      many,
      shardPath(0),
      list.map((one, index) => (index === 0 ? { ...one, title } : one)),
    );
  };
  it('replaces what changed and leaves no double under an old title', async () => {
    const first = hostWith(zipOf(many));
    await saved(first);
    const second = after(first, zipOf(renamed('A new title')));
    const { written, edited } = await saved(second);
    expect(edited).toEqual([]);
    expect(written).toBe(2);
    expect(chatsIn(filesOf(second))).toHaveLength(chatsIn(filesOf(first)).length);
    expect(chatsIn(filesOf(second)).filter((path) => path.includes('A new title'))).toHaveLength(1);
  });
  it('leaves what a person wrote into a file, and says so', async () => {
    const first = hostWith(zipOf(many));
    await saved(first);
    const id = String((jsonIn(many, shardPath(0)) as Record<string, unknown>[])[0]?.['id']);
    const [path = '', content = ''] =
      Object.entries(filesOf(first)).find(([, one]) => one.includes(`id: "${id}"`)) ?? [];
    const own = aHost('', {
      files: {
        ...first.disk(),
        [`${TO}/${path}`]: `${content}\nMy own note.\n`,
        '/home/ana/x.zip': zipOf(renamed('Another title')),
      },
    });
    const { edited } = await saved(own);
    expect(edited).toEqual([path]);
    expect(filesOf(own)[path]).toContain('My own note.');
    const again = after(own);
    await saved(again);
    expect(filesOf(again)[path]).toContain('My own note.');
  });
  it.each(['markdown', 'jsonl', 'open-webui', 'claude'] as const)(
    'with a filter keeps what was saved before, as %s',
    async (format) => {
      const first = hostWith(zipOf(many));
      await saved(first, { format });
      const second = after(first);
      const title = many.truth.find((one) => typeof one.title === 'string' && one.title.length > 5)?.title ?? '';
      await saved(second, { format, filter: { ...EVERYTHING, title } });
      const [before, now] = [filesOf(first), filesOf(second)];
      const file = CHAT_FILE[format];
      if (file !== undefined) {
        const lines = (files: typeof now): readonly string[] =>
          (files[file] ?? '')
            .split('\n')
            .map((line) => line.replace(/,$/, ''))
            .sort();
        expect(lines(now)).toEqual(lines(before));
      } else expect(chatsIn(now)).toEqual(chatsIn(before));
    },
  );
  it('puts back a file that somebody removed', async () => {
    const first = hostWith(zipOf(many));
    await saved(first);
    const files = { ...first.disk() };
    const gone = `${TO}/${chatsIn(filesOf(first))[0] ?? ''}`;
    delete files[gone];
    const second = aHost('', { files });
    expect((await saved(second)).written).toBe(1);
    expect(filesOf(second)).toEqual(filesOf(first));
  });
  it('is refused where the first had another form', async () => {
    const first = hostWith(zipOf(many));
    await saved(first);
    expect(await saving(after(first), { format: 'html' })).toEqual({
      kind: 'refused',
      why: 'other-format',
      folder: TO,
      format: 'markdown',
    });
  });
});

describe('a folder that is not ours', () => {
  it('is not written to', async () => {
    const host = hostWith(zipOf(many), { files: { [`${TO}/thesis.doc`]: 'mine' } });
    expect(await saving(host)).toEqual({ kind: 'refused', why: 'in-use', folder: TO });
    expect(host.changes).toEqual([]);
  });
  it('is not removed when it stands where the files would first be written', async () => {
    const host = hostWith(zipOf(many), { files: { [`${TO}.partial/thesis.doc`]: 'mine' } });
    expect(await saving(host)).toEqual({ kind: 'refused', why: 'partial-in-use', folder: `${TO}.partial` });
    expect(host.changes).toEqual([]);
  });
  it('is not removed when a finished save was renamed to that place', async () => {
    const first = hostWith(zipOf(many));
    await saved(first);
    const files = Object.fromEntries(
      Object.entries(first.disk()).map(([path, thing]) => [path.replace(`${TO}/`, `${TO}.partial/`), thing]),
    );
    const host = aHost('', { files });
    expect(await saving(host)).toEqual({ kind: 'refused', why: 'partial-in-use', folder: `${TO}.partial` });
    expect(host.changes).toEqual([]);
  });
  it.each(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.directory', 'THUMBS.DB'])(
    'is filled when the system alone put something there: %s',
    async (name) => {
      const host = hostWith(zipOf(many), { files: { [`${TO}/${name}`]: 'of the system' } });
      expect((await saved(host)).finished).toBe(true);
    },
  );
  it('is filled when it is empty', async () => {
    const host = hostWith(zipOf(many), { files: { [TO]: { kind: 'directory' } } });
    expect((await saved(host)).finished).toBe(true);
  });
  it('is not trusted for a list that names files outside of it', async () => {
    const list = `${JSON.stringify({ quitgpt: 'save', schema: 1, format: 'markdown', finished: true })}\n${JSON.stringify(['c:x', '../../precious.txt', 'x'])}\n`;
    const host = hostWith(zipOf(many), { files: { [`${TO}/.quitgpt-save.jsonl`]: list, '/precious.txt': 'mine' } });
    expect(await saving(host)).toMatchObject({ kind: 'refused', why: 'in-use' });
  });
});

describe('what is wanted', () => {
  const filtered = async (filter: Partial<Filter>): Promise<SaveOutcome> =>
    saving(hostWith(zipOf(many)), { filter: { ...EVERYTHING, ...filter } });
  it('goes by the time between the first and the last message', async () => {
    const middle = many.truth.map(({ created }) => created).sort()[20] ?? 0;
    const outcome = await filtered({ since: middle });
    const wanted = many.truth.filter(({ created, updated }) => Math.max(created, updated) >= middle).length;
    expect(outcome).toMatchObject({
      kind: 'saved',
      saved: { conversations: wanted, filtered: many.truth.length - wanted },
    });
  });
  it('goes by a part of the title, whatever its accents and capitals', async () => {
    const small = withJson(
      many,
      shardPath(0),
      (jsonIn(many, shardPath(0)) as Record<string, unknown>[]).map((one, index) =>
        index === 0 ? { ...one, title: 'Un ÉTÉ à la mer' } : one,
      ),
    );
    expect(await saving(hostWith(zipOf(small)), { filter: { ...EVERYTHING, title: 'ete A' } })).toMatchObject({
      saved: { conversations: 1 },
    });
  });
  it('goes by the project, or by there being none', async () => {
    const project = many.truth.find((one) => one.project !== undefined)?.project;
    const inside = many.truth.filter((one) => one.project === project).length;
    const outside = many.truth.filter((one) => one.project === undefined).length;
    expect(await filtered({ project })).toMatchObject({ saved: { conversations: inside } });
    expect(await filtered({ project: 'none' })).toMatchObject({ saved: { conversations: outside } });
  });
  it('and is not there leaves nothing behind', async () => {
    const host = hostWith(zipOf(many));
    expect(await saving(host, { filter: { ...EVERYTHING, title: 'no such title' } })).toMatchObject({
      kind: 'nothing',
      filtered: many.truth.length,
    });
    expect(filesOf(host)).toEqual({});
    expect(filesOf(host, `${TO}.partial`)).toEqual({});
  });
});

describe('copies of one conversation', () => {
  const doubled = (later: number): Small => {
    const [first] = jsonIn(many, shardPath(0)) as Record<string, unknown>[];
    const rest = jsonIn(many, shardPath(1)) as Record<string, unknown>[];
    return withJson(many, shardPath(1), [
      ...rest,
      { ...first, title: 'The copy', update_time: Number(first?.['update_time']) + later },
    ]);
  };
  it.each(['markdown', 'jsonl', 'open-webui', 'claude'] as const)(
    'are saved once as %s, the one that changed last',
    async (format) => {
      for (const [later, isCopy] of [
        [10, true],
        [-10, false],
      ] as const) {
        const host = hostWith(zipOf(doubled(later)));
        expect(await saved(host, { format })).toMatchObject({ conversations: many.truth.length, copies: 1 });
        const files = filesOf(host);
        const file = CHAT_FILE[format];
        const text = file === undefined ? chatsIn(files).join('\n') : (files[file] ?? '');
        expect(text.includes('The copy')).toBe(isCopy);
        if (file !== undefined)
          expect(text.split('\n').filter((line) => line.startsWith('{'))).toHaveLength(many.truth.length);
        else expect(chatsIn(files)).toHaveLength(many.truth.length);
      }
    },
  );
});

describe('a damaged export', () => {
  it('is saved as far as it can be read, and what could not be is told', async () => {
    const path = shardPath(1);
    const bytes = bytesIn(many, path);
    const cut = withBytes(many, path, bytes.subarray(0, Math.floor(bytes.length / 2)));
    const host = hostWith(zipOf(cut));
    const { conversations, faults } = await saved(host);
    expect(conversations).toBeGreaterThan(30);
    expect(conversations).toBeLessThan(40);
    expect(faults).toContainEqual({ kind: 'json-cut', file: path });
    expect(filesOf(host)['README.md']).toContain('The export was damaged');
  });
  it('without a listed file of conversations is told to be one', async () => {
    expect((await saved(hostWith(zipOf(without(many, shardPath(2)))))).faults).toContainEqual({
      kind: 'missing',
      file: shardPath(2),
      shard: true,
    });
  });
});

describe('a save that is stopped', () => {
  it('leaves whole files beside, and the next one starts afresh', async () => {
    const host = hostWith(zipOf(many));
    let asked = 0;
    const outcome = await saving(host, {}, () => (asked += 1) > 60);
    expect(outcome).toMatchObject({ kind: 'saved', saved: { finished: false, folder: `${TO}.partial` } });
    const left = filesOf(host, `${TO}.partial`);
    const next = after(host);
    await saved(next);
    const whole = filesOf(next);
    expect(Object.keys(left).length).toBeGreaterThan(5);
    for (const [path, content] of Object.entries(left))
      if (path !== '.quitgpt-save.jsonl') expect(content).toBe(whole[path]);
    expect(filesOf(next, `${TO}.partial`)).toEqual({});
  });
  it('over an earlier one leaves a folder that the next one knows', async () => {
    const first = hostWith(zipOf(many));
    await saved(first);
    const second = after(first);
    let asked = 0;
    await saving(second, { extent: { drafts: true, all: true } }, () => (asked += 1) > 60);
    const third = after(second);
    expect((await saved(third)).edited).toEqual([]);
    expect(filesOf(third)).toEqual(filesOf(first));
  });
  it.each(['ENOSPC', 'EACCES', 'EROFS'])('by the disk (%s) rejects with what the disk said', async (code) => {
    let writes = 0;
    const host = hostWith(zipOf(many), {
      fault: ({ name, path }) => {
        if (name === 'writeWhole' && (writes += 1) > 20) throw errno(code, path);
      },
    });
    await expect(saving(host)).rejects.toMatchObject({ code });
    expect(filesOf(host)).toEqual({});
  });
});
