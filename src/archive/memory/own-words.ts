// Takes a person's custom instructions out of the frame that ChatGPT set around them in many exports.

/** ChatGPT's sentences about the text, then the text between fences, then nothing. */
const FRAME =
  /^The user provided (?:the following information about themselves|the additional info about how they would like you to respond)\b[^`]*\n```([^]*)```\s*$/;

/** The words between the fences of that frame, or the whole text where it has none; without blanks around them. */
export function ownWords(text: string): string {
  return (FRAME.exec(text.trim())?.[1] ?? text).trim();
}
