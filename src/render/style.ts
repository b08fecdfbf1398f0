// How much a run of text weighs on a screen. Eight basic colours, no background but under a code for a camera, and never colour alone.

/** One function per meaning. Each takes escaped text on one line and returns it with its look put on. */
export type Style = {
  /** Titles. */
  readonly bold: (text: string) => string;
  /** Sources, dates, what may be skipped. */
  readonly dim: (text: string) => string;
  /** What to press. */
  readonly accent: (text: string) => string;
  /** Money, and what cannot be undone; the words say so too. */
  readonly warning: (text: string) => string;
  /** Only what is done. */
  readonly done: (text: string) => string;
  /** The words on a button or menu. */
  readonly label: (text: string) => string;
  /** What to type, and names of files. */
  readonly code: (text: string) => string;
  /** An address; what is linked is what is shown, never something else. */
  readonly address: (url: string) => string;
  /** A picture of black on white, such as a QR code: cameras do not read every code that is light on dark. */
  readonly ink: (text: string) => string;
};

const asIs = (text: string): string => text;

/** No colour: the text as it is. */
export const plainStyle: Style = {
  bold: asIs,
  dim: asIs,
  accent: asIs,
  warning: asIs,
  done: asIs,
  label: asIs,
  code: asIs,
  address: asIs,
  ink: asIs,
};

/** The part of a chalk instance that is used. Handed in, because loading chalk costs start-up time. */
export type Chalk = {
  readonly [look in 'bold' | 'dim' | 'cyan' | 'yellow' | 'green']: (text: string) => string;
} & { readonly black: { readonly bgWhiteBright: (text: string) => string } };

/** Colour through `chalk`; `hyperlinks` is true where the terminal is known to understand OSC 8. */
export const chalkStyle = (chalk: Chalk, { hyperlinks }: { readonly hyperlinks: boolean }): Style => ({
  bold: (text) => chalk.bold(text),
  dim: (text) => chalk.dim(text),
  accent: (text) => chalk.cyan(text),
  warning: (text) => chalk.yellow(text),
  done: (text) => chalk.green(text),
  label: (text) => chalk.bold(text),
  code: (text) => chalk.cyan(text),
  ink: (text) => chalk.black.bgWhiteBright(text),
  address: (url) => (hyperlinks && SAFE_TO_LINK.test(url) ? hyperlink(url, chalk.cyan(url)) : chalk.cyan(url)),
});

/** Printable ASCII, and no backslash: an address in which something had to be escaped is shown but not linked. */
const SAFE_TO_LINK = /^https:\/\/[\x21-\x5B\x5D-\x7E]+$/;

/** OSC 8, ended by BEL because that is the only end the line breaking under the prompts knows. */
const hyperlink = (url: string, text: string): string => `\u001B]8;;${url}\u0007${text}\u001B]8;;\u0007`;
