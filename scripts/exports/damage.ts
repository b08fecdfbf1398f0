// What is known of one damage or oddity of an export: how it is made, and the verdict it must get.
import type { Doubt, Fault } from '../../src/archive/container/faults';
import type { Findings, Verdict } from '../../src/archive/check/findings';
import type { Limits } from '../../src/archive/container/limits';
import type { Opening } from '../../src/archive/container/export';
import type { Small } from './edit';
import type { Plan } from './plan';
import type { Counts } from './truth';

export type Refused = Extract<Opening, { readonly ok: false }>['problem'];

export type Damage = {
  /** A sentence; `--damage` takes its number or the beginning of it. */
  readonly name: string;
  /** The export before; see `smallExport`. */
  readonly from?: Partial<Plan>;
  /** Entries to be packed, or the bytes of the ZIP itself. */
  readonly make: (small: Small) => Small | Uint8Array;
  readonly verdict: Verdict | Refused;
  /** Kinds that must be among what was found. */
  readonly faults?: readonly Fault['kind'][];
  readonly doubts?: readonly Doubt['kind'][];
  /** Numbers by the truth of the export before; left out: the conversations and messages of the truth when the verdict is whole. */
  readonly counts?: (counts: Counts) => Partial<Counts>;
  readonly findings?: (small: Small) => Partial<Findings>;
  /** The same files in a folder: the same verdict, another, or (`false`) no sense there. ZIP bytes have no folder. */
  readonly folder?: Damage['verdict'] | false;
  readonly limits?: Partial<Limits>;
};
