// One thing that is wrong with the content.

/** `rule` names the check that failed; `where` is the file and the place in it. */
export type Problem = { readonly rule: string; readonly where: string; readonly what: string };
