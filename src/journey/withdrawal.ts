// How long a person may take back a purchase, by where they live and who charged them. Facts: content/guide/facts.yaml.
import type { CivilDate } from './dates';
import { addDays, daysBetween } from './dates';
import { UNSURE } from './profile';
import type { Profile } from './profile';

/**
 * Days from the purchase, its own day not counted; `undefined` where none are known. 14 in the EEA, Switzerland, the UK and
 * Turkey for a contract with OpenAI itself (Europe Terms of Use; Help Center 7232895); 7 in Brazil for any distance contract
 * (Código de Defesa do Consumidor, art. 49).
 */
export function withdrawalDays({ region, billedBy }: Pick<Profile, 'region' | 'billedBy'>): 14 | 7 | undefined {
  const billers = billedBy === undefined || billedBy === UNSURE ? [] : billedBy;
  if (region === 'brazil')
    return billers.some((biller) => biller === 'openai' || biller === 'apple' || biller === 'google') ? 7 : undefined;
  const isCovered = region === 'eea' || region === 'switzerland' || region === 'uk' || region === 'turkey';
  return isCovered && billers.includes('openai') ? 14 : undefined;
}

/** The last day on which a purchase can be taken back, when region, biller and day are known. It may be past. */
export function withdrawalUntil(profile: Profile): CivilDate | undefined {
  const days = withdrawalDays(profile);
  if (days === undefined || profile.chargedOn === undefined || profile.chargedOn === UNSURE) return undefined;
  return addDays(profile.chargedOn, days);
}

/** Whether asking for the money back is still in time, so that it should not wait for anything. */
export function isWithdrawalOpen(profile: Profile, today: CivilDate): boolean {
  const until = withdrawalUntil(profile);
  return until !== undefined && daysBetween(today, until) >= 0;
}
