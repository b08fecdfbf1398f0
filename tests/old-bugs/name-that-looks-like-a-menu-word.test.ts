// A name holding the marks that stand around menu words ended the program: "no menu label".
import { expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import { journeyFor } from '../../src/journey/journey';
import { summarise } from '../../src/journey/summary';
import { plainStyle } from '../../src/render/style';
import { renderText } from '../../src/render/text';
import { summaryDocument } from '../../src/view/summary-view';
import { aRecord, aTranslator, TODAY } from '../support/builders';

test('it is a name like any other', async () => {
  const record = aRecord({ extras: { name: '\uE000menu_nothing\uE001' } });
  const document = summaryDocument(await aTranslator(), summarise(record, journeyFor(record.profile, guide, TODAY)));
  expect(renderText(document, { columns: 80, style: plainStyle })).toContain('menu_nothing');
});
