// A biller named six times, or a long name, was kept in a Record that the next start refused as "of another version".
import { expect, test } from 'vitest';
import { aHost } from '../support/fake-host';
import { aPerson, type Turn } from '../support/fake-prompter';
import { aWizard, recordOn } from '../support/program';
import { main } from '../../src/main';

test('answers named several times are kept once', async () => {
  const host = aHost(
    `--goal cancel --plan plus --billed-by ${'apple,'.repeat(6)} --uses ${'api,'.repeat(9)} --next-billing unsure`,
  );
  expect(await main(host)).toBe(3);
  expect(recordOn(host)?.profile).toMatchObject({ billedBy: ['apple'], uses: ['api'] });
});

test('a name typed into the wizard is not longer than a Record takes, and can be read again', async () => {
  const turns: readonly Turn[] = [
    ['review', 'start'],
    ['step:turn-off-training', 'done'],
    ['extras', 'name'],
    ['name', 'Ana '.repeat(25).trim()],
    ['extras', 'on'],
    ['summary', 'no'],
  ];
  const host = aWizard('--goal cancel --plan free --uses none', aPerson(turns), { env: { NO_COLOR: '1' } });
  expect(await main(host)).toBe(0);
  expect(recordOn(host)?.extras.name).toHaveLength(99);
});
