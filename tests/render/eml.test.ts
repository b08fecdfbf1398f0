// A draft as a mail program reads it: by a parser that is not ours, and by the rules of the form itself.
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { LETTER_KINDS } from '../../src/journey/letter';
import { renderEml } from '../../src/render/eml';
import { escapeText, escapeToOneLine } from '../../src/render/escape';
import { aLetter, FIELDS, LANGUAGES, LIVES, PROFILE } from '../support/letters';

const headerOf = (
  { headers }: { readonly headers: readonly { readonly key: string; readonly value: string }[] },
  key: string,
) => headers.find((one) => one.key === key)?.value;

describe.each(LETTER_KINDS.flatMap((kind) => LANGUAGES.map((lang) => ({ kind, lang }))))(
  '$kind in $lang',
  ({ kind, lang }) => {
    test.each(LIVES)('is read back whole in %s', async (region) => {
      const { mail } = await aLetter(kind, lang, { profile: { ...PROFILE, region }, fields: FIELDS });
      const read = await PostalMime.parse(renderEml(mail));
      expect(read.subject).toBe(mail.subject);
      expect(read.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(mail.text);
      expect(read.to?.map(({ address }) => address)).toEqual(mail.to === undefined ? undefined : [mail.to]);
      expect(headerOf(read, 'x-unsent')).toBe('1');
      expect(headerOf(read, 'content-language')).toBe(lang === 'en' ? 'en' : `${lang}, en`);
      expect([read.from, read.date, read.messageId, read.attachments]).toEqual([undefined, undefined, undefined, []]);
    });
  },
);

describe('any text', () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 300 });

  test('comes back as it went in, what acts unseen made visible', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.array(anything, { maxLength: 5 }), async (subject, lines) => {
        const text = `a${lines.join('\n')}z`;
        const read = await PostalMime.parse(renderEml({ subject: `s${subject}t`, text, langs: ['en'] }));
        expect(read.subject).toBe(escapeToOneLine(`s${subject}t`));
        expect(read.text?.replaceAll('\r\n', '\n').replace(/\n$/, '')).toBe(escapeText(text));
      }),
    );
  });

  test('is ASCII in lines of at most 76 characters, each ended as mail wants it', () => {
    fc.assert(
      fc.property(anything, anything, (subject, text) => {
        const eml = renderEml({ to: 'a@example.org', subject, text, langs: ['fr', 'en'] });
        expect(eml).toMatch(/^[\r\n -~]*$/);
        expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(Math.max(...eml.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
      }),
    );
  });

  test.each(['a\r\nBcc: b@example.org', 'a\nBcc: b@example.org', '=?utf-8?Q?Bcc?=', 'x'.repeat(200)])(
    'a subject like %j adds no header',
    async (subject) => {
      const read = await PostalMime.parse(renderEml({ subject, text: 'text', langs: ['en'] }));
      expect(read.bcc ?? []).toEqual([]);
      expect(read.headers).toHaveLength(6);
      expect(read.subject).toBe(escapeToOneLine(subject));
    },
  );
});
