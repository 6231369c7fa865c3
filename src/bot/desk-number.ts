import type { Words } from '../platform/texts/words.ts'
import type { DeskNumber } from './feature.ts'

/** What a number on the desk counts; its words stand under the same name in `desk:numbers` and `desk:buttons`. */
type Counted = 'decide' | 'coming' | 'offers' | 'documents' | 'toCheck' | 'letters' | 'changes'

/** A number on the desk with its line, and the button that leads to what it counts. */
export const deskNumber = (words: Words, what: Counted, count: number, to: string): DeskNumber => ({
  count,
  line: words(`desk:numbers.${what}`, { count }),
  button: { text: words.plain(`desk:buttons.${what}`, { n: count }), callback_data: to },
})
