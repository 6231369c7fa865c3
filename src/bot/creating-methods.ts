/** Named as if they created a message, and create none that stays. */
const createNone: readonly string[] = [
  'sendChatAction',
  'sendChatJoinRequestWebApp',
  'sendMessageDraft',
  'sendRichMessageDraft',
]

/** Whether a method puts a new message into a chat: those count for the whole bot (ruling 4) and are not repeated lightly (5). */
export const createsMessage = (method: string): boolean =>
  /^(send|copy|forward)[A-Z]/.test(method) && !createNone.includes(method)
