// What a command of the shell is: its name, its words for the help, what it takes, and what it runs. All else follows from these.
import type { Guide } from '../../content/schema';
import type { Ui } from '../../content/words';
import type { Translator } from '../../view/translator';
import type { ExitCode } from '../cli-error';
import type { Run } from '../run';

/** A text of the help, by its name in `ui.yaml` under `help`. */
export type HelpWord = Extract<keyof Ui['help'], string>;
/** The heading that an option stands under in the help. */
type Heading = 'group_situation' | 'group_progress' | 'group_output' | 'group_behaviour';

/** `flags` as commander wants them: `-o, --out <path>`. Without words it is not shown. */
type Form = { readonly flags: string; readonly about?: HelpWord };
/** `choices` stand in the help and are completed; `completes` is only completed. */
type Words = {
  readonly choices?: readonly string[];
  readonly completes?: (guide: Guide) => readonly string[];
};

export type Option<T> = Words & {
  /** One form, or two that set the same value: `--titles` and `--no-titles`. */
  readonly forms: readonly Form[];
  readonly heading: Heading;
  readonly isRequired?: boolean;
  /** May be given several times. */
  readonly isRepeated?: boolean;
  /** The value as commander holds it; `undefined` when nothing was typed. */
  read(value: unknown): T | undefined;
};
/** Options by the names of their values: `--next-billing` is `nextBilling`, and `--no-open` is `open`. */
export type OptionSet = Readonly<Record<string, Option<unknown>>>;
/** What a run gets of a set of options. */
export type FlagsOf<S extends OptionSet> = {
  readonly [K in keyof S]?: S[K] extends Option<infer T> ? T : never;
};

export type Argument<T> = Pick<Words, 'completes'> & {
  readonly name: string;
  /** As commander wants it: `[page]`, `<files...>`. */
  readonly syntax: string;
  readonly about?: HelpWord;
  read(value: unknown): T;
};

/** What was typed for one command, as commander holds it. */
export type Typed = { readonly argument: unknown; readonly values: Readonly<Record<string, unknown>> };

/** A table under the help: terms, and what they mean. */
export type Table = { readonly title: HelpWord; readonly rows: readonly (readonly [string, string])[] };

export type CommandDefinition = {
  readonly name: string;
  /** A command without words is not shown. */
  readonly about?: HelpWord;
  readonly argument?: Argument<unknown>;
  readonly options: OptionSet;
  /** What stands under the help: tables, and texts that are set to its width. */
  readonly below?: (translator: Translator) => readonly (Table | string)[];
  /** Options that nobody knows are taken for words. */
  readonly takesAnything?: boolean;
  run(run: Run, typed: Typed, line: CommandLine): Promise<ExitCode>;
};

/** A word with commands of its own, such as `export`. */
export type GroupDefinition = {
  readonly name: string;
  readonly about: HelpWord;
  readonly commands: readonly CommandDefinition[];
};

/** All that can be typed. `main` is what runs without a command. */
export type CommandLine = {
  readonly main: CommandDefinition;
  readonly commands: readonly (CommandDefinition | GroupDefinition)[];
  /** Options of every command. */
  readonly everywhere: OptionSet;
};

/** A command whose `run` gets its flags and its argument with their types. */
export function defineCommand<S extends OptionSet, A = undefined>(
  command: Omit<CommandDefinition, 'argument' | 'options' | 'run'> & {
    readonly argument?: Argument<A>;
    readonly options: S;
    run(run: Run, flags: FlagsOf<S>, argument: A, line: CommandLine): Promise<ExitCode>;
  },
): CommandDefinition {
  return {
    ...command,
    // Without an argument of its own, A is `undefined`, and so is what was typed.
    run: (run, { argument, values }, line) =>
      command.run(run, readFlags(command.options, values), command.argument?.read(argument) as A, line),
  };
}

/** The one place where what commander holds becomes typed flags: each value is read by its own option. */
export function readFlags<S extends OptionSet>(options: S, values: Readonly<Record<string, unknown>>): FlagsOf<S> {
  const read = Object.entries(options).map(([name, option]) => [name, option.read(values[name])] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as FlagsOf<S>;
}

export function isGroup(one: CommandDefinition | GroupDefinition): one is GroupDefinition {
  return 'commands' in one;
}

/** The words of an option in the help, with what it takes. */
export function optionText({ say, ui: { help } }: Translator, about: HelpWord, { choices }: Option<unknown>): string {
  return choices === undefined ? say(help[about]) : `${say(help[about])} (${choices.join(', ')})`;
}

/** `--clean`, or `--no-read`: true where it was typed, false where it was typed with `no`. */
export function flag(heading: Heading, ...forms: readonly Form[]): Option<boolean> {
  return { heading, forms, read: (value) => (typeof value === 'boolean' ? value : undefined) };
}

/** `--name <name>`. */
export function text(
  heading: Heading,
  form: Form,
  more: Words & { readonly isRequired?: boolean } = {},
): Option<string> {
  return { heading, forms: [form], ...more, read: (value) => (typeof value === 'string' ? value : undefined) };
}

/** `--uses <things>`, given several times, or `--done <steps...>`, with several words. */
export function texts(heading: Heading, form: Form, more: Words = {}): Option<readonly string[]> {
  return {
    heading,
    forms: [form],
    isRepeated: true,
    ...more,
    read: (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined),
  };
}

/** `--record <file>` and `--no-record`: a text, or `false`. */
export function textOrNot(heading: Heading, ...forms: readonly [Form, Form]): Option<string | false> {
  return { heading, forms, read: (value) => (typeof value === 'string' || value === false ? value : undefined) };
}

/** `<name>`: one word that has to be there. */
export function needed(name: string, about: HelpWord, more: Pick<Words, 'completes'> = {}): Argument<string> {
  return { name, syntax: `<${name}>`, about, ...more, read: String };
}

/** `[name]`: one word, or none. */
export function optional(
  name: string,
  about: HelpWord,
  more: Pick<Words, 'completes'> = {},
): Argument<string | undefined> {
  return {
    name,
    syntax: `[${name}]`,
    about,
    ...more,
    read: (value) => (typeof value === 'string' ? value : undefined),
  };
}

/** `<names...>`: one word or more. */
export function several(name: string, about: HelpWord): Argument<readonly string[]> {
  return { name, syntax: `<${name}...>`, about, read: allOf };
}

/** Words that the help does not speak of; there may be none. */
export function anyWords(): Argument<readonly string[]> {
  return { name: 'words', syntax: '[words...]', read: allOf };
}

function allOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
