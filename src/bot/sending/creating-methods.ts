/** Named as if they created a message, and create none that stays. */
const createNone: readonly string[] = [
  'sendChatAction',
  'sendChatJoinRequestWebApp',
  'sendMessageDraft',
  'sendRichMessageDraft',
]

/** How many messages a call makes: an album as many as it has items. Its payload was written by us, with escaped words. */
export function messagesMade(method: string, payload: string): number {
  if (method === 'sendMediaGroup') return payload.split('{"type":').length - 1
  if (method === 'copyMessages')
    return (/"message_ids":\[([^\]]*)\]/.exec(payload)?.[1] ?? '').split(',').length
  return createsMessage(method) ? 1 : 0
}

/** Whether a method puts a new message into a chat: those count for the whole bot (ruling 4) and are not repeated lightly (5). */
export const createsMessage = (method: string): boolean =>
  /^(send|copy|forward)[A-Z]/.test(method) && !createNone.includes(method)
