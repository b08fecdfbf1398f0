// The same content for programs. The shape is a promise: `schema` counts up when it is broken.
import type { Document, Json } from '../view/document';

const SCHEMA = 1;

/** What went wrong, for a program: `code` is an id of the errors, `flag` the option it is about, if any. */
export type JsonError = { readonly code: string; readonly message: string; readonly flag?: string };

/** `{"schema":1,"result":…}`, two blanks deep, in ASCII only, ended by `\n`. */
export const renderJson = ({ result }: Pick<Document, 'result'>): string => written({ schema: SCHEMA, result });

/** `{"schema":1,"error":{"code","message","flag"}}`, in the same form. */
export const renderJsonError = ({ code, message, flag }: JsonError): string =>
  written({ schema: SCHEMA, error: { code, message, flag } });

/** ASCII only: no terminal, pipe or code page between here and the reader can change it. */
const written = (json: Json): string =>
  `${JSON.stringify(json, null, 2).replace(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
