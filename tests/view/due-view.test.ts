// Days in three lists: what is too late, what can be done now, what is still to come.
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/journey/dates';
import type { Due } from '../../src/journey/timeline';
import { dueBlocks } from '../../src/view/due-view';
import { dueTitle } from '../../src/view/timeline-view';
import { aTranslator } from '../support/builders';

const due = (id: Due['id'], more: Partial<Due>): Due => ({
  id,
  kind: 'by',
  on: '2026-12-01' as CivilDate,
  facts: [],
  state: 'ahead',
  ...more,
});

test('an export that is too late to come is not to be looked for every day any more', async () => {
  const translator = await aTranslator('en');
  const asked = due('export-asked', { kind: 'from', state: 'over' });
  const text = (dues: readonly Due[]): string => JSON.stringify(dueBlocks(translator, dues));
  expect(text([asked])).toContain(dueTitle(translator, asked));
  const late = [asked, due('export-by', { state: 'over', late: 'open', step: 'verify-export' })];
  expect(text(late)).not.toContain(dueTitle(translator, asked));
  expect(text([due('access-ends', { kind: 'on', state: 'settled' })])).toBe('[]');
});
