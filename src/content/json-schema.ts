// Holds a value against a JSON Schema of the kind that the schemas here are written out as: for the page, where a library has no room.
import { parseCivilDate } from '../journey/dates';

/** The words of draft 2020-12 that are read. Another one that says something about a value is refused when the schema is used. */
export type JsonSchema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly description?: string;
  readonly $schema?: string;
};

const KNOWN = new Set(
  'type const enum anyOf properties required additionalProperties propertyNames items maxItems maxLength minimum maximum pattern format description $schema'.split(
    ' ',
  ),
);

/** Whether `value`, as JSON gives it, fits. Throws for a schema with a word that is not read here. */
export function fits(schema: JsonSchema, value: unknown): boolean {
  for (const word of Object.keys(schema)) if (!KNOWN.has(word)) throw new Error(`the schema says ${word}`);
  if ('const' in schema && value !== schema.const) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (schema.anyOf !== undefined && !schema.anyOf.some((one) => fits(one, value))) return false;
  switch (schema.type) {
    case undefined:
      return true;
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && fitsText(schema, value);
    case 'integer':
      return Number.isSafeInteger(value) && fitsNumber(schema, value as number);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && fitsNumber(schema, value);
    case 'array':
      return Array.isArray(value) && fitsList(schema, value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value) && fitsObject(schema, value);
    default:
      throw new Error(`the schema says ${schema.type}`);
  }
}

function fitsText({ maxLength = Infinity, pattern, format }: JsonSchema, text: string): boolean {
  if (text.length > maxLength || (pattern !== undefined && !new RegExp(pattern).test(text))) return false;
  return format !== 'date' || parseCivilDate(text) !== undefined;
}

function fitsNumber({ minimum = -Infinity, maximum = Infinity }: JsonSchema, number: number): boolean {
  return number >= minimum && number <= maximum;
}

function fitsList({ items = {}, maxItems = Infinity }: JsonSchema, list: readonly unknown[]): boolean {
  return list.length <= maxItems && list.every((item) => fits(items, item));
}

function fitsObject(schema: JsonSchema, value: object): boolean {
  const { properties = {}, required = [], additionalProperties = true, propertyNames = {} } = schema;
  if (required.some((key) => !Object.hasOwn(value, key))) return false;
  return Object.entries(value).every(([key, item]) => {
    if (!fits(propertyNames, key)) return false;
    const own = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    return typeof own === 'object' ? fits(own, item) : own === true;
  });
}
