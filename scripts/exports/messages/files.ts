// Messages with pictures, papers and recordings: sent, made by a tool, or spoken.
import { messageText, sentence } from '../prose';
import { text } from './draft';
import type { Draft, Json, Setting } from './draft';

export function upload(
  { token, dice, tongue }: Setting,
  asset: { readonly id: string; readonly name: string; readonly size: number },
): Draft {
  const pointer: Json = {
    content_type: 'image_asset_pointer',
    asset_pointer: `${asset.id.startsWith('file_') ? 'sediment' : 'file-service'}://${asset.id}`,
    size_bytes: asset.size,
    width: 2,
    height: 2,
    fovea: null,
    metadata: null,
  };
  return {
    role: 'user',
    content: { content_type: 'multimodal_text', parts: [pointer, messageText(dice, { token, length: 80, tongue })] },
    metadata: {
      attachments: [{ id: asset.id, name: asset.name, size: asset.size, mime_type: 'image/png', width: 2, height: 2 }],
    },
  };
}

/** A file that the person attached: no pointer stands in the parts. */
export function attached(
  { token, dice, tongue }: Setting,
  asset: { readonly id: string; readonly name: string; readonly size: number },
): Draft {
  return {
    role: 'user',
    content: text(messageText(dice, { token, length: 120, tongue })),
    metadata: {
      attachments: [
        { id: asset.id, name: asset.name, size: asset.size, mime_type: 'application/pdf', is_big_paste: false },
      ],
    },
  };
}

export function pictureCall({ token, dice }: Setting): Draft {
  return {
    role: 'assistant',
    recipient: 'dalle.text2im',
    content: {
      content_type: 'code',
      language: 'json',
      response_format_name: null,
      text: JSON.stringify({ prompt: `${sentence(dice, 'en')} ${token}`, size: '1024x1024' }),
    },
  };
}

/** The picture a tool made: the person sees it. The token stands in its prompt. */
export function picture({ token, dice }: Setting, asset: { readonly id: string; readonly size: number }): Draft {
  const dalle: Json = {
    gen_id: dice.hex(16),
    prompt: `${sentence(dice, 'en')} ${token}`,
    seed: dice.bits(),
    parent_gen_id: null,
    edit_op: null,
    serialization_title: 'DALL-E generation metadata',
  };
  return {
    role: 'tool',
    name: 'dalle.text2im',
    content: {
      content_type: 'multimodal_text',
      parts: [
        {
          content_type: 'image_asset_pointer',
          asset_pointer: `${asset.id.startsWith('file_') ? 'sediment' : 'file-service'}://${asset.id}`,
          size_bytes: asset.size,
          width: 1024,
          height: 1024,
          fovea: null,
          metadata: { dalle, gizmo: null, generation: null, sanitized: false },
        },
      ],
    },
  };
}

/** Something said aloud, by the person or back to them. */
export function speech(
  { token, dice, tongue }: Setting,
  asset: { readonly id: string; readonly size: number },
  by: 'user' | 'assistant',
): Draft {
  const transcription: Json = {
    content_type: 'audio_transcription',
    text: `${sentence(dice, tongue)} ${token} ${sentence(dice, tongue)}`,
    direction: by === 'user' ? 'in' : 'out',
    decoding_id: null,
  };
  const audio: Json = {
    expiry_datetime: null,
    content_type: 'audio_asset_pointer',
    asset_pointer: `sediment://${asset.id}`,
    size_bytes: asset.size,
    format: 'wav',
    metadata: { start_timestamp: null, end_timestamp: null, start: 0, end: 1.5 },
  };
  const both: Json = {
    content_type: 'real_time_user_audio_video_asset_pointer',
    frames_asset_pointers: [],
    video_container_asset_pointer: null,
    audio_asset_pointer: audio,
    audio_start_timestamp: 13.1,
    expiry_datetime: null,
  };
  return {
    role: by,
    content: { content_type: 'multimodal_text', parts: [transcription, by === 'user' ? both : audio] },
    metadata: { voice_mode_message: true },
  };
}
