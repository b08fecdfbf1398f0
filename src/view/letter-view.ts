// A letter: what to know before it is sent, its text in the person's language and in English, and what comes after.
import type { LettersGuide } from '../content/schema';
import type { LettersWords } from '../content/words';
import type { Block, Document, Line } from './document';
import { paragraph } from './document';
import type { Basis } from './letter-basis';
import { basisOf } from './letter-basis';
import { BLANK, letterText, mailText, wordsOf } from './letter-text';
import type { LetterAsked, LetterText, LetterVoice } from './letter-text';
import { sourceLine, sourcesResult } from './source-lines';

/** The page about a letter, and the letter alone as a mail. */
export type Letter = {
  readonly document: Document;
  /** What stands around the letter, for whoever gets the mail alone. */
  readonly notes: Document;
  readonly mail: {
    readonly to?: string;
    readonly subject: string;
    readonly text: string;
    readonly langs: readonly string[];
  };
};

/** The letter in the language of `own`, and in English below it where `english` is given. */
export function letterFor(
  guide: LettersGuide,
  own: LetterVoice,
  english: LetterVoice | undefined,
  asked: LetterAsked,
): Letter {
  const basis = basisOf(guide, own.translator.catalogue.guide, asked);
  const texts = [own, ...(english === undefined ? [] : [english])].map((voice) => letterText(voice, basis, asked));
  const [text, inEnglish] = texts;
  if (text === undefined) throw new Error('a letter without a text');
  const { translator, words } = own;
  const title = translator.say(wordsOf(words, asked.kind).title);
  const before = beforeLines(
    own,
    basis,
    asked,
    texts.some(({ paragraphs }) => paragraphs.join().includes(BLANK)),
  );
  const after = afterLines(own, basis, asked);
  const heading = (message: LettersWords['common']['letter']): Block => ({
    kind: 'heading',
    level: 2,
    text: translator.say(message),
  });
  const opening: readonly Block[] = [
    { kind: 'heading', level: 1, text: title },
    paragraph(translator.say(words.common.no_advice), 'warning'),
    heading(words.common.before),
    ...groundBlocks(own, basis, asked),
    { kind: 'list', ordered: false, items: before },
  ];
  const ending: readonly Block[] =
    after.length === 0 ? [] : [heading(words.common.no_answer), { kind: 'list', ordered: false, items: after }];
  const blocks: readonly Block[] = [
    ...opening,
    heading(words.common.letter),
    ...letterBlocks(own, text, basis, asked),
    ...(english === undefined || inEnglish === undefined
      ? []
      : [
          heading(words.common.english),
          {
            kind: 'part',
            lang: english.translator.lang,
            blocks: letterBlocks(english, inEnglish, basis, asked),
          } satisfies Block,
        ]),
    ...ending,
    heading(words.common.sources),
    {
      kind: 'list',
      ordered: false,
      tone: 'quiet',
      items: basis.sources.map((id) => sourceLine(translator, guide.sources[id])),
    },
    paragraph(translator.say(words.common.compared, { date: translator.day(basis.letter.checked) }), 'quiet'),
  ];
  return {
    document: {
      lang: translator.lang,
      title,
      blocks,
      result: {
        kind: asked.kind,
        right: basis.ground?.id,
        applies: basis.applies,
        until: basis.until,
        answerBy: basis.after.some(({ id }) => id === 'month' || id === 'month-uk') ? basis.answer : undefined,
        to: {
          name: text.to,
          mail: basis.letter.mail,
          post: basis.recipient?.post,
        },
        subject: text.subject,
        text: text.paragraphs.join('\n\n'),
        english:
          inEnglish === undefined ? undefined : { subject: inEnglish.subject, text: inEnglish.paragraphs.join('\n\n') },
        advice: translator.say(words.common.no_advice),
        before: [...groundBlocks(own, basis, asked).flatMap(lineOf), ...before].map((line) => plainOf(line)),
        after: after.map((line) => plainOf(line)),
        authority: basis.authority,
        sources: sourcesResult(translator, basis.sources, guide.sources),
        checked: basis.letter.checked,
      },
    },
    notes: { lang: translator.lang, title, blocks: [...opening, ...ending], result: null },
    mail: {
      ...(basis.letter.mail === undefined ? {} : { to: basis.letter.mail }),
      subject: text.subject,
      text: mailText([own, english], texts, basis),
      langs: [own, ...(english === undefined ? [] : [english])].map((voice) => voice.translator.lang),
    },
  };
}

function letterBlocks(
  { translator, words }: LetterVoice,
  { to, subject, paragraphs }: LetterText,
  basis: Basis,
  { today }: LetterAsked,
): readonly Block[] {
  const { common } = words;
  const row = (term: LettersWords['common']['to'], text: string): { readonly term: string; readonly line: Line } => ({
    term: translator.say(term),
    line: [text],
  });
  return [
    {
      kind: 'facts',
      rows: [
        row(common.to, to),
        ...(basis.letter.mail === undefined ? [] : [row(common.mail, basis.letter.mail)]),
        ...(basis.recipient === undefined ? [] : [row(common.post, basis.recipient.post.join(', '))]),
        row(common.date, translator.day(today)),
        row(common.subject, subject),
      ],
    },
    ...paragraphs.map((text) => paragraph(text)),
  ];
}

/** What the letter rests on, and until when: a warning where it is no right, or one whose time is over. */
function groundBlocks(
  { translator, words }: LetterVoice,
  { ground, applies, until, isOver }: Basis,
  { kind }: LetterAsked,
): readonly Block[] {
  const note = ground === undefined ? undefined : wordsOf(words, kind).grounds[ground.id]?.note;
  const tone = applies ? 'plain' : 'warning';
  return [
    ...(note === undefined ? [] : [paragraph(translator.line(note), tone)]),
    ...(until === undefined
      ? []
      : [
          paragraph(
            translator.line(isOver ? words.common.too_late : words.common.last_day, { date: translator.day(until) }),
            tone,
          ),
        ]),
  ];
}

/** What the person should do and know before the letter goes. */
function beforeLines(
  { translator, words }: LetterVoice,
  { notes }: Basis,
  { kind }: LetterAsked,
  hasBlanks: boolean,
): readonly Line[] {
  const own = wordsOf(words, kind);
  const { common } = words;
  return [
    ...notes.map(({ id }) => translator.line(own.notes[id] ?? '')),
    ...(hasBlanks ? [translator.line(common.blanks)] : []),
    translator.line(common.secrets),
    translator.line(common.kept),
  ].filter((line) => line.length > 0);
}

function afterLines(
  { translator, words }: LetterVoice,
  { after, answer, authority, takesComplaint }: Basis,
  { kind }: LetterAsked,
): readonly Line[] {
  const own = wordsOf(words, kind);
  return [
    ...after.map(({ id }) => translator.line(own.after[id] ?? '', { answer: translator.day(answer) })),
    ...(!takesComplaint
      ? []
      : authority === undefined
        ? [translator.line(words.common.authority_any)]
        : [
            [
              translator.say(words.common.authority, { authority: authority.name }),
              ' ',
              { kind: 'address', url: authority.url } as const,
            ],
          ]),
  ];
}

function lineOf(block: Block): readonly Line[] {
  return block.kind === 'paragraph' ? [block.line] : [];
}

function plainOf(line: Line): string {
  return line
    .map((part) => (typeof part === 'string' ? part : part.kind === 'address' ? part.url : part.text))
    .join('');
}
