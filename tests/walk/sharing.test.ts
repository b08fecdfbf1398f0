// The end of a walk, when something is to be shared: a text for one place, or a card. Nothing leaves by itself.
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue';
import type { CivilDate } from '../../src/journey/dates';
import { cardDocument } from '../../src/view/card-view';
import { translatorOf } from '../../src/view/translator';
import { offerCard, offerText } from '../../src/walk/sharing';
import { aHost } from '../support/fake-host';
import type { FakeHost, Setting } from '../support/fake-host';
import { aPerson, BACK } from '../support/fake-prompter';
import type { Turn } from '../support/fake-prompter';
import { TODAY } from '../support/builders';
import { aCard } from '../support/card-tools';
import { aRecord, textOf } from '../support/program';

const record = aRecord({ steps: { 'cancel-apple': { state: 'done', on: '2026-11-21' as CivilDate } } });
const TEXT = 'I cancelled ChatGPT Plus on 21 November 2026.';

type Went = {
  readonly said: string;
  readonly host: FakeHost;
  readonly copied: readonly string[];
  readonly written: number;
};

async function goes(
  what: 'text' | 'card',
  turns: readonly Turn[],
  {
    opensPages = true,
    hasCard = true,
    ...setting
  }: Setting & { readonly opensPages?: boolean; readonly hasCard?: boolean } = {},
): Promise<Went> {
  const catalogue = await loadCatalogue('en');
  const translator = translatorOf(catalogue, 'en');
  const host = aHost('', setting);
  const person = aPerson(turns);
  const prompter = person.sitDown({ write: () => {}, show: () => '' });
  const session = { host, prompter, translator, guide: catalogue.guide, today: TODAY, opensPages };
  const copied: string[] = [];
  let written = 0;
  const document = cardDocument(translator, await aCard('en'), { leftOut: [] });
  const sharing = {
    copyText: async (text: string) => (copied.push(text), 'copied' as const),
    card: async () => (hasCard ? { document, name: 'card.png', write: async () => void (written += 1) } : undefined),
  };
  await (what === 'text' ? offerText : offerCard)(session, record, sharing);
  prompter.close();
  expect(person.problems()).toEqual([]);
  return { said: textOf(person.said()), host, copied, written };
}

test('a text is shown for the place that was chosen, and that is all', async () => {
  const { said, copied, host } = await goes('text', [
    ['share-on', 'x'],
    ['share-how', 'nothing'],
  ]);
  expect(said).toContain(TEXT);
  expect({ copied, pages: host.pages }).toEqual({ copied: [], pages: [] });
});

test('it is copied when asked for, with its title where there is one', async () => {
  expect(
    (
      await goes('text', [
        ['share-on', 'plain'],
        ['share-how', 'copy'],
      ])
    ).copied,
  ).toEqual([TEXT]);
  expect(
    (
      await goes('text', [
        ['share-on', 'email'],
        ['share-how', 'copy'],
      ])
    ).copied,
  ).toEqual([`${TEXT}\n\n${TEXT}`]);
});

test('its page is opened when asked for, and printed where that fails', async () => {
  const page = `https://bsky.app/intent/compose?text=${encodeURIComponent(TEXT)}`;
  expect(
    (
      await goes(
        'text',
        [
          ['share-on', 'bluesky'],
          ['share-how', 'open'],
        ],
        { opens: 'asked' },
      )
    ).host.pages,
  ).toEqual([page]);
  expect(
    (
      await goes(
        'text',
        [
          ['share-on', 'bluesky'],
          ['share-how', 'open'],
        ],
        { opens: 'not-here' },
      )
    ).said.replace(/\s/g, ''),
  ).toContain(page);
});

test('no page is offered where none is known, or with --no-open', async () => {
  await expect(
    goes('text', [
      ['share-on', 'mastodon'],
      ['share-how', 'open'],
    ]),
  ).rejects.toThrow();
  await expect(
    goes(
      'text',
      [
        ['share-on', 'bluesky'],
        ['share-how', 'open'],
      ],
      { opensPages: false, opens: 'asked' },
    ),
  ).rejects.toThrow();
});

test('back leads back without a word', async () => {
  expect((await goes('text', [['share-on', BACK]])).said).toBe('');
  expect((await goes('card', [['card', BACK]])).written).toBe(0);
});

test('a card is written only after what is on it was shown and wanted', async () => {
  const { said, written } = await goes('card', [['card', 'yes']]);
  expect(said).toContain('I cancelled ChatGPT Plus.');
  expect(written).toBe(1);
  expect((await goes('card', [['card', 'no']])).written).toBe(0);
  expect(await goes('card', [], { hasCard: false })).toMatchObject({ said: '', written: 0 });
});
