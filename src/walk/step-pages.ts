// The pages of a step's screen: each is opened by one key and comes back to the step.
import type { Journey, JourneyStep } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { stateOf, withWay } from '../journey/record';
import { paragraph } from '../view/document';
import type { Block } from '../view/document';
import {
  barePage,
  codePage,
  differentPage,
  morePage,
  pageOf,
  stepsPage,
  stuckPage,
  surePage,
  wayTitle,
} from '../view/step-screen';
import type { Shown } from '../view/step-screen';
import type { Session } from './session';

/** The rest about the step, and everything that has only a letter on its screen, in words. */
export async function showMore(
  session: Session,
  entry: JourneyStep,
  shown: Shown,
): Promise<'step' | 'copy' | 'code' | 'steps' | 'skip' | 'stop'> {
  const { prompter, translator, today } = session;
  const { say, ui } = translator;
  const hasPage = addressOf(session, entry, shown) !== undefined;
  const given = await prompter.askOne<'step' | 'copy' | 'code' | 'steps' | 'skip' | 'stop'>({
    id: `more:${entry.step.id}`,
    title: say(ui.step.ask),
    back: 'unlisted',
    choices: [
      { value: 'step', key: 'step', label: say(ui.step.to_step) },
      ...(hasPage
        ? ([
            { value: 'copy', key: 'copy', label: say(ui.step.copy) },
            { value: 'code', key: 'code', label: say(ui.step.code) },
          ] as const)
        : []),
      { value: 'steps', key: 'steps', label: say(ui.step.steps) },
      {
        value: 'skip',
        key: 'skip',
        label: say(ui.step.skip),
        ...(entry.step.optional === true ? { hint: say(ui.step.skip_optional) } : {}),
      },
      { value: 'stop', key: 'stop', label: say(ui.step.stop) },
    ],
    above: morePage(translator, entry, today, shown),
  });
  return given.kind === 'back' ? 'step' : given.value;
}

/** What may look different, and the other ways to choose from; what is chosen is remembered. */
export async function showDifferent(
  session: Session,
  entry: JourneyStep,
  record: JourneyRecord,
  shown: Shown,
): Promise<JourneyRecord> {
  const { prompter, translator } = session;
  const { step, ways } = entry;
  const others = step.everyWay === true ? [] : ways.filter(({ id }) => id !== shown.way);
  const given = await prompter.askOne<string>({
    id: `different:${step.id}`,
    title: translator.say(others.length === 0 ? translator.ui.step.ask : translator.ui.step.way_ask),
    back: 'unlisted',
    choices: [
      { value: '', key: 'step', label: translator.say(translator.ui.step.to_step) },
      ...others.map(({ id }) => ({ value: id, key: id, label: wayTitle(translator, entry, id) })),
    ],
    above: differentPage(translator, entry),
  });
  if (given.kind === 'back' || given.value === '') return record;
  return session.keep(withWay(record, step.id, given.value, session.today));
}

/** Shows what else may cost money or chats before a step counts as done. True when the person goes on. */
export async function isSure({ prompter, translator }: Session, entry: JourneyStep): Promise<boolean> {
  const above = surePage(translator, entry);
  if (above === undefined) return true;
  const { say, ui } = translator;
  const given = await prompter.askOne<boolean>({
    id: `sure:${entry.step.id}`,
    title: say(ui.step.sure_ask),
    back: 'unlisted',
    choices: [
      { value: true, key: 'yes', label: say(ui.step.sure_yes) },
      { value: false, key: 'step', label: say(ui.step.to_step) },
    ],
    above,
  });
  return given.kind === 'answer' && given.value;
}

/** All steps with what is done; gives the open one to go on with. */
export async function chooseStep(
  { prompter, translator }: Session,
  journey: Journey,
  entry: JourneyStep,
  record: JourneyRecord,
): Promise<string | undefined> {
  const { say, ui } = translator;
  const open = journey.steps.filter(({ step }) => step.id !== entry.step.id && stateOf(record, step.id) === undefined);
  const given = await prompter.askOne<string>({
    id: `steps:${entry.step.id}`,
    title: say(ui.step.steps_ask),
    back: 'unlisted',
    choices: [
      { value: '', key: 'step', label: say(ui.step.to_step) },
      ...open.map(({ step, number }) => ({
        value: step.id,
        key: step.id,
        label: `${number} ${say(translator.step(step.id).title)}`,
      })),
    ],
    above: stepsPage(translator, journey, entry, record),
  });
  return given.kind === 'back' || given.value === '' ? undefined : given.value;
}

/** The address of the page of what is shown. */
export function addressOf({ guide }: Pick<Session, 'guide'>, entry: JourneyStep, { way }: Shown): string | undefined {
  const link = pageOf(entry, way);
  return link === undefined ? undefined : guide.links[link]?.url;
}

/** Opens the page, and gives what to say of it. */
export async function openPage({ host, translator, opensPages }: Session, url: string | undefined): Promise<Block> {
  const opened = opensPages && url !== undefined ? await host.openPage(url) : 'not-here';
  const { say, ui } = translator;
  return paragraph(say(opened === 'asked' ? ui.step.opened : ui.step.open_failed), 'quiet');
}

/** Copies the address, and gives what to say of it. */
export async function copyAddress({ translator, addresses }: Session, url: string | undefined): Promise<Block> {
  const outcome = url === undefined ? 'failed' : await addresses.copy(url);
  const { step } = translator.ui;
  const said = { copied: step.copied, asked: step.copy_asked, failed: step.copy_failed }[outcome];
  return paragraph(translator.say(said), 'quiet');
}

/** The address as a code for a phone. */
export async function showCode(
  { prompter, translator, addresses }: Session,
  entry: JourneyStep,
  url: string | undefined,
): Promise<void> {
  if (url === undefined) return;
  const { say, ui } = translator;
  await prompter.askOne<'step'>({
    id: `code:${entry.step.id}`,
    title: say(ui.step.code_ask),
    back: 'unlisted',
    choices: [{ value: 'step', key: 'step', label: say(ui.step.to_step) }],
    above: codePage(translator, entry, url, await addresses.code(url)),
  });
}

/** Lists what usually goes wrong here, shows the ways out, and comes back. True when the person cannot sign in. */
export async function helpWhenStuck({ prompter, translator }: Session, entry: JourneyStep): Promise<boolean> {
  const { say, ui } = translator;
  const words = translator.step(entry.step.id).stuck;
  const given = await prompter.askOne<string>({
    id: `stuck:${entry.step.id}`,
    title: say(ui.step.stuck_title),
    back: true,
    choices: [
      ...entry.stuck.map(({ id }) => ({ value: id, key: id, label: say(words[id]?.problem ?? id) })),
      { value: '', key: 'else', label: say(ui.step.stuck_else) },
    ],
    above: barePage(translator, entry, 'stuck'),
  });
  if (given.kind === 'back') return false;
  const changesWay = entry.step.stuck.some(({ id, lockedOut }) => id === given.value && lockedOut === true);
  await prompter.askOne<'step'>({
    id: `try:${entry.step.id}`,
    title: say(ui.step.ask),
    back: 'unlisted',
    choices: [{ value: 'step', key: 'step', label: say(changesWay ? ui.step.go_on : ui.step.to_step) }],
    above: stuckPage(translator, entry, given.value),
  });
  return changesWay;
}
