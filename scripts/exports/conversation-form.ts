// A made-up conversation in the form that a generation of exports gives it.
import type { Dice } from './dice';
import { isReduced } from './generation';
import type { Generation } from './generation';
import type { Json } from './messages/draft';

/** The fields around the mapping. `current`: the id of the current node. `gizmo`: the id of a project or of a custom GPT. */
export function wrapped(
  {
    id,
    title,
    created,
    updated,
    mapping,
    current,
    gizmo,
    isVoice,
  }: {
    readonly id: string;
    readonly title: string | null;
    readonly created: number;
    readonly updated: number;
    readonly mapping: Json;
    readonly current: string | null;
    readonly gizmo: string | null;
    readonly isVoice: boolean;
  },
  dice: Dice,
  generation: Generation,
): Json {
  const [is_archived, is_starred] = [dice.chance(0.05), dice.chance(0.02) ? true : null];
  const voice = isVoice ? 'breeze' : null;
  if (isReduced(generation))
    return {
      conversation_id: id,
      conversation_template_id: generation === 'g6' || gizmo?.startsWith('g-p-') === true ? gizmo : null,
      create_time: created,
      current_node: current,
      default_model_slug: 'gpt-5',
      id,
      is_archived,
      is_do_not_remember: false,
      is_read_only: null,
      is_starred,
      is_study_mode: false,
      mapping,
      memory_scope: 'global_enabled',
      pinned_time: null,
      plugin_ids: null,
      title,
      update_time: updated,
      voice,
      ...(gizmo === null || generation === 'g6' ? {} : { gizmo_id: gizmo }),
    };
  return {
    title,
    create_time: created,
    update_time: updated,
    mapping,
    moderation_results: [],
    current_node: current,
    plugin_ids: null,
    conversation_id: id,
    conversation_template_id: gizmo?.startsWith('g-p-') === true ? gizmo : null,
    gizmo_id: gizmo,
    gizmo_type: gizmo === null ? null : gizmo.startsWith('g-p-') ? 'snorlax' : 'gpt',
    is_archived,
    is_starred,
    safe_urls: [],
    blocked_urls: [],
    default_model_slug: 'gpt-4o',
    conversation_origin: null,
    voice,
    async_status: null,
    disabled_tool_ids: [],
    is_do_not_remember: false,
    memory_scope: 'global_enabled',
    sugar_item_id: null,
    sugar_item_visible: false,
    owner: null,
    context_scopes: null,
    atlas_mode_enabled: null,
    id,
  };
}
