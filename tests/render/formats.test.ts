import { describe, expect, it } from 'vitest';
import { FORMATS, renderAs } from '../../src/render/formats';
import { renderJson, renderJsonError } from '../../src/render/json';
import { plainStyle } from '../../src/render/style';
import { checklist, everywhere, HOSTILE } from './documents';

const options = { columns: 80, style: plainStyle, ids: true };
const ids = [
  'export-data',
  'check-export',
  'copy-memory',
  'cancel-apple',
  'stop-api',
  'unlink-siri',
  'shared-links',
  'delete-account',
  'check-statement',
];
const WHERE = {
  text: /\(([a-z]+-[a-z]+)\)/g,
  markdown: /^- \[.\].*`([a-z-]+)`$/gm,
  html: /<li id="step-[a-z-]+" data-step="([a-z-]+)"/g,
  json: /"id": "([a-z-]+)"/g,
};

describe('the forms of a document', () => {
  it.each(FORMATS)('%s holds the same steps in the same order', async (format) => {
    const text = await renderAs(format, checklist, options);
    expect([...text.matchAll(WHERE[format])].map(([, id]) => id)).toEqual(ids);
  });
  it.each(FORMATS)('%s ends with one line end', async (format) =>
    expect(await renderAs(format, checklist, options)).toMatch(/[^\n]\n$/),
  );
  it.each(FORMATS)('%s holds no byte that acts', async (format) => {
    for (const [, text] of HOSTILE)
      expect(await renderAs(format, everywhere(text), options)).not.toMatch(
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]|\p{Cs}/u,
      );
  });
});

describe('JSON', () => {
  it('has a schema and a result', () =>
    expect(renderJson({ result: { goal: 'delete' } })).toBe(
      '{\n  "schema": 1,\n  "result": {\n    "goal": "delete"\n  }\n}\n',
    ));
  it('has a schema and an error', () => {
    expect(JSON.parse(renderJsonError({ code: 'bad-date', message: 'No.', flag: '--next' }))).toEqual({
      schema: 1,
      error: { code: 'bad-date', message: 'No.', flag: '--next' },
    });
    expect(JSON.parse(renderJsonError({ code: 'bad-date', message: 'No.' }))).toEqual({
      schema: 1,
      error: { code: 'bad-date', message: 'No.' },
    });
  });
  it.each(HOSTILE)('holds %s in ASCII, and gives it back as it was', (_name, text) => {
    const json = renderJson({ result: { text } });
    expect(json).toMatch(/^[\n\x20-\x7E]*$/);
    expect(JSON.parse(json)).toEqual({ schema: 1, result: { text } });
  });
  it('spells what is not ASCII', () => expect(renderJson({ result: 'é👍' })).toContain('"\\u00e9\\ud83d\\udc4d"'));
});
