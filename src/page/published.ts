// What a page that is published says of itself to whoever finds or links it: its address, and a picture beside it.

/** The name of the picture beside the page. */
export const SOCIAL_PICTURE = 'quitgpt-social.png';

/** Where a page is published, as it is written in the page. `undefined` for what is no https address of a page alone. */
export function publishedAt(typed: string): string | undefined {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : undefined;
  const isPlain = url?.protocol === 'https:' && url.hash === '' && url.search === '' && url.username === '';
  return isPlain ? url.href : undefined;
}

/** What the picture says: title and description, drawn as a card is. */
export function socialCard(
  { title, about }: { readonly title: string; readonly about: string },
  lang: string,
): SocialCard {
  return { lang, sentence: title, date: about, rows: [], foot: 'quitgpt' };
}
export type SocialCard = {
  readonly lang: string;
  readonly sentence: string;
  readonly date: string;
  readonly rows: readonly [];
  readonly foot: string;
};
