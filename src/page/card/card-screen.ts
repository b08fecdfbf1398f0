// The card to share: seen as it will be, saved as a picture, with its words for who cannot see it.
import { altText, cardOf } from '../../card/card';
import type { Card } from '../../card/card';
import { layOut, SIZES } from '../../card/layout';
import type { Size } from '../../card/layout';
import { drawable } from '../../card/letters';
import type { CivilDate } from '../../journey/dates';
import { journeyFor } from '../../journey/journey';
import type { JourneyRecord } from '../../journey/record';
import { summarise } from '../../journey/summary';
import type { Translator } from '../../view/translator';
import type { Stage } from '../ask/stage';
import { button, element, icon } from '../draw/element';
import { nodesOf } from '../draw/inline';
import { copyText, download } from '../machine/browser';
import { pngOf } from '../machine/picture';
import { deviceFonts, painted } from './paint';

/** Shows the card of `record` until the person goes back. False, and nothing shown, while nothing is cancelled or deleted. */
export async function showCard(
  stage: Pick<Stage, 'occupy'>,
  translator: Translator,
  record: JourneyRecord,
  today: CivilDate,
): Promise<boolean> {
  const { ui, say, catalogue } = translator;
  const words = ui.page;
  const summary = summarise(record, journeyFor(record.profile, catalogue.guide, today));
  const cardWith = (withReason: boolean): Card | undefined =>
    cardOf(translator, summary, { name: record.extras.name, withReason });
  const whole = cardWith(true);
  if (whole === undefined) return false;
  const fonts = deviceFonts();
  const told = element('p', { class: 'told', role: 'status' });
  const shown = element('div', { class: 'cards' });
  const alt = element('p', { class: 'alt', id: 'card-words' });
  let canvases: Partial<Record<Size, HTMLCanvasElement>> = {};
  let described = '';

  const show = (wanted: Card): void => {
    const { card, leftOut } = drawable(wanted, [fonts.regular, fonts.bold]);
    described = altText(translator, card, false);
    canvases = {};
    for (const size of SIZES) {
      const layout = layOut(card, size, fonts);
      if (layout === undefined) continue;
      const canvas = painted(layout, translator.lang);
      canvas.className = size;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', `${say(words[`card_${size}`])}: ${described}`);
      canvases[size] = canvas;
    }
    shown.replaceChildren(...Object.values(canvases));
    alt.replaceChildren(...described.split('\n').flatMap((line, at) => (at === 0 ? [line] : [element('br'), line])));
    told.textContent =
      shown.childElementCount < SIZES.length
        ? say(words.card_room)
        : leftOut.length === 0
          ? ''
          : say(ui.card.left_out, { list: leftOut.join(' ') });
  };
  const save = async (size: Size): Promise<void> => {
    const canvas = canvases[size];
    const bytes = canvas === undefined ? undefined : await pngOf(canvas);
    const name = `quitgpt-card-${today}-${size}.png`;
    if (bytes !== undefined) download(name, bytes, 'image/png');
    told.textContent =
      bytes === undefined
        ? say(canvas === undefined ? words.card_room : words.cover_failed)
        : say(words.card_saved, { file: name });
  };
  const copy = async (): Promise<void> => {
    const copied = await copyText(described);
    told.textContent = say(copied === 'copied' ? ui.share.copied : ui.share.copy_failed);
  };
  show(whole);
  return new Promise((resolve) => {
    const saving = (size: Size, look: string): HTMLElement =>
      button(
        { class: look, 'data-key': `save-${size}` },
        () => void save(size),
        element('span', { class: 'name' }, say(words[`card_save_${size}`])),
      );
    stage.occupy(
      element(
        'div',
        { class: 'ask under', id: 'card' },
        element('h1', { tabindex: -1 }, say(words.card_title)),
        shown,
        ...(whole.reason === undefined
          ? []
          : [reasonBox(say(words.card_reason), (wants) => show(cardWith(wants) ?? whole))]),
        element('div', { class: 'reach' }, told, saving('wide', 'choice first'), saving('tall', 'choice')),
        element('h2', {}, say(words.card_words)),
        alt,
        button(
          { class: 'choice', 'data-key': 'copy' },
          () => void copy(),
          element('span', { class: 'name' }, say(words.card_copy)),
        ),
        element('p', { class: 'quiet' }, ...nodesOf(translator.line(words.card_device))),
        element(
          'div',
          { class: 'row' },
          button({ class: 'plain back', 'data-key': 'back' }, () => resolve(true), icon('back'), say(ui.common.back)),
        ),
      ),
    );
  });
}

function reasonBox(label: string, changed: (wants: boolean) => void): HTMLElement {
  const box = element('input', { type: 'checkbox', id: 'with-reason', checked: true, 'data-key': 'reason' });
  box.addEventListener('change', () => changed(box.checked));
  return element('label', { class: 'choice', for: 'with-reason' }, box, element('span', { class: 'name' }, label));
}
