import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import type { Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { rejectionReasons } from '../../domain/rejection.ts'
import * as buttons from '../buttons.ts'
import { inRows } from '../../../../bot/drafts/question-view.ts'

interface About {
  applicationId: number
  /** Whom it is about. */
  name: string
}

/** Why somebody is rejected: reasons to tap, words of one's own, or none. */
export function reasonQuestion(words: Words, { applicationId, name }: About): Message {
  const reasons = [...rejectionReasons, 'unsaid' as const].map((reason) => ({
    text: words.plain(`activities:reasonKeys.${reason}`),
    callback_data: buttons.reject.pack({ applicationId, reason }),
  }))
  const own = {
    text: words.plain('activities:reasonKeys.own'),
    callback_data: buttons.writeReason.pack({ applicationId }),
  }
  return {
    text: words('activities:card.whyReject', { name }),
    keyboard: [...inRows([...reasons, own], 2), [toCard(words, applicationId)]],
  }
}

/** The question for a reason in the coordinator's own words. */
export const typedReasonQuestion = (words: Words, { applicationId, name }: About): Message => ({
  text: words('activities:card.writeReason', { name }),
  keyboard: [[toReasons(words, applicationId)]],
})

interface RejectionShown {
  message: Html
  reason: string
  /** What there is to know of the language of one's own words. */
  note: readonly string[]
}

/** The message as the person will read it, before anything is decided. */
export const rejectionPreview = (
  words: Words,
  { applicationId, name, message, reason, note }: About & RejectionShown,
): Message => ({
  text: [words('activities:card.rejectPreview', { name, message }), ...note].join('\n\n'),
  keyboard: [
    [
      {
        text: words.plain('activities:card.rejectYes'),
        callback_data: buttons.confirmReject.pack({ applicationId, reason }),
      },
    ],
    [toReasons(words, applicationId)],
  ],
})

const toReasons = (words: Words, applicationId: number): InlineKeyboardButton => ({
  text: words.plain('bot:back'),
  callback_data: buttons.askReason.pack({ applicationId }),
})

const toCard = (words: Words, applicationId: number): InlineKeyboardButton => ({
  text: words.plain('bot:back'),
  callback_data: buttons.openApplication.pack({ applicationId }),
})
