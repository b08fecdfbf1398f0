// A picture given as a receipt: what is said of it, who decides, and which file is kept.
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue';
import type { Judgement } from '../../src/proof/reading/judge';
import type { Box } from '../../src/proof/reading/picture-lines';
import type { PrivatePart } from '../../src/proof/reading/private-parts';
import { translatorOf } from '../../src/view/translator';
import { pictureTurn } from '../../src/walk/picture-turn';
import type { PictureActions, PictureTurn, Session } from '../../src/walk/session';
import { aHost } from '../support/fake-host';
import { aPerson } from '../support/fake-prompter';
import type { Turn } from '../support/fake-prompter';

const PICTURE = '/home/ana/shot.png';
const ENDING: Judgement = { looks: 'openai', plan: 'ending', day: { kind: 'day', on: '2026-12-03' } };
const ACTIVE: Judgement = { ...ENDING, plan: 'active' };
const EMAIL: PrivatePart = { kind: 'email', box: { left: 10, top: 10, right: 90, bottom: 30 } };

async function given(
  judgement: Judgement | undefined,
  parts: readonly PrivatePart[],
  turns: readonly Turn[],
  lang = 'en',
) {
  const hidden: { readonly boxes: readonly Box[]; readonly earlier: string | undefined }[] = [];
  const person = aPerson(turns);
  const prompter = person.sitDown({ write: () => {}, show: () => '' });
  const catalogue = await loadCatalogue(lang);
  const session = {
    host: aHost([]),
    prompter,
    translator: translatorOf(catalogue, lang),
    opensPages: true,
  } as unknown as Session;
  const pictures: PictureActions = {
    read: async () =>
      judgement === undefined ? undefined : { width: 100, height: 200, judgement, parts, tilt: 0, isCut: false },
    hide: async (path, boxes, earlier) => {
      hidden.push({ boxes, earlier });
      return { ok: true, path: path.replace('.png', '.blacked-out.png'), boxes: boxes.length };
    },
  };
  const turn: PictureTurn = await pictureTurn(session, pictures, { stopsBilling: 'openai' }, PICTURE, undefined);
  prompter.close();
  expect(person.problems()).toEqual([]);
  return { turn, hidden, said: person.said().map(({ title }) => title) };
}

describe('a mismatch is said plainly, and the person decides', () => {
  test('an active plan with its date', async () => {
    const { turn, said } = await given(ACTIVE, [], [['picture-fits', 'another']]);
    expect(said.join(' ')).toContain('active plan that renews on 3 December 2026');
    expect(turn).toEqual({ kind: 'another' });
  });
  test('in French too', async () => {
    expect((await given(ACTIVE, [], [['picture-fits', 'another']], 'fr')).said.join(' ')).toContain(
      'renouvelé le 3 décembre 2026',
    );
  });
  test('kept all the same when the person says so', async () => {
    expect(
      (
        await given(
          ACTIVE,
          [],
          [
            ['picture-fits', 'keep'],
            ['picture-hide', 'no'],
          ],
        )
      ).turn,
    ).toEqual({ kind: 'keep', path: PICTURE });
  });
  test('a page of Apple at a step of OpenAI', async () => {
    expect((await given({ looks: 'apple', plan: 'ending' }, [], [['picture-fits', 'another']])).turn.kind).toBe(
      'another',
    );
  });
  test('a picture that says nothing asks nothing about it', async () => {
    expect((await given({ looks: 'none', plan: 'unsaid' }, [], [['picture-hide', 'no']])).turn.kind).toBe('keep');
  });
});

describe('what should not be shared', () => {
  test('is covered in a copy, which is kept', async () => {
    const { turn, hidden } = await given(
      ENDING,
      [EMAIL],
      [
        ['picture-hide', 'yes'],
        ['picture-look', 'keep'],
      ],
    );
    expect(turn).toEqual({ kind: 'keep', path: '/home/ana/shot.blacked-out.png' });
    expect(hidden).toEqual([{ boxes: [EMAIL.box], earlier: undefined }]);
  });
  test('the person adds a place, and the same copy is written again', async () => {
    const { hidden } = await given(
      ENDING,
      [EMAIL],
      [
        ['picture-hide', 'yes'],
        ['picture-look', 'add'],
        ['picture-box', 'below the name', 'refused'],
        ['picture-box', '10%,50%,20px,10%'],
        ['picture-look', 'keep'],
      ],
    );
    expect(hidden[1]).toEqual({
      boxes: [EMAIL.box, { left: 10, top: 100, right: 30, bottom: 120 }],
      earlier: '/home/ana/shot.blacked-out.png',
    });
  });
  test('a place of one’s own where nothing was found', async () => {
    expect(
      (
        await given(
          ENDING,
          [],
          [
            ['picture-hide', 'own'],
            ['picture-box', '0,0,50,50'],
            ['picture-look', 'original'],
          ],
        )
      ).turn,
    ).toEqual({ kind: 'keep', path: PICTURE });
  });
});

test('a picture that cannot be read is kept, and that is said', async () => {
  const { turn, said } = await given(undefined, [], []);
  expect(turn).toEqual({ kind: 'keep', path: PICTURE });
  expect(said).toHaveLength(2);
});
