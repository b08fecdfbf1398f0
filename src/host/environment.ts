// How variables of the environment are read, everywhere by the same rules.

export type Env = Readonly<Record<string, string | undefined>>;

/** Whether a variable is set and not empty. */
export function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

/** Whether a switch is on: `0`, `false` and an empty value switch it off. */
export function isOn(value: string | undefined): boolean {
  return isSet(value) && !/^(?:0|false)$/i.test(value);
}
