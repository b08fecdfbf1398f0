// What the walk does with pictures: reads them, and writes copies with places blacked out. All of it is loaded when the first one is given.
import { MAX_PROOF_BYTES, PICTURE_KINDS } from '../../proof/proof-facts';
import type { Hidden, PictureActions, Pictures } from '../../walk/session';
import { errorText } from '../say-error';
import { pictureReader } from '../pictures/picture-thread';
import { reasonOf, CliError } from '../cli-error';
import type { Run } from '../run';

/** What the walk does with pictures in this run. */
export function picturesOf(run: Run): Pictures {
  return {
    kinds: PICTURE_KINDS,
    async turn(session, step, path, name) {
      const { pictureTurn } = await import('../../walk/picture-turn');
      return pictureTurn(session, pictureActions(run), step, path, name);
    },
  };
}

/** Neither ever rejects: what goes wrong is said by whoever asked. */
function pictureActions(run: Run): PictureActions {
  const { host, translator } = run;
  const decoded = async (path: string) => {
    const { decodePicture } = await import('../../proof/picture');
    return decodePicture(await host.files.read(path, MAX_PROOF_BYTES), host);
  };
  return {
    async read(path, name) {
      const stop = new AbortController();
      const letGo = host.onSignal(() => stop.abort());
      try {
        const picture = await decoded(path);
        if (!picture.ok) return undefined;
        const { width, height } = picture.pixels;
        return { width, height, ...(await pictureReader(run, name)(picture.pixels, stop.signal)) };
      } catch {
        // An engine that cannot run here, or a file that is gone: the picture is unread, and the person goes on.
        return stop.signal.aborted ? 'stopped' : undefined;
      } finally {
        letGo();
      }
    },
    async hide(path, boxes, earlier): Promise<Hidden> {
      try {
        const picture = await decoded(path);
        if (!picture.ok) return { ok: false, why: translator.say(translator.ui.reading.not_drawn) };
        const [{ blackOut }, { encodePng }] = await Promise.all([
          import('../../proof/black-out'),
          import('../../proof/picture'),
        ]);
        const bytes = await encodePng(blackOut(picture.pixels, boxes), host);
        const target = earlier ?? (await freeName(run, path));
        await host.files.write(target, bytes, { replace: earlier !== undefined });
        return { ok: true, path: target, boxes: boxes.length };
      } catch (error) {
        return {
          ok: false,
          why:
            error instanceof CliError
              ? errorText(translator, error)
              : translator.say(translator.ui.errors[reasonOf(error, host.platform)]),
        };
      }
    },
  };
}

/** Beside the picture: `name.blacked-out.png`, `name.blacked-out-2.png` … */
async function freeName({ host }: Run, path: string): Promise<string> {
  const stem = path.replace(/\.(?:png|jpe?g|webp)$/i, '');
  for (let count = 1; ; count += 1) {
    const file = `${stem}.blacked-out${count === 1 ? '' : `-${count}`}.png`;
    const look = await host.files.look(file);
    if (look.kind === 'missing' || look.kind === 'unreadable') return file;
  }
}
