// While an export is read: how far it is, and a way to stop; then what was found, or why nothing was.
import { sizeText } from '../view/size-text';
import type { Translator } from '../view/translator';
import type { CheckedExport } from '../walk/session';
import type { Stage } from './ask/stage';
import { button, element } from './draw/element';
import { checkInWorker } from './machine/check-worker';
import type { Checked } from './machine/check-worker';

/** How often what is read out changes, in percent. */
const SPOKEN_STEP = 25;

/** Shows the progress on the stage while a worker made of `script` reads. Never rejects. */
export async function checkWithProgress(
  stage: Pick<Stage, 'occupy'>,
  spoken: HTMLElement,
  script: string,
  translator: Translator,
  file: File,
): Promise<CheckedExport> {
  const { ui, say } = translator;
  const stop = new AbortController();
  const bar = element('progress', { max: 1, 'aria-labelledby': 'checking' });
  const far = element('p', { class: 'quiet' });
  const title = element('h1', { id: 'checking', tabindex: -1 }, say(ui.page.checking, { file: file.name }));
  const stopping = button({ class: 'choice', 'data-key': 'stop' }, () => stop.abort(), say(ui.page.check_stop));
  stage.occupy(element('section', { class: 'checking' }, title, bar, far, stopping));
  let said = 0;
  const checked = await checkInWorker(
    script,
    file,
    (done, total, count) => {
      const share = total === 0 ? 1 : done / total;
      bar.value = share;
      far.textContent = `${say(ui.progress.of, { done: sizeText(translator, done), total: sizeText(translator, total) })}, ${say(ui.progress.count, { n: count })}`;
      const percent = Math.floor((share * 100) / SPOKEN_STEP) * SPOKEN_STEP;
      if (percent > said) spoken.textContent = say(ui.progress.percent, { n: (said = percent) });
    },
    stop.signal,
  );
  return outcomeOf(checked, file.name, translator);
}

function outcomeOf(checked: Checked, file: string, { ui, say }: Translator): CheckedExport {
  switch (checked.kind) {
    case 'checked':
      return { ok: true, file, verdict: checked.verdict, findings: checked.findings, titles: checked.titles };
    case 'refused':
      return { ok: false, why: say(ui.errors[`export_${checked.problem}`], { file }) };
    case 'failed':
      return { ok: false, why: say(ui.page.check_failed, { file, why: checked.why }) };
    case 'stopped':
      return { ok: false, why: say(ui.export_check.stopped) };
  }
}
