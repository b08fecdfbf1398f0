// Looking for exports among the downloads: by what is in them, newest first, without reading what they hold.
import { expect, test } from 'vitest';
import { rawZip } from '../../../scripts/exports/raw-zip';
import { findExports } from '../../../src/archive/container/find-export';
import { aHost, HOME } from '../../support/fake-host';

const DOWNLOADS = `${HOME}/Downloads`;
const LARGE = { path: 'file-a.dat', bytes: Buffer.alloc(500_000, 'x'), stored: true };
const EXPORT = rawZip([LARGE, { path: 'conversations.json', bytes: Buffer.from('[]') }]);
const OTHER = rawZip([{ path: 'holiday.txt', bytes: Buffer.from('sun') }]);
const on = (day: number): Date => new Date(Date.UTC(2026, 10, day));

test('exports are known by their contents whatever they are called, and the newest comes first', async () => {
  const files = {
    [`${DOWNLOADS}/photos.zip`]: OTHER,
    [`${DOWNLOADS}/chatgpt-export.zip`]: OTHER,
    [`${DOWNLOADS}/old (1).ZIP`]: EXPORT,
    [`${DOWNLOADS}/new.zip`]: EXPORT,
    [`${DOWNLOADS}/cut.zip`]: EXPORT.subarray(0, 1000),
    [`${DOWNLOADS}/empty.zip`]: '',
    [`${DOWNLOADS}/no.zip.crdownload`]: EXPORT,
    [`${DOWNLOADS}/portal.zip`]: rawZip([
      { path: 'User Online Activity/Conversations__1.zip', bytes: EXPORT, stored: true },
    ]),
    [`${DOWNLOADS}/folder/conversations-000.json`]: '[]',
    [`${DOWNLOADS}/folder deeper/inside/conversations.json`]: '[]',
    [`${HOME}/elsewhere.zip`]: EXPORT,
  };
  const changedOn = {
    [`${DOWNLOADS}/old (1).ZIP`]: on(1),
    [`${DOWNLOADS}/new.zip`]: on(9),
    [`${DOWNLOADS}/portal.zip`]: on(5),
    [`${DOWNLOADS}/folder`]: on(3),
  };
  const host = aHost('', { files, changedOn });
  expect((await findExports(host)).map(({ name }) => name)).toEqual(['new.zip', 'portal.zip', 'folder', 'old (1).ZIP']);
  expect((await findExports(host))[0]).toEqual({
    path: `${DOWNLOADS}/new.zip`,
    name: 'new.zip',
    bytes: EXPORT.length,
    changed: on(9),
  });
});

test('at most thirty ZIPs are opened, the newest', async () => {
  const names = Array.from({ length: 45 }, (_, day) => `${DOWNLOADS}/${day}.zip`);
  const host = aHost('', {
    files: Object.fromEntries(names.map((path) => [path, EXPORT])),
    changedOn: Object.fromEntries(names.map((path, day) => [path, on(day - 60)])),
  });
  expect((await findExports(host)).map(({ name }) => name)).toEqual(
    Array.from({ length: 30 }, (_, day) => `${44 - day}.zip`),
  );
  expect(host.operations.filter(({ name }) => name === 'open')).toHaveLength(30);
});

test('empty ZIPs, as a download that never began leaves, take none of the thirty places', async () => {
  const empty = Array.from({ length: 30 }, (_, day) => `${DOWNLOADS}/empty ${day}.zip`);
  const host = aHost('', {
    files: { ...Object.fromEntries(empty.map((path) => [path, ''])), [`${DOWNLOADS}/old.zip`]: EXPORT },
    changedOn: { ...Object.fromEntries(empty.map((path) => [path, on(9)])), [`${DOWNLOADS}/old.zip`]: on(1) },
  });
  expect((await findExports(host)).map(({ name }) => name)).toEqual(['old.zip']);
});

test('of a ZIP its directory is read and little else', async () => {
  const host = aHost('', { files: { [`${DOWNLOADS}/x.zip`]: EXPORT } });
  let bytes = 0;
  const counted = {
    ...host,
    folders: {
      ...host.folders,
      open: async (path: string) => {
        const file = await host.folders.open(path);
        return {
          ...file,
          read: async (into: Uint8Array, at: number) => {
            const came = await file.read(into, at);
            bytes += came;
            return came;
          },
        };
      },
    },
  };
  expect(await findExports(counted)).toHaveLength(1);
  expect(bytes).toBeLessThan(EXPORT.length / 2);
});

test('no folder of downloads is no error', async () => {
  expect(await findExports({ ...aHost('', {}), downloadFolders: async () => ['/nowhere', '/neither'] })).toEqual([]);
});
