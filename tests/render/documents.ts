// Documents to render: the screens of the storyboard, a checklist of nine steps, and one of every kind of block.
import { paragraph, type Block, type Document, type Inline, type StepEntry } from '../../src/view/document';

export const label = (text: string, english?: string): Inline => ({
  kind: 'label',
  text,
  ...(english === undefined ? {} : { english }),
});
export const aDocument = (blocks: readonly Block[], lang = 'en'): Document => ({
  lang,
  title: 'A title',
  blocks,
  result: null,
});
export const aStep = (step: Partial<StepEntry> = {}): Block => ({
  kind: 'step',
  step: { id: 'cancel-apple', number: 4, state: 'open', title: 'Cancel with Apple', blocks: [], ...step },
});

const APPLE = 'https://apps.apple.com/account/subscriptions';

/** A step as the walk shows it. */
export const stepScreen: Document = aDocument([
  { kind: 'heading', level: 3, text: 'Step 4 of 9', aside: { text: 'before 2 December', tone: 'warning' } },
  { kind: 'heading', level: 1, text: 'Cancel with Apple', aside: { text: '2 min', tone: 'quiet' } },
  paragraph('Deleting the account does not stop an Apple subscription. Only Apple can.'),
  {
    kind: 'list',
    ordered: true,
    items: [
      ['On the iPhone, open ', label('Settings'), ' and tap your name.'],
      ['Tap ', label('Subscriptions'), ', then ', label('ChatGPT'), '.'],
      ['Tap ', label('Cancel Subscription'), ' and confirm.'],
    ],
  },
  {
    kind: 'path',
    labels: [label('Settings'), 'your name', label('Subscriptions'), label('ChatGPT'), label('Cancel Subscription')],
  },
  paragraph(
    'The subscription is charged again until it is cancelled, even after the account is gone.',
    'warning',
    'Watch out',
  ),
  paragraph(
    [
      'The entry shows an end date and no renewal. No ',
      label('Cancel Subscription'),
      ' but an end date? Then it is already cancelled.',
    ],
    'plain',
    'It worked when',
  ),
  { kind: 'page', url: APPLE },
  paragraph('OpenAI Help Center 7232927 · checked 21 November 2026', 'quiet'),
]);

const overview: readonly (readonly [string, string, string?])[] = [
  ['Ask for your data', '2 min, then up to 7 days'],
  ['Check that the export is whole', '1 min'],
  ['Copy your memory', '3 min'],
  ['Cancel with Apple', 'before 2 December', 'warning'],
  ['Turn off auto-reload for API credit and remove the card', '2 min'],
  ['Remove ChatGPT from Siri', '1 min'],
  ['Say goodbye to shared links', '2 min'],
  ['Delete the account', 'cannot be undone', 'warning'],
  ['Look at the statement', 'after 3 December'],
];

/** The answers, and the way out. */
export const reviewScreen: Document = aDocument([
  { kind: 'heading', level: 3, text: 'Check your answers' },
  {
    kind: 'facts',
    rows: [
      { term: 'Goal', line: ['Delete the account'] },
      { term: 'Who charges you', line: ['Apple'] },
      { term: 'Next payment', line: ['3 December 2026'], aside: { text: 'in 12 days', tone: 'quiet' } },
      { term: 'Stays', line: ['anything others imported from your shared links; records the law makes OpenAI keep'] },
    ],
  },
  { kind: 'heading', level: 2, text: 'Your way out: 9 steps, about 25 minutes of yours, up to 7 days of waiting' },
  ...overview.map(([title, text, tone], index) =>
    aStep({
      id: `step-${index + 1}`,
      number: index + 1,
      title,
      aside: { text, tone: tone === 'warning' ? 'warning' : 'quiet' },
    }),
  ),
  paragraph('The same without questions:'),
  { kind: 'command', text: 'npx quitgpt --goal delete --plan plus --billed-by apple' },
]);

const ways: readonly (readonly [id: string, title: string, url: string, path: readonly string[], worked: string])[] = [
  [
    'export-data',
    'Ask for your data',
    'https://privacy.openai.com/policies',
    ['Make a Privacy Request', 'I have a consumer ChatGPT account', 'Download my data'],
    'The request is accepted. The link comes within seven days.',
  ],
  [
    'check-export',
    'Check that the export is whole',
    'https://help.openai.com/en/articles/7260999',
    ['Settings', 'Data controls', 'Export'],
    'The file opens and shows your chats.',
  ],
  [
    'copy-memory',
    'Copy your memory',
    'https://chatgpt.com/#settings/Personalization',
    ['Settings', 'Personalization', 'Manage memories'],
    'You can read your copy outside ChatGPT.',
  ],
  [
    'cancel-apple',
    'Cancel with Apple',
    APPLE,
    ['Settings', 'your name', 'Subscriptions', 'ChatGPT', 'Cancel Subscription'],
    'The entry shows an end date and no renewal.',
  ],
  [
    'stop-api',
    'Turn off auto-reload for API credit',
    'https://platform.openai.com/settings/organization/billing/overview',
    ['Settings', 'Billing', 'Modify', 'Off'],
    'The same page shows that auto-reload is off.',
  ],
  [
    'unlink-siri',
    'Remove ChatGPT from Siri',
    'https://support.apple.com/guide/iphone/iph00fd3c8c2/ios',
    ['Settings', 'Apple Intelligence & Siri', 'ChatGPT', 'Sign Out'],
    'The screen offers to sign in again.',
  ],
  [
    'shared-links',
    'Delete your shared links',
    'https://chatgpt.com/#settings/DataControls',
    ['Settings', 'Data controls', 'Shared links', 'Manage'],
    'The list is empty.',
  ],
  [
    'delete-account',
    'Delete the account',
    'https://chatgpt.com/#settings/Account',
    ['Settings', 'Account', 'Delete account'],
    'You are signed out, and two e-mails come.',
  ],
  [
    'check-statement',
    'Look at the statement',
    'https://reportaproblem.apple.com/',
    ['Report a Problem'],
    'No new charge is there after the date.',
  ],
];

/** What is handed out at a table. */
export const checklist: Document = {
  lang: 'en',
  title: 'Checklist: delete the ChatGPT account',
  blocks: [
    { kind: 'heading', level: 1, text: 'Checklist: delete the ChatGPT account' },
    paragraph('Work from top to bottom and tick each box. Nobody needs your password, a code or your card for this.'),
    paragraph('For: plan Plus, charged by Apple, API keys and Siri in use', 'quiet'),
    ...ways.map(([id, title, url, path, worked], index) =>
      aStep({
        id,
        number: index + 1,
        title,
        aside: { text: overview[index]?.[1] ?? '', tone: overview[index]?.[2] === 'warning' ? 'warning' : 'quiet' },
        ...(index === 0
          ? { state: 'done', stateWord: 'done' }
          : index === 1
            ? { state: 'skipped', stateWord: 'skipped' }
            : {}),
        blocks: [
          { kind: 'path', labels: path.map((text) => label(text)) },
          paragraph(worked, 'plain', 'Worked when:'),
          { kind: 'page', url, title: 'Page:', qr: true },
          { kind: 'fill', label: 'Date:' },
        ],
      }),
    ),
    paragraph('Steps checked on 21 November 2026. Screens change; if a word differs, go by its meaning.', 'quiet'),
  ],
  result: { goal: 'delete', steps: ways.map(([id]) => ({ id })) },
};

/** One of every kind of block and of words, with the same text everywhere a text can stand. */
export const everywhere = (text: string, lang = 'en'): Document => ({
  lang,
  title: text,
  blocks: [
    { kind: 'heading', level: 1, text, aside: { text, tone: 'warning' } },
    paragraph(
      [text, { kind: 'strong', text }, label(text, `${text}!`), { kind: 'code', text }, { kind: 'address', url: text }],
      'warning',
      text,
    ),
    paragraph([text], 'quiet'),
    { kind: 'list', ordered: true, items: [[text], [label(text)]], title: text },
    { kind: 'list', ordered: false, items: [[text], [{ kind: 'code', text }]], tone: 'done' },
    { kind: 'facts', rows: [{ term: text, line: [text], aside: { text, tone: 'done' } }] },
    { kind: 'path', labels: [label(text), text], title: text },
    { kind: 'page', url: text, title: text, qr: true },
    { kind: 'page', url: `https://example.org/${text}`, qr: true },
    { kind: 'command', text },
    aStep({
      id: text,
      title: text,
      stateWord: text,
      state: 'skipped',
      aside: { text, tone: 'quiet' },
      blocks: [paragraph(text), { kind: 'fill', label: text }],
    }),
    { kind: 'fill', label: text },
    { kind: 'part', lang: 'fr', blocks: [{ kind: 'heading', level: 2, text }, paragraph(text)] },
  ],
  result: { text },
});

/** What someone could put into a text, a file name or a Record to take over a terminal, a page or a post. */
export const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['a cleared screen', '\u001B[2J'],
  ['a written clipboard', '\u001B]52;c;aGVsbG8=\u0007'],
  ['a lying link', '\u001B]8;;https://evil.example\u001B\\https://chatgpt.com\u001B]8;;\u001B\\'],
  ['a bell', 'a\u0007b'],
  ['a one-byte CSI', '\u009B31m'],
  ['a bidi override', 'invoice\u202Egpj.exe\u2066\u2069'],
  ['zero widths', 'Pay\u200BPal\uFEFF\u200D'],
  ['tags', 'a\u{E0001}\u{E0041}b'],
  ['a carriage return', 'safe\rEvil'],
  ['line separators', 'a\u2028b\u2029c'],
  ['a lone surrogate', 'a\uD83Db\uDC00'],
  ['a script', '<script>alert(1)</script>'],
  ['an attribute end', '"><img src=x onerror=alert(1)>'],
  ['an attribute end of the other kind', "' onmouseover='alert(1)"],
  ['a script address', 'javascript:alert(1)'],
  ['a Markdown link', '](javascript:alert(1)) [x](https://evil.example) ![x](https://evil.example/a.png)'],
  ['a Markdown block', '# heading\n- item\n1. item\n> quote\n```\ncode\n---\n===\n<div>\n| a |'],
  ['a bare address', 'see https://evil.example and www.evil.example'],
  ['an end of code', '`x` ``y`` <https://evil.example>'],
  ['an entity', '&lt;b&gt; &#60;'],
  ['a closed comment', '--> ]]> </style></title></svg>'],
];
