// The words that the reading looks for, as the content gives them: folded (small, without accents), by language.

export interface Phrases {
  readonly words: readonly string[];
  readonly attested: boolean;
}

export interface LanguageWords {
  /** How a date in numbers is written: `either` where 3/12 may be two days. */
  readonly numericDates: 'day-first' | 'either';
  /** Twelve, each with its longer and shorter names. */
  readonly months: readonly (readonly string[])[];
  /** Words that tell the language. */
  readonly common: readonly string[];
  /** On a page about what is paid. */
  readonly billing: readonly Phrases[];
  readonly renews: readonly Phrases[];
  /** That it was cancelled, or renews no more. */
  readonly stopped: readonly Phrases[];
  /** Means the end only with a date. */
  readonly ends: readonly Phrases[];
  readonly deleted: readonly Phrases[];
  /** A sentence with one of these says what would be, not what is. */
  readonly conditions: readonly string[];
  /** What a plan is called in a sentence about it. */
  readonly subjects: readonly string[];
  /** Ends too, and is no plan: a price, an offer, a period. */
  readonly otherThings: readonly string[];
  /** Is cancelled too, and is no plan: a refund, a request. */
  readonly notPlans: readonly string[];
  readonly negations: readonly string[];
  /** The plan is in danger or at rest, and pays again once that is mended. */
  readonly troubles: readonly string[];
  /** One paid plan becomes another. */
  readonly changes: readonly string[];
  /** On a page that tells how, instead of what was done. */
  readonly howTo: readonly string[];
  /** Buttons of a question that nobody has answered yet. */
  readonly dialogs: readonly string[];
  /** The person is still to confirm. */
  readonly confirms: readonly string[];
  /** Somebody tells about their own plan, as in a chat. */
  readonly own: readonly string[];
  /** Before the price that follows a free time. */
  readonly afterwards: readonly string[];
  /** On a page about what ends beside a plan: credits expire, requests for a refund are cancelled. */
  readonly balances: readonly string[];
  /** On a page that sells a plan. */
  readonly sells: readonly string[];
  /** Before what will be unless something is done: "or". */
  readonly otherwise: readonly string[];
  /** Around a mail. */
  readonly mail: readonly string[];
  /** Words on buttons that a slip of the reading must not turn into what has been done. */
  readonly offers: readonly string[];
  readonly invoice: readonly string[];
  readonly phone: readonly string[];
  /** Before the last digits of a card. */
  readonly ending: readonly string[];
}

export interface ReadingWords {
  /** How the subscription is called. */
  readonly service: readonly string[];
  readonly stores: { readonly apple: readonly string[]; readonly google: readonly string[] };
  /** Titles of a page of a store that does not name the store. */
  readonly storePages: { readonly apple: readonly string[]; readonly google: readonly string[] };
  /** Names of other services. */
  readonly others: readonly string[];
  /** What costs nothing. */
  readonly free: readonly string[];
  /** What stands before a name or in a street: `titles` before a name, `notNames` never are one, `streetEnds` end a longer word. */
  readonly people: Readonly<
    Record<'greetings' | 'titles' | 'notNames' | 'nameLabels' | 'billTo' | 'streets' | 'streetEnds', readonly string[]>
  >;
  /** Small words: `denials` are halves of negations ("n’a pas"), `yours` stand before the name of a plan, `yoursBefore` before plan and name. */
  readonly grammar: Readonly<Record<'of' | 'denials' | 'yours' | 'yoursBefore' | 'toward', readonly string[]>>;
  readonly planNames: readonly string[];
  /** Host names that belong to nobody in particular. */
  readonly publicHosts: readonly string[];
  readonly cards: readonly string[];
  readonly languages: Readonly<Record<string, LanguageWords>>;
}
