// JSON as an export of a plan writes it: its blanks, its lines, its escapes.
import type { Plan, Style } from './plan';

/** One value as the export writes it. */
export function jsonText(value: unknown, plan: Pick<Plan, 'generation' | 'style' | 'escapes'>): string {
  const style = styleOf(plan);
  const text =
    style === 'spaced'
      ? spaced(value)
      : style === 'indented'
        ? JSON.stringify(sorted(value), undefined, 2)
        : JSON.stringify(value);
  return plan.escapes === false
    ? text
    : text.replaceAll(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** How the JSON of a plan is written. */
export function styleOf({ style, generation }: Pick<Plan, 'generation' | 'style'>): Style {
  return (
    style ?? (generation === 'g6' ? 'indented' : generation === 'g4' || generation === 'g5' ? 'compact' : 'spaced')
  );
}

/** What stands before the first element of a list, between two, and behind the last one. */
export const BRACKETS: Readonly<Record<Style, readonly [begin: string, next: string, end: string]>> = {
  spaced: ['', ', ', ''],
  compact: ['', ',', ''],
  indented: ['\n  ', ',\n  ', '\n'],
};

/** One element as it stands in a list. */
export function deeper(text: string, plan: Pick<Plan, 'generation' | 'style'>): string {
  return styleOf(plan) === 'indented' ? text.replaceAll('\n', '\n  ') : text;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`)
    .join(', ')}}`;
}
