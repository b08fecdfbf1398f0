// `quitgpt why`, `campaign`, `alternatives` and `schema` as they are typed.
import { defineCommand, needed } from '../typed/command';
import { OUTPUT, SCHEMAS } from '../typed/options';

export const why = defineCommand({
  name: 'why',
  about: 'command_why',
  options: OUTPUT,
  run: async (run, flags) => (await import('./lists')).runWhy(run, flags),
});

export const campaign = defineCommand({
  name: 'campaign',
  about: 'command_campaign',
  options: OUTPUT,
  run: async (run, flags) => (await import('./lists')).runCampaign(run, flags),
});

export const alternatives = defineCommand({
  name: 'alternatives',
  about: 'command_alternatives',
  options: OUTPUT,
  run: async (run, flags) => (await import('./lists')).runAlternatives(run, flags),
});

export const schema = defineCommand({
  name: 'schema',
  about: 'command_schema',
  argument: needed('name', 'schema_name', { completes: () => SCHEMAS }),
  options: {},
  run: async (run, _flags, name) => (await import('./lists')).runSchema(run, name),
});
