/** A text as somebody reads it: the space that holds a number and its unit together looks like any other. */
export const asRead = (text: string): string => text.replace(/(\d)\u00a0(?=[\p{L}]{1,7}(?!\p{L}))/gu, '$1 ')
