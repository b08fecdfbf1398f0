// What a variable of the environment says, the same wherever it is asked.

export type Env = Readonly<Record<string, string | undefined>>;

/** Set, and not to nothing. */
export function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

/** Set, and not to a no: `0`, `false` and nothing switch off. */
export function isOn(value: string | undefined): boolean {
  return isSet(value) && !/^(?:0|false)$/i.test(value);
}
