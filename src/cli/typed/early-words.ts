// What has to be known before the words are parsed: the language, and how to say an error about them.

/** Finds `--lang`, `--json`, `--debug` and where the Record is without knowing the command; what stands after `--` is no option. */
export function readEarly(argv: readonly string[]): {
  readonly lang: string | undefined;
  readonly json: boolean;
  readonly debug: boolean;
  readonly record: string | undefined;
  readonly profile: string | undefined;
} {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const valueOf = (...names: readonly string[]): string | undefined =>
    words
      .flatMap((word, index) =>
        names.flatMap((name) =>
          word === name ? (words[index + 1] ?? []) : word.startsWith(`${name}=`) ? word.slice(name.length + 1) : [],
        ),
      )
      .at(-1);
  return {
    lang: valueOf('--lang', '-l'),
    json: words.includes('--json') || valueOf('--format') === 'json',
    debug: words.includes('--debug'),
    record: valueOf('--record'),
    profile: valueOf('--profile'),
  };
}
