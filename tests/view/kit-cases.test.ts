// The cases of a kit: who they are, that one sheet is right for all it is said to be for, and that nothing is left out.
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { guide } from '../../src/content/compiled/guide';
import { loadCatalogue } from '../../src/content/catalogue';
import { journeyFor } from '../../src/journey/journey';
import { USES, type Profile } from '../../src/journey/profile';
import { checklistDocument } from '../../src/view/checklist-view';
import type { Block } from '../../src/view/document';
import { alsoNeeded, kitCases, OWN_PLANS, sharedComputerSteps } from '../../src/view/kit-cases';
import { kitOf } from '../../src/view/kit-view';
import { translatorOf } from '../../src/view/translator';
import { today } from '../support/program';

const cases = kitCases(guide, today);
const own = cases.filter(({ kind }) => kind !== 'also');
const also = cases.find(({ kind }) => kind === 'also');
const ids = (profile: Profile): readonly string[] => journeyFor(profile, guide, today).steps.map(({ step }) => step.id);
const stepsOf = (blocks: readonly Block[]): readonly Block[] => blocks.filter(({ kind }) => kind === 'step');
const speaking = async (lang: string): Promise<ReturnType<typeof translatorOf>> =>
  translatorOf(await loadCatalogue(lang), lang);

describe('the cases', () => {
  it('are numbered from 1, and each is somebody else', () => {
    expect(cases.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(own.map(({ kind, biller }) => `${kind} ${biller}`)).size).toBe(own.length);
  });

  it('end the payment that they are about, and delete only where that was wanted', () => {
    for (const { kind, biller, journey } of own) {
      const stops = journey.steps.flatMap(({ step }) => step.stopsBilling ?? []);
      expect(stops).toEqual(biller === undefined ? [] : [biller]);
      expect(journey.steps.some(({ step }) => step.deletesAccount === true)).toBe(kind === 'delete');
    }
  });

  it('save the chats before they go', () => {
    for (const { journey } of own.filter(({ kind }) => kind === 'delete')) {
      const at = (id: string): number => journey.steps.findIndex(({ step }) => step.id === id);
      expect(at('export-data')).toBeGreaterThanOrEqual(0);
      expect(at('export-data')).toBeLessThan(at('verify-export'));
      expect(at('verify-export')).toBeLessThan(at('delete-account'));
    }
  });

  it.each(LANGUAGES)('one sheet says the same to each plan that it names, in %s', async (lang) => {
    const translator = await speaking(lang);
    const said = (profile: Profile): string =>
      JSON.stringify(
        stepsOf(checklistDocument(translator, journeyFor(profile, guide, today), '2026-11-22', today).blocks),
      );
    for (const { journey } of own.filter(({ biller }) => biller !== undefined))
      expect(new Set(OWN_PLANS.map((plan) => said({ ...journey.profile, plan }))).size).toBe(1);
    // Another plan would be told something else: the sheet is not for everybody.
    expect(said({ goal: 'cancel', plan: 'business', billedBy: ['openai'], uses: [] })).not.toBe(
      said({ goal: 'cancel', plan: 'plus', billedBy: ['openai'], uses: [] }),
    );
  });
});

describe('who uses more than the chats', () => {
  it('finds every step of theirs on their own sheet or on the last one', () => {
    const last = (also?.journey.steps ?? []).map(({ step }) => step.id);
    for (const { kind, journey } of own)
      for (const use of USES) {
        const known = [...journey.steps.map(({ step }) => step.id), ...last];
        const missing = ids({ ...journey.profile, uses: [use] }).filter((id) => !known.includes(id));
        // Turning ChatGPT off in Siri costs nothing to miss for whoever keeps the account.
        expect(missing, `${kind} ${use}`).toEqual(kind === 'cancel' && use === 'siri' ? ['remove-apps'] : []);
      }
  });

  it('is sent there by the uses that have a step on it, and by no other', () => {
    const needed = alsoNeeded(guide, today);
    expect(needed.cancel.uses).toEqual(['api', 'codex', 'gpts', 'apps', 'ads-manager']);
    expect(needed.delete.uses).toEqual(USES.filter((use) => use !== 'siri'));
    expect(needed.cancel.steps).not.toContain('delete-task-links');
    expect(needed.delete.steps).toEqual(also?.journey.steps.map(({ step }) => step.id));
  });
});

describe('the card', () => {
  it('has what a computer of somebody else asks for: first a private window, last leaving nothing', () => {
    expect(sharedComputerSteps(guide, today).map(({ step }) => step.id)).toEqual(['private-window', 'sign-out-here']);
  });

  it.each(LANGUAGES)('says each of those lines and each of their traps, in %s', async (lang) => {
    const translator = await speaking(lang);
    const body = kitOf([translator], '2026-11-22', today).sheets.find(({ id }) => id === `${lang}-cards`)?.body;
    const text = JSON.stringify(body);
    for (const { step } of sharedComputerSteps(guide, today)) {
      const words = translator.step(step.id);
      for (const one of [...Object.values(words.ways).flatMap((way) => way.do), ...Object.values(words.traps ?? {})])
        expect(text).toContain(JSON.stringify(translator.line(one)).slice(1, -1));
    }
  });
});

describe.each(LANGUAGES)('the sheets in %s', (lang) => {
  it('have the steps that the checklist has, word for word', async () => {
    const translator = await speaking(lang);
    const kit = kitOf([translator], '2026-11-22', today);
    for (const { number, journey } of own) {
      const body = kit.sheets.find(({ id }) => id === `${lang}-${number}`)?.body;
      const list = checklistDocument(translator, journey, '2026-11-22', today);
      expect(body?.kind === 'case' ? stepsOf(body.blocks) : []).toEqual(stepsOf(list.blocks));
    }
  });

  it('say whom they are for in the words of the questions', async () => {
    const translator = await speaking(lang);
    const questions = translator.catalogue.words.questions;
    const body = kitOf([translator], '2026-11-22', today).sheets.find(({ id }) => id === `${lang}-2`)?.body;
    const whom = JSON.stringify(body?.kind === 'case' ? body.whom : []);
    for (const text of [
      questions['goal']?.title,
      questions['goal']?.choices['cancel']?.label,
      questions['billed-by']?.choices['apple']?.label,
      questions['billed-by']?.choices['apple']?.hint,
      ...OWN_PLANS.map((plan) => questions['plan']?.choices[plan]?.label),
    ])
      expect(whom).toContain(JSON.stringify(translator.say(text ?? 'missing')));
  });

  it('tell that a copy is old, but not while it is new', async () => {
    const translator = await speaking(lang);
    const warned = (checked: string): boolean =>
      kitOf([translator], checked, today).sheets.every(
        ({ body }) => body.kind !== 'case' || JSON.stringify(body.blocks[0]).includes('quitgpt@latest'),
      );
    expect(warned('2026-08-01')).toBe(true);
    expect(warned('2026-11-01')).toBe(false);
  });
});
