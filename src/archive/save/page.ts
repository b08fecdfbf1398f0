// What a form of saving makes of one conversation, and where it finds the files that it links to.

/** A finished page, and files that go with it: canvas documents. Paths are inside the save, with `/`. */
export type Page = {
  readonly text: string;
  readonly documents: readonly { readonly path: string; readonly content: string }[];
  /** Messages in it that the person saw. */
  readonly messages: number;
};

export type Places = {
  /** Where an asset stands in the save: `files/…`. `undefined` when it is not in the export. */
  asset(id: string): string | undefined;
  /** For a canvas document of a type such as `document` or `code/python`; with its dot. */
  documentEnding(type: string | undefined): string;
};
