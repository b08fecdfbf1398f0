// Asks the terminal to copy a text: OSC 52, for where no program of the system can.

/** The sequence that puts `text` on the clipboard of whoever looks at the terminal (xterm's ctlseqs, "Manipulate Selection Data"). */
export function copySequence(text: string): string {
  return `\u001B]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;
}
