// A picture given as a receipt: looked at, blacked out by hand, and saved as a copy. Of the picture itself nothing is kept.
import type { Translator } from '../../view/translator';
import type { Stage } from '../ask/stage';
import { button, element, icon } from '../draw/element';
import { download } from '../machine/browser';
import { drawnFrom, MOST_PIXELS } from '../machine/picture';
import { pictureArea } from './area';
import { boxesOn } from './boxes';

/** `done`: the person goes on with this picture. `another`: they want to give another one. Else why it cannot be shown here. */
export type Covered = 'done' | 'another' | { readonly why: string };

/** Shows the picture in `file` until the person goes on. Boxes are remembered as long as it is shown. Never rejects. */
export async function coverPicture(
  stage: Pick<Stage, 'occupy'>,
  spoken: HTMLElement,
  { ui, say }: Translator,
  file: File,
): Promise<Covered> {
  const words = ui.page;
  const drawn = await drawnFrom(file);
  if (drawn === undefined) return { why: say(words.cover_unknown, { file: file.name }) };
  const { width, height } = drawn;
  if (width * height > MOST_PIXELS) {
    drawn.close();
    return { why: say(ui.proof_command['too-many-pixels'], { file: file.name }) };
  }
  const canvas = drawn.canvas();
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', say(words.cover_picture, { file: file.name, width, height }));
  const boxes = boxesOn();
  const told = element('p', { class: 'told', role: 'status' });
  const saving = element('span', { class: 'name' });
  const changed = (said: string): void => {
    const count = boxes.all().length;
    saving.textContent = say(count === 0 ? words.cover_save_bare : words.cover_save);
    told.textContent = '';
    spoken.textContent = said;
  };
  const area = pictureArea(
    canvas,
    drawn,
    boxes,
    {
      area: say(words.cover_area),
      box: (n, total, at) =>
        say(words.cover_box, {
          n,
          total,
          left: Math.round(at.left),
          top: Math.round(at.top),
          width: Math.round(at.width),
          height: Math.round(at.height),
        }),
    },
    changed,
  );
  const save = async (): Promise<void> => {
    const places = boxes.all();
    const name = `${file.name.replace(/\.(?:png|jpe?g|webp|hei[cf]|gif)$/i, '')}.${places.length === 0 ? 'cleaned' : 'blacked-out'}.png`;
    const bytes = await drawn.png(places);
    if (bytes !== undefined) download(name, bytes, 'image/png');
    told.textContent =
      bytes === undefined
        ? say(words.cover_failed)
        : places.length === 0
          ? say(words.cover_saved_bare, { file: name })
          : `${say(ui.reading.written, { file: name, n: places.length })} ${say(words.cover_look_again)}`;
  };
  changed('');
  return new Promise((resolve) => {
    const end = (covered: Covered) => (): void => {
      drawn.close();
      resolve(covered);
    };
    const tool = (key: string, act: () => void, label: string): HTMLElement =>
      button({ class: 'tool', 'data-key': key }, act, label);
    stage.occupy(
      element(
        'div',
        { class: 'ask under', id: 'covering' },
        element('h1', { tabindex: -1 }, say(words.cover_title)),
        element('p', {}, say(words.cover_look)),
        area.element,
        element(
          'div',
          { class: 'tools-row' },
          tool('add', area.add, say(words.cover_add)),
          tool('undo', area.undo, say(words.cover_undo)),
          tool('remove', area.remove, say(words.cover_remove)),
        ),
        element(
          'div',
          { class: 'reach' },
          told,
          button({ class: 'choice first', 'data-key': 'save' }, () => void save(), saving),
          button(
            { class: 'choice', 'data-key': 'done' },
            end('done'),
            element('span', { class: 'name' }, say(words.go_on)),
          ),
        ),
        element('p', { class: 'quiet', id: 'cover-how' }, say(words.cover_how)),
        element('p', { class: 'quiet' }, say(words.cover_limit), ' ', say(ui.reading.unread)),
        element(
          'div',
          { class: 'row' },
          button(
            { class: 'plain back', 'data-key': 'another' },
            end('another'),
            icon('back'),
            say(ui.reading.fits_another),
          ),
        ),
      ),
    );
  });
}
