import type { CorrectionStanding } from '../../actions/afterwards/fill-correction.ts'
import type { ReadersOfCopies } from '../../data/readers-of-copies.ts'
import { changedLanguages } from '../../domain/afterwards/correction.ts'
import { afterwardsErrors } from '../../domain/afterwards/errors.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import type { Content } from '../../domain/content.ts'
import { fieldsIn, unknownFields } from '../../domain/fields.ts'
import { textFor } from '../../domain/text-for.ts'
import { mostUnits, mostWords, visibleLength } from '../../domain/visible-length.ts'
import type { BroadcastMessages } from '../broadcast-message.ts'
import type { MessagesFor } from '../sending/messages-for.ts'

export interface CheckingCorrectionNeeds {
  readers: Pick<ReadersOfCopies, 'page'>
  messagesFor: MessagesFor
}

const perPage = 1000
/** The marks of a correction, and of what was sent before somebody came, take some room. */
const roomForMarks = 150

/** Looks at corrected words as each of their readers will get them; what somebody could not be shown is refused. */
export function checkingCorrection({ readers, messagesFor }: CheckingCorrectionNeeds) {
  return async (broadcast: Broadcast, after: Content, read: CorrectionStanding['readers']): Promise<void> => {
    const [unknown] = Object.values(after.texts).flatMap(unknownFields)
    if (unknown !== undefined) throw composingErrors.unknownField(unknown)
    for (const language of changedLanguages(broadcast.content, after)) {
      if (!read[language]) continue
      const text = textFor(after, language)
      if (!text) throw afterwardsErrors.languageMissing()
      // Without fields it is the same for all, but for who they are to us.
      const isSame = fieldsIn(text.html).length === 0
      for (let last = 0; ;) {
        const page = await readers.page(broadcast.id, language, { after: last, limit: perPage })
        const messages = await messagesFor(
          { ...broadcast, content: after },
          page.map((one) => ({ ...one, language })),
        )
        const empty = [...messages.values()].filter((one) => one.kind === 'failed')
        const field = empty.find(({ because }) => because.startsWith('field:'))?.because.slice(6)
        if (field !== undefined) throw afterwardsErrors.fieldEmpty(field, empty.length)
        const length = empty.find(({ because }) => because.startsWith('long:'))?.because.slice(5)
        if (length !== undefined) throw composingErrors.textLong(Number(length), mostWords)
        for (const { recipientId, isCaption } of page) {
          const one = messages.get(recipientId)
          if (one?.kind !== 'messages') continue
          checkLength({ words: one.messages.words, filled: one.filled }, isCaption)
        }
        last = page.at(-1)?.recipientId ?? 0
        if (isSame || page.length < perPage) break
      }
    }
  }
}

interface Shown {
  words: BroadcastMessages['words']
  filled: string
}

/** The words, and what stands around them, in one message or under one picture. */
function checkLength({ words, filled }: Shown, isCaption: boolean): void {
  const length = visibleLength('content' in words ? words.caption : words.text)
  const max = (isCaption ? mostUnits.caption : mostUnits.text) - roomForMarks
  if (length <= max) return
  if (isCaption) throw afterwardsErrors.captionLong(mostUnits.caption)
  const own = visibleLength(filled)
  throw composingErrors.textLong(own, max - (length - own))
}
