// What is printed from the page: the checklist of the person's way, as the command prints it.
import { CHECKED } from '../content/compiled/about';
import type { Guide } from '../content/schema';
import type { CivilDate } from '../journey/dates';
import { journeyFor } from '../journey/journey';
import type { Profile } from '../journey/profile';
import { htmlInside } from '../render/html';
import { checklistDocument } from '../view/checklist-view';
import type { Translator } from '../view/translator';

/** What stands in the page that the command writes, without its head. */
export function checklistHtml(paper: Translator, guide: Guide, profile: Profile, today: CivilDate): string {
  return htmlInside(checklistDocument(paper, journeyFor(profile, guide, today), CHECKED, today), { qr: true });
}
