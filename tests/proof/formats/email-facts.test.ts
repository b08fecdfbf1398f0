// What is read of a saved e-mail, and what never is.
import { describe, expect, it } from 'vitest';
import { readEmailFacts } from '../../../src/proof/formats/email-facts';
import { LINEAR, growthOf } from '../../support/growth';
import { anEmail } from '../../support/pictures';

const OWN = 'ana.lopez@example.org';
const HEADERS = [
  'Return-Path: <bounce@tm.openai.com>',
  `Delivered-To: ${OWN}`,
  'Received: from a by b;',
  '\tTue, 3 Nov 2026 23:30:00 -0800',
  `To: Ana Lopez <${OWN}>`,
  `X-Original-To: ${OWN}`,
  'DKIM-Signature: v=1; a=rsa-sha256; d=tm.openai.com; s=s1;',
  ' h=from:subject; bh=abc=; b=def=',
];
const letter = (...more: readonly string[]): Uint8Array => anEmail({ headers: [...HEADERS, ...more] });

describe('the facts of an e-mail', () => {
  it('are its day, its sender, its subject and whether it is signed', () => {
    expect(
      readEmailFacts(
        letter(
          'From: OpenAI <noreply@tm.openai.com>',
          'Date: Tue, 3 Nov 2026 23:30:00 -0800',
          'Subject: Your plan was cancelled',
        ),
      ),
    ).toEqual({
      date: '2026-11-03',
      sender: 'noreply@tm.openai.com',
      subject: 'Your plan was cancelled',
      hasDkim: true,
    });
  });
  it('never hold an address of the person, wherever it stands', () => {
    const facts = readEmailFacts(
      letter(
        `From: Ana Lopez <${OWN}>`,
        'Date: 3 Nov 2026 10:00 GMT',
        `Subject: For ${OWN} and <ana@b.example>`,
        `Cc: ${OWN}`,
      ),
    );
    expect(JSON.stringify(facts)).not.toMatch(/ana|lopez/i);
    expect(facts).toMatchObject({ date: '2026-11-03', sender: '…@example.org', subject: 'For …@… and <…@…>' });
  });
  it.each([
    ['=?UTF-8?Q?Votre_abonnement_a_=C3=A9t=C3=A9_annul=C3=A9?=', 'Votre abonnement a été annulé'],
    ['=?utf-8?B?S8O8bmRpZ3VuZw==?=', 'Kündigung'],
    ['=?iso-8859-1?q?K=FCndigung?= =?iso-8859-1?q?_best=E4tigt?=', 'Kündigung bestätigt'],
    ['=?UTF-8*fr?Q?r=C3=A9sili=C3=A9?= ok', 'résilié ok'],
    ['=?klingon?Q?nuqneH?=', '=?klingon?Q?nuqneH?='],
    ['=?UTF-8?Q?a=0D=0ABcc:_x=1B[31m?=', 'a Bcc: x [31m'],
    [`=?UTF-8?Q?to_${OWN.replace('@', '=40')}?=`, 'to …@…'],
  ])('hold the subject %s decoded, on one line', (written, subject) =>
    expect(readEmailFacts(letter(`Subject: ${written}`)).subject).toBe(subject),
  );
  it('hold a subject that is folded, and cut a long one', () => {
    expect(readEmailFacts(letter('Subject: one', ' two', '\tthree')).subject).toBe('one two\tthree'.replace('\t', ' '));
    expect(readEmailFacts(letter(`Subject: ${'é'.repeat(5000)}`)).subject).toHaveLength(200);
  });
  it.each(['Tue, 3 Nov 2026 10:00:00 +0000 (GMT)', '03 NOV 2026 10:00 Z', 'Tue,3 Nov 2026 10:00:00 EST'])(
    'read the day of “%s”',
    (date) => expect(readEmailFacts(letter(`Date: ${date}`)).date).toBe('2026-11-03'),
  );
  it.each([
    'yesterday',
    '31 Feb 2026 10:00 GMT',
    '3 Foo 2026 10:00 GMT',
    '3 Nov 26 10:00 GMT',
    '2026-11-03T10:00:00Z',
    '',
  ])('read no day from “%s”', (date) => expect(readEmailFacts(letter(`Date: ${date}`)).date).toBeUndefined());
  it.each([
    'a@b.example, c@d.example',
    'noreply',
    '<a@b@c.example>',
    'Group: a@b.example;',
    'noreply@openai.com <other@x.example',
    'noreply@openai .com',
  ])('read no sender from “%s”', (from) => expect(readEmailFacts(letter(`From: ${from}`)).sender).toBeUndefined());
  it('say nothing where a field stands twice, as forgeries do', () => {
    expect(
      readEmailFacts(
        letter(
          'From: noreply@openai.com',
          'From: noreply@evil.example',
          'Subject: a',
          'Subject: b',
          'Date: 3 Nov 2026 10:00 GMT',
          'Date: 4 Nov 2026 10:00 GMT',
        ),
      ),
    ).toMatchObject({ date: undefined, sender: undefined, subject: undefined });
  });
  it('never come from the body', () => {
    const facts = readEmailFacts(
      anEmail({
        headers: ['Received: a', 'MIME-Version: 1.0'],
        body: 'From: noreply@openai.com\r\nSubject: Cancelled\r\nDKIM-Signature: d=openai.com; b=x',
      }),
    );
    expect(facts).toEqual({ date: undefined, sender: undefined, subject: undefined, hasDkim: false });
  });
  it('call only a whole signature field one', () => {
    expect(readEmailFacts(anEmail({ headers: ['DKIM-Signature: none', 'Subject: x'] })).hasDkim).toBe(false);
    expect(readEmailFacts(anEmail({ headers: ['X-DKIM-Signature: d=a; b=c', 'Subject: x'] })).hasDkim).toBe(false);
  });
  it.each(['=?a?q?', '=?utf-8?q?x?= ', 'a@', '<', ' \r\n ', '((('])(
    'are read in time linear in the size: %j over and over',
    (piece) => {
      // The three fields together stay below the 256 kB that are looked at.
      const made = (size: number): Uint8Array => {
        const many = piece.repeat(size / piece.length);
        return letter(`Subject: ${many}`, `From: ${many}`, `Date: ${many}`);
      };
      expect(growthOf(10_000, made, readEmailFacts)).toBeLessThan(LINEAR);
    },
  );
});
