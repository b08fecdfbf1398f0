// What the schemas of the content are made of: ids, days, texts, sources.
import { z } from 'zod';

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are lower-case words joined by hyphens');
export const labelId = z
  .string()
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, 'label ids are lower-case words joined by underscores');
export const day = z.iso.date();
/** A date as exact as the source gives it: a day, a month or a year. */
export const sourceDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD');
export const sourceMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM');
export const sourceIds = z.array(slug).min(1, 'every fact has a source');
export const confidence = z.enum(['high', 'medium', 'low']);
/** Kept as written: a no-break space at an end belongs to it. */
export const text = z.string().regex(/\S/, 'a text is never empty');
