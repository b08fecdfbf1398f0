// One page for a browser and for paper: self-contained, no script, nothing from elsewhere.
import type { Aside, Block, Document, Fact, Inline, Line, StepEntry } from '../view/document';
import { escapeHtml, escapeToOneLine, isLinkable } from './escape';
import { pageStyle } from './page-style';
import { qrSvg } from './qr';
import { englishBeside } from './spans';
import { arrowOf, directionOf, leadOf } from './typography';

/** `qr`: draw the codes of the pages that ask for one. */
export type HtmlOptions = { readonly qr: boolean };

/**
 * The document as one HTML page. The policy in its head forbids scripts and anything loaded, so even a mistake here
 * could not act. Steps are `<li id="step-<id>" data-step="<id>">`; open ones can be ticked on the screen, nothing is kept.
 */
export const renderHtml = (document: Document, options: HtmlOptions): string =>
  htmlFile(document, pageStyle, htmlInside(document, options));

/** What stands in the body of that page: for whoever has a page already, with its style. */
export const htmlInside = (document: Document, { qr }: HtmlOptions): string => {
  const headed = document.blocks.some((block) => block.kind === 'heading' && block.level === 1);
  const title: Block = { kind: 'heading', level: 1, text: document.title };
  return htmlOf(headed ? document.blocks : [title, ...document.blocks], { qr, lang: document.lang });
};

/** One HTML file around `main`, which has to be HTML already, with nothing that could act or be loaded. */
export const htmlFile = (
  { lang, title }: Pick<Document, 'lang' | 'title'>,
  style: string,
  main: string,
): string => `<!doctype html>
<html lang="${oneLine(lang)}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
<title>${oneLine(title)}</title>
<style>
${style}</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * What the blocks of one page share: whether codes are drawn, and the language of the words. `sheet` tells the steps of several
 * lists in one file apart, and has the codes stand before the words that flow around them.
 */
type Page = { readonly qr: boolean; readonly lang: string; readonly sheet?: string };

/** Blocks as HTML; steps that follow each other are one list. */
export const htmlOf = (blocks: readonly Block[], page: Page): string =>
  blocks
    .map((block, index) => {
      if (block.kind !== 'step') return htmlOfBlock(block, page);
      // role="list" because a list without markers is no list to some screen readers.
      const opens = blocks[index - 1]?.kind === 'step' ? '' : '<ol class="steps" role="list">\n';
      const closes = blocks[index + 1]?.kind === 'step' ? '' : '</ol>\n';
      return opens + stepOf(block.step, page) + closes;
    })
    .join('');

const htmlOfBlock = (block: Exclude<Block, { readonly kind: 'step' }>, page: Page): string => {
  switch (block.kind) {
    case 'heading':
      return `<div class="head"><h${block.level}>${oneLine(block.text)}</h${block.level}>${asideOf(block.aside)}</div>\n`;
    case 'paragraph':
      return `<p${toneClass(block.tone)}>${titled(block.title, lineOf(block.line), page)}</p>\n`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const title =
        block.title === undefined ? '' : `<p class="over"><b class="lead">${oneLine(block.title)}</b></p>\n`;
      return `${title}<${tag}${toneClass(block.tone)}>\n${block.items.map((item) => `<li>${lineOf(item)}</li>\n`).join('')}</${tag}>\n`;
    }
    case 'facts':
      return `<dl>\n${block.rows.map(factOf).join('')}</dl>\n`;
    case 'path':
      return `<p class="path">${titled(block.title, pathOf(block.labels, page), page)}</p>\n`;
    case 'page':
      return `<p class="page">${titled(block.title, addressOf(block.url), page)}</p>\n${codeOf(block, page)}`;
    case 'command':
      return `<pre tabindex="0"><code>${oneLine(block.text)}</code></pre>\n`;
    case 'code':
      return '';
    case 'fill':
      return `<p class="fill">${oneLine(block.label)} <span class="line"></span></p>\n`;
    case 'part':
      return `<div class="part" lang="${oneLine(block.lang)}" dir="${directionOf(block.lang)}">\n${htmlOf(block.blocks, { ...page, lang: block.lang })}</div>\n`;
  }
};

const stepOf = (step: StepEntry, page: Page): string => {
  const id = oneLine(page.sheet === undefined ? step.id : `${page.sheet}-${step.id}`);
  const ticked = step.state === 'open' ? '' : step.state === 'done' ? ' checked disabled' : ' disabled';
  const word = step.stateWord === undefined ? '' : ` <span class="state">${oneLine(step.stateWord)}</span>`;
  const title = `<span class="number">${step.number}</span> ${oneLine(step.title)}${word}`;
  // The codes stand beside the whole step, so that they cost no height on paper.
  const codes = step.blocks.map((block) => (block.kind === 'page' ? codeOf(block, page) : '')).join('');
  const box = `<input type="checkbox" class="box" aria-labelledby="title-${id}"${ticked}>`;
  const beside = within('codes', codes);
  return `<li id="step-${id}" data-step="${oneLine(step.id)}" class="${step.state}">
${page.sheet === undefined ? '' : beside}<div class="what">
<div class="head">${box}<p class="title" id="title-${id}">${title}</p>${asideOf(step.aside)}</div>
${within('body', htmlOf(step.blocks, { ...page, qr: false }))}</div>
${page.sheet === undefined ? beside : ''}</li>
`;
};

const within = (name: string, html: string): string => (html === '' ? '' : `<div class="${name}">\n${html}</div>\n`);

const codeOf = (block: Extract<Block, { readonly kind: 'page' }>, page: Page): string => {
  const code = page.qr && block.qr === true && isLinkable(block.url) ? qrSvg(block.url) : undefined;
  return code === undefined ? '' : `${code}\n`;
};

const factOf = ({ term, line, aside }: Fact): string =>
  `<div><dt>${oneLine(term)}</dt><dd>${lineOf(line)}${aside === undefined ? '' : ` ${asideOf(aside)}`}</dd></div>\n`;

const titled = (title: string | undefined, html: string, { lang }: Page): string =>
  title === undefined ? html : `<b class="lead">${oneLine(leadOf(title, html, lang))}</b> ${html}`;

const lineOf = (line: Line): string => line.map(inlineOf).join('');

/** Each label holds the arrow after it, so that a row ends with an arrow and never begins with one. */
const pathOf = (labels: readonly Inline[], { lang }: Page): string =>
  labels
    .map(inlineOf)
    .map(
      (label, index) =>
        `<span class="label">${label}${index < labels.length - 1 ? arrowOf(lang).trimEnd().replace(' ', '\u00A0') : ''}</span>`,
    )
    .join(' ');

const inlineOf = (inline: Inline): string => {
  if (typeof inline === 'string') return escapeHtml(inline).replaceAll('\n', '<br>');
  switch (inline.kind) {
    case 'strong':
      return `<strong>${oneLine(inline.text)}</strong>`;
    case 'label': {
      const english = englishBeside(inline);
      return `<b>${oneLine(inline.text)}</b>${english === undefined ? '' : ` (<span lang="en">${oneLine(english)}</span>)`}`;
    }
    case 'code':
      return `<code>${oneLine(inline.text)}</code>`;
    case 'address':
      return addressOf(inline.url);
  }
};

/** An address as a link to itself, or as plain words where it is not one that may be opened. Always read left to right. */
const addressOf = (url: string): string => {
  const shown = `<bdi dir="ltr">${oneLine(url)}</bdi>`;
  return isLinkable(url) ? `<a href="${escapeHtml(url)}" rel="noreferrer">${shown}</a>` : shown;
};

const asideOf = (aside: Aside | undefined): string =>
  aside === undefined ? '' : `<span class="aside ${aside.tone}">${oneLine(aside.text)}</span>`;
const toneClass = (tone: string | undefined): string =>
  tone === undefined || tone === 'plain' ? '' : ` class="${tone}"`;
/** A text for a place without line breaks, safe between tags and in a quoted attribute. */
export const oneLine = (text: string): string => escapeHtml(escapeToOneLine(text));
