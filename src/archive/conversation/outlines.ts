// Makes the outline of each conversation of a file while its bytes pass. One that lies in one chunk is found and read in one go.
import type { BytesPort } from '../../host/bytes';
import { arraySplitter } from '../json/array-splitter';
import type { Ending } from '../json/array-splitter';
import type { Outline } from './outline';
import { scanConversation, scanConversationAt } from './scan-conversation';

/** `unparsed`: an element of the list that is no valid JSON object. `too-large`: so many bytes, which were not read. */
export type Outlined =
  | { readonly kind: 'outline'; readonly outline: Outline }
  | { readonly kind: 'unparsed' }
  | { readonly kind: 'too-large'; readonly bytes: number };

export type OutlineFinder = {
  /** What ends in this chunk, in order. The chunk is kept and must not change. */
  push(chunk: Uint8Array): readonly Outlined[];
  /** Says how the list ended; nothing may be pushed afterwards. */
  end(): Ending;
};

/** Gives what `arraySplitter` and `scanConversation` of each element would give, in less time. `most`: bytes of one conversation. */
export function outlineFinder(most: number, port: BytesPort): OutlineFinder {
  const finder = arraySplitter(most, (chunk, at) => {
    const read = scanConversationAt(chunk, at, port);
    return read === undefined ? undefined : { value: read.outline, end: read.end };
  });
  return {
    push: (chunk) =>
      finder.push(chunk).map((found): Outlined => {
        if (found.kind === 'read') return { kind: 'outline', outline: found.value };
        if (found.kind === 'too-large') return found;
        const outline = scanConversation(found.bytes, port);
        return outline === undefined ? { kind: 'unparsed' } : { kind: 'outline', outline };
      }),
    end: () => finder.end(),
  };
}
