// Text read off a picture: it may hold an address or a name, so it shows itself to nobody by accident.

/**
 * Words of a picture. Turned into text, JSON or a template it gives a stand-in, and no type that wants a string takes it:
 * only `wordsOf` gives the words, and only this room calls that.
 */
export class Unshareable {
  readonly #words: string;

  constructor(words: string) {
    this.#words = words;
  }

  toString(): string {
    return STAND_IN;
  }

  toJSON(): string {
    return STAND_IN;
  }

  /** What `util.inspect` and the console show. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return STAND_IN;
  }

  static wordsOf(text: Unshareable): string {
    return text.#words;
  }
}

const STAND_IN = '[words of a picture]';
