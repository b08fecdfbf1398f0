// Colour, loaded only where it is on.
import type { Manner } from '../host/terminal';
import { chalkStyle } from '../render/style';
import type { Style } from '../render/style';

/** The style of a terminal with colour. Chalk takes 10 ms to load. */
export async function colours({ hyperlinks }: Manner): Promise<Style> {
  const { Chalk } = await import('chalk');
  return chalkStyle(new Chalk({ level: 1 }), { hyperlinks });
}
