/** No chat of Telegram has a number as low as this: groups end at about -4 billion thousand. */
const lowest = -5_000_000_000_000_000

/**
 * The account of somebody without Telegram. It looks like any other, so every room can speak to them; what is said there
 * is passed on by a coordinator's mouth.
 */
export const accountByHand = (personId: number): number => lowest - personId

/** Whether what is said in this chat is passed on by hand. */
export const isByHand = (chatId: number): boolean => chatId < lowest
