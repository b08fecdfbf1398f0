// A check said that there is no memory, and saving the same file wrote one: notes to the `bio` tool were counted by saving alone.
import { expect, test } from 'vitest';
import { main } from '../../src/main';
import { aChat, aMessage } from '../support/chats';
import { aHost, HOME } from '../support/fake-host';

const CHAT = aChat([
  ['a', null],
  ['b', 'a', aMessage('Remember that I drink green tea.')],
  ['c', 'b', aMessage('User drinks green tea.', { role: 'assistant', recipient: 'bio' })],
  [
    'd',
    'c',
    { ...aMessage('Model set context updated.'), author: { role: 'tool', name: 'bio' }, recipient: 'assistant' },
  ],
  ['e', 'd', aMessage('Noted.', { role: 'assistant', recipient: 'all' })],
]);

test('a check finds the memory that saving writes down', async () => {
  const files = { 'chats.json': JSON.stringify([CHAT]) };
  const check = aHost('export check chats.json', { files });
  expect(await main(check)).toBe(3);
  const save = aHost('export save chats.json --to out --quiet', { files });
  expect(await main(save)).toBe(0);
  expect(String(save.disk()[`${HOME}/desk/out/memory.md`])).toContain('User drinks green tea.');
  for (const host of [check, save])
    expect(host.printed().stdout.replace(/\s+/g, ' ')).toContain('Memory 1 note that ChatGPT wrote, in 1 conversation');
});
