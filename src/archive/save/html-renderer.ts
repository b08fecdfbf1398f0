// Renders HTML: pages that open from the disk, a list of them with a search by title, and the side pages.
import type { SideBlock, SidePage } from './side-pages';
import type { Contents, Renderer } from './renderer';
import { htmlOf } from './html';
import { escaped, linkTag } from './html-escape';
import { htmlPage } from './html-style';
import { asTyped } from './html-text';
import { dayOf, linkTo } from './names';
import type { SaveWords } from './words';

export const htmlRenderer: Renderer = { ending: '.html', indexName: 'index.html', page: htmlOf, sidePage, index };

function sidePage({ title, blocks }: SidePage, words: SaveWords): string {
  return htmlPage({
    lang: words.lang,
    title,
    body: `<nav><a href="index.html">${escaped(words.index.back)}</a></nav>\n<main>\n<h1>${escaped(title)}</h1>\n${blocks.map(blockOf).join('\n')}\n</main>`,
  });
}

function blockOf(block: SideBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'words':
      return `<p class="quiet">${escaped(block.text)}</p>`;
    case 'text':
      return asTyped(block.text);
    case 'notes':
      return `<ul>\n${block.notes.map(({ text, when }) => `<li>${escaped(text)} <small>${escaped(when)}</small></li>`).join('\n')}\n</ul>`;
    case 'tasks':
      return `<ul class="list">\n${block.tasks.map(({ title, url }, at) => `<li class="task"><input type="checkbox" id="task-${at}"> <label for="task-${at}"><bdi>${escaped(title)}</bdi></label> ${linkTag(url, url)}</li>`).join('\n')}\n</ul>`;
  }
}

/** Years are parts of their own: a list of thousands has places to jump to. */
function* index(
  { count, conversations, messages, files, documents, sidePages: pages, leftOut }: Contents,
  words: SaveWords,
): Iterable<string> {
  const { index: own } = words;
  // The head is made with the rest of the page and cut where the list goes.
  const [head = '', tail = ''] = htmlPage({
    lang: words.lang,
    title: own.title,
    searches: true,
    body: `<main>\n<h1>${escaped(own.title)}</h1>\n${CUT}\n</main>`,
  }).split(CUT);
  yield `${head}<p>${escaped(own.what(count, messages, files + documents))} ${escaped(own.times)}</p>\n`;
  if (pages.length > 0)
    yield `<ul>\n${pages.map(({ name, title }) => `<li><a href="${name}.html">${escaped(title)}</a></li>`).join('\n')}\n</ul>\n`;
  if (leftOut.length > 0)
    yield `<details>\n<summary>${escaped(own.leftOut)}</summary>\n<ul>\n${leftOut.map((line) => `<li>${escaped(line)}</li>`).join('\n')}\n</ul>\n</details>\n`;
  yield `<form class="search" role="search" hidden><label for="search">${escaped(own.search)}</label><input type="search" id="search" autocomplete="off" spellcheck="false"><output id="found" for="search" data-words="${escaped(own.found)}"></output></form>\n`;
  let year: string | undefined;
  for (const { path, title, created, project } of conversations ?? []) {
    const day = created === undefined ? undefined : dayOf(created);
    const of = day?.slice(0, 4) ?? own.undated;
    if (of !== year)
      yield `${year === undefined ? '' : '</ul>\n</section>\n'}<section data-year>\n<h2>${escaped(of)}</h2>\n<ul class="list">\n`;
    year = of;
    yield `<li><time>${day ?? ''}</time><a href="${linkTo(path)}"><bdi>${escaped(title ?? words.untitled)}</bdi></a>${project === undefined ? '' : `<small>${escaped(words.project)} ${escaped(project.slice(4, 12))}</small>`}</li>\n`;
  }
  yield `${year === undefined ? '' : '</ul>\n</section>\n'}${tail}`;
}

const CUT = '\uE000cut\uE000';
