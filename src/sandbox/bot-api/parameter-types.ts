/** How a parameter is written: `chat` is a number or `@username`, `file` an upload, a `file_id` or a URL. */
export type ParameterType = 'integer' | 'number' | 'text' | 'flag' | 'chat' | 'file' | 'object' | 'list'

// In the Bot API a parameter's name settles its type, whatever the method; a test holds this against the specification.
const namesByType: Record<ParameterType, string> = {
  integer: `
    offset limit timeout max_connections message_thread_id direct_messages_topic_id
    video_start_timestamp message_id duration width height start_timestamp length live_period
    heading proximity_alert_radius user_id cache_time icon_color`,
  number: 'latitude longitude horizontal_accuracy',
  text: `
    url ip_address secret_token business_connection_id text parse_mode message_effect_id caption
    performer title address foursquare_id foursquare_type google_place_id google_place_type
    phone_number first_name last_name vcard action file_id callback_query_id language_code name
    description short_description inline_message_id emoji icon_custom_emoji_id`,
  flag: `
    drop_pending_updates disable_notification protect_content allow_paid_broadcast
    show_caption_above_media remove_caption has_spoiler disable_content_type_detection
    supports_streaming is_big return_bots show_alert`,
  chat: 'chat_id from_chat_id',
  file: 'certificate photo audio thumbnail document video cover animation voice video_note sticker',
  object: `
    ephemeral_message_parameters link_preview_options suggested_post_parameters reply_parameters
    reply_markup media scope menu_button rich_message`,
  list: 'allowed_updates entities message_ids caption_entities reaction commands',
}

const words = (list: string) => list.trim().split(/\s+/)

export const parameterTypes: ReadonlyMap<string, ParameterType> = new Map(
  Object.entries(namesByType).flatMap(([type, names]) =>
    words(names).map((name) => [name, type as ParameterType]),
  ),
)
