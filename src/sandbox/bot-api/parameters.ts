/**
 * The parameters of every emulated method; `!` marks the required ones, `…` stands for what all sending methods share.
 * A test holds this list against the specification of the Bot API.
 */
const lists = {
  getUpdates: 'offset limit timeout allowed_updates',
  setWebhook: `
    url! certificate ip_address max_connections allowed_updates drop_pending_updates
    secret_token`,
  deleteWebhook: 'drop_pending_updates',
  getWebhookInfo: '',
  getMe: '',
  sendMessage: `
    chat_id! ephemeral_message_parameters text! parse_mode entities link_preview_options
    suggested_post_parameters reply_markup …`,
  forwardMessage: `
    chat_id! message_thread_id direct_messages_topic_id from_chat_id! video_start_timestamp
    disable_notification protect_content message_effect_id suggested_post_parameters message_id!`,
  forwardMessages: `
    chat_id! message_thread_id direct_messages_topic_id from_chat_id! message_ids!
    disable_notification protect_content`,
  copyMessage: `
    chat_id! message_thread_id direct_messages_topic_id from_chat_id! message_id!
    video_start_timestamp caption parse_mode caption_entities show_caption_above_media
    disable_notification protect_content allow_paid_broadcast message_effect_id
    suggested_post_parameters reply_parameters reply_markup`,
  copyMessages: `
    chat_id! message_thread_id direct_messages_topic_id from_chat_id! message_ids!
    disable_notification protect_content remove_caption`,
  sendPhoto: `
    chat_id! ephemeral_message_parameters photo! caption parse_mode caption_entities
    show_caption_above_media has_spoiler suggested_post_parameters reply_markup …`,
  sendAudio: `
    chat_id! ephemeral_message_parameters audio! caption parse_mode caption_entities duration
    performer title thumbnail suggested_post_parameters reply_markup …`,
  sendDocument: `
    chat_id! ephemeral_message_parameters document! thumbnail caption parse_mode
    caption_entities disable_content_type_detection suggested_post_parameters reply_markup …`,
  sendVideo: `
    chat_id! ephemeral_message_parameters video! duration width height thumbnail cover
    start_timestamp caption parse_mode caption_entities show_caption_above_media has_spoiler
    supports_streaming suggested_post_parameters reply_markup …`,
  sendAnimation: `
    chat_id! ephemeral_message_parameters animation! duration width height thumbnail caption
    parse_mode caption_entities show_caption_above_media has_spoiler suggested_post_parameters
    reply_markup …`,
  sendVoice: `
    chat_id! ephemeral_message_parameters voice! caption parse_mode caption_entities duration
    suggested_post_parameters reply_markup …`,
  sendVideoNote: `
    chat_id! ephemeral_message_parameters video_note! duration length thumbnail
    suggested_post_parameters reply_markup …`,
  sendMediaGroup: 'chat_id! media! …',
  sendLocation: `
    chat_id! ephemeral_message_parameters latitude! longitude! horizontal_accuracy live_period
    heading proximity_alert_radius suggested_post_parameters reply_markup …`,
  sendVenue: `
    chat_id! ephemeral_message_parameters latitude! longitude! title! address! foursquare_id
    foursquare_type google_place_id google_place_type suggested_post_parameters reply_markup …`,
  sendContact: `
    chat_id! ephemeral_message_parameters phone_number! first_name! last_name vcard
    suggested_post_parameters reply_markup …`,
  sendChatAction: 'business_connection_id chat_id! message_thread_id action!',
  setMessageReaction: 'chat_id! message_id! reaction is_big',
  getFile: 'file_id!',
  pinChatMessage: 'business_connection_id chat_id! message_id! disable_notification',
  unpinChatMessage: 'business_connection_id chat_id! message_id',
  unpinAllChatMessages: 'chat_id!',
  createForumTopic: 'chat_id! name! icon_color icon_custom_emoji_id',
  editForumTopic: 'chat_id! message_thread_id! name icon_custom_emoji_id',
  closeForumTopic: 'chat_id! message_thread_id!',
  reopenForumTopic: 'chat_id! message_thread_id!',
  deleteForumTopic: 'chat_id! message_thread_id!',
  leaveChat: 'chat_id!',
  getChat: 'chat_id!',
  getChatAdministrators: 'chat_id! return_bots',
  getChatMemberCount: 'chat_id!',
  getChatMember: 'chat_id! user_id!',
  answerCallbackQuery: 'callback_query_id! text show_alert url cache_time',
  setMyCommands: 'commands! scope language_code',
  deleteMyCommands: 'scope language_code',
  getMyCommands: 'scope language_code',
  setMyName: 'name language_code',
  getMyName: 'language_code',
  setMyDescription: 'description language_code',
  getMyDescription: 'language_code',
  setMyShortDescription: 'short_description language_code',
  getMyShortDescription: 'language_code',
  setChatMenuButton: 'chat_id menu_button',
  getChatMenuButton: 'chat_id',
  editMessageText: `
    business_connection_id chat_id message_id inline_message_id text parse_mode entities
    link_preview_options rich_message reply_markup`,
  editMessageCaption: `
    business_connection_id chat_id message_id inline_message_id caption parse_mode
    caption_entities show_caption_above_media reply_markup`,
  editMessageMedia: 'business_connection_id chat_id message_id inline_message_id media! reply_markup',
  editMessageReplyMarkup: 'business_connection_id chat_id message_id inline_message_id reply_markup',
  deleteMessage: 'chat_id! message_id!',
  deleteMessages: 'chat_id! message_ids!',
  sendSticker: `
    chat_id! ephemeral_message_parameters sticker! emoji suggested_post_parameters reply_markup
    …`,
}

const sharedBySends = `
  business_connection_id message_thread_id direct_messages_topic_id disable_notification
  protect_content allow_paid_broadcast message_effect_id reply_parameters`

export type EmulatedMethod = keyof typeof lists

export interface MethodParameters {
  name: EmulatedMethod
  /** Every parameter the method has; `true` when it is required. */
  isRequired: ReadonlyMap<string, boolean>
}

/** By the method's name in small letters, because Telegram does not tell them apart. */
export const methodParameters: ReadonlyMap<string, MethodParameters> = new Map(
  Object.entries(lists).map(([name, list]) => [
    name.toLowerCase(),
    { name: name as EmulatedMethod, isRequired: readList(list) },
  ]),
)

function readList(list: string): Map<string, boolean> {
  const names = list.replace('…', sharedBySends).split(/\s+/).filter(Boolean)
  return new Map(names.map((name) => [name.replace('!', ''), name.endsWith('!')]))
}

/** Methods that Telegram knows and this emulator does not. */
export const methodsNotEmulated: ReadonlySet<string> = new Set(
  `
  logOut close sendLivePhoto sendPaidMedia sendPoll sendChecklist sendDice sendMessageDraft
  getUserProfilePhotos getUserProfileAudios setUserEmojiStatus banChatMember unbanChatMember
  restrictChatMember promoteChatMember setChatAdministratorCustomTitle setChatMemberTag
  banChatSenderChat unbanChatSenderChat setChatPermissions exportChatInviteLink
  createChatInviteLink editChatInviteLink createChatSubscriptionInviteLink
  editChatSubscriptionInviteLink revokeChatInviteLink approveChatJoinRequest
  declineChatJoinRequest answerChatJoinRequestQuery sendChatJoinRequestWebApp setChatPhoto
  deleteChatPhoto setChatTitle setChatDescription getUserPersonalChatMessages setChatStickerSet
  deleteChatStickerSet getForumTopicIconStickers unpinAllForumTopicMessages editGeneralForumTopic
  closeGeneralForumTopic reopenGeneralForumTopic hideGeneralForumTopic unhideGeneralForumTopic
  unpinAllGeneralForumTopicMessages answerGuestQuery getUserChatBoosts getBusinessConnection
  getManagedBotToken replaceManagedBotToken getManagedBotAccessSettings
  setManagedBotAccessSettings setMyProfilePhoto removeMyProfilePhoto
  setMyDefaultAdministratorRights getMyDefaultAdministratorRights getAvailableGifts sendGift
  giftPremiumSubscription verifyUser verifyChat removeUserVerification removeChatVerification
  readBusinessMessage deleteBusinessMessages setBusinessAccountName setBusinessAccountUsername
  setBusinessAccountBio setBusinessAccountProfilePhoto removeBusinessAccountProfilePhoto
  setBusinessAccountGiftSettings getBusinessAccountStarBalance transferBusinessAccountStars
  getBusinessAccountGifts getUserGifts getChatGifts convertGiftToStars upgradeGift transferGift
  postStory repostStory editStory deleteStory answerWebAppQuery savePreparedInlineMessage
  savePreparedKeyboardButton editMessageLiveLocation stopMessageLiveLocation
  editMessageChecklist stopPoll editEphemeralMessageText editEphemeralMessageMedia
  editEphemeralMessageCaption editEphemeralMessageReplyMarkup approveSuggestedPost
  declineSuggestedPost deleteEphemeralMessage deleteMessageReaction deleteAllMessageReactions
  getStickerSet getCustomEmojiStickers uploadStickerFile createNewStickerSet addStickerToSet
  setStickerPositionInSet deleteStickerFromSet replaceStickerInSet setStickerEmojiList
  setStickerKeywords setStickerMaskPosition setStickerSetTitle setStickerSetThumbnail
  setCustomEmojiStickerSetThumbnail deleteStickerSet sendRichMessage sendRichMessageDraft
  answerInlineQuery sendInvoice createInvoiceLink answerShippingQuery answerPreCheckoutQuery
  getMyStarBalance getStarTransactions refundStarPayment editUserStarSubscription
  setPassportDataErrors sendGame setGameScore getGameHighScores`
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean),
)
