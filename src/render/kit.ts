// A kit as one HTML file to print: a sheet after the other, nothing from elsewhere, the language at the edge of each page.
import type { Block, Fact, Kit, Sheet, SheetBody } from '../view/document';
import { htmlFile, htmlOf, oneLine } from './html';
import { kitStyle } from './kit-style';
import { directionOf } from './typography';

/** The kit as one HTML file under the same policy as `renderHtml`. The same kit always gives the same bytes. */
export const renderKit = ({ lang, title, note, sheets }: Kit): string =>
  htmlFile(
    { lang, title },
    kitStyle,
    `<header class="screen">
<h1>${oneLine(title)}</h1>
<p>${oneLine(note)}</p>
<ol role="list">
${sheets.map((sheet) => `<li lang="${oneLine(sheet.lang)}"><a href="#${oneLine(sheet.id)}">${oneLine(`${sheet.edge[1] ?? ''} · ${sheet.title}`)}</a></li>\n`).join('')}</ol>
</header>
${sheets.map(sheetOf).join('')}`,
  );

/**
 * A sheet is a table because the head of a table is what browsers print again on every page it goes over to. To a screen
 * reader it is none.
 */
const sheetOf = ({ id, lang, edge, title, body }: Sheet): string => `<section id="${oneLine(id)}" class="sheet ${
  body.kind
}" lang="${oneLine(lang)}" dir="${directionOf(lang)}">
<table role="presentation">
<thead><tr><td><p class="edge">${edge.map((text) => `<span>${oneLine(text)}</span>`).join('')}</p></td></tr></thead>
<tbody><tr><td><div class="paper">
${bodyOf(body, { lang, id, title })}</div></td></tr></tbody>
</table>
</section>
`;

type Around = Pick<Sheet, 'lang' | 'id' | 'title'>;

const bodyOf = (body: SheetBody, around: Around): string => {
  const title = `<h1>${oneLine(around.title)}</h1>\n`;
  switch (body.kind) {
    case 'poster':
      return `${title}<p class="lead">${body.lead.map((text) => `<span>${oneLine(text)}</span> `).join('')}</p>\n${blocksOf([facts(body.rows)], around)}<p class="foot">${oneLine(body.foot)}</p>\n`;
    case 'case':
      return `<div class="top"><span class="which" aria-hidden="true">${body.number}</span>${title}</div>\n<div class="whom">\n${blocksOf([facts(body.whom)], around)}</div>\n<div class="flow">\n${blocksOf(body.blocks, around)}</div>\n`;
    case 'cards': {
      const inside = `${title}${blocksOf(body.blocks, around)}`;
      return Array.from(
        { length: body.copies },
        (_, index) => `<div class="card"${index === 0 ? '' : ' aria-hidden="true"'}>\n${inside}</div>\n`,
      ).join('');
    }
    case 'tally':
      return `${title}${blocksOf(body.intro, around)}<dl class="rows">\n${body.rows.map((row) => `<div><dt>${oneLine(row)}</dt><dd aria-hidden="true">${boxes(body.boxes)}</dd></div>\n`).join('')}</dl>\n`;
    case 'page':
      return `${title}${blocksOf(body.blocks, around)}`;
  }
};

const blocksOf = (blocks: readonly Block[], { lang, id }: Around): string =>
  htmlOf(blocks, { qr: true, lang, sheet: id });

const facts = (rows: readonly Fact[]): Block => ({ kind: 'facts', rows });

/** Empty boxes in fives, so that they are counted at a glance. */
const boxes = (count: number): string =>
  `<span class="five">${'<i></i>'.repeat(5)}</span>`.repeat(Math.ceil(count / 5));
