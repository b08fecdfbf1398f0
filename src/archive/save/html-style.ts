// The look of saved pages, and the head they all have: nothing is loaded from anywhere but the folder itself.
import { escaped } from './html-escape';

const STYLE = `:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#211f1b;--quiet:#625d54;--rule:#dfdad0;--mine:#efeae0;--code:#f3f0e9;--link:#175a8c;--mark:#8a4b08}
@media(prefers-color-scheme:dark){:root{--paper:#171614;--ink:#e8e4dc;--quiet:#a59f93;--rule:#38352f;--mine:#26241f;--code:#1f1d1a;--link:#8cc4f0;--mark:#e3b06b}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
main,nav,footer{max-width:44rem;margin:0 auto;padding:0 1.25rem;overflow-wrap:anywhere}
nav{padding-top:1.5rem;font-size:.9375rem}
main{padding-top:1.5rem;padding-bottom:4rem}
h1{font:600 2rem/1.2 Charter,"Iowan Old Style","Source Serif 4",Georgia,"Noto Serif","Liberation Serif",serif;letter-spacing:-.01em;margin:0 0 .5rem;text-wrap:balance}
h2{font-size:1.0625rem;margin:2.5rem 0 .75rem}
h3,h4,h5,h6{margin:1.5em 0 .5em;line-height:1.3;font-size:1.0625rem}
h3.within{font-size:1.25rem}
p,ul,ol,pre,blockquote,figure,.wide{margin:0 0 .8em}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
:is(a,pre,input,summary,.wide):focus-visible{outline:3px solid var(--link);outline-offset:2px}
.facts,.quiet,time,small{color:var(--quiet);font-size:.9375rem}
.facts{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;margin:0 0 1.5rem;padding:0 0 1.25rem;border-bottom:1px solid var(--rule)}
.facts div{display:flex;gap:.4rem}.facts dt::after{content:":"}.facts dd{margin:0}
.turn{margin:0 0 1.75rem}
.turn>h2{margin:0;font-size:.875rem;font-weight:600;display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline}
.turn>h2 time{font-weight:400;font-size:.8125rem}
.mine{background:var(--mine);border-radius:.75rem;padding:.9rem 1.1rem}
.turn>h2+*{margin-top:.4rem}.turn>*+*+*{margin-top:.6rem}
.turn>:last-child,.turn>div>:last-child{margin-bottom:0}
.typed{white-space:pre-wrap}
.draft{border-inline-start:2px dashed var(--mark);padding-inline-start:1.1rem;margin:0 0 1.75rem}
.draft>p{color:var(--mark);font-size:.9375rem;font-weight:600}
code,pre,.formula{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
:not(pre)>code{background:var(--code);border-radius:.25rem;padding:.1em .3em}
pre{background:var(--code);border:1px solid var(--rule);border-radius:.5rem;padding:.75rem .9rem;overflow-x:auto;line-height:1.5;overflow-wrap:normal}
blockquote{border-inline-start:3px solid var(--rule);padding-inline-start:1rem;margin-inline:0;color:var(--quiet)}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9375rem}
th,td{border:1px solid var(--rule);padding:.35rem .6rem;text-align:start;vertical-align:top}
.number{text-align:end;font-variant-numeric:tabular-nums}
hr{border:0;border-top:1px solid var(--rule);margin:1.5rem 0}
img,video{max-width:100%;height:auto;border-radius:.5rem;display:block}audio{width:100%}
sup{line-height:0;font-size:.75em;margin-inline-start:.1em}sup a{text-decoration:none}
.sources{font-size:.9375rem;border-top:1px solid var(--rule);margin-top:2.5rem}
.list{list-style:none;padding:0;margin:0}
.list li{display:grid;grid-template-columns:7rem 1fr auto;gap:0 .75rem;padding:.4rem 0;border-top:1px solid var(--rule);align-items:baseline}
.list .task{display:block}.list small{white-space:nowrap}.list a{text-decoration:none;color:var(--ink)}.list a:hover{color:var(--link);text-decoration:underline}
.search{margin:1.5rem 0 0}.search label{display:block;font-size:.9375rem;font-weight:600;margin-bottom:.3rem}
.search input{width:100%;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--quiet);border-radius:.5rem;padding:.5rem .75rem}
.search output{display:block;min-height:1.6em;color:var(--quiet);font-size:.875rem}
[hidden]{display:none!important}
@media(max-width:34rem){h1{font-size:1.6rem}main,nav,footer{padding-inline:1rem}.list li{grid-template-columns:1fr}.list .task{display:block}.list small{white-space:normal}}
@media print{html{background:#fff;color:#000}body{font-size:10pt}main{max-width:none;padding:0}nav,.search{display:none}pre{white-space:pre-wrap}.turn>h2,h1,h2,h3{break-after:avoid}.mine{border:1px solid #999}}`;

/** Shows the search, and hides what does not fit it. Without it the list is whole. */
const SEARCH = `const box=document.getElementById('search'),found=document.getElementById('found'),lists=[...document.querySelectorAll('section[data-year]')];
const fold=(text)=>text.normalize('NFD').replace(/\\p{M}/gu,'').toLowerCase();
const rows=lists.map((list)=>[list,[...list.querySelectorAll('li')].map((row)=>[row,fold(row.querySelector('a').textContent)])]);
box.closest('form').hidden=false;
box.closest('form').addEventListener('submit',(event)=>event.preventDefault());
box.addEventListener('input',()=>{const sought=fold(box.value.trim());let count=0;for(const [list,own] of rows){let here=0;for(const [row,title] of own){const fits=title.includes(sought);row.hidden=!fits;if(fits)here+=1}list.hidden=here===0;count+=here}found.textContent=sought===''?'':found.dataset.words.replace('\\uFFFC',count)});`;

/** The hashes of style and script for the content security policy. A test compares them with the texts. */
const STYLE_SOURCE = "'sha256-izkilGRl76EBeqerP7J9+YVyJci8fFuirRYxc+hl7Qk='";
const SCRIPT_SOURCE = "'sha256-llf7x2j739yhI+JCzTsroYEGRmKhw9r6d5zIWBR0ShY='";

export type HtmlPage = {
  readonly lang: string;
  readonly title: string;
  /** HTML. */ readonly body: string;
  readonly searches?: boolean;
};

/**
 * A whole page. Its policy lets in this style and, on the list, this script, by their hashes, and pictures and sound of the same
 * disk: whatever else a text might smuggle in is not run and not fetched.
 */
export function htmlPage({ lang, title, body, searches = false }: HtmlPage): string {
  const policy = `default-src 'none'; style-src ${STYLE_SOURCE}; ${searches ? `script-src ${SCRIPT_SOURCE}; ` : ''}img-src 'self' file:; media-src 'self' file:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
${searches ? `<script>${SEARCH}</script>\n` : ''}</body>
</html>
`;
}
