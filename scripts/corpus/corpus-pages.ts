// The made-up screenshots as pages: ChatGPT's settings, a store's subscriptions, a notice, and things that are none of these.
import { TEXTS } from './corpus-texts';

export const KINDS = [
  'web-active',
  'web-ended',
  'apple-active',
  'apple-ended',
  'google-active',
  'google-ended',
  'web-deleted',
  'article',
  'other-service',
  'chat',
] as const;
export type CorpusKind = (typeof KINDS)[number];
export const LANGUAGES = Object.keys(TEXTS);
export const FONTS = ['Liberation Sans', 'DejaVu Sans', 'Liberation Serif'] as const;

export type Variant = {
  readonly kind: CorpusKind;
  readonly lang: string;
  readonly theme: 'light' | 'dark';
  readonly font: string;
  readonly scale: 1 | 2;
  readonly turn: number;
};

/** The day on every page; its written form takes turns between long, short and numbers. */
export const DAY = '2026-12-13';
export const NAME = 'Ana Martín-López';

const EMAILS = [
  'ana.martin@example.com',
  'a_martin-lopez+gpt@mail.example.org',
  'Ana.M.Lopez1987@example.co.uk',
  'ana@example.fr',
];

/** The page as HTML. What is private carries `data-private` with its kind. */
export function pageOf(variant: Variant): string {
  const { kind, theme, font } = variant;
  const dark = theme === 'dark';
  const ink = dark ? '#ececec' : '#0d0d0d';
  const paper = dark ? '#212121' : '#ffffff';
  const quiet = dark ? '#b4b4b4' : '#5d5d5d';
  const body = kind.startsWith('web')
    ? webPage(variant)
    : kind.startsWith('apple') || kind.startsWith('google')
      ? storePage(variant)
      : kind === 'article'
        ? article(variant)
        : kind === 'chat'
          ? chat(variant)
          : otherService(variant);
  return `<!doctype html><meta charset="utf-8"><style>
*{box-sizing:border-box}body{margin:0;font:14px/1.5 "${font}";background:${paper};color:${ink}}
.app{display:flex;height:100vh}.side{width:240px;padding:16px;background:${dark ? '#181818' : '#f9f9f9'};position:relative}
.me{position:absolute;bottom:16px;left:16px;right:8px}.quiet{color:${quiet};font-size:12px}.main{flex:1;padding:40px}
.card{max-width:680px;border:1px solid ${dark ? '#444' : '#ddd'};border-radius:12px;padding:24px}.row{display:flex;justify-content:space-between;padding:12px 0;border-bottom:1px solid ${dark ? '#333' : '#eee'}}
button{font:inherit;border:1px solid ${quiet};border-radius:999px;padding:6px 14px;background:transparent;color:inherit}.dot{display:inline-block;width:28px;height:28px;border-radius:50%;background:#3b7;vertical-align:middle;margin-right:8px}
h1{font-size:22px}h2{font-size:17px;margin:0}.danger{color:${dark ? '#ff8583' : '#c0201d'}}</style><body>${body}</body>`;
}

/** The day as it stands on the page. */
export function dateOn({ lang, turn }: Variant): string {
  const day = new Date(`${DAY}T12:00:00Z`);
  const style = (['long', 'medium', 'short'] as const)[Math.floor(turn / 4) % 3] ?? 'long';
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-US' : lang, { dateStyle: style, timeZone: 'UTC' }).format(day);
}

function textsOf(variant: Variant) {
  const texts = TEXTS[variant.lang];
  if (texts === undefined) throw new Error(`no texts for ${variant.lang}`);
  const take = (list: readonly string[]): string =>
    (list[(variant.turn + Math.floor(variant.turn / 4)) % list.length] ?? '').replace('<d>', dateOn(variant));
  const secret = (kind: string, text: string): string => `<span data-private="${kind}">${text}</span>`;
  return {
    texts,
    take,
    secret,
    email: secret('email', EMAILS[(variant.turn + Math.floor(variant.turn / 4)) % EMAILS.length] ?? ''),
    name: secret('name', NAME),
  };
}

function webPage(variant: Variant): string {
  const { texts, take, secret, email, name } = textsOf(variant);
  const [settings, general, account, billing] = texts.nav;
  const side = `<div class="side"><h2>ChatGPT</h2><p>${settings}</p><p>${general}</p><p>${account}</p><p><b>${billing}</b></p><div class="me"><span class="dot"></span>${name}<div class="quiet">${email}</div></div></div>`;
  if (variant.kind === 'web-deleted')
    return `<div class="app"><div class="main"><div class="card"><h1>ChatGPT</h1><p>${take(texts.deleted)}</p><p class="quiet">${email}</p></div></div></div>`;
  const active = variant.kind === 'web-active';
  return `<div class="app">${side}<div class="main"><h1>${billing}</h1><div class="card">
<div class="row"><div><h2>ChatGPT Plus</h2><div class="quiet">${take(active ? texts.renews : texts.ends)}</div></div><button${active ? ' class="danger"' : ''}>${active ? texts.cancelPlan : texts.renewPlan}</button></div>
${active ? `<p class="quiet">${texts.anytime}</p>` : ''}
<div class="row"><span>${texts.method}</span><span>Visa •••• ${secret('card', '4242')}</span></div>
<div class="row"><span>${texts.phone}</span>${secret('phone', '+33 6 12 34 56 78')}</div>
<div class="row"><span>${texts.invoice} ${secret('invoice', 'A1B2C3D4-0007')}</span><span>€23.00</span></div>
<p class="quiet">${texts.signedInAs} ${email}</p></div></div></div>`;
}

function storePage(variant: Variant): string {
  const { texts, take, email, name } = textsOf(variant);
  const apple = variant.kind.startsWith('apple');
  const store = apple ? 'apple' : 'google';
  const active = variant.kind.endsWith('active');
  const lines = take(active ? texts.storeRenews[store] : texts.storeEnds[store]);
  return `<div class="app"><div class="main"><div class="quiet">${apple ? 'Apple Account' : 'Google Play'}</div><h1>${texts.subscriptions}</h1><p>${name}<br><span class="quiet">${email}</span></p><div class="card">
<div class="row"><div><span class="dot"></span><b>ChatGPT</b><div>ChatGPT Plus</div><div class="quiet">${lines}</div></div><span>${apple ? 'App Store' : texts.manage}</span></div>
${active ? `<p class="danger">${texts.cancelPlan}</p><p class="quiet">${texts.anytime}</p>` : `<p>${texts.renewPlan}</p>`}</div></div></div>`;
}

function article(variant: Variant): string {
  const { texts, email } = textsOf(variant);
  const [title = '', ...lines] = texts.article.map((line) => line.replace('<d>', dateOn(variant)));
  return `<div class="main"><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}<p class="quiet">${email}</p></div>`;
}

/** Somebody else's subscription, cancelled: not ChatGPT's. */
function otherService(variant: Variant): string {
  const { texts, take, email } = textsOf(variant);
  return `<div class="main"><h1>Filmbox</h1><div class="card"><div class="row"><div><h2>Filmbox Premium</h2><div class="quiet">${take(texts.ends).replace('Plus', 'Premium')}</div></div></div><p class="quiet">${texts.signedInAs} ${email}</p></div></div>`;
}

/** A conversation about cancelling: the words are there, the page is not. */
function chat(variant: Variant): string {
  const { texts, name, email } = textsOf(variant);
  return `<div class="app"><div class="side"><h2>ChatGPT</h2><p>${texts.nav[1]}</p><div class="me"><span class="dot"></span>${name}<div class="quiet">${email}</div></div></div><div class="main"><p>${texts.anytime}</p><p>${texts.cancelPlan}? ${texts.renewPlan}?</p></div></div>`;
}
