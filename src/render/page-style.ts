// How the page looks, on a screen and on paper: ink on white, one column, a box per step.

/**
 * The style sheet of `renderHtml`. Sizes on paper are in points and millimetres: a code of 20 mm scans from a table,
 * margins of 13 mm suit A4 and Letter. Greys keep a contrast of 7 to 1 on white.
 */
export const pageStyle = `
:root { color-scheme: light; --ink: #111; --quiet: #505050; --rule: #d9d9d9; --qr: 20mm; }
* { box-sizing: border-box; }
html { background: #fff; color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, p, ol, ul, dl, pre { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { font-size: 1.25rem; line-height: 1.3; }
h3 { font-size: 1rem; }
main > * + *, .part > * + * { margin-top: 1rem; }
main > .over { margin-bottom: -0.75rem; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; }
.head > :is(h1, h2, h3, .title) { flex: 1 1 auto; }
.quiet, .aside.plain, .state, dt { color: var(--quiet); }
.quiet { font-size: 0.875rem; }
.aside { font-size: 0.875rem; white-space: nowrap; }
.aside.warning { font-weight: 600; }
:is(p, ol, ul).warning { border-inline-start: 3px solid var(--ink); padding-inline-start: 0.75rem; }
:is(ol, ul).warning { padding-inline-start: 2rem; }
main > ul, main > ol:not(.steps), .body > :is(ol, ul) { padding-inline-start: 1.4rem; }
a { color: inherit; text-decoration-color: #767676; text-underline-offset: 0.15em; }
a:focus-visible, .box:focus-visible, pre:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
code, pre { font: 0.9em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
pre { overflow-x: auto; padding: 0.5rem 0.75rem; border: 1px solid var(--rule); border-radius: 4px; }
dl > div { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: 0 1rem; }
dd { margin: 0; }

.steps { list-style: none; padding: 0; border-bottom: 1px solid var(--rule); }
.steps > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; border-top: 1px solid var(--rule); padding: 0.75em 0; break-inside: avoid; }
.steps .head { display: grid; grid-template-columns: auto 1fr auto; gap: 0 0.75rem; }
.title { font-weight: 600; font-size: 1.0625rem; }
.number { margin-inline-end: 0.35em; }
.state { font-weight: 400; font-size: 0.875rem; }
.state::before { content: "· "; content: "· " / ""; }
.box { appearance: none; -webkit-appearance: none; width: 1.15rem; height: 1.15rem; margin: 0.22rem 0 0; border: 1.5px solid var(--ink); border-radius: 2px;
  align-self: start; display: grid; place-content: center; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.box:checked::before { content: ""; width: 0.62rem; height: 0.32rem; border: solid var(--ink); border-width: 0 0 2px 2px; transform: translateY(-0.08rem) rotate(-45deg); }
.skipped .box::before { content: ""; width: 0.6rem; border-top: 2px solid var(--ink); }
.body { margin-inline-start: 1.9rem; display: flex; flex-flow: row wrap; align-items: baseline; gap: 0.15em 1.5rem; font-size: 0.9375rem; }
.steps .body { margin-top: 0.15em; }
.body > * { flex: 0 0 100%; min-width: 0; }
.body > .page { flex: 1 1 auto; max-width: 100%; }
.body > p:not(.page):has(+ .fill) { flex: 1 1 60%; }
.body > .fill { flex: 0 0 auto; margin-inline-start: auto; }
.body .lead { font-weight: 400; color: var(--quiet); }
.codes { display: grid; gap: 2mm; align-content: start; margin-inline-start: 1.25rem; }
.qr { width: var(--qr); height: var(--qr); display: block; }
.path { font-weight: 600; }
.path .label { display: inline-block; max-width: 100%; }
.path b { font-weight: inherit; }
.fill { display: flex; align-items: baseline; gap: 0.5rem; color: var(--quiet); }
.line { width: 7.5rem; border-bottom: 1px solid var(--ink); height: 1.1em; }

@media (max-width: 30rem) {
  main { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.4rem; }
  .steps .head { grid-template-columns: auto 1fr; }
  .steps .aside { grid-column: 2; white-space: normal; }
  .steps > li { grid-template-columns: minmax(0, 1fr); }
  .codes { margin-block-start: 0.5rem; margin-inline-start: 1.5rem; }
  dl > div { grid-template-columns: 1fr; margin-bottom: 0.5rem; }
}

@page { margin: 11mm 13mm; }
@media print {
  body { font-size: 9.5pt; line-height: 1.32; }
  main { max-width: none; padding: 0; }
  main > * + *, .part > * + * { margin-top: 2mm; }
  main > .over { margin-bottom: -1.5mm; }
  h1 { font-size: 16pt; }
  h2 { font-size: 11.5pt; }
  h1, h2, h3 { break-after: avoid; }
  .steps > li { padding: 1.4mm 0; }
  .title { font-size: 11pt; }
  .quiet, .aside, .state { font-size: 8.5pt; }
  .body { font-size: 9.5pt; margin-inline-start: 7.5mm; }
  .steps .head { gap: 0 3mm; }
  .box { width: 4.5mm; height: 4.5mm; margin-top: 0.3mm; border-width: 0.4mm; }
  .line { width: 32mm; }
  a { text-decoration: none; }
}
`;
