// The page is small enough to be mailed, and what it leaves behind nobody misses.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pageHtml } from '../../scripts/build/page-html';
import { pageFiles, pageScript } from '../../scripts/build/page-parts.mjs';
import { saidWords } from '../../scripts/build/said-words.mjs';
import { pageGuide, UNSHOWN } from '../../scripts/content/page-guide';
import { UNSAID } from '../../scripts/content/page-words';
import { loadCatalogue } from '../../src/content/catalogue';
import { guide } from '../../src/content/compiled/guide';
import type { Guide } from '../../src/content/schema';
import { journeyFor } from '../../src/journey/journey';
import { startRecord } from '../../src/journey/record';
import { summarise } from '../../src/journey/summary';
import { timelineOf } from '../../src/journey/timeline';
import { calendarDays } from '../../src/view/calendar-view';
import { checklistDocument } from '../../src/view/checklist-view';
import { alternativesDocument, pageDocument, reasonsDocument } from '../../src/view/lists-view';
import { assistantScreen, assistantsScreen } from '../../src/view/move-screen';
import { shareText } from '../../src/view/share-view';
import { stepScreen } from '../../src/view/step-screen';
import { translatorOf } from '../../src/view/translator';
import { aDay } from '../support/builders';
import { everySituation } from '../journeys/profiles';

test('two languages take 680 kB at most, and 204 kB packed', async () => {
  const html = await pageHtml(['en', 'fr']);
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(680_000);
  expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(204_000);
});
