// A line of words: what a message becomes once menu words, typed words and addresses stand in their places.

/**
 * Words inside a line. A `label` is what stands on a button or menu; `english` is there when `text` is a translation, `unattested` when
 * it is English because no word is attested in the language of the menus.
 */
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'label'; readonly text: string; readonly english?: string; readonly unattested?: true }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'address'; readonly url: string };
export type Line = readonly Inline[];
