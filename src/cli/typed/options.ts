// The options that several commands share, and those of all.
import { LANGUAGES } from '../../content/compiled/about';
import type { Guide, Place } from '../../content/schema';
import { BILLERS, GOALS, PLANS, REGIONS, ROLES, UNSURE, USES } from '../../journey/profile';
import { NONE } from '../../journey/questions';
import type { QuestionId } from '../../journey/questions';
import { FORMATS } from '../../render/formats';
import type { MemoryTarget } from '../../view/memory-view';
import { flag, text, textOrNot, texts } from './command';
import type { FlagsOf } from './command';

/** The flag that answers each question. */
export const FLAG_OF: Readonly<Record<QuestionId, string>> = {
  goal: '--goal',
  plan: '--plan',
  'billed-by': '--billed-by',
  role: '--role',
  uses: '--uses',
  'next-billing': '--next-billing',
  region: '--region',
  'charged-on': '--charged-on',
};

/** What each question's flag takes. */
export const CHOICES_OF: Readonly<Record<QuestionId, readonly string[]>> = {
  goal: [...GOALS, UNSURE],
  plan: [...PLANS, UNSURE],
  'billed-by': [...BILLERS, NONE, UNSURE],
  role: [...ROLES, UNSURE],
  uses: [...USES, NONE, UNSURE],
  'next-billing': ['YYYY-MM-DD', UNSURE],
  region: [...REGIONS, UNSURE],
  'charged-on': ['YYYY-MM-DD', UNSURE],
};

/** The places of content/guide/places.yaml, named here so that a start need not read that file. */
export const PLACES = [
  'x',
  'bluesky',
  'mastodon',
  'threads',
  'reddit',
  'whatsapp',
  'email',
  'plain',
] as const satisfies readonly Place['id'][];

/** The forms of a letter: those of every result, and a draft for a mail program. */
export const LETTER_FORMATS = [...FORMATS, 'eml'] as const;
/** How chats of an export are saved, what there are schemas of, and the shells that are completed. */
export const SAVE_FORMATS = ['markdown', 'html', 'jsonl', 'open-webui', 'claude'] as const;
/** Where what is remembered can go: assistants of the list, and a model on the person's own computer. */
export const MEMORY_TARGETS = ['claude', 'gemini', 'lumo', 'local'] as const satisfies readonly MemoryTarget[];
export const SCHEMAS = ['answers'] as const;
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

const situation = 'group_situation';
export const SITUATION = {
  goal: text(situation, { flags: `${FLAG_OF.goal} <goal>`, about: 'goal' }, { choices: CHOICES_OF.goal }),
  plan: text(situation, { flags: `${FLAG_OF.plan} <plan>`, about: 'plan' }, { choices: CHOICES_OF.plan }),
  billedBy: texts(
    situation,
    { flags: `${FLAG_OF['billed-by']} <billers>`, about: 'billed_by' },
    { choices: CHOICES_OF['billed-by'] },
  ),
  role: text(situation, { flags: `${FLAG_OF.role} <role>`, about: 'role' }, { choices: CHOICES_OF.role }),
  uses: texts(situation, { flags: `${FLAG_OF.uses} <things>`, about: 'uses' }, { choices: CHOICES_OF.uses }),
  nextBilling: text(situation, { flags: `${FLAG_OF['next-billing']} <day>`, about: 'next_billing' }),
  region: text(situation, { flags: `${FLAG_OF.region} <region>`, about: 'region' }, { choices: CHOICES_OF.region }),
  chargedOn: text(situation, { flags: `${FLAG_OF['charged-on']} <day>`, about: 'charged_on' }),
  lockedOut: flag(situation, { flags: '--locked-out', about: 'locked_out' }),
  sharedComputer: flag(situation, { flags: '--shared-computer', about: 'shared_computer' }),
  cleanUp: flag(situation, { flags: '--clean-up', about: 'clean_up' }),
  share: flag(situation, { flags: '--share', about: 'share' }),
};

const progress = 'group_progress';
const steps = ({ steps: all }: Guide): readonly string[] => all.map(({ id }) => id);
const claims = ({ claims: all }: Guide): readonly string[] => all.map(({ id }) => id);
const answers = { flags: '--answers <file>', about: 'answers' } as const;
/** The answers file of a checklist stands with the situation. */
export const ANSWERS = { answers: text(situation, answers) };
export const PROGRESS = {
  answers: text(progress, answers),
  step: text(progress, { flags: '--step <step>', about: 'step' }, { completes: steps }),
  done: texts(progress, { flags: '--done <steps...>', about: 'done' }, { completes: steps }),
  skip: texts(progress, { flags: '--skip <steps...>', about: 'skip' }, { completes: steps }),
  proof: texts(progress, { flags: '--proof <file>', about: 'proof' }),
  reason: text(progress, { flags: '--reason <reason>', about: 'reason' }, { completes: claims }),
  reasonText: text(progress, { flags: '--reason-text <text>', about: 'reason_text' }),
  name: text(progress, { flags: '--name <name>', about: 'name' }),
};

const output = 'group_output';
export const OUTPUT = {
  format: text(output, { flags: '--format <format>', about: 'format' }, { choices: FORMATS }),
  json: flag(output, { flags: '--json', about: 'json' }),
  out: text(output, { flags: '-o, --out <path>', about: 'out' }),
  force: flag(output, { flags: '--force', about: 'force' }),
};
/** `--json` of a command whose result has no other form. */
export const AS_JSON = { json: flag(output, { flags: '--json', about: 'as_json' }) };

const behaviour = 'group_behaviour';
export const EVERYWHERE = {
  lang: text(behaviour, { flags: '-l, --lang <language>', about: 'lang' }, { completes: () => LANGUAGES }),
  menuLang: text(behaviour, { flags: '--menu-lang <language>', about: 'menu_lang' }),
  input: flag(behaviour, { flags: '--no-input', about: 'no_input' }),
  open: flag(behaviour, { flags: '--no-open', about: 'no_open' }),
  plain: flag(behaviour, { flags: '--plain', about: 'plain' }),
  color: flag(behaviour, { flags: '--color' }, { flags: '--no-color', about: 'no_color' }),
  quiet: flag(behaviour, { flags: '-q, --quiet', about: 'quiet' }),
  record: textOrNot(
    behaviour,
    { flags: '--record <file>', about: 'record' },
    { flags: '--no-record', about: 'no_record' },
  ),
  profile: text(behaviour, { flags: '--profile <name>', about: 'profile' }),
  yes: flag(behaviour, { flags: '-y, --yes', about: 'yes' }),
  debug: flag(behaviour, { flags: '--debug', about: 'debug' }),
};

export type SituationFlags = FlagsOf<typeof SITUATION>;
export type ProgressFlags = FlagsOf<typeof PROGRESS>;
export type OutputFlags = FlagsOf<typeof OUTPUT>;
export type GlobalFlags = FlagsOf<typeof EVERYWHERE>;
