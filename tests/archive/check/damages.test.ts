// Every known damage and oddity of an export, made and then read as a person's export is: each must get its verdict.
import { describe, expect, test } from 'vitest';
import { builtOf, DAMAGES } from '../../../scripts/exports/damages';
import type { Damage } from '../../../scripts/exports/damage';
import { portalEntries, PORTAL_PRIVATE } from '../../../scripts/exports/damages/portal';
import { MANY, smallExport } from '../../../scripts/exports/edit';
import { CANARIES } from '../../../scripts/exports/layout';
import { memoryDisk } from '../../../scripts/exports/memory-disk';
import type { MemoryDisk } from '../../../scripts/exports/memory-disk';
import { rawZip } from '../../../scripts/exports/raw-zip';
import { countsOf } from '../../../scripts/exports/truth';
import { checkExport } from '../../../src/archive/check/check-export';
import { verdictOf } from '../../../src/archive/check/findings';
import type { Findings } from '../../../src/archive/check/findings';
import { LIMITS } from '../../../src/archive/container/limits';
import type { Limits } from '../../../src/archive/container/limits';
import { openExport } from '../../../src/archive/container/open-export';

type Judged = { readonly verdict: string; readonly findings: Findings | undefined };

async function judged(disk: MemoryDisk, path: string, limits: Partial<Limits> = {}): Promise<Judged> {
  const all = { ...LIMITS, ...limits };
  const opening = await openExport(path, disk, all);
  if (!opening.ok) return { verdict: opening.problem, findings: undefined };
  try {
    const { findings } = await checkExport(opening.opened, { limits: all });
    return { verdict: verdictOf(findings), findings };
  } finally {
    await opening.opened.close();
  }
}

function kindsOf(list: readonly { readonly kind: string }[] | undefined): readonly string[] {
  return [...new Set((list ?? []).map(({ kind }) => kind))];
}

/** The parts of what was found that a damage speaks of. */
function expectFits({ verdict, findings }: Judged, damage: Damage, wanted: Damage['verdict']): void {
  const { faults, doubts } = findings ?? { faults: [], doubts: [] };
  expect(verdict, JSON.stringify({ faults, doubts })).toBe(wanted);
  const { before } = builtOf(damage);
  const truth = countsOf(before.truth);
  const counts = damage.counts?.(truth) ?? (wanted === 'whole' ? truth : {});
  const { conversations, messages } = findings ?? {};
  if (Object.keys(counts).length > 0)
    expect({ ...counts, ...pick({ conversations, ...messages }, Object.keys(counts)) }).toEqual(counts);
  const more = damage.findings?.(before) ?? {};
  expect(pick(findings ?? {}, Object.keys(more))).toEqual(more);
  if (findings !== undefined)
    expect(CANARIES.filter((canary) => JSON.stringify(findings).includes(canary))).toEqual([]);
}

function pick(from: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

describe('in a ZIP', () => {
  test.each(DAMAGES.map((damage) => [damage.name, damage] as const))('%s', async (_name, damage) => {
    const found = await judged(memoryDisk({ '/e/export.zip': builtOf(damage).zip() }), '/e/export.zip', damage.limits);
    expectFits(found, damage, damage.verdict);
    expect(kindsOf(found.findings?.faults)).toEqual(expect.arrayContaining([...(damage.faults ?? [])]));
    expect(kindsOf(found.findings?.doubts)).toEqual(expect.arrayContaining([...(damage.doubts ?? [])]));
  });
});

describe('in a folder', () => {
  const inFolders = DAMAGES.filter((damage) => builtOf(damage).files !== undefined);
  test.each(inFolders.map((damage) => [damage.name, damage] as const))('%s', async (_name, damage) => {
    const files = builtOf(damage).files ?? [];
    const found = await judged(
      memoryDisk(Object.fromEntries(files.map(({ path, bytes }) => [`/e/out/${path}`, bytes]))),
      '/e/out',
      damage.limits,
    );
    expectFits(
      found,
      {
        ...damage,
        findings: (small) => ({
          ...damage.findings?.(small),
          ...(damage.findings?.(small).kind === undefined ? {} : { kind: found.findings?.kind }),
        }),
      },
      damage.folder || damage.verdict,
    );
  });
  test('most damages have one', () => expect(inFolders.length).toBeGreaterThan(70));
});

test('an export that was cut anywhere is never whole', async () => {
  const zip = rawZip(smallExport({ conversations: 4, turns: 1 }).entries);
  const verdicts = new Map<string, number>();
  for (let at = 0; at < zip.length; at += 61) {
    const { verdict } = await judged(memoryDisk({ '/e.zip': zip.subarray(0, at) }), '/e.zip');
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  }
  expect(Object.fromEntries(verdicts)).toEqual({ empty: 1, damaged: expect.any(Number) as number });
});

test('each file of an export is missed by its manifest when it is gone, but the manifest itself', async () => {
  const small = smallExport(MANY);
  const wholes: string[] = [];
  for (const { path } of small.entries) {
    const { verdict } = await judged(
      memoryDisk({ '/e.zip': rawZip(small.entries.filter((one) => one.path !== path)) }),
      '/e.zip',
    );
    if (verdict !== 'damaged') wholes.push(`${path}: ${verdict}`);
  }
  expect(wholes).toEqual(['export_manifest.json: cannot-tell']);
});

describe('the private folders of the portal', () => {
  test('in a folder: their files are never opened', async () => {
    const small = smallExport(MANY);
    const disk = memoryDisk(
      Object.fromEntries(portalEntries(small).map(({ path, bytes }) => [`/e/portal/${path}`, bytes])),
    );
    expect((await judged(disk, '/e/portal')).verdict).toBe('whole');
    expect(
      disk.opened.filter(
        (path) => PORTAL_PRIVATE.some((secret) => path.endsWith(secret)) || path.endsWith('report.html'),
      ),
    ).toEqual([]);
    expect(disk.opened.some((path) => path.includes('Conversations__'))).toBe(true);
  });

  test('in a ZIP: they are not among its files', async () => {
    const zip = rawZip(portalEntries(smallExport(MANY)));
    const opening = await openExport('/e.zip', memoryDisk({ '/e.zip': zip }));
    const paths = opening.ok ? opening.opened.files.map(({ path }) => path) : [];
    expect(paths.filter((path) => /financial|contact|profile|report\.html/i.test(path))).toEqual([]);
    expect(paths.length).toBeGreaterThan(20);
  });
});
