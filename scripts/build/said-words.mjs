// Leaves out the words that a script never names: those that only commands say, in the parts of `ui` that both say.

/** What the shell around the script reads itself. */
const READ_ELSEWHERE = ['page'];

/**
 * The words of `ui` that `code` may say, by their second key. A key stays wherever it could be said: when its name stands anywhere in
 * the code, or when a text there that is put together begins or ends like it.
 */
export function saidWords(words, code) {
  const names = new Set(code.match(/[\w$]+(?:-\w+)*/g));
  const made = { begins: partsOf(code, /`([\w-]*\w[\w-]*)\$\{/g), ends: partsOf(code, /\}([\w-]*\w[\w-]*)`/g) };
  const mayBeSaid = (key) =>
    names.has(key) || made.begins.some((one) => key.startsWith(one)) || made.ends.some((one) => key.endsWith(one));
  const ui = Object.entries(words.ui).map(([part, own]) => [
    part,
    READ_ELSEWHERE.includes(part) ? own : Object.fromEntries(Object.entries(own).filter(([key]) => mayBeSaid(key))),
  ]);
  return { ...words, ui: Object.fromEntries(ui) };
}

function partsOf(code, pattern) {
  return [...new Set([...code.matchAll(pattern)].map(([, part]) => part))];
}
