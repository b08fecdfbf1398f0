// What every made-up message is made of: where its token stands, and what it is before a generation gives it its form.
import type { Dice } from '../dice';
import type { Tongue } from '../prose';

export type Json = { readonly [key: string]: unknown };

/** A message before the generation decides which fields are left of it. */
export type Draft = {
  readonly role: 'user' | 'assistant' | 'system' | 'tool';
  readonly name?: string;
  readonly recipient?: string;
  readonly weight?: number;
  readonly content: Json;
  readonly metadata?: Json;
};

/** `token` has to stand in the text of the message: by it what was read is held against the truth. */
export type Setting = { readonly token: string; readonly dice: Dice; readonly tongue: Tongue };

/** Content that is text and nothing else. */
export const text = (...parts: readonly unknown[]): Json => ({ content_type: 'text', parts });

/** Metadata of a message that the page never shows. */
export const HIDDEN: Json = { is_visually_hidden_from_conversation: true };
