// The types of said-words.mjs.
export function saidWords<Words extends { readonly ui: object }>(words: Words, code: string): Words;
