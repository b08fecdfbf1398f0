// What tests take from rooms.mjs.
type Room = { readonly mutate: readonly string[]; readonly tests: readonly string[] };

export declare const ROOMS: Readonly<Record<string, Room>>;
