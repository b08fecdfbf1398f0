// The answers that most tests of the whole program begin with, as they are typed.
import type { Biller, Goal } from '../../src/journey/profile';

/** The flags of somebody with ChatGPT Plus who uses nothing else of it: nobody has to be asked. `nextBilling`: a day, or `unsure`. */
export function plusFlags({
  goal = 'cancel',
  billedBy,
  nextBilling = 'unsure',
}: {
  readonly goal?: Goal;
  readonly billedBy: Biller;
  readonly nextBilling?: string;
}): readonly string[] {
  return ['--goal', goal, '--plan', 'plus', '--billed-by', billedBy, '--uses', 'none', '--next-billing', nextBilling];
}
