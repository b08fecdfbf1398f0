// While a receipt is asked for: offers the newest screenshot, once it is written to its end.
import type { Host, Screenshot } from '../host/host';
import type { Offer, TextQuestion } from '../prompt/prompter';
import type { Translator } from '../view/translator';

/** How far back a picture may lie: most are taken before the person says that the step is done. */
const MINUTES_BACK = 10;
const POLL_MS = 1000;

/**
 * For `TextQuestion.offers`: looks once a second, and offers a picture when two looks find it of one size. `taken` are paths
 * that are receipts already. The copies this program writes are not offered.
 */
export function watchScreenshots(
  host: Pick<Host, 'newestScreenshot' | 'now'>,
  translator: Translator,
  taken: ReadonlySet<string>,
): NonNullable<TextQuestion['offers']> {
  return (offer) => {
    const since = new Date(host.now().getTime() - MINUTES_BACK * 60_000);
    let last: Screenshot | undefined;
    let offered: string | undefined;
    let isOver = false;
    let timer: NodeJS.Timeout | undefined;
    const look = async (): Promise<void> => {
      const found = await host.newestScreenshot(since).catch(() => undefined);
      if (isOver) return;
      const isWhole = found !== undefined && found.bytes > 0 && last?.path === found.path && last.bytes === found.bytes;
      if (isWhole && !taken.has(found.path) && !MADE_HERE.test(found.name)) {
        const answer = offerOf(translator, found, host.now());
        if (answer.label !== offered) offer(answer);
        offered = answer.label;
      }
      last = found;
      timer = setTimeout(() => void look(), POLL_MS);
      timer.unref();
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  };
}

const MADE_HERE = /\.(?:cleaned|blacked-out|cropped)(?:-\d+)?\.\w+$/;

/** By seconds for the first minute, then by minutes. */
function offerOf({ say, ui }: Translator, { path, name, changed }: Screenshot, now: Date): Offer {
  const seconds = Math.max(0, Math.round((now.getTime() - changed.getTime()) / 1000));
  const shown = name.length > 60 ? `${name.slice(0, 59)}…` : name;
  return {
    value: path,
    label:
      seconds < 60
        ? say(ui.reading.offered, { name: shown, n: seconds })
        : say(ui.reading.offered_minutes, { name: shown, n: Math.floor(seconds / 60) }),
  };
}
