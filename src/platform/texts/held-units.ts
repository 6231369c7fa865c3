/** Units of time and size that stand behind a number, short and in full, in all languages. */
const units = 'min|dk|sa|h|MB|dakika|saat|minutes?|hours?|minutos?|horas?|heures?' as const

const numberAndUnit = new RegExp(`(\\d|\\}\\}(?:</\\w+>)?) (?=(?:${units})(?!\\p{L}))`, 'gu')

/** A sentence in which no number is parted from its unit at the end of a line: "about 4 min" breaks before the 4. */
export const withUnitsHeld = (sentence: string): string => sentence.replace(numberAndUnit, '$1\u00a0')
