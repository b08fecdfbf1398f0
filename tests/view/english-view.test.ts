// Buttons in English: said once on a screen, and only where somebody may look for other words.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { loadCatalogue } from '../../src/content/catalogue';
import { guide } from '../../src/content/compiled/guide';
import { journeyFor } from '../../src/journey/journey';
import { startRecord } from '../../src/journey/record';
import { morePage, stepScreen } from '../../src/view/step-screen';
import type { Screen } from '../../src/view/document';
import { translatorOf } from '../../src/view/translator';
import { everySituation } from '../journeys/profiles';
import { TODAY } from '../support/builders';

const some = [...everySituation()].filter((_, index, all) => index % Math.ceil(all.length / 60) === 0);
type Shown = { readonly own: string; readonly screen: Screen; readonly more: Screen };

async function shownIn(lang: string, menuLang: string): Promise<readonly Shown[]> {
  const translator = translatorOf(await loadCatalogue(lang), menuLang);
  return some.flatMap((profile) => {
    const journey = journeyFor(profile, guide, TODAY);
    return journey.steps.flatMap((entry) =>
      entry.ways.map(({ id }) => {
        const screen = stepScreen(translator, journey, entry, startRecord(profile, TODAY), TODAY, {
          way: id,
          at: 0,
          of: 1,
        });
        const more = morePage(translator, entry, TODAY, { way: id, at: 0, of: 1 });
        return { own: translator.say(translator.ui.step.in_english), screen, more };
      }),
    );
  });
}

/** How often a screen says the sentence, and whether a button on it lacks a word in `lang`. */
const times = ({ own, screen }: Pick<Shown, 'own' | 'screen'>): number =>
  JSON.stringify(screen.parts).split(JSON.stringify(own)).length - 1;
const foreign = (screen: Screen, lang: string): boolean =>
  lang !== 'en' &&
  Object.values(guide.menuLabels).some(
    ({ en, named, described, translations }) =>
      named !== true &&
      described !== true &&
      translations?.[lang] === undefined &&
      new RegExp(`"kind":"label","text":${JSON.stringify(en).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[,}]`).test(
        JSON.stringify(screen.parts.filter(({ rank }) => rank <= 2)),
      ),
  );

describe.each(LANGUAGES)('with menus in %s', (lang) => {
  test('a screen says once that a button is English, where no word of that language is attested, and else nothing', async () => {
    const shown = await shownIn(lang, lang);
    for (const one of shown) expect(times(one), JSON.stringify(one.screen.key)).toBe(foreign(one.screen, lang) ? 1 : 0);
    const said = shown.filter((one) => times(one) === 1);
    if (lang === 'en') return void expect(said).toEqual([]);
    expect(said.length).toBeGreaterThan(20);
    expect(said.length).toBeLessThan(shown.length);
    // Where there is no room for it, it is a key away.
    for (const { own, more } of said) expect(times({ own, screen: more })).toBe(1);
  });
});

test('the language of the menus counts, not that of the guide', async () => {
  const times_ = (shown: readonly Shown[]): number => shown.filter((one) => times(one) > 0).length;
  expect(times_(await shownIn('fr', 'en'))).toBe(0);
  expect(times_(await shownIn('en', 'fr'))).toBeGreaterThan(20);
});
