// Values of a parsed JSON from outside, taken field by field: what has another type than it should says nothing.
import { fieldsOf, listOf } from '../container/parsed-json';
import type { Fields } from '../container/parsed-json';

/** The objects of a list; its other members are left out. */
export function objectsOf(value: unknown): readonly Fields[] {
  return listOf(value)
    .map(fieldsOf)
    .filter((fields) => fields !== undefined);
}

/** A string that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Says something: neither null nor an empty string. */
export function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Kept exactly; `undefined` when there is nothing in it but blanks. */
export function titleOf(value: unknown): string | undefined {
  return typeof value === 'string' && /\S/.test(value) ? value : undefined;
}

/** Later than this (the end of year 9999) no calendar goes. */
const LAST_SECOND = 253_402_300_799;
const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** Epoch seconds from seconds, milliseconds (above 1e11) or an ISO text, which is UTC where it names no zone. Zero and less say nothing. */
export function timeOf(value: unknown): number | undefined {
  const seconds =
    typeof value === 'number'
      ? value > 1e11
        ? value / 1000
        : value
      : typeof value === 'string'
        ? isoTime(value)
        : undefined;
  return seconds !== undefined && seconds > 0 && seconds <= LAST_SECOND ? seconds : undefined;
}

function isoTime(text: string): number | undefined {
  const found = text.length <= 40 ? ISO.exec(text) : null;
  if (found === null) return undefined;
  const written = text.replace(' ', 'T');
  const time = Date.parse(written.includes('T') && found[1] === undefined ? `${written}Z` : written);
  return Number.isNaN(time) ? undefined : time / 1000;
}
