/** Telegram gives nobody a number as high as this: theirs end at 52 bits. */
const highest = 8_000_000_000_000_000

/**
 * The account of somebody without Telegram. It looks like any other, so every room can speak to them; what is said there
 * is kept, and a coordinator passes it on.
 */
export const accountByHand = (personId: number): number => highest + personId

/** Whether what is said in this chat is passed on by hand. */
export const isByHand = (chatId: number): boolean => chatId > highest

/** The same, of a column that holds the number of a chat: SQL. */
export const isByHandIn = (column: string): string => `${column} > ${highest}`
