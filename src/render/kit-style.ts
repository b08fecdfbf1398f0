// How a kit looks: for a printer that knows black and white, on A4 and Letter alike.

/**
 * The style sheet of `renderKit`. Nothing is said by a background, since browsers leave those out when they print. A sheet
 * that is to fill its page takes the height of that page, whichever it is; `vh` is that height on paper.
 */
export const kitStyle = `
:root { color-scheme: light; --ink: #000; --quiet: #444; --rule: #999; --qr: 19mm; --full: calc(100vh - 8mm); }
* { box-sizing: border-box; }
html { background: #fff; color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font: 8.6pt/1.25 Arial, "Helvetica Neue", "Liberation Sans", sans-serif; font-size-adjust: 0.52; overflow-wrap: anywhere; }
h1, h2, p, ol, ul, dl, dd, pre { margin: 0; }
h1, h2 { line-height: 1.15; }
a { color: inherit; text-decoration: none; }
code { font: 0.92em/1.3 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
table { width: 100%; border-collapse: collapse; }
td { padding: 0; }
.edge { display: flex; justify-content: space-between; gap: 4mm; margin-bottom: 2mm; padding-bottom: 0.8mm; border-bottom: 0.3mm solid var(--ink); font-size: 7.5pt; line-height: 1.3; }
.edge span:first-child { font-weight: 700; }
.quiet, .aside, .state { font-size: 8pt; color: var(--quiet); }
dt, .body .lead { color: var(--quiet); }
.aside { font-weight: 400; }
.aside.warning { font-weight: 700; color: var(--ink); }
:is(p, ol, ul).warning { border-inline-start: 0.8mm solid var(--ink); padding-inline-start: 2mm; }
:is(ol, ul).warning { padding-inline-start: 5.5mm; }
:is(ol, ul) { padding-inline-start: 4.5mm; }
strong, b { font-weight: 700; }

.case .top { display: flex; align-items: center; gap: 4mm; }
.case .which { flex: none; min-width: 10mm; height: 10mm; border: 0.8mm solid var(--ink); font-size: 21pt; line-height: 8.2mm; font-weight: 700; text-align: center; }
.case h1 { font-size: 17pt; letter-spacing: -0.01em; }
.case .whom { margin: 2mm 0; padding: 1mm 0; border-block: 0.3mm solid var(--ink); }
.case .whom dl > div { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 8fr); gap: 0 4mm; }
.case .whom dl > div + div { margin-top: 0.3mm; }
.flow { columns: 2; column-gap: 6mm; orphans: 3; widows: 3; }
.flow > * + * { margin-top: 1.3mm; }
.steps { list-style: none; padding: 0; }
.steps > li { border-top: 0.2mm solid var(--rule); padding: 1.2mm 0 1.3mm; }
.steps > li:last-child { border-bottom: 0.2mm solid var(--rule); }
.steps > li::before { content: ""; display: block; height: 13mm; margin-block-end: -13mm; break-inside: avoid; break-after: avoid; }
.steps > li:has(.codes)::before { height: 21mm; margin-block-end: -21mm; }
.steps > li::after { content: ""; display: block; clear: both; }
.steps .head { position: relative; padding-inline-start: 6mm; break-after: avoid; line-height: 1.2; }
.steps .aside { margin-inline-start: 1.5mm; white-space: nowrap; }
.title { display: inline; font-weight: 700; font-size: 10.2pt; }
.box { appearance: none; -webkit-appearance: none; position: absolute; inset-block-start: 0.1mm; inset-inline-start: 0; width: 4mm; height: 4mm; margin: 0; border: 0.4mm solid var(--ink); background: #fff; }
.box:checked { border-width: 1.4mm; }
.body > * { margin-top: 0.35mm; }
.body > .over { margin-top: 0.8mm; break-after: avoid; }
.body li { break-inside: avoid; }
.body > :is(p, .head) { break-inside: avoid; }
.path { font-weight: 700; }
.path .lead { display: block; }
.body > .page { display: inline-block; margin-inline-end: 3mm; font-size: 8pt; }
.fill { display: inline-flex; align-items: baseline; gap: 1.5mm; color: var(--quiet); }
.line { width: 20mm; border-bottom: 0.25mm solid var(--ink); height: 1.1em; }
.codes { float: inline-end; margin-block-end: 1mm; margin-inline-start: 2mm; }
.qr { width: var(--qr); height: var(--qr); display: block; margin: -0.5mm; }

.poster .paper { display: flex; flex-direction: column; min-height: var(--full); padding-top: 4mm; }
.poster h1 { border-top: 4mm solid var(--ink); padding-top: 7mm; font-size: 75pt; line-height: 0.98; letter-spacing: -0.035em; font-weight: 700; overflow-wrap: normal; }
.poster .lead span { display: block; }
.poster .lead { margin-top: 7mm; font-size: 30pt; line-height: 1.12; font-weight: 700; letter-spacing: -0.01em; }
.poster dl { margin-top: 9mm; flex: 1; display: flex; flex-direction: column; justify-content: space-between; border-bottom: 0.6mm solid var(--ink); }
.poster dl > div { flex: 1 1 auto; display: grid; grid-template-columns: 45mm minmax(0, 1fr); gap: 4mm; align-items: center; padding: 2mm 0; border-top: 0.6mm solid var(--ink); font-size: 21pt; line-height: 1.16; }
.poster dt { font-weight: 700; color: var(--ink); }
.poster .foot { margin-top: 4mm; font-size: 20pt; line-height: 1.16; }

.cards .paper { display: grid; grid-template-columns: 1fr 1fr; grid-template-rows: 1fr 1fr; min-height: var(--full); border: 0.25mm dashed var(--ink); }
.card { padding: 5mm 6mm; font-size: 9pt; line-height: 1.25; break-inside: avoid; }
.card:nth-child(even) { border-inline-start: 0.25mm dashed var(--ink); }
.card:nth-child(n + 3) { border-top: 0.25mm dashed var(--ink); }
.card h1 { font-size: 15pt; letter-spacing: -0.01em; }
.card .head { margin-top: 2.2mm; }
.card h2 { font-size: 11pt; }
.card :is(ol, ul, p) { margin-top: 1mm; }

.tally h1, .page h1 { font-size: 30pt; letter-spacing: -0.02em; }
.tally .paper { display: flex; flex-direction: column; min-height: var(--full); }
.tally .paper > p { margin-top: 3mm; font-size: 13pt; line-height: 1.3; }
.rows { flex: 1; margin-top: 5mm; display: flex; flex-direction: column; }
.rows > div { flex: 1 1 auto; border-top: 0.6mm solid var(--ink); padding: 3mm 0; break-inside: avoid; }
.rows dt { font-size: 16pt; font-weight: 700; color: var(--ink); }
.rows dd { margin-top: 2mm; display: flex; flex-wrap: wrap; gap: 3mm 5mm; }
.five { display: inline-flex; gap: 1.4mm; }
.five i { width: 5.2mm; height: 5.2mm; border: 0.4mm solid var(--ink); }

.page .paper { font-size: 10.5pt; line-height: 1.3; }
.page .head { margin-top: 4mm; padding-top: 1.6mm; border-top: 0.6mm solid var(--ink); }
.page h2 { font-size: 14pt; }
.page :is(ul, dl, .paper > p) { margin-top: 1.5mm; }
.page li + li { margin-top: 0.8mm; }
.page .paper dl > div { display: grid; grid-template-columns: 22mm minmax(0, 1fr); }
.page dt { font-weight: 700; color: var(--ink); }

@media screen {
  body { padding: 0 1rem 3rem; }
  main { max-width: 200mm; margin: 0 auto; }
  .screen { padding: 2rem 0; font-size: 12pt; line-height: 1.45; }
  .screen h1 { font-size: 1.6rem; margin-bottom: 0.5rem; }
  .screen ol { list-style: none; padding: 0; margin-top: 1rem; }
  .screen a { text-decoration: underline; text-underline-offset: 0.15em; }
  a:focus-visible, .box:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
  .sheet { padding: 2.5rem 0; border-top: 1px solid var(--rule); --full: 0; }
}
@media screen and (max-width: 44rem) {
  .flow { columns: 1; }
  .cards .paper { display: block; }
  .card { border: 0 !important; }
  .card[aria-hidden] { display: none; }
  .edge { flex-wrap: wrap; }
  .case .whom dl > div, .poster dl > div, .page .paper dl > div { grid-template-columns: minmax(0, 1fr); }
  .poster h1 { font-size: 15vw; }
  .poster :is(.lead, .foot, dl > div) { font-size: 16pt; }
}

@page { margin: 9mm 11mm; }
@media print {
  .screen { display: none; }
  .sheet { break-after: page; }
  .sheet:last-child { break-after: auto; }
}
`;
